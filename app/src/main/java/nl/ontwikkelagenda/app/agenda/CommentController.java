package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.agenda.CommentId;
import nl.ontwikkelagenda.agenda.agenda.CommentView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comments on all agendas; they are made and settled at their agenda. */
@RestController
@RequestMapping(Api.BASE + "/comments")
class CommentController {

	private final Answers answers;

	CommentController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<CommentView>> list() {
		return answers.list(ReadModels.COMMENTS);
	}

	@GetMapping("/{id}")
	ResponseEntity<CommentView> one(@PathVariable CommentId id) {
		return answers.one(ReadModels.COMMENTS, id);
	}
}
