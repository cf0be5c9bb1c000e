package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.reporting.progress.ReportPeriod;

/**
 * That somebody wants a report by mail whenever a period has ended.
 *
 * @param subscribedOn the first report is that of the period that this day is in
 */
public record ReportSubscription(ReportSubscriptionId reportSubscriptionId, PersonId personId, PartnershipId partnershipId, ReportSubject subject, Rhythm rhythm,
		LocalDate subscribedOn) {

	/** How often a report is made. */
	public enum Rhythm {
		MONTHLY, SCHOOL_QUARTERLY;

		/** The last period that had ended before this day. */
		ReportPeriod lastBefore(LocalDate day) {
			return (this == MONTHLY ? ReportPeriod.month(day) : ReportPeriod.schoolQuarter(day)).previous();
		}
	}
}
