package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.HouseStyleChosen;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateGranted;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateHandedOver;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OfMandate;

import org.jspecify.annotations.Nullable;

/**
 * A mandate as its page shows it.
 *
 * @param organisationId on whose behalf; absent for the partnership as a whole
 * @param maxAmount      up to how many whole euros; absent when no amount is agreed
 * @param to             last day on which it holds; absent while it has no end
 * @param follows        the mandate that this one took over from
 * @param handedOverTo   the mandate that took over from this one
 * @param endedBecause   why it was withdrawn or handed over
 */
@RecordBuilder
public record MandateView(MandateId mandateId, PartnershipId partnershipId, PersonId personId, @Nullable OrganisationId organisationId, String subject, @Nullable Long maxAmount,
		LocalDate from, @Nullable LocalDate to, @Nullable MandateId follows, @Nullable MandateId handedOverTo,
		@Nullable String endedBecause) implements MandateViewBuilder.With {

	/** The mandate a fact is about; absent when it is about something else. */
	public static @Nullable String key(PartnershipEvent event) {
		return event instanceof OfMandate of ? of.mandateId().toString() : null;
	}

	public static @Nullable MandateView on(@Nullable MandateView current, PartnershipEvent event, Recorded when) {
		if ((current != null && !current.partnershipId().equals(event.partnershipId())) || !(event instanceof OfMandate ofMandate)) {
			// A mandate of another partnership was given the same id; the first one keeps it.
			return current;
		}
		return switch (ofMandate) {
			case MandateGranted e ->
				new MandateView(e.mandateId(), e.partnershipId(), e.personId(), e.organisationId(), e.subject().text(), e.maxAmount(), e.from(), e.to(), e.follows(), null, null);
			case MandateWithdrawn e when current != null -> current.withTo(e.withdrawnOn().minusDays(1)).withEndedBecause(e.reason().text());
			case MandateHandedOver e when current != null ->
				current.withTo(e.handedOverOn().minusDays(1)).withHandedOverTo(e.successorMandateId()).withEndedBecause(e.reason().text());
			case MandateWithdrawn e -> null;
			case MandateHandedOver e -> null;
		};
	}

	public boolean holdsOn(LocalDate day) {
		return !day.isBefore(from) && !endsBefore(day);
	}

	public boolean endsBefore(LocalDate day) {
		return to != null && to.isBefore(day);
	}
}
