package nl.ontwikkelagenda.agenda.report;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;

import org.jspecify.annotations.Nullable;

/** What happened to a kept report. */
public sealed interface ReportEvent {

	ReportId reportId();

	/**
	 * What it says is not in it: that is what the views show as of the place of this event in the log.
	 *
	 * @param period absent for everything so far
	 */
	record ReportMade(ReportId reportId, PartnershipId partnershipId, ReportSubject subject, @Nullable Period period, LocalDate madeOn) implements ReportEvent {
	}

	/** From then on everybody can read it, without an account. */
	record ReportPublished(ReportId reportId, LocalDate publishedOn) implements ReportEvent {
	}

	/** From then on only who has an account reads it. */
	record ReportPublicationWithdrawn(ReportId reportId, FreeText reason, LocalDate withdrawnOn) implements ReportEvent {
	}
}
