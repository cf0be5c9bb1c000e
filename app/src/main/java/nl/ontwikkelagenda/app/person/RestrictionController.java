package nl.ontwikkelagenda.app.person;

import java.net.URI;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Restricting the processing of somebody's data, by himself or by who keeps the register. */
@RestController
@RequestMapping(Api.BASE + "/people")
@WithoutAsOf("Het personenregister kent alleen de gegevens van nu; laat asOf weg.")
@MayRead({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
class RestrictionController {

	private final People people;
	private final Upkeep upkeep;

	RestrictionController(People people, Upkeep upkeep) {
		this.people = people;
		this.upkeep = upkeep;
	}

	record Restricting(Restriction.Ground ground) {
	}

	/** From now on what is known of him is only kept: he gets no mail and cannot be chosen. */
	@PostMapping("/{id}/restriction")
	ResponseEntity<RegisteredPerson> restrict(@PathVariable PersonId id, @RequestBody Restricting restricting) {
		upkeep.restrict(id, restricting.ground(), Caller.required().personId());
		return ResponseEntity.created(URI.create(Api.path("people", id))).body(one(id));
	}

	/** Lifts it; tell him before you do. */
	@DeleteMapping("/{id}/restriction")
	ResponseEntity<RegisteredPerson> release(@PathVariable PersonId id) {
		upkeep.release(id, Caller.required().personId());
		return ResponseEntity.ok(one(id));
	}

	/** As for another, for the caller. */
	@PostMapping("/me/restriction")
	@MayRead(anyone = true)
	ResponseEntity<RegisteredPerson> restrictMine(@RequestBody Restricting restricting) {
		return restrict(Caller.required().personId(), restricting);
	}

	/** As for another, for the caller. */
	@DeleteMapping("/me/restriction")
	@MayRead(anyone = true)
	ResponseEntity<RegisteredPerson> releaseMine() {
		return release(Caller.required().personId());
	}

	private RegisteredPerson one(PersonId id) {
		return RegisteredPerson.of(people.entry(id).orElseThrow(NotFound::new));
	}
}
