package nl.ontwikkelagenda.reporting.trend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.chart.Chart.Kind;
import nl.ontwikkelagenda.reporting.chart.Chart.Line;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Comparison;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Value;

import org.jspecify.annotations.Nullable;

/** How an indicator is drawn. */
public final class IndicatorCharts {

	private IndicatorCharts() {
	}

	/** Its values over time, beside the target. */
	public static Chart trend(IndicatorTrend trend) {
		String unit = trend.indicator().unit();
		List<@Nullable BigDecimal> values = new ArrayList<>(trend.values().stream().map(Value::amount).toList());
		List<Line> lines = new ArrayList<>(List.of(new Line("gemeten", values, false)));
		if (trend.target() != null) {
			lines.add(new Line("streefwaarde", Collections.nCopies(values.size(), trend.target().amount()), true));
		}
		return new Chart(Kind.LINES, trend.indicator().name() + " (" + unit + ")", unit, trend.values().stream().map(Value::label).toList(), lines);
	}

	/** The own value beside those of regions that are seen by name, and the average of the others as far as that may be seen. */
	public static Chart regions(IndicatorTrend trend, Comparison comparison, String own) {
		List<String> places = new ArrayList<>(List.of(own));
		List<@Nullable BigDecimal> values = new ArrayList<>(List.of(comparison.own()));
		comparison.named().forEach(region -> {
			places.add(region.name());
			values.add(region.amount());
		});
		if (comparison.average() != null) {
			places.add("gemiddelde van de andere regio's");
			values.add(comparison.average());
		}
		return new Chart(Kind.BARS, trend.indicator().name() + " (" + trend.indicator().unit() + "), per regio", trend.indicator().unit(), places,
				List.of(new Line(trend.values().getLast().label(), values, false)));
	}
}
