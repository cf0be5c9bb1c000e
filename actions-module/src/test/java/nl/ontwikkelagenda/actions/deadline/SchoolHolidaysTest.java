package nl.ontwikkelagenda.actions.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.FaultyRow;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Import;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Name;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.junit.jupiter.api.Test;

class SchoolHolidaysTest {

	private static final String HEADING = "schooljaar,vakantie,regio,van,tot_en_met\n";

	@Test
	void aHolidayOfEveryRegionIsThereForEach() {
		assertThat(SchoolHolidays.read(HEADING + "2018-2019,kerst,alle,2018-12-22,2019-01-06\n").holidays()).extracting(Holiday::region).containsExactly(SchoolRegion.values());
	}

	@Test
	void everyFaultyRowIsNamedAndNothingIsTaken() {
		Import read = SchoolHolidays.read(HEADING + """
				2018-2019,herfst,noord,2018-10-20,2018-10-28
				2018-2020,herfst,midden,2018-10-20,2018-10-28
				2018-2019,pinkster,zuid,2018-10-13,2018-10-21
				2018-2019,herfst,oost,2018-10-13,2018-10-21
				2018-2019,herfst,zuid,13-10-2018,2018-10-21

				2018-2019,herfst,zuid,2018-10-21,2018-10-13
				2018-2019,herfst,zuid,2019-10-13,2019-10-21
				2018-2019,herfst,noord,2018-10-20,2018-10-28
				2018-2019,herfst,zuid
				""");
		assertThat(read.holidays()).isEmpty();
		assertThat(read.faults()).containsExactly(new FaultyRow(3, "Het schooljaar '2018-2020' klopt niet; schrijf het zo: 2018-2019."),
				new FaultyRow(4, "De vakantie 'pinkster' is niet bekend; kies herfst, kerst, voorjaar, mei of zomer."),
				new FaultyRow(5, "De regio 'oost' is niet bekend; kies noord, midden, zuid of alle."),
				new FaultyRow(6, "De datum '13-10-2018' in kolom van klopt niet; schrijf hem zo: 2018-12-22."), new FaultyRow(8, "De laatste dag ligt voor de eerste dag."),
				new FaultyRow(9, "De herfstvakantie van 2018-2019 kan niet op deze dagen vallen."),
				new FaultyRow(10, "Deze vakantie staat er voor dit schooljaar en deze regio al in."), new FaultyRow(11, "Deze regel heeft 3 kolommen; het moeten er 5 zijn."));
	}

	@Test
	void aFileOfAnotherKindIsRefused() {
		assertThat(SchoolHolidays.read("naam;datum\n").faults()).containsExactly(new FaultyRow(1, "De eerste regel moet zijn: schooljaar,vakantie,regio,van,tot_en_met."));
		assertThat(SchoolHolidays.read("").faults()).hasSize(1);
	}

	@Test
	void theShippedHolidaysGoUpToTheKnownYears() {
		assertThat(SchoolHolidays.shipped().find(2027, Name.KERST, SchoolRegion.NOORD)).get().extracting(Span::first).isEqualTo(LocalDate.of(2027, 12, 25));
		assertThat(SchoolHolidays.shipped().find(2027, Name.ZOMER, SchoolRegion.NOORD)).isEmpty();
	}

	@Test
	void easterIsComputed() {
		assertThat(PublicHoliday.PASEN.in(2019).first()).isEqualTo(LocalDate.of(2019, 4, 21));
		assertThat(PublicHoliday.PASEN.in(2000).first()).isEqualTo(LocalDate.of(2000, 4, 23));
		assertThat(PublicHoliday.PASEN.in(2038).first()).isEqualTo(LocalDate.of(2038, 4, 25));
		assertThat(PublicHoliday.KONINGSDAG.in(2025).first()).as("the 27th is a Sunday").isEqualTo(LocalDate.of(2025, 4, 26));
	}

	@Test
	void aDayIsInTheHolidaysOfARegion() {
		SchoolHolidays holidays = SchoolHolidays.shipped();
		assertThat(holidays.isHoliday(LocalDate.of(2018, 12, 22), SchoolRegion.NOORD)).isTrue();
		assertThat(holidays.isHoliday(LocalDate.of(2019, 1, 6), null)).as("the same in every region").isTrue();
		assertThat(holidays.isHoliday(LocalDate.of(2019, 1, 7), SchoolRegion.NOORD)).isFalse();
		assertThat(holidays.isHoliday(LocalDate.of(2018, 12, 21), null)).isFalse();
	}
}
