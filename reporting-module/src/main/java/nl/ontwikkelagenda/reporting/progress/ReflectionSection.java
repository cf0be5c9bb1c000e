package nl.ontwikkelagenda.reporting.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView.Comparison;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What members of tables and communities think of working together: the first time (baseline) beside the last time. Says no more than the rounds themselves tell. */
@Component
@Order(80)
class ReflectionSection implements ReportSection {

	private static final List<String> BASELINE = List.of("Onderdeel", "Nulmeting (1 tot 5)");
	private static final List<String> BESIDE = List.of("Onderdeel", "Nulmeting (1 tot 5)", "Nu (1 tot 5)", "Verschil");

	@Override
	public String name() {
		return "reflection";
	}

	@Override
	public String title() {
		return "Reflectie op de samenwerking";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.TABLE, Kind.COMMUNITY);
	}

	@Override
	public Content of(Scope scope) {
		List<ReflectionRoundView> rounds = scope.all(ReadModels.REFLECTION_ROUNDS, scope.of(ReadModels.REFLECTION_ROUNDS));
		List<ReflectionRoundView> closed = rounds.stream().filter(round -> round.status() == ReflectionRoundStatus.CLOSED && scope.until(round.closedOn()))
				.sorted(Comparator.comparing(ReflectionRoundView::openedOn).thenComparing(round -> round.reflectionRoundId().toString())).toList();
		return new Content(List.of(
				Counted.of("reflection-closed", "Reflecties afgerond", closed.stream().filter(round -> scope.within(round.closedOn())).map(FactLines::of).toList()),
				Counted.of("reflection-open", "Reflecties lopen", rounds.stream().filter(round -> round.status() == ReflectionRoundStatus.OPEN && scope.until(round.openedOn()))
						.map(FactLines::of).toList())),
				() -> chains(closed).stream().map(ReflectionSection::table).toList(), () -> chains(closed).stream().map(ReflectionSection::radar).toList());
	}

	/** Rounds that repeat one another, each from its baseline on. */
	private static List<List<ReflectionRoundView>> chains(List<ReflectionRoundView> closed) {
		Map<ReflectionRoundId, ReflectionRoundId> baselines = new HashMap<>();
		closed.forEach(round -> baselines.put(round.reflectionRoundId(),
				round.repeatOf() == null ? round.reflectionRoundId() : baselines.getOrDefault(round.repeatOf(), round.reflectionRoundId())));
		Map<ReflectionRoundId, List<ReflectionRoundView>> chains = closed.stream()
				.collect(Collectors.groupingBy(round -> baselines.get(round.reflectionRoundId()), LinkedHashMap::new, Collectors.toList()));
		return new ArrayList<>(chains.values());
	}

	private static Table table(List<ReflectionRoundView> chain) {
		ReflectionRoundView baseline = chain.getFirst();
		ReflectionRoundView now = chain.getLast();
		if (chain.size() == 1) {
			List<Row> rows = baseline.elements().stream().map(element -> new Row(null, List.of(Cell.of(element.title()), Cell.of(element.score().average(), address(baseline)))))
					.toList();
			return Table.of(baseline.title(), BASELINE, rows, "Er waren te weinig antwoorden om iets te tonen.");
		}
		Comparison comparison = now.since(baseline);
		List<Row> rows = comparison.differences().stream().filter(difference -> !difference.number().contains("."))
				.map(difference -> new Row(null, List.of(Cell.of(difference.text()), Cell.of(difference.earlier(), address(baseline)), Cell.of(difference.later(), address(now)),
						Cell.of(difference.change(), address(now)))))
				.toList();
		String because = comparison.because();
		return Table.of(baseline.title() + ", herhaald als " + now.title(), BESIDE, rows, because == null ? "Er waren te weinig antwoorden om iets te tonen." : because);
	}

	private static Chart radar(List<ReflectionRoundView> chain) {
		ReflectionRoundView baseline = chain.getFirst();
		return chain.size() == 1 ? ReflectionRadar.of(baseline) : ReflectionRadar.of(baseline, chain.getLast());
	}

	private static String address(ReflectionRoundView round) {
		return "reflection-rounds/" + round.reflectionRoundId();
	}
}
