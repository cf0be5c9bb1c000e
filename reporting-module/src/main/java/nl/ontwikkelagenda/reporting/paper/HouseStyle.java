package nl.ontwikkelagenda.reporting.paper;

import org.jspecify.annotations.Nullable;

/**
 * How the papers of a partnership look.
 *
 * @param partnership its name, on every page
 * @param colour      of titles and lines, as {@code #154273}
 * @param tint        behind the header row of a table, as {@code #e8eef5}
 */
public record HouseStyle(String partnership, String colour, String tint, @Nullable Logo logo) {

	public static final String COLOUR = "#154273";
	public static final String TINT = "#e8eef5";

	public HouseStyle {
		if (!colour.matches("#[0-9a-f]{6}") || !tint.matches("#[0-9a-f]{6}")) {
			throw new IllegalArgumentException("Colours are written as #154273");
		}
	}

	/** That of a partnership that chose none. */
	public static HouseStyle plain(String partnership) {
		return new HouseStyle(partnership, COLOUR, TINT, null);
	}

	/** @param mediaType {@code image/svg+xml}, {@code image/png} or {@code image/jpeg} */
	public record Logo(String mediaType, byte[] content) {
	}
}
