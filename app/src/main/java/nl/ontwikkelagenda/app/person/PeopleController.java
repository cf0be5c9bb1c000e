package nl.ontwikkelagenda.app.person;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.VersionMismatch;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.Patched;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register over REST, for those who keep it. It knows no earlier versions: what a person has changed about himself is gone. */
@RestController
@RequestMapping(Api.BASE + "/people")
@WithoutAsOf("Het personenregister kent alleen de gegevens van nu, zodat wie daar verwijderd is ook in het verleden weg is; laat asOf weg.")
@MayRead({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
class PeopleController {

	private static final Map<String, People.Order> ORDERS = Map.of("name", People.Order.NAME, "function", People.Order.FUNCTION);

	private final People people;
	private final Upkeep upkeep;

	PeopleController(People people, Upkeep upkeep) {
		this.people = people;
		this.upkeep = upkeep;
	}

	/** @param id chosen by the client, or absent */
	record Entering(@Nullable PersonId id, @Words(max = 200, lines = false) String name, @Words(max = 200, lines = false) String function, @Nullable OrganisationId organisationId,
			@Words(max = 200, lines = false) @Nullable String email, @Words(max = 30, lines = false) @Nullable String phone) {
	}

	record Changing(@Words(max = 200, lines = false) Patched<String> name, @Words(max = 200, lines = false) Patched<String> function, Patched<OrganisationId> organisationId,
			@Words(max = 200, lines = false) Patched<String> email, @Words(max = 30, lines = false) Patched<String> phone) {
	}

	@PostMapping
	ResponseEntity<RegisteredPerson> enter(@RequestBody Entering entering) {
		Intent intent = Intent.CURRENT.get();
		PersonId id = Objects.requireNonNullElseGet(entering.id(), () -> new PersonId(Ids.next(intent, "person")));
		Person person = checked(new Person(id, entering.name(), entering.function(), entering.organisationId(), entering.email(), entering.phone()));
		if (people.isErased(id)) {
			throw new RuleBroken("an-erased-person-stays-erased", "Met dit id is een persoon gewist; kies een ander id of laat het weg.");
		}
		if (!people.enter(person)) {
			refuseUnlessRepeated(intent, person);
		}
		People.Entry entry = people.entry(id).orElseThrow(NotFound::new);
		return ResponseEntity.created(URI.create(Api.path("people", id))).eTag(etag(entry)).body(RegisteredPerson.of(entry));
	}

	@GetMapping
	ResponseEntity<Listed<RegisteredPerson>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize,
			@RequestParam(defaultValue = "name") String sort,
			@RequestParam(required = false) @Nullable String search, @RequestParam(required = false) @Nullable UUID organisationId) {
		Paging paging = Paging.read(page, pageSize, sort, Set.of("name", "-name", "function", "-function"));
		boolean down = sort.startsWith("-");
		People.Order order = Objects.requireNonNull(ORDERS.get(down ? sort.substring(1) : sort));
		People.Entries found = down
				? people.listDown(search, organisationId, order, paging.page(), paging.pageSize())
				: people.list(search, organisationId, order, paging.page(), paging.pageSize());
		HttpHeaders headers = new HttpHeaders();
		paging.links(found.total()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers)
				.body(new Listed<>(found.entries().stream().map(RegisteredPerson::of).toList(), paging.page(), paging.pageSize(), found.total()));
	}

	@GetMapping("/{id}")
	ResponseEntity<RegisteredPerson> one(@PathVariable PersonId id) {
		return answer(people.entry(id).orElseThrow(NotFound::new));
	}

	@PatchMapping("/{id}")
	ResponseEntity<RegisteredPerson> change(@PathVariable PersonId id, @RequestBody Changing changing) {
		return correct(people.entry(id).orElseThrow(NotFound::new), changing);
	}

	/** The caller's own entry. */
	@GetMapping("/me")
	@MayRead(anyone = true)
	ResponseEntity<RegisteredPerson> mine() {
		return answer(people.entry(Caller.required().personId()).orElseThrow(NotFound::new));
	}

	/** Corrects the caller's own entry. */
	@PatchMapping("/me")
	@MayRead(anyone = true)
	ResponseEntity<RegisteredPerson> changeMine(@RequestBody Changing changing) {
		return correct(people.entry(Caller.required().personId()).orElseThrow(NotFound::new), changing);
	}

	/** Who changed what of an entry and when, the latest first; not what it was. */
	@GetMapping("/{id}/changes")
	ResponseEntity<Listed<EntryChange>> changes(@PathVariable PersonId id) {
		List<EntryChange> changes = people.changes(people.entry(id).orElseThrow(NotFound::new).person().personId());
		return ResponseEntity.ok(new Listed<>(changes, 1, Math.max(1, changes.size()), changes.size()));
	}

	private ResponseEntity<RegisteredPerson> correct(People.Entry before, Changing changing) {
		Long expected = Intent.CURRENT.get().expectedSequence();
		if (expected != null && expected != before.version()) {
			throw new VersionMismatch(expected, before.version());
		}
		Person old = before.person();
		Person changed = checked(new Person(old.personId(), kept("name", changing.name(), old.name()), kept("function", changing.function(), old.function()),
				changing.organisationId().over(old.organisationId()), changing.email().over(old.email()), changing.phone().over(old.phone())));
		upkeep.correct(before, changed, Caller.required().personId());
		return answer(people.entry(old.personId()).orElseThrow(NotFound::new));
	}

	private void refuseUnlessRepeated(Intent intent, Person person) {
		boolean same = people.find(person.personId()).filter(person::equals).isPresent();
		if (intent.once() == null) {
			throw new RuleBroken("person-is-new", "Er is al een persoon met dit id; kies een ander id of laat het weg.");
		}
		if (!same) {
			throw new IdempotencyKeyReused();
		}
	}

	private static String kept(String field, Patched<String> change, String current) {
		String value = change.over(current);
		if (value == null) {
			throw new InvalidInput(field, "Dit veld is verplicht.");
		}
		return value;
	}

	private static Person checked(Person person) {
		List<FieldError> errors = new ArrayList<>();
		if (person.email() != null && !Person.isEmail(person.email())) {
			errors.add(new FieldError("email", "Schrijf een e-mailadres als naam@organisatie.example."));
		}
		if (person.phone() != null && !Person.isPhone(person.phone())) {
			errors.add(new FieldError("phone", "Schrijf een telefoonnummer met cijfers, spaties en streepjes."));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return person;
	}

	private static ResponseEntity<RegisteredPerson> answer(People.Entry entry) {
		return ResponseEntity.ok().eTag(etag(entry)).body(RegisteredPerson.of(entry));
	}

	private static String etag(People.Entry entry) {
		return "\"" + entry.version() + "\"";
	}
}
