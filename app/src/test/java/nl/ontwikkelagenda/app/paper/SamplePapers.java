package nl.ontwikkelagenda.app.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.Text;

/** Papers to try with. */
final class SamplePapers {

	static final String CHART = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200" width="600" height="200" font-family="Liberation Sans" font-size="14">
			<rect x="0" y="20" width="40" height="150" fill="#154273"/><rect x="60" y="80" width="40" height="90" fill="#8fbcec"/>
			<text x="0" y="190">Noord</text><text x="60" y="190">Midden</text></svg>""";

	private static final String LOGO = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#154273"/>\
			<path d="M8 20c4 0 4-8 8-8s4 8 8 8" fill="none" stroke="#fff" stroke-width="3"/></svg>""";

	static final HouseStyle STYLE = new HouseStyle("Samenwerkingsverband Passend Onderwijs Regio", "#154273", "#e8eef5",
			new HouseStyle.Logo("image/svg+xml", LOGO.getBytes(StandardCharsets.UTF_8)));

	private SamplePapers() {
	}

	/** One of everything. */
	static Paper whole() {
		return paper(List.of(new Block.Heading(1, "Inleiding"), Block.Paragraph.of("Een alinea met é, ü, ñ, „aanhaling” en een regel\ndie doorloopt."),
				new Block.Paragraph(Text.of("Lees ").and(Text.link("de brief", "https://example.org/brief?a=1&b=2")).and(" en ").and(Text.strong("antwoord")).and(".")),
				new Block.Listing(false, List.of(Text.of("melk"), Text.of("brood"))), new Block.Listing(true, List.of(Text.of("eerst"), Text.of("daarna"))),
				new Block.Listing(true, List.of(Text.of("opnieuw één"))), new Block.Heading(1, "Cijfers & <tekens>"), new Block.Heading(2, "Per regio"),
				table(3), new Block.Figure(CHART, "Staafdiagram: Noord 150, Midden 90", "Figuur 1. Meldingen per regio"), new Block.Heading(1, "Slot")));
	}

	static Paper paper(List<Block> blocks) {
		return new Paper("Verslag van de werksessie", "24 september 2018", "Concept",
				List.of(Paper.Fact.of("Datum", "maandag 24 september 2018"), Paper.Fact.of("Plaats", "Zwolle")),
				STYLE, true, blocks,
				List.of(new Paper.Data("verslag.json", "application/json", "Dezelfde gegevens, voor programma's", "{\"a\":1}".getBytes(StandardCharsets.UTF_8))));
	}

	static Block.Table table(int rows) {
		return new Block.Table("Tabel 1. Meldingen", List.of(Block.Column.of("Regio", 2), Block.Column.of("Toelichting", 5), new Block.Column("Aantal", 1, true)), true,
				IntStream.range(0, rows).mapToObj(
						row -> List.of(Text.of("Regio " + (row + 1)), Text.of("Afgesproken met scholen, gemeenten en jeugdhulp. ".repeat(2)), Text.of(Integer.toString(row * 7))))
						.toList());
	}
}
