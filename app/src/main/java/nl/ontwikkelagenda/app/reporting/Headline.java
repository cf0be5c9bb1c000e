package nl.ontwikkelagenda.app.reporting;

import java.util.List;

/**
 * A number that stands at the top of a report, in words that go with it.
 *
 * @param figure name of the figure
 * @param one    what one of it is called
 */
public record Headline(String figure, String one, String many) {

	/** In the order in which they are read. */
	public static final List<Headline> ALL = List.of(new Headline("meetings-held", "bijeenkomst gehouden", "bijeenkomsten gehouden"),
			new Headline("decisions-taken", "besluit genomen", "besluiten genomen"), new Headline("actions-agreed", "actie afgesproken", "acties afgesproken"),
			new Headline("actions-done", "actie klaar", "acties klaar"), new Headline("actions-open", "actie loopt", "acties lopen"),
			new Headline("actions-late", "actie te laat", "acties te laat"), new Headline("goals-answered", "doel beantwoord", "doelen beantwoord"),
			new Headline("advice-waiting", "advies wacht op antwoord", "adviezen wachten op antwoord"));

	/** Whether it says something: that nothing is late is news too. */
	public boolean tells(long count) {
		return count > 0 || figure.equals("actions-late");
	}

	public String label(long count) {
		return count == 1 ? one : many;
	}

	String words(long count) {
		return count + " " + label(count);
	}
}
