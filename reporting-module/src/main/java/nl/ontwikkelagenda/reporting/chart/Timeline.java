package nl.ontwikkelagenda.reporting.chart;

import java.util.List;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.reporting.chart.Svg.Anchor;

import org.jspecify.annotations.Nullable;

/**
 * What happened, under one another in the order of time, with arcs from what led to what.
 *
 * @param remark under the picture, such as that more is not shown
 */
public record Timeline(String title, List<Entry> entries, List<Arc> arcs, @Nullable String remark) {

	private static final int WIDTH = 800;
	private static final int TOP = 48;
	private static final int RAIL = 265;
	private static final int TEXT = RAIL + 22;
	private static final int LINE = 18;
	private static final int GAP = 14;
	private static final int SIZE = 14;
	private static final int SMALL = 12;
	/** So far to the left an arc reaches at most. */
	private static final double WIDEST = 105;
	private static final int MOST_LINES = 2;

	/**
	 * @param when  words for the day
	 * @param kind  what it is, in a word
	 * @param words what it is called
	 * @param note  what more is to be said, in a few words
	 * @param main  whether the picture is about this one
	 */
	public record Entry(String when, String kind, String words, @Nullable String note, boolean main) {

		private List<String> lines() {
			return Svg.lines(kind + ": " + words, SIZE, WIDTH - TEXT - 20, MOST_LINES);
		}

		private int height() {
			int besideTheDay = Svg.lines(when, SMALL, RAIL - WIDEST - 20, 2).size();
			return Math.max(lines().size() + (note == null ? 0 : 1), besideTheDay) * LINE + GAP;
		}

		private String sentence() {
			return when + ": " + kind + " – " + words + (note == null ? "" : " (" + note + ")") + ".";
		}
	}

	/** From one entry to another, by their places from 0. */
	public record Arc(int from, int to) {
	}

	public String svg() {
		int height = TOP + entries.stream().mapToInt(Entry::height).sum() + (remark == null ? 10 : LINE + 20);
		Svg svg = new Svg(WIDTH, height, title, entries.stream().map(Entry::sentence).collect(Collectors.joining("\n")));
		svg.text(10, 24, Anchor.START, 16, true, Svg.lines(title, 16, WIDTH - 20, 1).getFirst());
		double[] y = new double[entries.size()];
		int top = TOP;
		for (int i = 0; i < y.length; i++) {
			y[i] = top + LINE * 0.7;
			top += entries.get(i).height();
		}
		if (y.length > 1) {
			svg.guide(RAIL, y[0], RAIL, y[y.length - 1]);
		}
		arcs.forEach(arc -> draw(svg, y, arc));
		for (int i = 0; i < y.length; i++) {
			draw(svg, y[i], entries.get(i));
		}
		if (remark != null) {
			svg.text(TEXT, top + SIZE, Anchor.START, SMALL, false, remark);
		}
		return svg.toString();
	}

	private static void draw(Svg svg, double y, Entry entry) {
		double baseline = y + 5;
		List<String> when = Svg.lines(entry.when, SMALL, RAIL - WIDEST - 20, 2);
		for (int i = 0; i < when.size(); i++) {
			svg.text(10, baseline + i * LINE * 0.85, Anchor.START, SMALL, entry.main, when.get(i));
		}
		if (entry.main) {
			svg.circle(RAIL, y, 8, Svg.BLUE, Svg.INK);
		} else {
			svg.circle(RAIL, y, 5, Svg.INK, Svg.NONE);
		}
		for (String line : entry.lines()) {
			svg.text(TEXT, baseline, Anchor.START, SIZE, entry.main, line);
			baseline += LINE;
		}
		if (entry.note != null) {
			svg.text(TEXT, baseline, Anchor.START, SMALL, false, entry.note);
		}
	}

	private static void draw(Svg svg, double[] y, Arc arc) {
		double from = y[arc.from];
		double to = y[arc.to];
		double reach = Math.min(WIDEST, 18 + Math.abs(to - from) * 0.14);
		double start = RAIL - 6;
		double end = RAIL - 9;
		svg.path("M" + Svg.number(start) + " " + Svg.number(from) + "C" + Svg.number(start - reach) + " " + Svg.number(from) + " " + Svg.number(end - reach) + " "
				+ Svg.number(to) + " " + Svg.number(end) + " " + Svg.number(to), Svg.NONE, 1, Svg.BLUE, 1.2, false);
		svg.path("M" + Svg.number(end + 2) + " " + Svg.number(to) + "l-7 -3.5v7z", Svg.BLUE, 1, Svg.NONE, 0, false);
	}
}
