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

/** Who holds, or once held, which right in one partnership. */
public record HoldersView(PartnershipId partnershipId, List<Holder> holders) {

	/** @param to last day on which the right holds; absent while it has no end */
	public record Holder(PersonId personId, Right right, LocalDate from, @Nullable LocalDate to) {

		public boolean on(LocalDate day) {
			return !day.isBefore(from) && (to == null || !day.isAfter(to));
		}

		private Holder without(RightWithdrawn e) {
			boolean meant = personId.equals(e.personId()) && right == e.right() && (to == null || !to.isBefore(e.withdrawnOn()));
			return meant ? new Holder(personId, right, from, e.withdrawnOn().minusDays(1)) : this;
		}
	}

	public static HoldersView on(@Nullable HoldersView current, PartnershipEvent event, Recorded when) {
		HoldersView before = current == null ? new HoldersView(event.partnershipId(), List.of()) : current;
		return switch (event) {
			case RightGiven e -> {
				List<Holder> holders = new ArrayList<>(before.holders());
				holders.add(new Holder(e.personId(), e.right(), e.from(), e.to()));
				yield new HoldersView(e.partnershipId(), List.copyOf(holders));
			}
			case RightWithdrawn e -> new HoldersView(e.partnershipId(), before.holders().stream().map(holder -> holder.without(e)).toList());
			case PartnershipFounded e -> before;
			case OrganisationJoined e -> before;
			case RoleDescribed e -> before;
			case HouseStyleChosen e -> before;
			case PartnershipEvent.OfMandate e -> before;
			case OrganisationMerged e -> before;
			case OrganisationLeft e -> before;
			case PersonLeft e -> before;
			case PartnershipEvent.OfRegion e -> before;
		};
	}
}
