package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.People;

import org.jspecify.annotations.Nullable;

/** How one page says things: days and choices in Dutch, persons and organisations by name. Whoever is named on the page is looked up at once, with {@link #meet}. */
public final class Speech {

	private final People people;
	private final Dutch dutch;
	private final Map<UUID, String> organisations = new HashMap<>();
	private final Map<PersonId, String> persons = new HashMap<>();
	private final Map<String, String> spoken = new HashMap<>();

	Speech(People people, Dutch dutch, List<PartnershipView.Organisation> organisations) {
		this.people = people;
		this.dutch = dutch;
		organisations.forEach(organisation -> this.organisations.put(organisation.organisationId().value(), organisation.name()));
	}

	/** Looks up all persons of a page with one question to the register, and those whom its texts mention with another. */
	public Speech meet(Stream<@Nullable PersonId> persons, Stream<@Nullable String> texts) {
		this.persons.putAll(people.names(persons.filter(Objects::nonNull).toList()));
		List<String> written = new ArrayList<>(texts.filter(Objects::nonNull).filter(text -> text.contains("@[")).distinct().toList());
		List<String> named = written.isEmpty() ? List.of() : people.withNames(written);
		for (int i = 0; i < written.size(); i++) {
			spoken.put(written.get(i), named.get(i));
		}
		return this;
	}

	/** Who promised, as a person to be met; null for who is no person. */
	public static @Nullable PersonId person(OwnerView owner) {
		return owner.kind() == Owner.Kind.PERSON && owner.id() != null ? new PersonId(owner.id()) : null;
	}

	/** A text with mentions replaced by names. */
	public String words(@Nullable String text) {
		return text == null ? "" : spoken.getOrDefault(text, text.contains("@[") ? people.withNames(text) : text);
	}

	/** A person, an organisation, or a person of an organisation; empty when neither is known. */
	public String who(@Nullable PersonId person, @Nullable OrganisationId organisation) {
		String name = person == null ? "" : persons.getOrDefault(person, People.ERASED);
		String place = organisation == null ? "" : organisations.getOrDefault(organisation.value(), People.ERASED);
		return name.isEmpty() || place.isEmpty() ? name + place : name + ", " + place;
	}

	public String owner(OwnerView owner) {
		if (owner.name() != null) {
			return owner.name();
		}
		PersonId person = person(owner);
		return person == null ? organisations.getOrDefault(Objects.requireNonNull(owner.id()), People.ERASED) : who(person, null);
	}

	public String day(LocalDate day) {
		return dutch.day(day);
	}

	public String period(Period period) {
		return dutch.period(period);
	}

	public String deadline(DeadlineView deadline, AgreedPromise.Of of) {
		return dutch.deadline(deadline, of);
	}

	/** What a choice is called, beginning with a capital. */
	public String choice(Enum<?> choice) {
		return Dutch.choice(choice);
	}
}
