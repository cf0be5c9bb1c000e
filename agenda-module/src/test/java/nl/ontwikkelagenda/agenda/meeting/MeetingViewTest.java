package nl.ontwikkelagenda.agenda.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingView.Attendance;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingViewTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final OrganisationId SCHOOL = new OrganisationId(new UUID(0, 4));
	private static final OrganisationId MUNICIPALITY = new OrganisationId(new UUID(0, 5));
	private static final PersonId TEACHER = new PersonId(new UUID(0, 6));
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	@Test
	void aLaterRecordOfTheSameAttendeeReplacesTheEarlierOne() {
		MeetingView view = after(new AttendanceRecorded(MEETING, null, SCHOOL, Presence.APOLOGIES), new AttendanceRecorded(MEETING, TEACHER, SCHOOL, Presence.APOLOGIES),
				new AttendanceRecorded(MEETING, null, MUNICIPALITY, Presence.PRESENT), new AttendanceRecorded(MEETING, TEACHER, SCHOOL, Presence.PRESENT));
		assertThat(view.attendance()).containsExactly(new Attendance(null, SCHOOL, Presence.APOLOGIES), new Attendance(null, MUNICIPALITY, Presence.PRESENT),
				new Attendance(TEACHER, SCHOOL, Presence.PRESENT));
	}

	private static MeetingView after(MeetingEvent... events) {
		@Nullable MeetingView view = MeetingView.on(null, new MeetingPlanned(MEETING, new PartnershipId(new UUID(0, 2)), null, null, new FreeText("Werksessie", "c2FsdA=="),
				LocalDate.of(2018, 9, 24), null, null, null), WHEN);
		for (MeetingEvent event : events) {
			view = MeetingView.on(view, event, WHEN);
		}
		return view;
	}
}
