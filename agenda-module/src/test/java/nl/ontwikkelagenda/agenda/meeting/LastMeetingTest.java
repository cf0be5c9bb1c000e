package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnnounceAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanOccurrence;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawAnnouncement;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingAnnouncedAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingNoLongerLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastMeetingTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId TABLE = new BodyId(new UUID(0, 3));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final MeetingId LATER = new MeetingId(new UUID(0, 4));
	private static final MeetingPlanned PLANNED = new MeetingPlanned(MEETING, REGION, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, null, null);
	private static final MeetingAnnouncedAsLast LAST = new MeetingAnnouncedAsLast(MEETING, REGION, TABLE, null, null);

	private final Others others = new Others();
	private final AggregateTestFixture<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

	@BeforeEach
	void everybodyIsKnown() {
		References references = (partnership, id) -> true;
		meeting.registerInjectableResource(references);
		meeting.registerInjectableResource(others);
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void theLastMeetingOfABodyIsAnnounced() {
		meeting.given(PLANNED).when(new AnnounceAsLast(MEETING, null)).expectEvents(LAST);
		refused("a-last-meeting-is-announced-once", new AnnounceAsLast(MEETING, null), PLANNED, LAST);
	}

	@Test
	void anotherLastMeetingHasAReasonAndTakesThePlaceOfTheOneBefore() {
		others.last = LATER;
		refused("another-last-has-a-reason", new AnnounceAsLast(MEETING, null), PLANNED);
		meeting.given(PLANNED).when(new AnnounceAsLast(MEETING, text("Klaar"))).expectEvents(new MeetingAnnouncedAsLast(MEETING, REGION, TABLE, LATER, text("Klaar")));
	}

	@Test
	void aMeetingOfNoBodyCannotBeItsLast() {
		refused("a-last-meeting-is-of-a-body", new AnnounceAsLast(MEETING, null),
				new MeetingPlanned(MEETING, REGION, null, null, text("Werksessie"), DAY, null, null, null, null));
	}

	@Test
	void anAnnouncementIsWithdrawn() {
		meeting.given(PLANNED, LAST).when(new WithdrawAnnouncement(MEETING, LATER, text("Uitloop"))).expectEvents(new MeetingNoLongerLast(MEETING, LATER, text("Uitloop")));
		refused("only-an-announced-last-is-withdrawn", new WithdrawAnnouncement(MEETING, null, null), PLANNED);
	}

	@Test
	void theLastDateOfASeriesIsAnnouncedAsItIsPlanned() {
		SeriesId series = new SeriesId(new UUID(0, 9));
		meeting.givenNoPriorActivity()
				.when(new PlanOccurrence(MEETING, REGION, series, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, true, null))
				.expectEvents(new MeetingPlanned(MEETING, REGION, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, null, series), LAST);
	}

	private void refused(String rule, MeetingCommand command, MeetingEvent... history) {
		meeting.given((Object[]) history).when(command).expectException(Broken.rule(rule)).expectNoEvents();
	}
}
