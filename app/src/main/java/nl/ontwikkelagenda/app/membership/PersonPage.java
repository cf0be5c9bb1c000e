package nl.ontwikkelagenda.app.membership;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.person.EntryChange;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.RegisteredPerson;
import nl.ontwikkelagenda.app.person.Restriction;
import nl.ontwikkelagenda.app.person.Upkeep;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of persons and one of them, for those who keep it. */
@Controller
@RequestMapping("/personen")
@MayRead({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
@WithoutAsOf("Het personenregister bewaart geen eerdere namen; laat asOf weg.")
class PersonPage {

	private static final int SHOWN = 100;
	private static final int PARTNERSHIPS = 100;
	private static final Map<String, String> FIELDS = Map.of("name", "naam", "function", "functie", "organisationId", "organisatie", "email", "e-mailadres", "phone",
			"telefoonnummer");

	private final People people;
	private final Upkeep upkeep;
	private final Register register;
	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final Dutch dutch;

	PersonPage(People people, Upkeep upkeep, Register register, Reading.Desk desk, Readers readers, Forms forms, Dutch dutch) {
		this.people = people;
		this.upkeep = upkeep;
		this.register = register;
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.dutch = dutch;
	}

	/** One line of what was done to an entry. */
	public record Done(String what, String who, String when) {
	}

	private void checkKeeper() {
		readers.check(Objects.requireNonNull(PersonPage.class.getAnnotation(MayRead.class)));
	}

	@GetMapping
	ModelAndView all(@RequestParam(defaultValue = "") String zoek) {
		checkKeeper();
		List<RegisteredPerson> found = people.search(zoek, SHOWN + 1);
		return new ModelAndView("personen").addObject("sought", zoek).addObject("persons", found.stream().limit(SHOWN).toList()).addObject("more", found.size() > SHOWN);
	}

	@GetMapping("/{id}")
	ModelAndView one(@PathVariable PersonId id) {
		checkKeeper();
		RegisteredPerson person = people.registered(id).orElseThrow(NotFound::new);
		List<EntryChange> changes = people.changes(person.personId());
		Map<PersonId, String> names = people.names(changes.stream().map(EntryChange::changedBy).toList());
		List<Choice> organisations = organisations();
		return new ModelAndView("persoon").addObject("person", person).addObject("erases", administers()).addObject("organisations", organisations)
				.addObject("organisation",
						organisations.stream().filter(one -> one.value().equals(String.valueOf(person.organisationId()))).map(Choice::label).findFirst().orElse(null))
				.addObject("grounds", Choice.all(Restriction.Ground.class)).addObject("restricted", restricted(person))
				.addObject("entries", people.idsOf(person.personId()).size()).addObject("changes", changes.stream().map(change -> done(change, names)).toList())
				.addObject("others", administers() ? register.choices().stream().filter(one -> !one.value().equals(person.personId().toString())).toList() : List.of());
	}

	@PostMapping("/{id}/verbetering")
	ModelAndView correct(@PathVariable PersonId id, @RequestParam MultiValueMap<String, String> typed) {
		return keep(id, "verbeter", typed, (form, counts) -> {
			var person = PersonForm.read(form, counts, form.idOrNone("organisationId", OrganisationId::new));
			if (!form.isWrong()) {
				upkeep.correct(person, Caller.required().personId());
			}
		});
	}

	@PostMapping("/{id}/beperking")
	ModelAndView restrict(@PathVariable PersonId id, @RequestParam MultiValueMap<String, String> typed) {
		return keep(id, "beperk", typed, (form, counts) -> {
			Restriction.Ground ground = form.choice("ground", Restriction.Ground.class);
			if (!form.isWrong()) {
				upkeep.restrict(counts, ground, Caller.required().personId());
			}
		});
	}

	@PostMapping("/{id}/beperking/opheffen")
	ModelAndView release(@PathVariable PersonId id, @RequestParam MultiValueMap<String, String> typed) {
		return keep(id, "hef-op", typed, (form, counts) -> upkeep.release(counts, Caller.required().personId()));
	}

	/** For who administers the installation, as the person gets the rights of both. */
	@PostMapping("/{id}/samenvoeging")
	ModelAndView join(@PathVariable PersonId id, @RequestParam MultiValueMap<String, String> typed) {
		if (!administers()) {
			throw new NotFound();
		}
		return keep(id, "voeg-samen", typed, (form, counts) -> {
			PersonId other = form.id("personId", PersonId::new);
			if (!form.isWrong()) {
				upkeep.join(counts, other, Caller.required().personId());
			}
		});
	}

	private ModelAndView keep(PersonId id, String name, MultiValueMap<String, String> typed, BiConsumer<Form, PersonId> kept) {
		checkKeeper();
		PersonId counts = people.registered(id).orElseThrow(NotFound::new).personId();
		Form form = forms.read(name, typed);
		return forms.keep(form, () -> kept.accept(form, counts), "/personen/" + counts, () -> one(counts));
	}

	private static boolean administers() {
		return Caller.required().administrator();
	}

	private List<Choice> organisations() {
		Stream<PartnershipView> partnerships = desk.anything(null)
				.page(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, PARTNERSHIPS, readers.partnerships(ReadModels.PARTNERSHIPS)).items().stream()
				.map(Stored::document);
		return partnerships.flatMap(partnership -> partnership.organisations().stream()).map(one -> new Choice(one.organisationId().toString(), one.name())).distinct()
				.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	private @Nullable String restricted(RegisteredPerson person) {
		Restriction restriction = person.restriction();
		return restriction == null ? null : Dutch.choice(restriction.ground()) + ", sinds " + dutch.moment(restriction.since());
	}

	private Done done(EntryChange change, Map<PersonId, String> names) {
		String what = switch (change.kind()) {
			case CORRECTED -> "Verbeterd: " + change.fields().stream().map(field -> FIELDS.getOrDefault(field, field)).collect(Collectors.joining(", "));
			case RESTRICTED -> "Verwerking beperkt";
			case RELEASED -> "Beperking opgeheven";
			case JOINED -> "Samengevoegd met een andere vermelding";
		};
		return new Done(what, names.getOrDefault(change.changedBy(), People.ERASED), dutch.moment(change.changedAt()));
	}
}
