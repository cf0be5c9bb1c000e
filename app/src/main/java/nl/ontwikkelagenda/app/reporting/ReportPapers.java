package nl.ontwikkelagenda.app.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.housestyle.HouseStyles;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.Text;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Figure;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Section;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A report on paper, in the house style of its partnership: the numbers in short, every section with its charts, and the report for programs inside the PDF. */
@Component
public class ReportPapers {

	private static final String FACTS = "/voortgang/feiten";
	private static final String API_FACTS = "reports/progress/facts";
	/** In letters. */
	private static final int LONG = 60;
	private static final int MIDDLING = 25;
	private static final List<Block.Column> IN_SHORT = List.of(Block.Column.of("Wat", 8), new Block.Column("Aantal", 2, true));
	private static final List<Block.Column> BESIDE = List.of(Block.Column.of("Wat", 7), new Block.Column("Aantal", 2, true), new Block.Column("Vorig verslag", 3, true));

	private final ReportNames names;
	private final HouseStyles styles;
	private final Documents documents;
	private final PublicAddress address;
	private final Today today;
	private final JsonMapper json;

	ReportPapers(ReportNames names, HouseStyles styles, Documents documents, PublicAddress address, Today today, JsonMapper json) {
		this.names = names;
		this.styles = styles;
		this.documents = documents;
		this.address = address;
		this.today = today;
		this.json = json;
	}

	/**
	 * With the names of now.
	 *
	 * @param asOf as of when the partnership is called and styled
	 */
	public PaperFile of(ProgressReport made, AsOf asOf) {
		ProgressReport report = names.in(made);
		PartnershipView partnership = documents.find(ReadModels.PARTNERSHIPS, report.subject().partnershipId().toString(), asOf).map(Stored::document)
				.orElseThrow(NotFound::new);
		List<Block> blocks = new ArrayList<>();
		boolean compared = report.comparedWith() != null;
		blocks.add(new Block.Heading(1, "In het kort"));
		List<Figure> figures = report.sections().stream().flatMap(section -> section.figures().stream()).toList();
		List<Figure> shown = new ArrayList<>();
		Headline.ALL.forEach(headline -> figures.stream().filter(figure -> figure.name().equals(headline.figure()) && headline.tells(figure.count()))
				.forEach(figure -> shown.add(
						new Figure(figure.name(), StringUtils.capitalize(headline.label(figure.count())), figure.count(), figure.before(), figure.attention(), figure.facts()))));
		blocks.add(table(shown, compared));
		List<String> silent = new ArrayList<>();
		for (Section section : report.sections()) {
			if (section.tells()) {
				write(blocks, section, compared && !section.name().equals("changes"));
			} else {
				silent.add(section.title());
			}
		}
		if (!silent.isEmpty()) {
			blocks.add(new Block.Heading(1, "Waarover niets is vastgelegd"));
			blocks.add(Block.Paragraph.of(String.join(", ", silent) + "."));
		}
		String title = "Voortgang: " + report.subject().title();
		return new PaperFile("voortgang",
				new Paper(title, ReportWords.kind(report.subject().kind()) + ", " + period(report), null, facts(report), styles.of(partnership), true, blocks,
						List.of(new Paper.Data("voortgang.json", "application/json", "Dit verslag voor programma's", json.writeValueAsBytes(made)))));
	}

	private List<Paper.Fact> facts(ProgressReport report) {
		List<Paper.Fact> facts = new ArrayList<>(List.of(Paper.Fact.of("Stand op", Wording.day(report.onDay()))));
		if (report.comparedWith() != null) {
			facts.add(Paper.Fact.of("Vergeleken met", "het verslag van " + Wording.day(report.comparedWith().madeOn())));
		}
		if (report.reportId() != null) {
			facts.add(Paper.Fact.of("Bewaard", "zo stond het er toen voor"));
		}
		if (report.onDay().isBefore(today.date())) {
			facts.add(Paper.Fact.lookingBack());
		}
		return facts;
	}

	private static String period(ProgressReport report) {
		return report.period() == null ? "alles tot nu toe" : report.period().words();
	}

	private void write(List<Block> blocks, Section section, boolean compared) {
		blocks.add(new Block.Heading(1, section.title()));
		blocks.add(table(section.figures().stream().filter(Figure::tells).toList(), compared));
		for (Chart chart : section.charts()) {
			blocks.add(new Block.Figure(chart.svg(), chart.title(), null));
		}
		for (Table table : section.tables()) {
			blocks.add(new Block.Heading(2, table.title()));
			if (table.rows().isEmpty()) {
				blocks.add(Block.Paragraph.of(table.none()));
				continue;
			}
			blocks.add(table(table));
			if (table.total() > table.rows().size()) {
				blocks.add(Block.Paragraph.of("En nog " + (table.total() - table.rows().size()) + "; zie de lijst zelf."));
			}
		}
	}

	private Block table(List<Figure> figures, boolean compared) {
		return new Block.Table(null, compared ? BESIDE : IN_SHORT, true, figures.stream().map(figure -> {
			Text label = figure.attention() ? Text.strong(figure.label()) : Text.of(figure.label());
			Text count = linked(Long.toString(figure.count()), figure.facts());
			return compared ? List.of(label, count, Text.of(figure.before() == null ? "" : figure.before().toString())) : List.of(label, count);
		}).toList());
	}

	/** A number that leads to the page with its facts, where this installation has an address. */
	private Text linked(String words, @Nullable String facts) {
		return facts == null || !facts.startsWith(API_FACTS)
				? Text.of(words)
				: address.page(FACTS + facts.substring(API_FACTS.length())).map(page -> Text.link(words, page)).orElseGet(() -> Text.of(words));
	}

	/** Without columns in which nothing stands. */
	private Block table(Table table) {
		List<Integer> told = IntStream.range(0, table.headings().size()).filter(column -> table.rows().stream().anyMatch(row -> !isEmpty(row.cells().get(column)))).boxed()
				.toList();
		return new Block.Table(null, told.stream().map(column -> column(table, column)).toList(), true,
				table.rows().stream().map(row -> told.stream().map(column -> text(row.cells().get(column))).toList()).toList());
	}

	private static boolean isEmpty(Cell cell) {
		return cell.day() == null && cell.number() == null && (cell.text() == null || cell.text().isBlank());
	}

	/** As wide as the longest text in it asks for. */
	private static Block.Column column(Table table, int column) {
		List<Cell> cells = table.rows().stream().map(row -> row.cells().get(column)).toList();
		boolean numbers = cells.stream().anyMatch(cell -> cell.number() != null);
		int longest = cells.stream().mapToInt(cell -> cell.text() == null ? 0 : cell.text().length()).max().orElse(0);
		return new Block.Column(table.headings().get(column), numbers ? 2 : longest > LONG ? 8 : longest > MIDDLING ? 4 : 3, numbers);
	}

	private Text text(Cell cell) {
		if (cell.day() != null) {
			return Text.of(Wording.day(cell.day()));
		}
		BigDecimal number = cell.number();
		if (number != null) {
			return linked(number.toPlainString().replace('.', ','), cell.facts());
		}
		return Text.of(Objects.requireNonNullElse(cell.text(), ""));
	}
}
