package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.table.TableView.Answer;
import nl.ontwikkelagenda.agenda.table.TableView.Goal;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The goals of tables and how they were answered. */
@Component
@Order(10)
class GoalsSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Doel", "Ontwikkeltafel", "Antwoord", "Beantwoord op");

	@Override
	public String name() {
		return "goals";
	}

	@Override
	public String title() {
		return "Doelen en antwoorden";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.TABLE);
	}

	/** @param answer the last one up to the end of the period */
	private record Line(TableView table, Goal goal, @Nullable Answer answer) {

		Fact fact() {
			LocalDate formulated = goal.wordings().getFirst().on();
			return new Fact("goals", goal.goalId().toString(), goal.words(), answer == null ? formulated : answer.answeredOn(),
					answer == null ? "Nog geen antwoord" : "Beantwoord", "tables/" + table.tableId());
		}

		Row row() {
			return new Row(goal.goalId().value(),
					List.of(Cell.of(goal.words()), Cell.naming(table.title(), FactLines.address(table)), Cell.of(answer == null ? "Nog geen antwoord" : answer.answer()),
							Cell.of(answer == null ? null : answer.answeredOn())));
		}
	}

	@Override
	public Content of(Scope scope) {
		List<Line> lines = scope.all(ReadModels.TABLES, scope.of(ReadModels.TABLES)).stream()
				.flatMap(table -> table.goals().stream().filter(goal -> scope.until(goal.wordings().getFirst().on())).map(goal -> line(table, goal, scope))).toList();
		return new Content(List.of(Counted.of("goals", "Doelen", facts(lines, line -> true)), Counted.of("goals-answered", "Doelen met een antwoord", facts(lines,
				line -> line.answer() != null)),
				Counted.of("goals-answered-in-period", "In deze periode beantwoord", facts(lines, line -> line.answer() != null && scope.within(line.answer().answeredOn()))),
				Counted.of("goals-open", "Doelen nog zonder antwoord", facts(lines, line -> line.answer() == null))),
				() -> List.of(Table.of("Doelen", HEADINGS, lines.stream().map(Line::row).toList(), "Er zijn nog geen doelen geformuleerd.")));
	}

	private static Line line(TableView table, Goal goal, Scope scope) {
		return new Line(table, goal, goal.answers().stream().filter(answer -> scope.until(answer.answeredOn())).reduce((first, last) -> last).orElse(null));
	}

	private static List<Fact> facts(List<Line> lines, Predicate<Line> which) {
		return lines.stream().filter(which).map(Line::fact).toList();
	}
}
