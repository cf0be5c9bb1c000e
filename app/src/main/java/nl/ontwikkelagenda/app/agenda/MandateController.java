package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mandates of all partnerships; they are granted and withdrawn at their partnership. */
@RestController
@RequestMapping(Api.BASE + "/mandates")
class MandateController {

	private final Answers answers;

	MandateController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<MandateView>> list() {
		return answers.list(ReadModels.MANDATES);
	}

	@GetMapping("/{id}")
	ResponseEntity<MandateView> one(@PathVariable MandateId id) {
		return answers.one(ReadModels.MANDATES, id);
	}
}
