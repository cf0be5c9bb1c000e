package nl.ontwikkelagenda.app.reporting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.progress.Fact;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Section;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;

import org.springframework.stereotype.Component;

/** Puts the names of now in place of the persons that a report mentions; the register is asked once. */
@Component
public class ReportNames {

	private final People people;

	ReportNames(People people) {
		this.people = people;
	}

	/** The same report, with names. */
	public ProgressReport in(ProgressReport report) {
		List<String> texts = report.sections().stream().flatMap(section -> section.tables().stream()).flatMap(table -> table.rows().stream()).flatMap(row -> row.cells().stream())
				.map(Cell::text).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
		Iterator<String> named = people.withNames(texts).iterator();
		List<Section> sections = new ArrayList<>();
		for (Section section : report.sections()) {
			List<Table> tables = new ArrayList<>();
			for (Table table : section.tables()) {
				List<Row> rows = table.rows().stream().map(row -> new Row(row.id(), row.cells().stream().map(cell -> named(cell, named)).toList())).toList();
				tables.add(new Table(table.title(), table.headings(), rows, table.total(), table.none()));
			}
			sections.add(new Section(section.name(), section.title(), section.figures(), List.copyOf(tables), section.charts()));
		}
		return new ProgressReport(report.reportId(), report.subject(), report.period(), report.onDay(), report.asOf(), report.comparedWith(), List.copyOf(sections));
	}

	private static Cell named(Cell cell, Iterator<String> named) {
		return cell.text() == null ? cell : new Cell(named.next(), cell.number(), cell.day(), cell.facts(), cell.address());
	}

	/** The same facts, with names. */
	public List<Fact> in(List<Fact> facts) {
		Iterator<String> titles = people.withNames(facts.stream().map(Fact::title).toList()).iterator();
		return facts.stream().map(fact -> new Fact(fact.kind(), fact.id(), titles.next(), fact.day(), fact.status(), fact.address())).toList();
	}
}
