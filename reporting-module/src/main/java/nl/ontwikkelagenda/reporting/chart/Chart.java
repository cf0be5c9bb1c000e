package nl.ontwikkelagenda.reporting.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Numbers to be drawn: lines over the same places, each with a value or nothing at every place.
 *
 * @param title  what it shows
 * @param unit   of the values, for the description; empty for plain numbers
 * @param places such as months, elements or regions, in order
 */
public record Chart(Kind kind, String title, String unit, List<String> places, List<Line> lines) {

	/** How it is drawn. */
	public enum Kind {
		/** Over time, from left to right. */
		LINES,
		/** Around a middle, for values from 1 to 5. */
		RADAR,
		/** A bar for each place, of the first line only. */
		BARS
	}

	/**
	 * @param name   what the line tells
	 * @param values one for every place; nothing where there is none
	 * @param beside whether it is what the others are held against: earlier, agreed, wanted
	 */
	public record Line(String name, List<@Nullable BigDecimal> values, boolean beside) {

		public Line {
			values = Collections.unmodifiableList(new ArrayList<>(values));
		}
	}

	public Chart {
		places = List.copyOf(places);
		lines = List.copyOf(lines);
		int width = places.size();
		if (lines.stream().anyMatch(line -> line.values().size() != width)) {
			throw new IllegalArgumentException("Every line has a value, or nothing, at every place");
		}
	}

	/** Whether there is a value to draw. */
	public boolean isEmpty() {
		return lines.stream().flatMap(line -> line.values().stream()).allMatch(Objects::isNull);
	}

	/** The picture, as one element that can stand in a page or by itself. */
	public String svg() {
		return switch (kind) {
			case LINES -> LineChart.svg(this);
			case RADAR -> Radar.svg(this);
			case BARS -> Bars.svg(this);
		};
	}

	/** All that can be seen in it. */
	String description() {
		return lines.stream().map(line -> line.name() + ": " + told(line)).collect(Collectors.joining("\n"));
	}

	private String told(Line line) {
		String behind = unit.isEmpty() ? "" : " " + unit;
		String values = IntStream.range(0, places.size()).filter(place -> line.values().get(place) != null)
				.mapToObj(place -> places.get(place) + " " + words(Objects.requireNonNull(line.values().get(place))) + behind).collect(Collectors.joining(", "));
		return values.isEmpty() ? "niets." : values + ".";
	}

	/** A number as it is written in Dutch. */
	public static String words(BigDecimal value) {
		BigDecimal shown = value.stripTrailingZeros();
		return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString().replace('.', ',');
	}
}
