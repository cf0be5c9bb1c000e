package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/**
 * When something is due, in the words that were said, and what those words mean. A date is never invented: words that are not understood stay words.
 *
 * @param phrase   the words; absent when nothing was said about when
 * @param saidOn   the day on which they were said
 * @param earliest first day of the window, or the first day on which it may start
 * @param latest   last day that keeps the promise
 */
public record Deadline(@Nullable FreeText phrase, LocalDate saidOn, Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest, Certainty certainty) {

	/** How the words bind. */
	public enum Kind {
		BEFORE, DURING, STARTS, NONE
	}

	/** Exact when the words name a full date, derived when it was computed from them. */
	public enum Certainty {
		EXACT, DERIVED, UNKNOWN
	}

	private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
	private static final Pattern NUMBERS = Pattern.compile("(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>\\d{4})");
	private static final Pattern WORDS = Pattern.compile("(?<day>\\d{1,2}) (?<month>[a-z]+) (?<year>\\d{4})");
	private static final String[] MONTHS = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};

	/** Reads the words of a deadline. */
	public static Deadline read(@Nullable FreeText phrase, LocalDate saidOn) {
		if (phrase == null) {
			return new Deadline(null, saidOn, Kind.NONE, null, null, Certainty.UNKNOWN);
		}
		return date(phrase.text().strip().toLowerCase(Locale.ROOT)).map(day -> new Deadline(phrase, saidOn, Kind.DURING, day, day, Certainty.EXACT))
				.orElseGet(() -> new Deadline(phrase, saidOn, Kind.NONE, null, null, Certainty.UNKNOWN));
	}

	private static Optional<LocalDate> date(String words) {
		for (Pattern spelling : new Pattern[] {ISO, NUMBERS, WORDS}) {
			Matcher matcher = spelling.matcher(words);
			if (matcher.matches()) {
				return month(matcher.group("month")).flatMap(month -> existing(Integer.parseInt(matcher.group("year")), month, Integer.parseInt(matcher.group("day"))));
			}
		}
		return Optional.empty();
	}

	private static Optional<Integer> month(String word) {
		for (int i = 0; i < MONTHS.length; i++) {
			if (MONTHS[i].equals(word)) {
				return Optional.of(i + 1);
			}
		}
		return Character.isDigit(word.charAt(0)) ? Optional.of(Integer.valueOf(word)) : Optional.empty();
	}

	private static Optional<LocalDate> existing(int year, int month, int day) {
		boolean exists = month >= 1 && month <= 12 && day >= 1 && day <= LocalDate.of(year, month, 1).lengthOfMonth();
		return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
	}
}
