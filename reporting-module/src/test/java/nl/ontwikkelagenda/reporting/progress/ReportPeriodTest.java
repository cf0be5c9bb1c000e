package nl.ontwikkelagenda.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.Period;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {

	private static final LocalDate TODAY = LocalDate.of(2018, 12, 3);

	@ParameterizedTest
	@CsvSource({"september 2018, 2018-09-01, 2018-09-30, september 2018", "2018-09, 2018-09-01, 2018-09-30, september 2018",
			"februari 2020, 2020-02-01, 2020-02-29, februari 2020", "2018-2019, 2018-08-01, 2019-07-31, schooljaar 2018-2019",
			"Schooljaar 2018/2019, 2018-08-01, 2019-07-31, schooljaar 2018-2019", "1e kwartaal 2018-2019, 2018-08-01, 2018-10-31, 1e kwartaal 2018-2019",
			"tweede kwartaal van schooljaar 2018-2019, 2018-11-01, 2019-01-31, 2e kwartaal 2018-2019", "3e kwartaal 2019-2020, 2020-02-01, 2020-04-30, 3e kwartaal 2019-2020",
			"4 kwartaal 2018-2019, 2019-05-01, 2019-07-31, 4e kwartaal 2018-2019", "deze maand, 2018-12-01, 2018-12-31, december 2018",
			"vorige maand, 2018-11-01, 2018-11-30, november 2018", "dit kwartaal, 2018-11-01, 2019-01-31, 2e kwartaal 2018-2019",
			"vorig kwartaal, 2018-08-01, 2018-10-31, 1e kwartaal 2018-2019", "dit schooljaar, 2018-08-01, 2019-07-31, schooljaar 2018-2019",
			"vorig schooljaar, 2017-08-01, 2018-07-31, schooljaar 2017-2018"})
	void aPeriodIsReadFromWords(String words, LocalDate from, LocalDate to, String called) {
		ReportPeriod period = ReportPeriod.read(words, TODAY).orElseThrow();
		assertThat(period.days()).isEqualTo(new Period(from, to));
		assertThat(period.words()).isEqualTo(called);
		assertThat(ReportPeriod.of(period.days())).as("days are called by their name").isEqualTo(period);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "ooit", "september", "2018", "2018-13", "2018-2020", "5e kwartaal 2018-2019", "vijfde kwartaal 2018-2019", "1e kwartaal 2018", "smarch 2018",
			"e 2018"})
	void whatIsNoPeriodIsNot(String words) {
		assertThat(ReportPeriod.read(words, TODAY)).isEmpty();
	}

	@Test
	void theDaysAroundNewYearOfTheSchool() {
		assertThat(ReportPeriod.schoolYear(LocalDate.of(2019, 7, 31)).from()).isEqualTo("2018-08-01");
		assertThat(ReportPeriod.schoolYear(LocalDate.of(2019, 8, 1)).from()).isEqualTo("2019-08-01");
		assertThat(ReportPeriod.schoolQuarter(LocalDate.of(2019, 7, 31)).words()).isEqualTo("4e kwartaal 2018-2019");
		assertThat(ReportPeriod.schoolQuarter(LocalDate.of(2018, 10, 31)).words()).isEqualTo("1e kwartaal 2018-2019");
		assertThat(ReportPeriod.schoolQuarter(LocalDate.of(2018, 11, 1)).words()).isEqualTo("2e kwartaal 2018-2019");
	}

	@Test
	void thePreviousPeriodEndsTheDayBefore() {
		assertThat(ReportPeriod.month(LocalDate.of(2019, 1, 5)).previous().words()).isEqualTo("december 2018");
		assertThat(ReportPeriod.schoolQuarter(LocalDate.of(2018, 8, 5)).previous().words()).isEqualTo("4e kwartaal 2017-2018");
		assertThat(ReportPeriod.schoolYear(TODAY).previous().words()).isEqualTo("schooljaar 2017-2018");
		ReportPeriod week = ReportPeriod.of(new Period(LocalDate.of(2018, 9, 24), LocalDate.of(2018, 9, 30)));
		assertThat(week.words()).isEqualTo("24 september 2018 tot en met 30 september 2018");
		assertThat(week.previous().days()).isEqualTo(new Period(LocalDate.of(2018, 9, 17), LocalDate.of(2018, 9, 23)));
	}

	@Test
	void numbersStandBesideThoseOverAsLongAPeriod() {
		ReportPeriod week = ReportPeriod.of(new Period(LocalDate.of(2018, 9, 24), LocalDate.of(2018, 9, 30)));
		assertThat(week.isComparableWith(week.previous())).isTrue();
		assertThat(week.isComparableWith(ReportPeriod.of(Period.on(TODAY)))).isFalse();
		assertThat(ReportPeriod.month(TODAY).isComparableWith(ReportPeriod.month(LocalDate.of(2019, 2, 1)))).isTrue();
		assertThat(ReportPeriod.month(TODAY).isComparableWith(ReportPeriod.schoolQuarter(TODAY))).isFalse();
	}
}
