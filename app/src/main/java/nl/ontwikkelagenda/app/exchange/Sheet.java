package nl.ontwikkelagenda.app.exchange;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * How a list looks as a file: one row for each thing, under headings.
 *
 * @param name       what the file is called, without ending, and its tab in a workbook; at most 31 characters
 * @param isFiltered whether a workbook has a filter on the headings
 */
public record Sheet<R>(String name, List<Column<R>> columns, boolean isFiltered) {

	public Sheet(String name, List<Column<R>> columns) {
		this(name, columns, true);
	}

	/** @param value answers a text, {@code LocalDate}, {@code Instant}, {@code Number} or nothing */
	public record Column<R>(String heading, Function<R, @Nullable Object> value) {
	}
}
