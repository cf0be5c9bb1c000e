package nl.ontwikkelagenda.actions.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarCommand.ImportSchoolHolidays;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarEvent.SchoolHolidaysImported;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SchoolCalendarTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
	private static final SchoolCalendarId CALENDAR = SchoolCalendarId.of(REGION);
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final Holiday AUTUMN = autumn(20, 28);
	private static final Holiday CORRECTED = autumn(13, 21);
	private static final Holiday SPRING = new Holiday(2018, SchoolHolidays.Name.VOORJAAR, SchoolRegion.NOORD, LocalDate.of(2019, 2, 16), LocalDate.of(2019, 2, 24));

	private final AggregateTestFixture<SchoolCalendar> calendar = new AggregateTestFixture<>(SchoolCalendar.class);

	private static Holiday autumn(int first, int last) {
		return new Holiday(2018, SchoolHolidays.Name.HERFST, SchoolRegion.NOORD, LocalDate.of(2018, 10, first), LocalDate.of(2018, 10, last));
	}

	private static SchoolHolidaysImported imported(Holiday... holidays) {
		return new SchoolHolidaysImported(CALENDAR, REGION, List.of(holidays), DAY);
	}

	private static ImportSchoolHolidays importing(Holiday... holidays) {
		return new ImportSchoolHolidays(REGION, List.of(holidays), DAY);
	}

	@Test
	void holidaysAreTakenOver() {
		calendar.givenNoPriorActivity().when(importing(AUTUMN, SPRING)).expectEvents(imported(AUTUMN, SPRING));
	}

	@Test
	void onlyWhatIsNewOrOtherwiseIsAFact() {
		calendar.given(imported(AUTUMN)).when(importing(AUTUMN, SPRING)).expectEvents(imported(SPRING));
		calendar.given(imported(AUTUMN)).when(importing(CORRECTED)).expectEvents(imported(CORRECTED));
		calendar.given(imported(AUTUMN), imported(CORRECTED)).when(importing(AUTUMN)).expectEvents(imported(AUTUMN));
	}

	@Test
	void aFileWithNothingNewIsRefused() {
		calendar.given(imported(AUTUMN, SPRING)).when(importing(SPRING, AUTUMN)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void whatWasImportedLastCounts() {
		Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
		SchoolCalendarView view = SchoolCalendarView.on(SchoolCalendarView.on(null, imported(SPRING, AUTUMN), when), imported(CORRECTED), when);
		assertThat(view.holidays()).containsExactly(CORRECTED, SPRING);
		assertThat(view.imports()).extracting(SchoolCalendarView.Imported::numberOfHolidays).containsExactly(2, 1);
	}
}
