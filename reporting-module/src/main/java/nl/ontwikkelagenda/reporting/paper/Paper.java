package nl.ontwikkelagenda.reporting.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What one paper says, in Dutch, whatever file it becomes; see {@link PaperFormat}.
 *
 * @param subtitle below the title
 * @param mark     what it is not yet, on every page: "Concept"
 * @param facts    below the title, one a line: day, place, as known on which day
 * @param style    how papers of its partnership look
 * @param contents whether a table of contents stands before the blocks
 * @param data     files that go with it, for programs; only a PDF carries them
 */
public record Paper(String title, @Nullable String subtitle, @Nullable String mark, List<Fact> facts, HouseStyle style, boolean contents, List<Block> blocks,
		List<Data> data) {

	/** The language of every paper. */
	static final Locale LANGUAGE = Locale.of("nl", "NL");

	public Paper {
		facts = List.copyOf(facts);
		blocks = List.copyOf(blocks);
		data = List.copyOf(data);
	}

	/** The same, with this in small print at its end. */
	public Paper endingWith(String words) {
		return new Paper(title, subtitle, mark, facts, style, contents, Stream.concat(blocks.stream(), Stream.of(new Block.SmallPrint(Text.of(words)))).toList(), data);
	}

	/** @param name such as "Datum" */
	public record Fact(String name, Text text) {

		public static Fact of(String name, String text) {
			return new Fact(name, Text.of(text));
		}

		/** For a paper about a day before today: what in it is as it is now. */
		public static Fact lookingBack() {
			return of("Terugkijken", "Namen van personen zijn zoals ze nu zijn. Wat is gelakt of gewist, blijft weg: daar staat [verwijderd].");
		}
	}

	/**
	 * A file for programs with what the paper says.
	 *
	 * @param name with ending, in ASCII
	 */
	public record Data(String name, String mediaType, String description, byte[] content) {
	}

	/** A heading, with the name by which the contents lead to it. */
	record Marked(String name, Block.Heading heading) {
	}

	/** The headings in the order in which they stand. */
	List<Marked> headings() {
		List<Block.Heading> all = blocks.stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast).toList();
		return IntStream.range(0, all.size()).mapToObj(index -> new Marked(nameOfHeading(index), all.get(index))).toList();
	}

	/** @param index of the heading among all headings, from 0 */
	static String nameOfHeading(int index) {
		return "kop" + (index + 1);
	}
}
