package nl.ontwikkelagenda.agenda.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPublished;
import nl.ontwikkelagenda.agenda.meeting.MeetingView.Attendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingView.Correction;
import nl.ontwikkelagenda.agenda.meeting.MeetingView.EarlierDate;
import nl.ontwikkelagenda.agenda.meeting.MeetingView.Headcount;
import nl.ontwikkelagenda.agenda.meeting.MeetingView.Publication;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
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
		MeetingView view = after(new AttendanceRecorded(MEETING, null, SCHOOL, Presence.APOLOGIES, null),
				new AttendanceRecorded(MEETING, TEACHER, SCHOOL, Presence.APOLOGIES, null),
				new AttendanceRecorded(MEETING, null, MUNICIPALITY, Presence.PRESENT, null), new AttendanceRecorded(MEETING, TEACHER, SCHOOL, Presence.PRESENT, null));
		assertThat(view.attendance()).containsExactly(new Attendance(null, SCHOOL, Presence.APOLOGIES, null, List.of()),
				new Attendance(null, MUNICIPALITY, Presence.PRESENT, null, List.of()),
				new Attendance(TEACHER, SCHOOL, Presence.PRESENT, null, List.of()));
	}

	@Test
	void aMovedMeetingShowsTheDatesOnWhichItWasPlannedBefore() {
		MeetingView view = after(new MeetingMoved(MEETING, LocalDate.of(2018, 10, 1), null, text("Ziekte")),
				new MeetingMoved(MEETING, LocalDate.of(2018, 10, 8), null, text("Geen zaal")));
		assertThat(view.plannedOn()).isEqualTo("2018-10-08");
		assertThat(view.earlierDates()).extracting(EarlierDate::plannedOn).containsExactly(LocalDate.of(2018, 9, 24), LocalDate.of(2018, 10, 1));
		assertThat(view.earlierDates()).extracting(EarlierDate::reason).containsExactly("Ziekte", "Geen zaal");
	}

	@Test
	void whoWasThereIsCountedAndACorrectionStaysVisible() {
		MeetingView view = after(new AttendanceRecorded(MEETING, TEACHER, SCHOOL, Presence.PRESENT, null),
				new AttendanceRecorded(MEETING, null, MUNICIPALITY, Presence.REPRESENTED, TEACHER),
				new AttendanceCorrected(MEETING, null, MUNICIPALITY, Presence.APOLOGIES, null, text("Had zich afgemeld"), LocalDate.of(2018, 10, 1)));
		assertThat(view.headcount()).isEqualTo(new Headcount(1, 1, 0));
		assertThat(view.attendance().getLast().corrections())
				.containsExactly(new Correction(Presence.REPRESENTED, "Had zich afgemeld", LocalDate.of(2018, 10, 1), Instant.EPOCH));
	}

	@Test
	void heldPublishedAndRecordedAreThreeDates() {
		MeetingView view = after(new MeetingHeld(MEETING, null, Period.on(LocalDate.of(2018, 9, 24))), new MeetingPublished(MEETING, LocalDate.of(2018, 10, 19), null));
		assertThat(view.happenedOn()).isEqualTo(Period.on(LocalDate.of(2018, 9, 24)));
		assertThat(view.publication()).isEqualTo(new Publication(LocalDate.of(2018, 10, 19), null, Instant.EPOCH));
		assertThat(view.recordedAt()).isEqualTo(Instant.EPOCH);
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static MeetingView after(MeetingEvent... events) {
		@Nullable MeetingView view = MeetingView.on(null, new MeetingPlanned(MEETING, new PartnershipId(new UUID(0, 2)), null, null, new FreeText("Werksessie", "c2FsdA=="),
				LocalDate.of(2018, 9, 24), null, null, null, null), WHEN);
		for (MeetingEvent event : events) {
			view = MeetingView.on(view, event, WHEN);
		}
		return view;
	}
}
