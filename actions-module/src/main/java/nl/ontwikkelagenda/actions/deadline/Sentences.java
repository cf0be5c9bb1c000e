package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Explains a reading in plain Dutch. */
final class Sentences {

	private Sentences() {
	}

	static String explain(Window window) {
		String main = switch (window.kind()) {
			case BEFORE -> "Uiterlijk op " + day(window.latest()) + ".";
			case DURING -> window.earliest() != null && window.earliest().equals(window.latest())
					? "Op " + day(window.latest()) + "."
					: "Van " + day(window.earliest()) + " tot en met " + day(window.latest()) + ".";
			case STARTS -> "Vanaf " + day(window.earliest()) + (window.latest() == null ? "." : ", en uiterlijk tot en met " + day(window.latest()) + ".");
			case NONE -> "Er is geen termijn.";
		};
		return Stream.concat(Stream.of(main), window.because().stream()).distinct().collect(Collectors.joining(" "));
	}

	static String date(LocalDate day) {
		return day.getDayOfMonth() + " " + Words.month(day.getMonth()) + " " + day.getYear();
	}

	static String capital(String words) {
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static String day(@Nullable LocalDate day) {
		return day == null ? "een onbekende dag" : Words.weekday(day.getDayOfWeek()) + " " + date(day);
	}
}
