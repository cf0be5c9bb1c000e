package nl.ontwikkelagenda.agenda.meeting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CancelMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CarryItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CloseMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.FormGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HandItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceCarriedItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.ReportBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.TreatItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.GroupFormed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.GroupReportedBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemCarriedOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemPlaced;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemTreated;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemWithdrawn;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingClosed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.WaitingItemsCalledUp;
import nl.ontwikkelagenda.agenda.meeting.Meetings.Known;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId TABLE = new BodyId(new UUID(0, 3));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final MeetingId LATER = new MeetingId(new UUID(0, 4));
	private static final MeetingPlanned PLANNED = new MeetingPlanned(MEETING, REGION, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, null, null);
	private static final MeetingHeld HELD = new MeetingHeld(MEETING, null, Period.on(DAY));
	private static final ItemId FEEDBACK = new ItemId(new UUID(0, 5));
	private static final ItemId CULTURE = new ItemId(new UUID(0, 6));
	private static final ItemId SPEAKER = new ItemId(new UUID(0, 7));
	private static final ItemPlaced FIRST = placed(FEEDBACK, "1", "Terugkoppeling");
	private static final ItemPlaced SECOND = placed(CULTURE, "2", "Cultuur van samenwerken");

	private static ItemPlaced placed(ItemId item, String place, String title) {
		return new ItemPlaced(MEETING, REGION, TABLE, item, new BigDecimal(place), text(title), 20, null, null, null);
	}

	private static ItemCarriedOver carried(ItemPlaced item, @Nullable MeetingId to) {
		return new ItemCarriedOver(MEETING, REGION, item.itemId(), item.title(), item.minutes(), item.themeId(), item.introducedBy(), to);
	}

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
	void anItemIsPlacedAtTheEndOrBeforeAnother() {
		Introducer speaker = new Introducer(null, text("gastspreker"), text("adviesbureau"));
		meeting.given(PLANNED, FIRST).when(new PlaceItem(MEETING, CULTURE, text("Cultuur van samenwerken"), 20, null, null, null)).expectEvents(SECOND);
		meeting.given(PLANNED, FIRST, SECOND).when(new PlaceItem(MEETING, SPEAKER, text("Met andere ogen"), 45, null, speaker, CULTURE))
				.expectEvents(new ItemPlaced(MEETING, REGION, TABLE, SPEAKER, new BigDecimal("1.5"), text("Met andere ogen"), 45, null, speaker, null));
	}

	@Test
	void movingAnItemMovesOnlyThatOne() {
		meeting.given(PLANNED, FIRST, SECOND).when(new MoveItem(MEETING, CULTURE, FEEDBACK)).expectEvents(new ItemMoved(MEETING, CULTURE, new BigDecimal("0.5")));
		meeting.given(PLANNED, FIRST, SECOND).when(new MoveItem(MEETING, FEEDBACK, null)).expectEvents(new ItemMoved(MEETING, FEEDBACK, new BigDecimal("3")));
		meeting.given(PLANNED, FIRST, SECOND).when(new MoveItem(MEETING, FEEDBACK, FEEDBACK)).expectNoEvents();
		meeting.given(PLANNED, FIRST).when(new MoveItem(MEETING, CULTURE, null)).expectException(UnknownReference.class);
	}

	@Test
	void anIntroducerIsChosenOrDescribed() {
		refused("an-introducer-is-chosen-or-described", new PlaceItem(MEETING, SPEAKER, text("Lezing"), null, null, new Introducer(null, null, text("BMC")), null), PLANNED);
	}

	@Test
	void anItemIsTreatedAtAHeldMeetingAndOnlyOnce() {
		meeting.given(PLANNED, FIRST, HELD).when(new TreatItem(MEETING, FEEDBACK)).expectEvents(new ItemTreated(MEETING, FEEDBACK));
		refused("a-meeting-is-held-first", new TreatItem(MEETING, FEEDBACK), PLANNED, FIRST);
		refused("an-item-is-dealt-with-once", new TreatItem(MEETING, FEEDBACK), PLANNED, FIRST, HELD, new ItemTreated(MEETING, FEEDBACK));
	}

	@Test
	void whatWasNotTreatedGoesToTheNextMeetingWhenThisOneIsClosed() {
		others.next = LATER;
		meeting.given(PLANNED, FIRST, SECOND, HELD, new ItemTreated(MEETING, FEEDBACK)).when(new CloseMeeting(MEETING)).expectEvents(new MeetingClosed(MEETING),
				carried(SECOND, LATER));
	}

	@Test
	void withoutANextMeetingItWaitsAndIsCarriedOverWhenThereIsOne() {
		MeetingClosed closed = new MeetingClosed(MEETING);
		meeting.given(PLANNED, FIRST, HELD).when(new CloseMeeting(MEETING)).expectEvents(closed, carried(FIRST, null));
		others.known.put(LATER, new Known(TABLE, null, true));
		meeting.given(PLANNED, FIRST, HELD, closed, carried(FIRST, null)).when(new CarryItemOver(MEETING, FEEDBACK, LATER)).expectEvents(carried(FIRST, LATER));
		meeting.given(PLANNED, FIRST, HELD, closed, carried(FIRST, LATER)).when(new CarryItemOver(MEETING, FEEDBACK, LATER)).expectNoEvents();
	}

	@Test
	void theMeetingThatCalledAnItemUpGetsIt() {
		meeting.given(PLANNED, FIRST, HELD, new MeetingClosed(MEETING), carried(FIRST, null)).when(new HandItemOver(MEETING, FEEDBACK, LATER)).expectEvents(carried(FIRST, LATER));
		refused("only-a-waiting-item-is-carried-over", new HandItemOver(MEETING, FEEDBACK, new MeetingId(new UUID(0, 8))), PLANNED, FIRST, HELD, new MeetingClosed(MEETING),
				carried(FIRST, LATER));
	}

	@Test
	void anItemIsCarriedOverToOneMeetingOnly() {
		MeetingId other = new MeetingId(new UUID(0, 8));
		others.known.put(other, new Known(TABLE, null, true));
		refused("only-a-waiting-item-is-carried-over", new CarryItemOver(MEETING, FEEDBACK, other), PLANNED, FIRST, HELD, new MeetingClosed(MEETING), carried(FIRST, LATER));
	}

	@Test
	void anItemGoesToAMeetingThatCanStillTreatIt() {
		others.known.put(LATER, new Known(TABLE, null, false));
		refused("an-item-goes-to-an-open-meeting", new CarryItemOver(MEETING, FEEDBACK, LATER), PLANNED, FIRST, HELD, new MeetingClosed(MEETING), carried(FIRST, null));
	}

	@Test
	void aWaitingItemCanStillBeWithdrawn() {
		meeting.given(PLANNED, FIRST, HELD, new MeetingClosed(MEETING), carried(FIRST, null)).when(new WithdrawItem(MEETING, FEEDBACK, text("Niet meer nodig")))
				.expectEvents(new ItemWithdrawn(MEETING, FEEDBACK, text("Niet meer nodig")));
	}

	@Test
	void theItemsOfACancelledMeetingGoToTheNextOne() {
		others.next = LATER;
		meeting.given(PLANNED, FIRST).when(new CancelMeeting(MEETING, text("Ziekte"))).expectEvents(new MeetingCancelled(MEETING, text("Ziekte")), carried(FIRST, LATER));
	}

	@Test
	void aNewMeetingOfTheBodyCallsUpWhatWaits() {
		ItemOrigin waiting = new ItemOrigin(LATER, CULTURE);
		others.waiting = List.of(waiting);
		meeting.givenNoPriorActivity().when(new PlanMeeting(MEETING, REGION, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, null, null))
				.expectEvents(PLANNED, new WaitingItemsCalledUp(MEETING, List.of(waiting)));
	}

	@Test
	void aCarriedItemIsPlacedOnceAndKeepsItsOrigin() {
		ItemOrigin from = new ItemOrigin(LATER, SPEAKER);
		ItemPlaced item = new ItemPlaced(MEETING, REGION, TABLE, CULTURE, BigDecimal.ONE, text("Cultuur van samenwerken"), 20, null, null, from);
		PlaceCarriedItem place = new PlaceCarriedItem(MEETING, CULTURE, text("Cultuur van samenwerken"), 20, null, null, from);
		meeting.given(PLANNED).when(place).expectEvents(item);
		meeting.given(PLANNED, item).when(place).expectNoEvents();
	}

	@Test
	void aCarriedItemThatComesTooLateGoesOn() {
		ItemOrigin from = new ItemOrigin(LATER, SPEAKER);
		ItemPlaced item = new ItemPlaced(MEETING, REGION, TABLE, CULTURE, BigDecimal.ONE, text("Cultuur van samenwerken"), 20, null, null, from);
		meeting.given(PLANNED, new MeetingCancelled(MEETING, text("Ziekte"))).when(new PlaceCarriedItem(MEETING, CULTURE, text("Cultuur van samenwerken"), 20, null, null, from))
				.expectEvents(item, carried(item, null));
	}

	@Test
	void theItemsOfAClosedMeetingNoLongerChange() {
		refused("a-closed-meeting-stays-closed", new PlaceItem(MEETING, FEEDBACK, text("Nog iets"), null, null, null, null), PLANNED, HELD, new MeetingClosed(MEETING));
		refused("a-closed-meeting-stays-closed", new CloseMeeting(MEETING), PLANNED, HELD, new MeetingClosed(MEETING));
		refused("a-meeting-is-held-first", new CloseMeeting(MEETING), PLANNED);
	}

	@Test
	void aGroupReportsBackAtTheMeeting() {
		GroupId group = new GroupId(new UUID(0, 8));
		GroupFormed formed = new GroupFormed(MEETING, REGION, group, text("Groep monitor"), null, List.of());
		meeting.given(PLANNED).when(new FormGroup(MEETING, group, text("Groep monitor"), null, List.of())).expectEvents(formed);
		meeting.given(PLANNED, formed, HELD).when(new ReportBack(MEETING, group, text("Er is een wens voor een monitor")))
				.expectEvents(new GroupReportedBack(MEETING, group, text("Er is een wens voor een monitor")));
		refused("a-meeting-is-held-first", new ReportBack(MEETING, group, text("Te vroeg")), PLANNED, formed);
		meeting.given(PLANNED, HELD).when(new ReportBack(MEETING, group, text("Wie zijn wij?"))).expectException(UnknownReference.class);
	}

	private void refused(String rule, MeetingCommand command, MeetingEvent... history) {
		meeting.given((Object[]) history).when(command).expectException(Broken.rule(rule)).expectNoEvents();
	}
}
