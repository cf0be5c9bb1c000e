package nl.ontwikkelagenda.app.actions;

import nl.ontwikkelagenda.actions.inventory.InventoryAnswerId;
import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers to all inventories; they are given and corrected at their inventory. */
@RestController
@RequestMapping(Api.BASE + "/inventory-answers")
class InventoryAnswerController {

	private final Answers answers;

	InventoryAnswerController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<InventoryAnswerView>> list() {
		return answers.list(ReadModels.INVENTORY_ANSWERS);
	}

	@GetMapping("/{id}")
	ResponseEntity<InventoryAnswerView> one(@PathVariable InventoryAnswerId id) {
		return answers.one(ReadModels.INVENTORY_ANSWERS, id);
	}
}
