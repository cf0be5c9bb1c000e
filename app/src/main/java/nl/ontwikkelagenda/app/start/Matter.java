package nl.ontwikkelagenda.app.start;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that asks for the reader's attention; persons in its texts are mentions.
 *
 * @param path  of the page on which he can do something about it
 * @param title what it is about
 * @param asks  what is asked of him, in one sentence
 * @param when  until when, or how long it has waited; null when there is no day to it
 * @param day   to sort by: the last day; null when there is none
 * @param late  whether that day is over
 * @param own   whether it is his to do, and not only his to watch over
 */
public record Matter(String path, String title, String asks, @Nullable String when, @Nullable LocalDate day, boolean late, boolean own) {

	/** Of what is the reader's to do. */
	static Matter of(String path, String title, String asks, @Nullable String when, @Nullable LocalDate day, boolean late) {
		return new Matter(path, title, asks, when, day, late, true);
	}
}
