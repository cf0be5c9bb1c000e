package nl.ontwikkelagenda.agenda.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportMade;

import org.jspecify.annotations.Nullable;

/**
 * A kept report.
 *
 * @param subjectId  id of the subject, also to list by
 * @param period     absent for everything so far
 * @param recordedAt what was recorded up to then is in it
 */
public record ReportView(ReportId reportId, PartnershipId partnershipId, ReportSubject.Kind subjectKind, UUID subjectId, @Nullable Period period, LocalDate madeOn,
		Instant recordedAt, Actor by) {

	public ReportSubject subject() {
		return new ReportSubject(subjectKind, subjectId);
	}

	public static ReportView on(@Nullable ReportView current, ReportEvent event, Recorded when) {
		return switch (event) {
			case ReportMade e ->
				new ReportView(e.reportId(), e.partnershipId(), e.subject().kind(), e.subject().id(), e.period(), e.madeOn(), when.at(), when.by());
		};
	}
}
