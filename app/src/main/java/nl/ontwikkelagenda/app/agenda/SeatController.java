package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.body.SeatId;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seats of all bodies; they are taken and left at their body. */
@RestController
@RequestMapping(Api.BASE + "/seats")
class SeatController {

	private final Answers answers;

	SeatController(Answers answers) {
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Listed<SeatView>> list() {
		return answers.list(ReadModels.SEATS);
	}

	@GetMapping("/{id}")
	ResponseEntity<SeatView> one(@PathVariable SeatId id) {
		return answers.one(ReadModels.SEATS, id);
	}
}
