package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.project.RemarkId;
import nl.ontwikkelagenda.agenda.project.RemarkView;
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
@RequestMapping(Api.BASE + "/remarks")
class RemarkController {

	private final Answers answers;

	RemarkController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<RemarkView>> list() {
		return answers.list(ReadModels.REMARKS);
	}

	@GetMapping("/{id}")
	ResponseEntity<RemarkView> one(@PathVariable RemarkId id) {
		return answers.one(ReadModels.REMARKS, id);
	}
}
