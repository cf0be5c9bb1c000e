package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;

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

	/** Reads the words of a deadline. */
	public static Deadline read(@Nullable FreeText phrase, LocalDate saidOn, Calendar calendar) {
		if (phrase == null) {
			return new Deadline(null, saidOn, Kind.NONE, null, null, Certainty.UNKNOWN);
		}
		Reading reading = new DeadlineReader(calendar).read(phrase.text(), saidOn);
		return new Deadline(phrase, saidOn, reading.kind(), reading.earliest(), reading.latest(), reading.certainty());
	}

	/** Whether the words name a school holiday, so that they may mean more once other holidays are known. */
	public boolean namesSchoolHoliday() {
		return phrase != null && DeadlineReader.namesSchoolHoliday(phrase.text());
	}
}
