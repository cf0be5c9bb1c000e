package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ideas of all themes; they are contributed, merged and split at their theme. */
@RestController
@RequestMapping(Api.BASE + "/ideas")
class IdeaController {

	private final Answers answers;

	IdeaController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<IdeaView>> list() {
		return answers.list(ReadModels.IDEAS);
	}

	@GetMapping("/{id}")
	ResponseEntity<IdeaView> one(@PathVariable IdeaId id) {
		return answers.one(ReadModels.IDEAS, id);
	}
}
