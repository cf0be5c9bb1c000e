package nl.ontwikkelagenda.agenda.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportMade;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportPublicationWithdrawn;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportPublished;

import org.jspecify.annotations.Nullable;

/**
 * A kept report.
 *
 * @param subjectId  id of the subject, also to list by
 * @param period     absent for everything so far
 * @param recordedAt what was recorded up to then is in it
 * @param position   its place in the log: what was recorded up to there is in it
 */
@RecordBuilder
public record ReportView(ReportId reportId, PartnershipId partnershipId, ReportSubject.Kind subjectKind, UUID subjectId, @Nullable Period period, LocalDate madeOn,
		Instant recordedAt, Actor by, long position, @Nullable Publication publication, @Nullable Withdrawal withdrawal) implements ReportViewBuilder.With {

	/** Since when everybody can read it. */
	public record Publication(LocalDate publishedOn, Instant recordedAt) {
	}

	/** Since when it is published no more, and why. */
	public record Withdrawal(String reason, LocalDate withdrawnOn) {
	}

	public ReportSubject subject() {
		return new ReportSubject(subjectKind, subjectId);
	}

	public static ReportView on(@Nullable ReportView current, ReportEvent event, Recorded when) {
		return switch (event) {
			case ReportMade e ->
				new ReportView(e.reportId(), e.partnershipId(), e.subject().kind(), e.subject().id(), e.period(), e.madeOn(), when.at(), when.by(), when.position(), null, null);
			case ReportPublished e -> requireNonNull(current).withPublication(new Publication(e.publishedOn(), when.at())).withWithdrawal(null);
			case ReportPublicationWithdrawn e -> requireNonNull(current).withPublication(null).withWithdrawal(new Withdrawal(e.reason().text(), e.withdrawnOn()));
		};
	}
}
