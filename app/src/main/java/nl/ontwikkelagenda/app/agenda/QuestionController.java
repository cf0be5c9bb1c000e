package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.project.QuestionId;
import nl.ontwikkelagenda.agenda.project.QuestionView;
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
@RequestMapping(Api.BASE + "/questions")
class QuestionController {

	private final Answers answers;

	QuestionController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<QuestionView>> list() {
		return answers.list(ReadModels.QUESTIONS);
	}

	@GetMapping("/{id}")
	ResponseEntity<QuestionView> one(@PathVariable QuestionId id) {
		return answers.one(ReadModels.QUESTIONS, id);
	}
}
