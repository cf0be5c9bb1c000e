package nl.ontwikkelagenda.app.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.People;

/** What the owners and mentions on one page, or in one calendar, are called now; persons are looked up when shown. */
public final class Names {

	private final People people;
	private final Map<UUID, String> organisations = new HashMap<>();
	private final Map<PersonId, String> persons;

	/** @param owners all owners on the page, so that the register is asked once */
	public Names(People people, List<PartnershipView.Organisation> organisations, List<OwnerView> owners) {
		this.people = people;
		organisations.forEach(organisation -> this.organisations.put(organisation.organisationId().value(), organisation.name()));
		this.persons = people.names(owners.stream().map(OwnerView::id).filter(Objects::nonNull).map(PersonId::new).toList());
	}

	public String owner(OwnerView owner) {
		if (owner.name() != null) {
			return owner.name();
		}
		UUID id = Objects.requireNonNull(owner.id());
		return switch (owner.kind()) {
			case PERSON -> persons.getOrDefault(new PersonId(id), People.ERASED);
			case ORGANISATION, TEAM -> organisations.getOrDefault(id, People.ERASED);
		};
	}

	/** A text with mentions replaced by names. */
	public String inText(String text) {
		return text.contains("@[") ? people.withNames(text) : text;
	}
}
