package nl.ontwikkelagenda.reporting.leftbehind;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * What is still in the name of those who left a partnership.
 *
 * @param onDay the day on which a seat or mandate counts as standing
 * @param items one for everybody who left and left something behind
 */
public record LeftBehind(PartnershipId partnershipId, LocalDate onDay, List<Item> items) {

	/** What one organisation or person left behind. */
	public record Item(@Nullable OrganisationId organisationId, @Nullable PersonId personId, LocalDate leftOn, @Nullable OrganisationId mergedInto, List<SeatView> seats,
			List<MandateView> mandates, List<OpenPromise> promises) {
	}

	/** A promise of an action that is not done or dropped. */
	public record OpenPromise(ActionId actionId, String title, PromiseView promise) {
	}
}
