package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class QuestionTest {

	private static final Instant NOW = Instant.parse("2018-09-24T13:30:00.123Z");

	@Test
	void aMomentWithinThisMillisecondIsNotInTheFuture() {
		List<FieldError> errors = new ArrayList<>();
		assertThat(Question.moment("asOf", "2018-09-24T13:30:00.123999Z", () -> NOW, errors)).isEqualTo("2018-09-24T13:30:00.123999Z");
		assertThat(errors).isEmpty();
		assertThat(Question.moment("asOf", "2018-09-24T13:30:00.124Z", () -> NOW, errors)).isNull();
		assertThat(errors).singleElement().extracting(FieldError::field).isEqualTo("asOf");
	}
}
