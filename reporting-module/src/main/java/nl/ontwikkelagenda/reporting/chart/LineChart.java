package nl.ontwikkelagenda.reporting.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.reporting.chart.Chart.Line;
import nl.ontwikkelagenda.reporting.chart.Svg.Anchor;

/** Lines over time, each with its name behind its end; what it is held against is dashed. */
final class LineChart {

	private static final int WIDTH = 800;
	private static final int HEIGHT = 340;
	private static final double LEFT = 60;
	private static final double RIGHT = 620;
	private static final double TOP = 50;
	private static final double BOTTOM = 290;
	private static final int SIZE = 13;
	private static final int STEPS = 4;
	private static final int MOST_LABELS = 7;
	private static final double APART = 17;

	private final Chart chart;
	private final double lowest;
	private final double highest;
	private final Svg svg;

	private LineChart(Chart chart) {
		this.chart = chart;
		List<BigDecimal> all = chart.lines().stream().flatMap(line -> line.values().stream()).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
		double most = all.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
		double least = Math.min(0, all.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0));
		double step = niceStep((most - least) / STEPS);
		this.lowest = Math.floor(least / step) * step;
		this.highest = Math.max(lowest + step, Math.ceil(most / step) * step);
		this.svg = new Svg(WIDTH, HEIGHT, chart.title(), chart.description());
	}

	static String svg(Chart chart) {
		return new LineChart(chart).draw();
	}

	/** 1, 2 or 5 times a power of ten, at least so much. */
	static double niceStep(double atLeast) {
		double power = Math.pow(10, Math.floor(Math.log10(Math.max(atLeast, 1e-6))));
		double part = Math.max(atLeast, 1e-6) / power;
		return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
	}

	private String draw() {
		svg.text(10, 24, Anchor.START, 16, true, Svg.lines(chart.title(), 16, WIDTH - 20, 1).getFirst());
		double step = niceStep((highest - lowest) / STEPS);
		for (double value = lowest; value <= highest + step / 2; value += step) {
			svg.guide(LEFT, y(value), RIGHT, y(value));
			svg.text(LEFT - 8, y(value) + 4, Anchor.END, SIZE, false, Chart.words(BigDecimal.valueOf(Math.round(value * 1e6) / 1e6)));
		}
		int every = Math.max(1, (int) Math.ceil(chart.places().size() / (double) MOST_LABELS));
		for (int place = chart.places().size() - 1; place >= 0; place -= every) {
			svg.text(x(place), BOTTOM + 22, Anchor.MIDDLE, SIZE, false, chart.places().get(place));
		}
		double below = Double.NEGATIVE_INFINITY;
		for (Line line : chart.lines().stream().sorted((one, other) -> Double.compare(end(other), end(one))).toList()) {
			draw(line);
			below = Math.max(below + APART, y(end(line)) + 4);
			svg.text(RIGHT + 14, below, Anchor.START, SIZE, !line.beside(), Svg.lines(line.name() + ": " + Chart.words(last(line)), SIZE, WIDTH - RIGHT - 20, 1).getFirst());
		}
		return svg.toString();
	}

	private void draw(Line line) {
		StringBuilder path = new StringBuilder();
		boolean down = false;
		for (int place = 0; place < line.values().size(); place++) {
			BigDecimal value = line.values().get(place);
			if (value != null) {
				path.append(down ? 'L' : 'M').append(Svg.number(x(place))).append(' ').append(Svg.number(y(value.doubleValue())));
			}
			down = value != null;
		}
		String colour = line.beside() ? Svg.ORANGE : Svg.BLUE;
		svg.path(path.toString(), Svg.NONE, 1, colour, 2.5, line.beside());
		IntStream.range(0, line.values().size()).filter(place -> line.values().get(place) != null)
				.forEach(place -> svg.circle(x(place), y(Objects.requireNonNull(line.values().get(place)).doubleValue()), line.beside() ? 2.5 : 4, colour, Svg.NONE));
	}

	private static BigDecimal last(Line line) {
		return line.values().reversed().stream().filter(Objects::nonNull).map(Objects::requireNonNull).findFirst().orElse(BigDecimal.ZERO);
	}

	private static double end(Line line) {
		return last(line).doubleValue();
	}

	private double x(int place) {
		int spaces = chart.places().size() - 1;
		return spaces == 0 ? (LEFT + RIGHT) / 2 : LEFT + 20 + place * (RIGHT - LEFT - 40) / spaces;
	}

	private double y(double value) {
		return BOTTOM - (value - lowest) / (highest - lowest) * (BOTTOM - TOP);
	}
}
