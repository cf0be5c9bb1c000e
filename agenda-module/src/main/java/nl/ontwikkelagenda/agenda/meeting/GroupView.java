package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.GroupFormed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.GroupReportedBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfGroup;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** A group at a meeting, and what it reported back. */
public record GroupView(GroupId groupId, PartnershipId partnershipId, MeetingId meetingId, String name, @Nullable ThemeId themeId, List<PersonId> members,
		List<Report> reports) {

	public record Report(String text, Instant recordedAt) {
	}

	public static @Nullable GroupView on(@Nullable GroupView current, OfGroup event, Recorded when) {
		return switch (event) {
			case GroupFormed e when current == null ->
				new GroupView(e.groupId(), e.partnershipId(), e.meetingId(), e.name().text(), e.themeId(), e.members(), List.of());
			case GroupFormed e -> current;
			case GroupReportedBack e when current != null && current.meetingId.equals(e.meetingId()) ->
				new GroupView(current.groupId, current.partnershipId, current.meetingId, current.name, current.themeId, current.members,
						Stream.concat(current.reports.stream(), Stream.of(new Report(e.text().text(), when.at()))).toList());
			case GroupReportedBack e -> current;
		};
	}

	/** Without what it reported back, for who was asked to come to the meeting and is no member. */
	public GroupView announced() {
		return new GroupView(groupId, partnershipId, meetingId, name, themeId, members, List.of());
	}
}
