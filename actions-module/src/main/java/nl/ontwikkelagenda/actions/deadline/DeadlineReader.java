package nl.ontwikkelagenda.actions.deadline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;

import org.jspecify.annotations.Nullable;

/** Reads what people say about when. A date is never invented: what is not understood, or has more than one meaning, stays words. */
public final class DeadlineReader {

	private static final int LONGEST_PHRASE = 200;
	private static final Reading TOO_FAR = Reading.unknown("Deze datum ligt te ver weg om mee te rekenen.");

	private final Calendar calendar;

	public DeadlineReader(Calendar calendar) {
		this.calendar = calendar;
	}

	/** Whether a phrase names a school holiday, so that it may mean more once other holidays are known. */
	public static boolean namesSchoolHoliday(String phrase) {
		List<String> words = Spelling.words(phrase);
		return Arrays.stream(SchoolHolidays.Name.values()).map(SchoolHolidays.Name::word).anyMatch(words::contains);
	}

	/** @param saidOn the day on which the phrase was said */
	public Reading read(String phrase, LocalDate saidOn) {
		if (phrase.length() > LONGEST_PHRASE) {
			return Reading.unknown("Deze tekst is te lang voor een termijn.");
		}
		try {
			Words words = new Words(Spelling.words(phrase));
			Window window = new Clauses(words, new Moments(words, saidOn, calendar), saidOn).phrase();
			if (outOfReach(window.earliest()) || outOfReach(window.latest())) {
				return TOO_FAR;
			}
			return new Reading(window.kind(), window.earliest(), window.latest(), window.exact() ? Certainty.EXACT : Certainty.DERIVED, Sentences.explain(window));
		} catch (Unclear e) {
			return Reading.unknown(e.reason());
		} catch (DateTimeException e) {
			return TOO_FAR;
		}
	}

	private static boolean outOfReach(@Nullable LocalDate day) {
		return day != null && (day.getYear() < 1000 || day.getYear() > 9999);
	}
}
