package nl.ontwikkelagenda.app.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;

/** A participant asks on a page what a word means; words of the product explain themselves where they stand. */
class GlossaryPageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");

	@Test
	void aWordIsAskedForExplainedAndAgreedOnThePage() {
		String partnership = app.partnership("Regio met vakwoorden");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		assertThat(participant.submit("/begrippen", "/begrippen", Map.of("word", "", "partnershipId", Client.id(partnership))).status()).isEqualTo(400);
		String place = String
				.valueOf(participant.submit("/begrippen", "/begrippen", Map.of("word", "doorgaande <lijn>", "partnershipId", Client.id(partnership), "sector", "EDUCATION"))
						.header("Location"));
		assertThat(place).contains("/begrippen#begrip-");
		String term = place.replaceFirst(".*#begrip-", "");
		assertThat(participant.page("/begrippen")).contains("Woorden van Regio met vakwoorden", "doorgaande &lt;lijn&gt;", "Wie weet het?");
		assertThat(secretary.submit("/begrippen", "/begrippen/" + term + "/uitleg", Map.of("explanation", "Van kinderopvang tot werk sluit alles aan.")).status()).isEqualTo(303);
		assertThat(participant.page("/begrippen")).contains("Nog niet afgesproken").doesNotContain("/begrippen/" + term + "/afspraak");
		assertThat(secretary.submit("/begrippen", "/begrippen/" + term + "/afspraak", Map.of()).status()).isEqualTo(303);
		assertThat(secretary.submit("/begrippen", "/begrippen/" + term + "/afspraak", Map.of()).status()).isEqualTo(409);
		assertThat(participant.page("/begrippen")).contains("Van kinderopvang tot werk sluit alles aan.").doesNotContain("Nog niet afgesproken");
		String meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "De doorgaande <lijn>", "plannedOn": "2026-01-12"}""".formatted(Client.id(partnership)));
		secretary.created("/api/v1/meetings/" + meeting + "/holding", "{\"happenedOn\": {\"from\": \"2026-01-12\", \"to\": \"2026-01-12\"}}");
		secretary.created("/api/v1/meetings/" + meeting + "/outcomes",
				"{\"kind\": \"INFORMATION\", \"title\": \"Doorgaand beleid\", \"text\": \"De Doorgaande <lijn> hapert; een doorgaande <lijn> kost geld.\"}");
		assertThat(participant.page("/bijeenkomsten/" + meeting)).containsOnlyOnce("role=\"tooltip\" id=\"uitleg-" + term + "\">Van kinderopvang tot werk sluit alles aan.</span>")
				.contains("De <dfn class=\"term\" tabindex=\"0\" aria-describedby=\"uitleg-" + term + "\">Doorgaande &lt;lijn&gt;</dfn>",
						" hapert; een doorgaande &lt;lijn&gt; kost geld.",
						"<h1>De doorgaande &lt;lijn&gt;</h1>");
		assertThat(secretary.page("/bijeenkomsten/" + meeting + "/stand")).as("a part of a page").doesNotContain("<dfn");
		assertThat(participant.page("/begrippen?asOf=2018-01-01")).contains("U kijkt terug").doesNotContain("doorgaande");
		assertThat(new Client(app, "auditor").page("/begrippen")).doesNotContain("doorgaande").contains("Woorden van de Ontwikkelagenda");
	}

	@Test
	void aPageExplainsAWordWhereItStandsFirst() {
		String partnership = app.partnership("Regio zonder mandaten");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		String page = secretary.page("/samenwerkingsverbanden/" + Client.id(partnership));
		Matcher term = Pattern.compile("<dfn class=\"term\" tabindex=\"0\" aria-describedby=\"uitleg-mandaat\">mandaat</dfn>"
				+ "<span class=\"explained\" role=\"tooltip\" id=\"uitleg-mandaat\">Wat iemand namens een organisatie mag beslissen[^<]*</span>").matcher(page);
		assertThat(term.results()).hasSize(1);
		assertThat(page).contains(" Een mandaat zegt waarover").doesNotContain("data-term");
		assertThat(page.substring(0, page.indexOf("<main"))).as("menu").doesNotContain("<dfn");
	}
}
