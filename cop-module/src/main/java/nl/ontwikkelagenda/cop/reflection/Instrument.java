package nl.ontwikkelagenda.cop.reflection;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked in a round: six elements with their questions. A version never changes; other words are another version.
 *
 * @param version the year in which it was published
 */
public record Instrument(String version, List<Element> elements) {

	/** @param number place among the elements, from 1 */
	public record Element(int number, String title, List<Question> questions) {
	}

	/**
	 * @param id   number of the element and of the question in it ({@code 3.1})
	 * @param open whether it is answered in words only, because a scale makes no sense
	 */
	public record Question(String id, String text, boolean open) {
	}

	/** Lowest and highest point of the scale; who does not know gives none. */
	public static final int LOWEST = 1;
	public static final int HIGHEST = 5;

	private static final String ASKS_WHO = "Wie ";

	/** The six effective elements, word for word. Source: Met Andere Ogen, "Houvast bij het versterken van samenwerken" (2023). */
	public static final Instrument OF_2023 = new Instrument("2023", List.of(
			element(1, "Gedeelde visie en urgentie onderwijs-zorg-jeugd",
					"Weten we wat beter samenwerken oplevert voor jeugdigen en ouders?",
					"Creëren we voldoende tijd en ruimte om te investeren in samenwerken?",
					"Kennen we elkaars visie en praktijk op het werken met jeugdigen en gezinnen?",
					"Wat vinden we belangrijk in samenwerken en weten we dat van elkaar?"),
			element(2, "Cultuur van samenwerken",
					"Bouwen we aan vertrouwen in de samenwerking?",
					"Kennen we elkaars taken, rollen en verantwoordelijkheden (en die van ouders en jeugdigen)?",
					"Spreken we dezelfde taal? Welk vakjargon vraagt om verduidelijking?",
					"Is de visie van jeugdigen en ouders altijd ons vertrekpunt?",
					"Reflecteren we ook op ons eigen functioneren in de samenwerking en staan we open voor feedback?"),
			element(3, "Regie op de samenwerking op alle niveaus van uitvoering, beleid en bestuur",
					"Wie zijn bij de samenwerkende organisaties de 'kartrekkers'?",
					"Hebben gemeente, onderwijs, ouders en partners in het jeugddomein invloed op de samenwerking?",
					"Weten wij en onze samenwerkingspartners wat we verwachten van elkaar?",
					"Weten we wie welke beslissingen kan nemen en hiervoor een mandaat heeft?",
					"Borgen we wat we al bereikt hebben met een goede samenwerking?"),
			element(4, "Lerende cyclus: zicht op de vooruitgang",
					"Kennen we de beginsituatie in de samenwerking; wat gaat goed en wat kan beter?",
					"Formuleren we haalbare doelen in de samenwerking en volgen we de voortgang?",
					"Betrekken we het perspectief van professionals, ouders, jeugdigen, (in)formeel netwerk?",
					"Meten en volgen we (met data) het effect van samenwerken op jeugdigen en ouders?"),
			element(5, "Faciliterend stelsel",
					"Weten beleidsmakers/bestuurders wat het versterken van samenwerken vraagt?",
					"Faciliteren beleidsmakers/bestuurders investeren in samenwerken?",
					"Staan beleidsmakers/bestuurders open voor initiatieven van professionals?"),
			element(6, "Werken in één ecosysteem",
					"Investeren we ook buiten onze eigen organisatie in het versterken van samenwerken?",
					"Betrekken we alle partijen in het sociale en informele netwerk rond jeugdigen en gezinnen?",
					"Krijgen alle partijen een gelijkwaardige positie en stem in de samenwerking?")));

	/** Newest first. */
	public static final List<Instrument> ALL = List.of(OF_2023);

	public static Optional<Instrument> find(String version) {
		return ALL.stream().filter(instrument -> instrument.version.equals(version)).findFirst();
	}

	public Stream<Question> questions() {
		return elements.stream().flatMap(element -> element.questions().stream());
	}

	public Optional<Question> question(String id) {
		return questions().filter(question -> question.id().equals(id)).findFirst();
	}

	private static Element element(int number, String title, String... questions) {
		return new Element(number, title,
				IntStream.rangeClosed(1, questions.length).mapToObj(place -> new Question(number + "." + place, questions[place - 1], questions[place - 1].startsWith(ASKS_WHO)))
						.toList());
	}
}
