package nl.ontwikkelagenda.actions.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;
import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;
import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

	private static final LocalDate SAID_ON = LocalDate.of(2018, 9, 24);

	@ParameterizedTest
	@CsvSource({"2021-10-27, 2021-10-27", "27 oktober 2021, 2021-10-27", "27 Oktober 2021, 2021-10-27", "27-10-2021, 2021-10-27", "27/10/2021, 2021-10-27", "1-3-2019, 2019-03-01",
			"29 februari 2020, 2020-02-29"})
	void aFullDateIsThatDay(String phrase, LocalDate day) {
		FreeText said = new FreeText(phrase, "c2FsdA==");
		assertThat(Deadline.read(said, SAID_ON)).isEqualTo(new Deadline(said, SAID_ON, Kind.DURING, day, day, Certainty.EXACT));
	}

	@ParameterizedTest
	@ValueSource(strings = {"voor de kerstvakantie", "zo spoedig mogelijk", "29 februari 2019", "31-04-2019", "2019-13-01", "00-01-2019", "27 brumaire 2021", "", "999999999999"})
	void whatIsNotUnderstoodStaysWordsAndNoDateIsInvented(String phrase) {
		FreeText said = new FreeText(phrase, "c2FsdA==");
		assertThat(Deadline.read(said, SAID_ON)).isEqualTo(new Deadline(said, SAID_ON, Kind.NONE, null, null, Certainty.UNKNOWN));
	}

	@Test
	void nothingSaidIsNoDeadline() {
		assertThat(Deadline.read(null, SAID_ON)).isEqualTo(new Deadline(null, SAID_ON, Kind.NONE, null, null, Certainty.UNKNOWN));
	}
}
