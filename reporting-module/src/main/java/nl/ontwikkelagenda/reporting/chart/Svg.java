package nl.ontwikkelagenda.reporting.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing while it is being made. Texts and lines have the colour of their surroundings ({@code currentColor}), so that it can be read on a light and a dark page and on paper;
 * what tells things apart is never colour alone.
 */
final class Svg {

	/** For what is one's own; contrast above 3 to 1 with black and white. */
	static final String BLUE = "#2f7fc1";
	/** For what it is held against. */
	static final String ORANGE = "#c2621b";
	static final String INK = "currentColor";
	static final String NONE = "none";

	/** Of the widths of letters in usual fonts without serifs, in parts of their size. */
	private static final double LETTER = 0.54;

	private final StringBuilder drawn = new StringBuilder();
	private final int width;
	private final int height;
	private final String title;
	private final String description;

	/** Where a text stands with respect to its point. */
	enum Anchor {
		START, MIDDLE, END
	}

	/**
	 * @param width       in the units of the drawing, which are those of its letters
	 * @param title       what it is called, read out first
	 * @param description what can be seen in it, for who does not see it
	 */
	Svg(int width, int height, String title, String description) {
		this.width = width;
		this.height = height;
		this.title = title;
		this.description = description;
	}

	Svg line(double x1, double y1, double x2, double y2, String stroke, double thick, boolean dashed) {
		drawn.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1)).append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2))
				.append('"');
		return stroke(stroke, thick, dashed, 1);
	}

	/** A line that helps to read, in the background. */
	Svg guide(double x1, double y1, double x2, double y2) {
		drawn.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1)).append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2))
				.append('"');
		return stroke(INK, 1, false, 0.25);
	}

	Svg path(String data, String fill, double fillOpacity, String stroke, double thick, boolean dashed) {
		drawn.append("<path d=\"").append(data).append("\" fill=\"").append(fill).append('"');
		if (!fill.equals(NONE)) {
			drawn.append(" fill-opacity=\"").append(number(fillOpacity)).append('"');
		}
		return stroke(stroke, thick, dashed, 1);
	}

	Svg circle(double x, double y, double radius, String fill, String stroke) {
		drawn.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill)
				.append('"');
		return stroke(stroke, 2, false, 1);
	}

	Svg rectangle(double x, double y, double wide, double high, String fill, String stroke) {
		drawn.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"").append(number(wide)).append("\" height=\"")
				.append(number(high)).append("\" fill=\"").append(fill).append('"');
		return stroke(stroke, 2, false, 1);
	}

	/** @param y of the line that the letters stand on */
	Svg text(double x, double y, Anchor anchor, int size, boolean bold, String words) {
		drawn.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" font-size=\"").append(size).append('"');
		if (anchor != Anchor.START) {
			drawn.append(" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append('"');
		}
		if (bold) {
			drawn.append(" font-weight=\"bold\"");
		}
		drawn.append('>').append(escaped(words)).append("</text>\n");
		return this;
	}

	private Svg stroke(String stroke, double thick, boolean dashed, double opacity) {
		drawn.append(" stroke=\"").append(stroke).append('"');
		if (!stroke.equals(NONE)) {
			drawn.append(" stroke-width=\"").append(number(thick)).append('"');
			if (dashed) {
				drawn.append(" stroke-dasharray=\"7 5\"");
			}
			if (opacity < 1) {
				drawn.append(" stroke-opacity=\"").append(number(opacity)).append('"');
			}
		}
		drawn.append("/>\n");
		return this;
	}

	/** The whole drawing: one element, without a prologue, that can stand in a page or by itself. */
	@Override
	public String toString() {
		// several can stand in one page: the same drawing always has the same ids, another has others
		String id = Integer.toHexString((title + description).hashCode());
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height
				+ "\" role=\"img\" aria-labelledby=\"t" + id + " d" + id + "\" font-family=\"sans-serif\" fill=\"currentColor\">\n<title id=\"t" + id + "\">" + escaped(title)
				+ "</title>\n<desc id=\"d" + id + "\">" + escaped(description) + "</desc>\n" + drawn + "</svg>\n";
	}

	/** Coordinates to a tenth, which is finer than any screen shows. */
	static String number(double value) {
		long tenths = Math.round(value * 10);
		return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
	}

	/** How wide a text about is. */
	static double width(String words, int size) {
		return words.codePointCount(0, words.length()) * LETTER * size;
	}

	/** Breaks a text between words into lines of about this width; what does not fit in so many lines is cut off with an ellipsis. */
	static List<String> lines(String words, int size, double wide, int most) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : words.strip().split("\\s+")) {
			if (!line.isEmpty() && width(line + " " + word, size) > wide) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
		if (lines.size() > most) {
			kept.set(most - 1, kept.get(most - 1) + "…");
		}
		return kept.stream().map(text -> cut(text, size, wide)).toList();
	}

	/** A word that is wider than there is room for. */
	private static String cut(String text, int size, double wide) {
		int most = (int) (wide / (LETTER * size));
		return text.codePointCount(0, text.length()) <= most + 1 ? text : text.substring(0, text.offsetByCodePoints(0, Math.max(1, most - 1))) + "…";
	}

	/** Also without the characters that XML cannot hold. */
	private static String escaped(String text) {
		StringBuilder safe = new StringBuilder(text.length());
		text.codePoints().forEach(point -> {
			switch (point) {
				case '&' -> safe.append("&amp;");
				case '<' -> safe.append("&lt;");
				case '>' -> safe.append("&gt;");
				case '"' -> safe.append("&quot;");
				default -> {
					boolean known = point == '\t' || point == '\n' || (point >= 0x20 && point != 0xFFFE && point != 0xFFFF && (point < 0xD800 || point > 0xDFFF));
					safe.appendCodePoint(known ? point : ' ');
				}
			}
		});
		return safe.toString();
	}
}
