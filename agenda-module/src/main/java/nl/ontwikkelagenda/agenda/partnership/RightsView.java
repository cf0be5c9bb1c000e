package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

/** Everything one person may do, or once might, in any partnership. */
public record RightsView(PersonId personId, List<Held> rights) {

	/**
	 * One right in one partnership.
	 *
	 * @param to last day on which it holds; absent while it has no end
	 */
	public record Held(PartnershipId partnershipId, Right right, LocalDate from, @Nullable LocalDate to) {

		public boolean on(LocalDate day) {
			return !day.isBefore(from) && (to == null || !day.isAfter(to));
		}
	}

	/** The person a fact is about; absent when it is not about a right. */
	public static @Nullable String key(PartnershipEvent event) {
		return switch (event) {
			case RightGiven e -> e.personId().toString();
			case RightWithdrawn e -> e.personId().toString();
			case PartnershipFounded e -> null;
			case OrganisationJoined e -> null;
			case RoleDescribed e -> null;
			case HouseStyleChosen e -> null;
			case PartnershipEvent.OfMandate e -> null;
			case OrganisationMerged e -> null;
			case OrganisationLeft e -> null;
			case PersonLeft e -> null;
			case PartnershipEvent.OfRegion e -> null;
		};
	}

	public static @Nullable RightsView on(@Nullable RightsView current, PartnershipEvent event, Recorded when) {
		return switch (event) {
			case RightGiven e -> {
				List<Held> rights = current == null ? new ArrayList<>() : new ArrayList<>(current.rights());
				rights.add(new Held(e.partnershipId(), e.right(), e.from(), e.to()));
				yield new RightsView(e.personId(), List.copyOf(rights));
			}
			case RightWithdrawn e when current != null -> new RightsView(e.personId(), current.rights().stream().map(held -> ended(held, e)).toList());
			case RightWithdrawn e -> null;
			case PartnershipFounded e -> current;
			case OrganisationJoined e -> current;
			case RoleDescribed e -> current;
			case HouseStyleChosen e -> current;
			case PartnershipEvent.OfMandate e -> current;
			case OrganisationMerged e -> current;
			case OrganisationLeft e -> current;
			case PersonLeft e -> current;
			case PartnershipEvent.OfRegion e -> current;
		};
	}

	private static Held ended(Held held, RightWithdrawn e) {
		boolean meant = held.partnershipId().equals(e.partnershipId()) && held.right() == e.right() && (held.to() == null || !held.to().isBefore(e.withdrawnOn()));
		return meant ? new Held(held.partnershipId(), held.right(), held.from(), e.withdrawnOn().minusDays(1)) : held;
	}

	public boolean holds(PartnershipId partnership, Right right, LocalDate day) {
		return rights.stream().anyMatch(held -> held.partnershipId().equals(partnership) && held.right() == right && held.on(day));
	}
}
