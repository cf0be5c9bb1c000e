package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Who can be chosen on a page to do something: those who take part in the partnership, or whoever is named. */
@Component
class OwnerChoices {

	private static final int MOST = 500;
	private static final String FIELD = "owner";
	private static final String NAME = "ownerName";

	private final Documents documents;
	private final People people;

	OwnerChoices(Documents documents, People people) {
		this.documents = documents;
		this.people = people;
	}

	/** Persons who hold a right or a seat on this day, organisations that take part, and what is called by a name. For who may know who holds which right. */
	List<Group> of(PartnershipView partnership, LocalDate day) {
		Group named = new Group("Wie er niet bij staat: vul hieronder de naam in",
				List.of(new Choice(Owner.Kind.TEAM.name(), "Een team"), new Choice(Owner.Kind.ORGANISATION.name(), "Een organisatie van buiten")));
		return List.of(new Group("Personen", persons(partnership.partnershipId(), day)), new Group("Organisaties", organisations(partnership)), named);
	}

	/** Organisations that take part now, by name. */
	static List<Choice> organisations(PartnershipView partnership) {
		return sorted(partnership.organisations().stream().filter(organisation -> organisation.leftOn() == null)
				.map(organisation -> new Choice(Owner.Kind.ORGANISATION + "/" + organisation.organisationId(), organisation.name())).toList());
	}

	/** Persons who sit on a body of the partnership on this day, by name. */
	List<Choice> seated(PartnershipId partnership, LocalDate day) {
		return named(seats(partnership, day));
	}

	/** Who was chosen; with a fault in the form when that is nobody. */
	static Owner chosen(Form form) {
		String[] parts = form.typed(FIELD).split("/", -1);
		if (parts.length == 2) {
			try {
				return new Owner(Owner.Kind.valueOf(parts[0]), UUID.fromString(parts[1]), null);
			} catch (IllegalArgumentException e) {
				// said below: not one of the list
			}
		}
		boolean byName = Owner.Kind.TEAM.name().equals(form.typed(FIELD)) || Owner.Kind.ORGANISATION.name().equals(form.typed(FIELD));
		if (byName) {
			return new Owner(Owner.Kind.valueOf(form.typed(FIELD)), null, form.line(NAME, ActionPage.LINE));
		}
		form.wrong(FIELD, "Kies wie het doet.");
		return new Owner(Owner.Kind.TEAM, null, null);
	}

	private List<Choice> persons(PartnershipId partnership, LocalDate day) {
		Set<PersonId> persons = seats(partnership, day);
		documents.find(ReadModels.HOLDERS, partnership.toString(), AsOf.NOW).ifPresent(
				found -> found.document().holders().stream().filter(holder -> holder.on(day)).map(HoldersView.Holder::personId).forEach(persons::add));
		return named(persons);
	}

	private Set<PersonId> seats(PartnershipId partnership, LocalDate day) {
		Set<PersonId> persons = new LinkedHashSet<>();
		documents.list(ReadModels.SEATS, new ListQuery(Map.of("partnershipId", partnership.toString()), null, List.of("-from"), 1, MOST, null), AsOf.NOW).items().stream()
				.filter(seat -> seat.document().holdsOn(day)).forEach(seat -> persons.add(seat.document().personId()));
		return persons;
	}

	private List<Choice> named(Set<PersonId> persons) {
		List<Choice> choices = new ArrayList<>();
		Set<PersonId> restricted = people.restricted(persons);
		people.names(persons).forEach((person, name) -> {
			if (!name.equals(People.ERASED) && !restricted.contains(person)) {
				choices.add(new Choice(Owner.Kind.PERSON + "/" + person, name));
			}
		});
		return sorted(choices);
	}

	private static List<Choice> sorted(List<Choice> choices) {
		return choices.stream().sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}
}
