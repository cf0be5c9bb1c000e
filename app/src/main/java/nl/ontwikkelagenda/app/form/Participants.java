package nl.ontwikkelagenda.app.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Who takes part in a partnership, to choose from in a form: the values are ids. */
@Component
public class Participants {

	private static final int MOST = 500;

	private final Documents documents;
	private final People people;

	Participants(Documents documents, People people) {
		this.documents = documents;
		this.people = people;
	}

	/** Persons who hold a right or a seat on this day, by name. For who may know who holds which right. */
	public List<Choice> persons(PartnershipId partnership, LocalDate day) {
		Set<PersonId> persons = seats(partnership, day, AsOf.NOW);
		documents.find(ReadModels.HOLDERS, partnership.toString(), AsOf.NOW).ifPresent(
				found -> found.document().holders().stream().filter(holder -> holder.on(day)).map(HoldersView.Holder::personId).forEach(persons::add));
		return named(persons);
	}

	/** Persons who sit on a body of the partnership on this day, as far as it was known then, by name. */
	public List<Choice> seated(PartnershipId partnership, LookingBack.Moment moment) {
		return named(seats(partnership, moment.onDay(), moment.asOf()));
	}

	/** Organisations that take part now, by name. */
	public static List<Choice> organisations(PartnershipView partnership) {
		return sorted(partnership.organisations().stream().filter(organisation -> organisation.leftOn() == null)
				.map(organisation -> new Choice(organisation.organisationId().toString(), organisation.name())));
	}

	private Set<PersonId> seats(PartnershipId partnership, LocalDate day, AsOf asOf) {
		Set<PersonId> persons = new LinkedHashSet<>();
		documents.items(ReadModels.SEATS, new ListQuery(Map.of("partnershipId", partnership.toString()), null, List.of("-from"), 1, MOST, null), asOf).stream()
				.filter(seat -> seat.document().holdsOn(day)).forEach(seat -> persons.add(seat.document().personId()));
		return persons;
	}

	private List<Choice> named(Set<PersonId> persons) {
		Set<PersonId> restricted = people.restricted(persons);
		return sorted(people.names(persons).entrySet().stream().filter(person -> !person.getValue().equals(People.ERASED) && !restricted.contains(person.getKey()))
				.map(person -> new Choice(person.getKey().toString(), person.getValue())));
	}

	private static List<Choice> sorted(Stream<Choice> choices) {
		return choices.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}
}
