package nl.ontwikkelagenda.reporting.chart;

import java.math.BigDecimal;
import java.util.List;

import nl.ontwikkelagenda.reporting.chart.Chart.Line;
import nl.ontwikkelagenda.reporting.chart.Svg.Anchor;

/** Values from 1 to 5 around a middle; the earlier ones dashed, those of now filled. */
final class Radar {

	private static final int WIDTH = 800;
	private static final int HEIGHT = 480;
	private static final double MIDDLE_X = 400;
	private static final double MIDDLE_Y = 255;
	private static final double RADIUS = 150;
	private static final int HIGHEST = 5;
	private static final int SIZE = 13;
	private static final int LINE = 16;
	private static final double LABEL = 200;
	private static final double BESIDE = 0.25;

	private final Chart chart;
	private final Svg svg;

	private Radar(Chart chart) {
		this.chart = chart;
		this.svg = new Svg(WIDTH, HEIGHT, chart.title(), chart.description());
	}

	static String svg(Chart chart) {
		return new Radar(chart).draw();
	}

	private String draw() {
		svg.text(10, 24, Anchor.START, 16, true, Svg.lines(chart.title(), 16, WIDTH - 20, 1).getFirst());
		int axes = chart.places().size();
		for (int ring = 1; ring <= HIGHEST; ring++) {
			svg.path(ring(ring), Svg.NONE, 1, Svg.INK, ring == HIGHEST ? 0.8 : 0.3, false);
			svg.text(MIDDLE_X + 4, y(0, ring) + 4, Anchor.START, 11, false, Integer.toString(ring));
		}
		for (int axis = 0; axis < axes; axis++) {
			svg.guide(MIDDLE_X, MIDDLE_Y, x(axis, HIGHEST), y(axis, HIGHEST));
			label(axis);
		}
		chart.lines().stream().sorted((one, other) -> Boolean.compare(other.beside(), one.beside())).forEach(this::draw);
		double left = 10;
		for (Line line : chart.lines()) {
			double top = HEIGHT - 16;
			svg.line(left, top, left + 40, top, line.beside() ? Svg.ORANGE : Svg.BLUE, 2.5, line.beside());
			svg.text(left + 48, top + 4, Anchor.START, SIZE, false, line.name());
			left += 80 + Svg.width(line.name(), SIZE);
		}
		return svg.toString();
	}

	private String ring(double value) {
		StringBuilder path = new StringBuilder();
		for (int axis = 0; axis < chart.places().size(); axis++) {
			path.append(axis == 0 ? 'M' : 'L').append(point(axis, value));
		}
		return path.append('Z').toString();
	}

	/** Where there is no value the line has a gap; without gaps it is a surface. */
	private void draw(Line line) {
		StringBuilder path = new StringBuilder();
		List<? extends BigDecimal> values = line.values();
		boolean whole = values.stream().allMatch(value -> value != null);
		boolean down = false;
		for (int axis = 0; axis < values.size(); axis++) {
			BigDecimal value = values.get(axis);
			if (value != null) {
				path.append(down ? 'L' : 'M').append(point(axis, value.doubleValue()));
			}
			down = value != null;
		}
		String colour = line.beside() ? Svg.ORANGE : Svg.BLUE;
		svg.path(path.append(whole ? "Z" : "").toString(), whole && !line.beside() ? colour : Svg.NONE, BESIDE, colour, 2.5, line.beside());
		for (int axis = 0; axis < values.size(); axis++) {
			BigDecimal value = values.get(axis);
			if (value != null) {
				svg.circle(x(axis, value.doubleValue()), y(axis, value.doubleValue()), line.beside() ? 3 : 4, colour, Svg.NONE);
			}
		}
	}

	private void label(int axis) {
		double across = Math.sin(angle(axis));
		Anchor anchor = Math.abs(across) < BESIDE ? Anchor.MIDDLE : across > 0 ? Anchor.START : Anchor.END;
		List<String> lines = Svg.lines(chart.places().get(axis), SIZE, LABEL, 2);
		double x = MIDDLE_X + across * (RADIUS + 14);
		double down = -Math.cos(angle(axis));
		double y = MIDDLE_Y + down * (RADIUS + 18) + (down < -BESIDE ? -(lines.size() - 1.0) * LINE : 4);
		for (int i = 0; i < lines.size(); i++) {
			svg.text(x, y + i * LINE, anchor, SIZE, false, lines.get(i));
		}
	}

	private String point(int axis, double value) {
		return Svg.number(x(axis, value)) + " " + Svg.number(y(axis, value));
	}

	private double angle(int axis) {
		return 2 * Math.PI * axis / chart.places().size();
	}

	private double x(int axis, double value) {
		return MIDDLE_X + Math.sin(angle(axis)) * RADIUS * value / HIGHEST;
	}

	private double y(int axis, double value) {
		return MIDDLE_Y - Math.cos(angle(axis)) * RADIUS * value / HIGHEST;
	}
}
