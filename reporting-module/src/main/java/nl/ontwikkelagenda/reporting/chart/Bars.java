package nl.ontwikkelagenda.reporting.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.reporting.chart.Chart.Line;
import nl.ontwikkelagenda.reporting.chart.Svg.Anchor;

/** A bar for each place with its value behind it; the second line, when there is one, marks what each is held against. */
final class Bars {

	private static final int WIDTH = 800;
	private static final double LEFT = 250;
	private static final double RIGHT = 700;
	private static final int TOP = 48;
	private static final int ROW = 30;
	private static final int THICK = 18;
	private static final int SIZE = 13;

	private Bars() {
	}

	static String svg(Chart chart) {
		Svg svg = new Svg(WIDTH, TOP + ROW * chart.places().size() + 10, chart.title(), chart.description());
		svg.text(10, 24, Anchor.START, 16, true, Svg.lines(chart.title(), 16, WIDTH - 20, 1).getFirst());
		Line line = chart.lines().getFirst();
		double most = chart.lines().stream().flatMap(each -> each.values().stream()).filter(Objects::nonNull).map(Objects::requireNonNull).mapToDouble(BigDecimal::doubleValue)
				.max()
				.orElse(1);
		double unit = (RIGHT - LEFT) / Math.max(most, 1e-6);
		for (int place = 0; place < chart.places().size(); place++) {
			double y = TOP + ROW * place;
			svg.text(LEFT - 10, y + THICK - 4, Anchor.END, SIZE, false, Svg.lines(chart.places().get(place), SIZE, LEFT - 20, 1).getFirst());
			BigDecimal value = line.values().get(place);
			double width = value == null ? 0 : Math.max(0, value.doubleValue()) * unit;
			if (value != null) {
				svg.rectangle(LEFT, y, width, THICK, Svg.BLUE, Svg.NONE);
			}
			svg.text(LEFT + width + 8, y + THICK - 4, Anchor.START, SIZE, true, value == null ? "niet gemeten" : Chart.words(value));
			mark(svg, chart.lines(), place, unit, y);
		}
		return svg.toString();
	}

	private static void mark(Svg svg, List<Line> lines, int place, double unit, double y) {
		BigDecimal beside = lines.size() < 2 ? null : lines.get(1).values().get(place);
		if (beside != null) {
			double x = LEFT + beside.doubleValue() * unit;
			svg.line(x, y - 4, x, y + THICK + 4, Svg.ORANGE, 3, false);
		}
	}
}
