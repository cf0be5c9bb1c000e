package nl.ontwikkelagenda.app.reminder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/** What reminders need to know of one partnership on one day: who is concerned with a promise, and whether its schools are closed. */
class Surroundings {

	private final People people;
	private final boolean holiday;
	private final Set<PersonId> members;
	private final Set<PersonId> secretaries;
	private final Set<PersonId> left;
	private final Map<UUID, String> organisations;
	private final Map<OrganisationId, Set<PersonId>> membersOf = new HashMap<>();

	Surroundings(PartnershipId partnership, LocalDate day, AsOf asOf, Documents documents, Calendars calendars, People people) {
		this.people = people;
		Calendar calendar = calendars.of(partnership, null, day);
		this.holiday = calendar.holidays().isHoliday(day, calendar.region());
		String id = partnership.toString();
		List<Holder> holders = documents.find(ReadModels.HOLDERS, id, asOf).map(found -> found.document().holders()).orElse(List.of()).stream().filter(holder -> holder.on(day))
				.toList();
		this.members = holders.stream().map(Holder::personId).map(this::counting).collect(Collectors.toSet());
		this.secretaries = holders.stream().filter(holder -> holder.right() == Right.SECRETARY).map(Holder::personId).map(this::counting).collect(Collectors.toSet());
		this.left = documents.find(ReadModels.DEPARTURES, id, asOf).map(found -> found.document().departures()).orElse(List.of()).stream()
				.filter(departure -> departure.personId() != null && !departure.leftOn().isAfter(day)).map(departure -> departure.personId()).collect(Collectors.toSet());
		this.organisations = documents.find(ReadModels.PARTNERSHIPS, id, asOf).map(found -> found.document().organisations()).orElse(List.of()).stream()
				.collect(Collectors.toMap(organisation -> organisation.organisationId().value(), Organisation::name, (one, other) -> one));
	}

	boolean isHoliday() {
		return holiday;
	}

	/**
	 * Who is reminded of a promise of this owner: a person himself; for an organisation those of its people who take part here. Where there is nobody, as for a team or a person
	 * who left: who noted the action, or when he does not take part any more, those who keep the list of actions. Each by the id that counts.
	 */
	Set<PersonId> concernedWith(ActionView action, OwnerView owner) {
		UUID id = owner.id();
		Set<PersonId> owners = id == null ? Set.of() : switch (owner.kind()) {
			case PERSON -> left.contains(new PersonId(id)) ? Set.of() : Set.of(counting(new PersonId(id)));
			case ORGANISATION -> membersOf.computeIfAbsent(new OrganisationId(id), this::membersOf);
			case TEAM -> Set.of();
		};
		return owners.isEmpty() ? keepersOf(action) : owners;
	}

	private Set<PersonId> keepersOf(ActionView action) {
		PersonId notedBy = action.notedBy() == null ? null : counting(action.notedBy());
		return notedBy != null && members.contains(notedBy) ? Set.of(notedBy) : secretaries;
	}

	/** What the owner is called when it is not the reader. */
	@Nullable
	String nameOf(OwnerView owner, PersonId reader) {
		UUID id = owner.id();
		if (owner.name() != null || id == null) {
			return owner.name();
		}
		return switch (owner.kind()) {
			case PERSON -> people.idsOf(reader).contains(new PersonId(id)) ? null : people.names(Set.of(new PersonId(id))).get(new PersonId(id));
			case ORGANISATION, TEAM -> organisations.getOrDefault(id, People.ERASED);
		};
	}

	private PersonId counting(PersonId person) {
		return people.idsOf(person).getFirst();
	}

	private Set<PersonId> membersOf(OrganisationId organisation) {
		Set<PersonId> found = new HashSet<>(people.of(organisation));
		found.retainAll(members);
		return found;
	}
}
