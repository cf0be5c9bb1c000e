package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.ExtendSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.PlanSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesExtended;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesPlanned;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeetingSeriesTest {

	private static final SeriesId SERIES = new SeriesId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId TABLE = new BodyId(new UUID(0, 3));
	private static final Occurrence OCTOBER = new Occurrence(new MeetingId(new UUID(0, 4)), LocalDate.of(2021, 10, 27), null);
	private static final Occurrence SEPTEMBER = new Occurrence(new MeetingId(new UUID(0, 5)), LocalDate.of(2021, 9, 15), null);
	private static final Occurrence DECEMBER = new Occurrence(new MeetingId(new UUID(0, 6)), LocalDate.of(2021, 12, 8), null);
	private static final SeriesPlanned PLANNED = new SeriesPlanned(SERIES, REGION, TABLE, null, text("Ontwikkeltafel"), null, List.of(OCTOBER, SEPTEMBER), OCTOBER.meetingId(),
			null);

	private final Others others = new Others();
	private final AggregateTestFixture<MeetingSeries> series = new AggregateTestFixture<>(MeetingSeries.class);

	@BeforeEach
	void everybodyIsKnown() {
		References references = (partnership, id) -> true;
		series.registerInjectableResource(references);
		series.registerInjectableResource(others);
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void theLatestDateIsAnnouncedAsTheLast() {
		series.givenNoPriorActivity().when(plan(null, OCTOBER, SEPTEMBER)).expectEvents(PLANNED);
	}

	@Test
	void aBodyThatHadALastMeetingGetsAnotherForAReason() {
		others.last = new MeetingId(new UUID(0, 9));
		series.givenNoPriorActivity().when(plan(null, OCTOBER)).expectException(Broken.rule("another-last-has-a-reason")).expectNoEvents();
		series.givenNoPriorActivity().when(plan(text("De tafel gaat door"), OCTOBER)).expectEvents(
				new SeriesPlanned(SERIES, REGION, TABLE, null, text("Ontwikkeltafel"), null, List.of(OCTOBER), OCTOBER.meetingId(), text("De tafel gaat door")));
	}

	@Test
	void aSeriesIsExtendedWithAReason() {
		series.given(PLANNED).when(new ExtendSeries(SERIES, List.of(DECEMBER), true, text("Nog niet klaar"))).expectEvents(new SeriesExtended(SERIES, REGION, TABLE, null,
				text("Ontwikkeltafel"), null, List.of(DECEMBER), DECEMBER.meetingId(), text("Nog niet klaar")));
	}

	@Test
	void aSeriesHasDatesThatDiffer() {
		series.givenNoPriorActivity().when(plan(null)).expectException(Broken.rule("a-series-has-dates")).expectNoEvents();
		series.givenNoPriorActivity().when(plan(null, OCTOBER, new Occurrence(DECEMBER.meetingId(), OCTOBER.plannedOn(), null)))
				.expectException(Broken.rule("dates-of-a-series-differ")).expectNoEvents();
		series.given(PLANNED).when(new ExtendSeries(SERIES, List.of(OCTOBER), false, text("Nog eens"))).expectException(Broken.rule("id-is-new")).expectNoEvents();
	}

	@Test
	void aDissolvedBodyConvenesNobody() {
		others.dissolvedOn = OCTOBER.plannedOn();
		series.givenNoPriorActivity().when(plan(null, OCTOBER)).expectException(Broken.rule("a-dissolved-body-does-nothing")).expectNoEvents();
		series.given(PLANNED).when(new ExtendSeries(SERIES, List.of(DECEMBER), false, text("Nog niet klaar"))).expectException(Broken.rule("a-dissolved-body-does-nothing"))
				.expectNoEvents();
	}

	private static PlanSeries plan(@Nullable FreeText reason, Occurrence... dates) {
		return new PlanSeries(SERIES, REGION, TABLE, null, text("Ontwikkeltafel"), null, List.of(dates), true, reason);
	}
}
