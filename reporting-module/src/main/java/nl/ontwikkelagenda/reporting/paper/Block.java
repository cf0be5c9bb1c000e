package nl.ontwikkelagenda.reporting.paper;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a paper that stands below the part before it. */
public sealed interface Block {

	/** @param level 1 to 4, and at most one deeper than the heading before it */
	record Heading(int level, String words) implements Block {

		public Heading {
			if (level < 1 || level > 4) {
				throw new IllegalArgumentException("There is no heading of level " + level);
			}
		}
	}

	record Paragraph(Text text) implements Block {

		public static Paragraph of(String words) {
			return new Paragraph(Text.of(words));
		}
	}

	/** What is there to be kept rather than read, in small type. */
	record SmallPrint(Text text) implements Block {
	}

	record Listing(boolean numbered, List<Text> items) implements Block {

		public Listing {
			items = List.copyOf(items);
		}
	}

	/**
	 * A table; its header row is repeated on every page.
	 *
	 * @param caption     what it shows, above it
	 * @param headerFirst whether the first cell of a row is its header
	 * @param rows        each with a cell for every column
	 */
	record Table(@Nullable String caption, List<Column> columns, boolean headerFirst, List<List<Text>> rows) implements Block {

		public Table {
			int width = columns.size();
			if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
				throw new IllegalArgumentException("Every row has a cell for every column, and there is a column");
			}
			columns = List.copyOf(columns);
			rows = rows.stream().map(List::copyOf).toList();
		}
	}

	/**
	 * @param name    in the header row
	 * @param share   how wide it is beside the others
	 * @param numbers whether it holds numbers, which stand to the right
	 */
	record Column(String name, int share, boolean numbers) {

		public static Column of(String name, int share) {
			return new Column(name, share, false);
		}
	}

	/**
	 * A picture.
	 *
	 * @param svg         SVG with a {@code viewBox} or a width and height in pixels; with attributes for its looks, without script, style sheet or anything from outside
	 * @param alternative what it shows, for who does not see it
	 * @param caption     below it
	 */
	record Figure(String svg, String alternative, @Nullable String caption) implements Block {
	}

	/** A text of several paragraphs, which stand apart by an empty line. */
	static List<Block> paragraphs(String text) {
		return Arrays.stream(text.split("\\R[ \\t]*\\R")).map(String::strip).filter(part -> !part.isEmpty()).<Block>map(Paragraph::of).toList();
	}
}
