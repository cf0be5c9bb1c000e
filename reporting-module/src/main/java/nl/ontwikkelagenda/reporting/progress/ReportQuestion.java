package nl.ontwikkelagenda.reporting.progress;

import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.jspecify.annotations.Nullable;

/**
 * What a report is asked about.
 *
 * @param reportId the kept report that is asked for; absent when it is asked for on the spot
 * @param period   absent for everything so far
 * @param asOf     up to which fact it counts
 * @param moment   when that was
 * @param onDay    what is late is late on this day
 * @param query    the same question as a query string, without the figure
 * @param earlier  the kept report to compare with
 */
public record ReportQuestion(@Nullable ReportId reportId, ReportSubject subject, @Nullable ReportPeriod period, AsOf asOf, Instant moment, LocalDate onDay, String query,
		@Nullable ReportQuestion earlier) {

	/** The same, beside a kept report. */
	public ReportQuestion comparedWith(@Nullable ReportQuestion kept) {
		String beside = kept == null ? query : query + "&comparedWith=" + kept.reportId();
		return new ReportQuestion(reportId, subject, period, asOf, moment, onDay, beside, kept);
	}
}
