package nl.ontwikkelagenda.app.housestyle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.partnership.Colour;

/**
 * The tones in which pages show the colour of a partnership. A colour that cannot be read on the page is made darker where the page is light, and lighter where it is dark, no more
 * than is needed for the contrast that WCAG asks of text.
 *
 * @param light   of links and buttons on a light page
 * @param onLight of the words on such a button
 */
record Tones(Colour light, Colour onLight, Colour dark, Colour onDark) {

	/** What WCAG 2.2 asks of text at level AA. */
	static final double ENOUGH = 4.5;
	/** What text stands on; the same as in the stylesheet of all pages. */
	static final List<Colour> LIGHT_PAGES = List.of(new Colour("#ffffff"), new Colour("#f3f5f8"));
	static final List<Colour> DARK_PAGES = List.of(new Colour("#14181f"), new Colour("#1d232d"));

	private static final Colour WHITE = new Colour("#ffffff");
	private static final Colour INK = new Colour("#0d1420");
	private static final int STEPS = 50;

	static Tones of(Colour colour) {
		Colour light = towards(INK, colour, LIGHT_PAGES);
		Colour dark = towards(WHITE, colour, DARK_PAGES);
		return new Tones(light, readableOn(light), dark, readableOn(dark));
	}

	/** Rules that put these tones in the place of the usual ones. */
	String stylesheet() {
		return ":root { --accent: light-dark(%s, %s); --on-accent: light-dark(%s, %s); }\n".formatted(light, dark, onLight, onDark);
	}

	private static Colour towards(Colour end, Colour colour, List<Colour> pages) {
		return IntStream.rangeClosed(0, STEPS).mapToObj(step -> mixed(colour, end, step)).filter(tone -> pages.stream().allMatch(page -> tone.contrastWith(page) >= ENOUGH))
				.findFirst().orElse(end);
	}

	private static Colour readableOn(Colour tone) {
		return WHITE.contrastWith(tone) >= INK.contrastWith(tone) ? WHITE : INK;
	}

	private static Colour mixed(Colour colour, Colour end, int step) {
		return new Colour(IntStream.range(0, 3).mapToObj(place -> "%02x".formatted(part(colour, place) + (part(end, place) - part(colour, place)) * step / STEPS))
				.collect(Collectors.joining("", "#", "")));
	}

	/** Red, green or blue, by its place. */
	private static int part(Colour colour, int place) {
		return Integer.parseInt(colour.value(), 1 + 2 * place, 3 + 2 * place, 16);
	}
}
