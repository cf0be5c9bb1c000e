package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One of the facts behind a number.
 *
 * @param kind    the collection it belongs to ({@code actions})
 * @param title   with persons as mentions ({@code @[PersonId]})
 * @param day     when it happened or is to happen
 * @param status  where it stands, in words
 * @param address where it is shown, relative to the base path of the interface; absent for what has no address of its own
 */
public record Fact(String kind, String id, String title, @Nullable LocalDate day, @Nullable String status, @Nullable String address) {

	/**
	 * One page of facts, and how many there are in all.
	 *
	 * @param label what they are, in words
	 */
	public record Facts(String label, List<Fact> facts, long total) {
	}
}
