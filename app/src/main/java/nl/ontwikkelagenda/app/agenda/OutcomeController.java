package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/outcomes")
class OutcomeController {

	private final Answers answers;

	OutcomeController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<OutcomeView>> list() {
		return answers.list(ReadModels.OUTCOMES);
	}

	@GetMapping("/{id}")
	ResponseEntity<OutcomeView> one(@PathVariable OutcomeId id) {
		return answers.one(ReadModels.OUTCOMES, id);
	}
}
