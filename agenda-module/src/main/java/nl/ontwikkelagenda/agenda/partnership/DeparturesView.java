package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.HouseStyleChosen;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationMerged;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PersonLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RoleDescribed;

import org.jspecify.annotations.Nullable;

/** Which organisations and persons left one partnership, so that nothing of theirs is left behind unseen. */
public record DeparturesView(PartnershipId partnershipId, List<Departure> departures) {

	/**
	 * Who left: an organisation or a person.
	 *
	 * @param leftOn     first day without them
	 * @param mergedInto the organisation that took its place
	 */
	public record Departure(@Nullable OrganisationId organisationId, @Nullable PersonId personId, LocalDate leftOn, @Nullable OrganisationId mergedInto,
			@Nullable String reason) {
	}

	public static DeparturesView on(@Nullable DeparturesView current, PartnershipEvent event, Recorded when) {
		DeparturesView before = current == null ? new DeparturesView(event.partnershipId(), List.of()) : current;
		return switch (event) {
			case OrganisationLeft e -> before.with(new Departure(e.organisationId(), null, e.leftOn(), null, e.reason().text()));
			case OrganisationMerged e -> before.with(new Departure(e.organisationId(), null, e.mergedOn(), e.into(), null));
			case PersonLeft e -> before.with(new Departure(null, e.personId(), e.leftOn(), null, e.reason().text()));
			case RightGiven e -> before.without(e.personId());
			case PartnershipFounded e -> before;
			case OrganisationJoined e -> before;
			case RoleDescribed e -> before;
			case HouseStyleChosen e -> before;
			case PartnershipEvent.OfMandate e -> before;
			case RightWithdrawn e -> before;
			case PartnershipEvent.OfRegion e -> before;
		};
	}

	private DeparturesView with(Departure departure) {
		List<Departure> all = new ArrayList<>(departures);
		all.add(departure);
		return new DeparturesView(partnershipId, List.copyOf(all));
	}

	/** Who is given a right again is back. */
	private DeparturesView without(PersonId person) {
		return new DeparturesView(partnershipId, departures.stream().filter(departure -> !Objects.equals(departure.personId(), person)).toList());
	}
}
