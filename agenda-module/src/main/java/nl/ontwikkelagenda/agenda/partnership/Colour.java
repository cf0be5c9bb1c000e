package nl.ontwikkelagenda.agenda.partnership;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour, as it is written on the web.
 *
 * @param value such as {@code #154273}, in small letters
 */
public record Colour(String value) {

	private static final Pattern PATTERN = Pattern.compile("#[0-9a-f]{6}");

	/** What letters need beside what they stand on (WCAG 2.2, 1.4.3). */
	static final double READABLE = 4.5;
	static final Colour WHITE = new Colour("#ffffff");

	/** @throws IllegalArgumentException when it is not written so */
	public Colour {
		value = value.toLowerCase(Locale.ROOT);
		if (!PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException("A colour is written as #154273");
		}
	}

	/** How much two colours differ in lightness, from 1 to 21, as WCAG 2.2 counts it. */
	public double contrastWith(Colour other) {
		double mine = luminance() + 0.05;
		double others = other.luminance() + 0.05;
		return Math.max(mine, others) / Math.min(mine, others);
	}

	private double luminance() {
		int rgb = Integer.parseInt(value.substring(1), 16);
		return 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 0xff) + 0.0722 * linear(rgb & 0xff);
	}

	private static double linear(int channel) {
		double share = channel / 255.0;
		return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	@Override
	public String toString() {
		return value;
	}
}
