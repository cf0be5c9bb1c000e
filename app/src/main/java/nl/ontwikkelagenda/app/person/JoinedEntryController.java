package nl.ontwikkelagenda.app.person;

import java.net.URI;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries that turned out to be of one person. He gets the rights of both, in whichever partnerships, so it is for who administers the installation. */
@RestController
@RequestMapping(Api.BASE + "/people/{id}/joined-entries")
@MayRead(installation = true)
@WithoutAsOf("Het personenregister kent alleen de gegevens van nu; laat asOf weg.")
class JoinedEntryController {

	private final People people;
	private final Upkeep upkeep;

	JoinedEntryController(People people, Upkeep upkeep) {
		this.people = people;
		this.upkeep = upkeep;
	}

	/** @param personId of the entry that no longer counts by itself */
	record Joining(PersonId personId) {
	}

	/** Its id stays in the facts. */
	record JoinedEntry(PersonId personId) {
	}

	@GetMapping
	ResponseEntity<Listed<JoinedEntry>> list(@PathVariable PersonId id) {
		PersonId counts = people.entry(id).orElseThrow(NotFound::new).person().personId();
		List<JoinedEntry> joined = people.idsOf(counts).stream().filter(other -> !other.equals(counts)).map(JoinedEntry::new).toList();
		return ResponseEntity.ok(new Listed<>(joined, 1, Math.max(1, joined.size()), joined.size()));
	}

	/** Joins another entry to this one. It cannot be undone: what is recorded since then is of one person, and nobody can tell of which entry it would be. */
	@PostMapping
	ResponseEntity<RegisteredPerson> join(@PathVariable PersonId id, @RequestBody Joining joining) {
		upkeep.join(id, joining.personId(), Caller.required().personId());
		return ResponseEntity.created(URI.create(Api.path("people", id))).body(RegisteredPerson.of(people.entry(id).orElseThrow(NotFound::new)));
	}
}
