package nl.ontwikkelagenda.reporting.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView.ElementResult;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.chart.Chart.Line;

import org.jspecify.annotations.Nullable;

/** The elements of a reflection around a middle: as they were before, beside those of now. */
public final class ReflectionRadar {

	private ReflectionRadar() {
	}

	/** One round by itself. */
	public static Chart of(ReflectionRoundView round) {
		List<String> elements = elements(round);
		return new Chart(Chart.Kind.RADAR, round.title(), "", elements, List.of(new Line(round.repeatOf() == null ? "nulmeting" : "nu", scores(round, elements), false)));
	}

	/** Nothing to draw where the two may not be compared. */
	public static Chart of(ReflectionRoundView before, ReflectionRoundView now) {
		List<String> elements = elements(before);
		List<Line> lines = now.since(before).because() != null
				? List.of()
				: List.of(new Line(before.repeatOf() == null ? "nulmeting" : "vorige keer", scores(before, elements), true), new Line("nu", scores(now, elements), false));
		return new Chart(Chart.Kind.RADAR, before.title(), "", elements, lines);
	}

	private static List<String> elements(ReflectionRoundView round) {
		return round.elements().stream().map(ElementResult::title).toList();
	}

	private static List<@Nullable BigDecimal> scores(ReflectionRoundView round, List<String> elements) {
		Map<String, ElementResult> found = round.elements().stream().collect(Collectors.toMap(ElementResult::title, element -> element));
		return elements.stream().<@Nullable BigDecimal>map(title -> found.containsKey(title) ? found.get(title).score().average() : null).toList();
	}
}
