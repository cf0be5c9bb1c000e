package nl.ontwikkelagenda.reporting.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

	private static final String LONG = "Een begin dat er niet toe doet. ".repeat(20);

	@Test
	void aShortTextIsShownWhole() {
		assertThat(Excerpt.of("De wens om elkaar te ontmoeten leeft bij allen.", "wens")).isEqualTo("De wens om elkaar te ontmoeten leeft bij allen.");
	}

	@Test
	void ofALongTextTheWordsAreShownInTheirContext() {
		String excerpt = Excerpt.of(LONG + "De wachtlijst voor JGGZ is een groot vraagstuk. " + LONG, "wachtlijst");
		assertThat(excerpt).startsWith("… ").endsWith(" …").contains("De wachtlijst voor JGGZ is een groot vraagstuk.").hasSizeLessThan(280);
	}

	@Test
	void anotherFormOfTheWordAndDiacriticsDoNotMatter() {
		assertThat(Excerpt.of(LONG + "De reünie was een succes", "REUNIES")).contains("De reünie was");
		assertThat(Excerpt.of(LONG + "Alle bijeenkomsten", "bijeenkomst")).contains("Alle bijeenkomsten");
	}

	@Test
	void whereNothingIsRecognisedTheBeginningIsShown() {
		assertThat(Excerpt.of("Een begin", "iets heel anders")).isEqualTo("Een begin");
		assertThat(Excerpt.of("", "iets")).isEmpty();
	}
}
