package nl.ontwikkelagenda.app.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.exchange.Sheet;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Figure;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Section;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report as sheets: one that says what it is about, and one for each section, its numbers first. */
@Component
public class ReportSheets {

	private static final List<String> FIGURES = List.of("Wat", "Aantal", "In het vorige verslag", "Feiten");
	private static final int LONGEST_NAME = 31;

	private final ReportNames names;
	private final PublicAddress address;

	ReportSheets(ReportNames names, PublicAddress address) {
		this.names = names;
		this.address = address;
	}

	/** With the names of now. */
	public SheetFile<ProgressReport> of(ProgressReport made) {
		ProgressReport report = names.in(made);
		Stream<SheetFile.Rows<?>> sections = report.sections().stream().map(this::rows);
		return new SheetFile<>("voortgang", Stream.concat(Stream.of(about(report)), sections).toList());
	}

	private static SheetFile.Rows<?> about(ProgressReport report) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		rows.add(row("Waarover", ReportWords.kind(report.subject().kind()) + " " + report.subject().title()));
		rows.add(row("Periode", report.period() == null ? "alles tot nu toe" : report.period().words()));
		if (report.period() != null) {
			rows.add(row("Eerste dag", report.period().from()));
			rows.add(row("Laatste dag", report.period().to()));
		}
		rows.add(row("Stand op", report.onDay()));
		if (report.comparedWith() != null) {
			rows.add(row("Vergeleken met het verslag van", report.comparedWith().madeOn()));
		}
		return sheet("Verslag", List.of("Kenmerk", "Waarde"), rows);
	}

	private SheetFile.Rows<?> rows(Section section) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		section.figures().forEach(figure -> rows.add(row(figure)));
		for (Table table : section.tables()) {
			rows.add(row());
			rows.add(row(table.title()));
			rows.add(new ArrayList<>(table.headings()));
			table.rows().forEach(each -> rows.add(new ArrayList<>(each.cells().stream().<@Nullable Object>map(ReportSheets::value).toList())));
			if (table.rows().isEmpty()) {
				rows.add(row(table.none()));
			} else if (table.total() > table.rows().size()) {
				rows.add(row("En nog " + (table.total() - table.rows().size()) + "; zie de lijst zelf."));
			}
		}
		return sheet(section.title(), FIGURES, rows);
	}

	private List<@Nullable Object> row(Figure figure) {
		String path = Api.BASE + "/" + figure.facts();
		return row(figure.label(), BigDecimal.valueOf(figure.count()), figure.before() == null ? null : BigDecimal.valueOf(figure.before()), address.page(path).orElse(path));
	}

	private static List<@Nullable Object> row(@Nullable Object... values) {
		List<@Nullable Object> row = new ArrayList<>();
		Collections.addAll(row, values);
		return row;
	}

	private static @Nullable Object value(Cell cell) {
		return Stream.of(cell.day(), cell.number(), cell.text()).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** Each row as wide as the widest. */
	private static SheetFile.Rows<?> sheet(String name, List<String> headings, List<List<@Nullable Object>> rows) {
		int width = Math.max(headings.size(), rows.stream().mapToInt(List::size).max().orElse(0));
		List<Sheet.Column<List<@Nullable Object>>> columns = IntStream.range(0, width).mapToObj(column -> new Sheet.Column<List<@Nullable Object>>(
				column < headings.size() ? headings.get(column) : "", row -> column < row.size() ? row.get(column) : null)).toList();
		return new SheetFile.Rows<>(new Sheet<>(name.substring(0, Math.min(LONGEST_NAME, name.length())), columns, false), rows.stream());
	}
}
