package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Progress reports that the caller may see, for the page and for the API alike. */
@Component
public class VisibleReports {

	private final ProgressReports reports;
	private final Readers readers;

	VisibleReports(ProgressReports reports, Readers readers) {
		this.reports = reports;
		this.readers = readers;
	}

	/** What a report is asked about: exactly one of the three. */
	public record Subject(@Nullable MeetingId meetingId, @Nullable AgendaId agendaId, @Nullable PartnershipId partnershipId) {
	}

	/**
	 * @throws InvalidInput when not exactly one subject is given
	 * @throws NotFound     when it was not there then, or the caller may not see it
	 */
	public ProgressReport of(Subject subject, AsOf asOf, LocalDate onDay) {
		if (Stream.of(subject.meetingId(), subject.agendaId(), subject.partnershipId()).filter(Objects::nonNull).count() != 1) {
			throw new InvalidInput("partnershipId", "Kies één onderwerp voor het verslag: partnershipId, agendaId of meetingId.");
		}
		ProgressReport report = find(subject, asOf, onDay).orElseThrow(NotFound::new);
		readers.check(ReadModels.ACTIONS, report.subject().partnershipId());
		readers.check(ReadModels.MEETINGS, report.subject().partnershipId());
		return report;
	}

	private Optional<ProgressReport> find(Subject subject, AsOf asOf, LocalDate onDay) {
		if (subject.meetingId() != null) {
			return reports.ofMeeting(subject.meetingId(), asOf, onDay);
		}
		return subject.agendaId() != null ? reports.ofAgenda(subject.agendaId(), asOf, onDay) : reports.ofPartnership(Objects.requireNonNull(subject.partnershipId()), asOf, onDay);
	}
}
