package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.theme.GuidingAnswerId;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers to the guiding questions of all themes; they are given at their theme. */
@RestController
@RequestMapping(Api.BASE + "/guiding-answers")
class GuidingAnswerController {

	private final Answers answers;

	GuidingAnswerController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<GuidingAnswerView>> list() {
		return answers.list(ReadModels.GUIDING_ANSWERS);
	}

	@GetMapping("/{id}")
	ResponseEntity<GuidingAnswerView> one(@PathVariable GuidingAnswerId id) {
		return answers.one(ReadModels.GUIDING_ANSWERS, id);
	}
}
