package nl.ontwikkelagenda.app.agenda;

import java.util.Map;

import nl.ontwikkelagenda.agenda.decision.DecisionRegisterId;
import nl.ontwikkelagenda.agenda.decision.DecisionRegisterView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registers of bodies, one per year; each opens itself with its first decision. */
@RestController
@RequestMapping(Api.BASE + "/decision-registers")
class DecisionRegisterController {

	private final Answers answers;

	DecisionRegisterController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<DecisionRegisterView>> list() {
		return answers.list(ReadModels.DECISION_REGISTERS);
	}

	@GetMapping("/{id}")
	ResponseEntity<DecisionRegisterView> one(@PathVariable DecisionRegisterId id) {
		return answers.one(ReadModels.DECISION_REGISTERS, id);
	}

	@GetMapping("/{id}/decisions")
	ResponseEntity<Listed<DecisionView>> decisions(@PathVariable DecisionRegisterId id) {
		return answers.list(ReadModels.DECISIONS, Map.of("registerId", id));
	}
}
