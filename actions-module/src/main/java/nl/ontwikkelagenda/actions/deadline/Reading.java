package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;

import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;
import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;

import org.jspecify.annotations.Nullable;

/**
 * What the words of a deadline mean.
 *
 * @param earliest    first day of the window, or the first day on which it may start
 * @param latest      last day that keeps the promise
 * @param explanation in plain Dutch: how it was read, or why no date could be read
 */
public record Reading(Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest, Certainty certainty, String explanation) {

	static Reading unknown(String why) {
		return new Reading(Kind.NONE, null, null, Certainty.UNKNOWN, why);
	}
}
