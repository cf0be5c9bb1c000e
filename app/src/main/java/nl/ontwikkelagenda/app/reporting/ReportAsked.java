package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.cop.community.CommunityId;

import org.jspecify.annotations.Nullable;

/**
 * A report as it is asked for in an address: a kept one, or one subject and a period.
 *
 * @param period in words, in place of both days
 */
public record ReportAsked(@Nullable ReportId reportId, @Nullable PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable TableId tableId,
		@Nullable CommunityId communityId, @Nullable MeetingId meetingId, @Nullable String period, @Nullable LocalDate from, @Nullable LocalDate to,
		@Nullable ReportId comparedWith) {

	/** With the subject as one. */
	static ReportAsked of(@Nullable ReportId reportId, @Nullable ReportSubject subject, @Nullable String period, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable ReportId comparedWith) {
		UUID id = subject == null ? null : subject.id();
		Kind kind = subject == null ? null : subject.kind();
		return new ReportAsked(reportId, id != null && kind == Kind.PARTNERSHIP ? new PartnershipId(id) : null, id != null && kind == Kind.AGENDA ? new AgendaId(id) : null,
				id != null && kind == Kind.THEME ? new ThemeId(id) : null, id != null && kind == Kind.TABLE ? new TableId(id) : null,
				id != null && kind == Kind.COMMUNITY ? new CommunityId(id) : null, id != null && kind == Kind.MEETING ? new MeetingId(id) : null, period, from, to, comparedWith);
	}

	/** @throws InvalidInput when not exactly one is given */
	ReportSubject subject() {
		List<ReportSubject> given = Stream.of(partnershipId == null ? null : new ReportSubject(Kind.PARTNERSHIP, partnershipId.value()),
				agendaId == null ? null : new ReportSubject(Kind.AGENDA, agendaId.value()), themeId == null ? null : new ReportSubject(Kind.THEME, themeId.value()),
				tableId == null ? null : new ReportSubject(Kind.TABLE, tableId.value()),
				communityId == null ? null : new ReportSubject(Kind.COMMUNITY, communityId.value()),
				meetingId == null ? null : new ReportSubject(Kind.MEETING, meetingId.value())).filter(Objects::nonNull).toList();
		if (given.size() != 1) {
			throw new InvalidInput("partnershipId",
					"Kies één onderwerp voor het verslag: partnershipId, agendaId, themeId, tableId, communityId of meetingId; of een bewaard verslag met reportId.");
		}
		return given.getFirst();
	}

	/** @throws InvalidInput when a subject or period is given too: a kept report has its own */
	void isOnlyAKeptOne() {
		boolean more = Stream.of(partnershipId, agendaId, themeId, tableId, communityId, meetingId, period, from, to).anyMatch(Objects::nonNull);
		if (more) {
			throw new InvalidInput("reportId", "Een bewaard verslag heeft zijn eigen onderwerp en periode; laat die weg.");
		}
	}

	/** The name of the parameter that chooses a subject of this kind. */
	public static String field(Kind kind) {
		return switch (kind) {
			case PARTNERSHIP -> "partnershipId";
			case AGENDA -> "agendaId";
			case THEME -> "themeId";
			case TABLE -> "tableId";
			case COMMUNITY -> "communityId";
			case MEETING -> "meetingId";
		};
	}
}
