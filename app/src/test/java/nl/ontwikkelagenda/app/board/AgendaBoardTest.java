package nl.ontwikkelagenda.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The board of an agenda, from its opening to its next edition, as people with a browser without JavaScript work on it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AgendaBoardTest {

	private static final Pattern KEY = Pattern.compile("name=\"sleutel\" value=\"([^\"]+)\"");

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String board = "";
	private String theme = "";

	@BeforeAll
	void aPartnership() {
		String path = app.partnership("Regio van het bord");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "AUDITOR");
	}

	@Test
	@Order(1)
	void theSecretaryOpensAnAgenda() {
		assertThat(participant.page("/agendas")).contains("Regio van het bord", "Hier is nog geen agenda.").doesNotContain("Open een nieuwe agenda");
		board = done(secretary.submit("/agendas", "/agendas", Map.of("partnershipId", partnership, "title", "Agenda <jeugd> & onderwijs")));
		assertThat(board).matches("/agendas/[0-9a-f-]{36}");
		assertThat(participant.page("/agendas")).contains("href=\"" + board + "\"", "Agenda &lt;jeugd&gt; &amp; onderwijs");
		assertThat(participant.page(board)).contains("Er staan nog geen thema’s op deze agenda.", "Draag een thema aan", "Concept").doesNotContain("Sluit de agenda",
				"Stel de agenda vast");
	}

	@Test
	@Order(2)
	void aParticipantPutsAThemeOnAndContributesAnIdea() {
		theme = done(participant.submit(board, board + "/themas", Map.of("title", "Thuiszitters", "noticedAsMissing", "true"))).replaceFirst(".*#thema-", "");
		assertThat(participant.page(board)).contains("id=\"thema-" + theme + "\"", "Thuiszitters", "Gemist en toegevoegd", "De drie vragen zijn nog niet beantwoord.",
				"Er zijn nog geen ideeën.");
		done(participant.submit(board, board + "/ideeen/" + theme, Map.of("words", "Eén aanspreekpunt\r\nper gezin", "own", "true")));
		assertThat(participant.page(board)).contains("Eén aanspreekpunt\nper gezin", "Deelnemer (demo)");
	}

	@Test
	@Order(2)
	void aThemeTellsWhoRaisedItAndWhereItWasCopiedFrom() {
		String other = app.partnership("Regio van het voorbeeldthema");
		app.give(other, DemoAccounts.SECRETARY, "SECRETARY");
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van elders"}""".formatted(Client.id(other)));
		String example = secretary.id("/api/v1/agendas/" + agenda + "/themes", """
				{"title": "Schoolplein"}""");
		assertThat(secretary.page(board)).contains("label=\"Regio van het voorbeeldthema\"", "value=\"" + example + "\"", "Wie draagt het aan?");
		String copy = done(secretary.submit(board, board + "/themas", Map.of("title", "Schoolplein hier", "personId", DemoAccounts.PARTICIPANT.toString(), "copiedTheme", example)))
				.replaceFirst(".*#thema-", "");
		assertThat(participant.page("/themas/" + copy)).contains("door Deelnemer (demo)", "Overgenomen van Regio van het voorbeeldthema.");
		done(secretary.submit("/themas/" + copy, "/themas/" + copy + "/afsluiting", Map.of("reason", "Voorbeeld")));
		String told = done(participant.submit(board, board + "/themas", Map.of("title", "Speelplein", "own", "true", "region", "Een regio in het noorden")))
				.replaceFirst(".*#thema-", "");
		assertThat(participant.page("/themas/" + told)).contains("door Deelnemer (demo)", "Overgenomen van Een regio in het noorden.");
		done(secretary.submit("/themas/" + told, "/themas/" + told + "/afsluiting", Map.of("reason", "Voorbeeld")));
	}

	@Test
	@Order(3)
	void aFormThatIsWrongKeepsWhatWasTypedAndSaysWhere() {
		long before = app.events();
		Answer again = participant.submit(board, board + "/themas", Map.of("title", " ", "description", "Dit blijft staan", "raisedOn", "2999-01-01"));
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.body()).contains("role=\"alert\"", "href=\"#thema-title\"", "id=\"thema-title-fout\">Vul een tekst in.", "aria-invalid=\"true\"", ">Dit blijft staan<",
				"href=\"#thema-raisedOn\"", "Deze dag ligt in de toekomst");
		assertThat(participant.submit(board, board + "/themas", Map.of("title", "x".repeat(201))).body()).contains("Geef een tekst van hoogstens 200 tekens.");
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(4)
	void aFormThatIsSentTwiceCountsOnce() {
		Matcher key = KEY.matcher(participant.page(board));
		assertThat(key.find()).isTrue();
		Map<String, String> idea = Map.of("words", "Maar één keer", "sleutel", key.group(1));
		done(participant.submit(board, board + "/ideeen/" + theme, idea));
		long before = app.events();
		done(participant.submit(board, board + "/ideeen/" + theme, idea));
		assertThat(app.events()).isEqualTo(before);
		done(participant.submit(board, board + "/ideeen/" + theme, Map.of("words", "Iets anders", "sleutel", key.group(1))));
		assertThat(app.events()).as("after going back and typing something else").isGreaterThan(before);
	}

	@Test
	@Order(5)
	void whatBelongsToAThemeIsOnItsCard() {
		secretary.created("/api/v1/themes/" + theme + "/answers", """
				{"question": "WHAT_FOR", "group": "Groep 1", "answer": "Voor elk kind een plek"}""");
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Overleg tafel"}""".formatted(partnership));
		String table = secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel Thuiszitters"}""".formatted(partnership, body, theme));
		secretary.created("/api/v1/tables/" + table + "/goals", "{\"words\": \"Minder kinderen thuis\"}");
		for (int i = 0; i < 9; i++) {
			secretary.created("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Nog een idee\"}");
		}
		assertThat(participant.page(board)).contains("Waar doen we het voor?", "Voor elk kind een plek", "Wat gaat er al goed?", "Wat is er nodig?",
				"href=\"/tafels/" + table + "\"", "Doel: Minder kinderen thuis", "0 lopende acties",
				"En nog 4 ideeën");
	}

	@Test
	@Order(6)
	void readersReadAlongAndAreAnswered() {
		assertThat(done(secretary.submit(board, board + "/meelezen/openen", Map.of("until", "2999-12-31")))).endsWith("#meelezen");
		assertThat(participant.page(board)).contains("Wordt meegelezen", "Ik lees mee").doesNotContain("Maak een opmerking");
		done(participant.submit(board, board + "/meelezen", Map.of()));
		String comment = done(participant.submit(board, board + "/opmerkingen", Map.of("words", "Noem ook de leerplicht"))).replaceFirst(".*#opmerking-", "");
		assertThat(participant.page(board)).contains("Noem ook de leerplicht", "Ik lees niet meer mee").doesNotContain("Antwoord op deze opmerking");
		done(secretary.submit(board, board + "/opmerkingen/" + comment, Map.of("answer", "Overgenomen")));
		assertThat(participant.page(board)).contains("Overgenomen");
		assertThat(participant.submit(board, board + "/meelezen", Map.of()).body()).contains("role=\"alert\"", "al aangemeld als meelezer");
	}

	@Test
	@Order(7)
	void theSecretaryBringsTheAgendaFurther() {
		done(secretary.submit(board, board + "/rode-draad", Map.of("ambition", "Onderwijs voor elk kind")));
		done(secretary.submit(board, board + "/themas", Map.of("title", "Verzuim")));
		done(secretary.submit(board, board + "/vaststelling", Map.of("bodyId", "")));
		assertThat(participant.page(board)).contains("Onderwijs voor elk kind", "Vastgesteld", ", vastgesteld op ").doesNotContain("Draag een thema aan", "Ik lees mee");
		done(secretary.submit(board, board + "/publicatie", Map.of()));
		String next = done(secretary.submit(board, board + "/editie", Map.of("title", "Agenda, tweede editie", "themeIds", theme)));
		assertThat(participant.page(next)).contains("2e editie", "Thuiszitters", "De editie hiervoor");
		assertThat(participant.page(board)).contains("Gaat mee naar een volgende editie", "href=\"" + next + "\"");
		done(secretary.submit(next, next + "/sluiting", Map.of("reason", "Verder in een ander verband")));
		assertThat(participant.page(next)).contains("Gesloten", "Verder in een ander verband").doesNotContain("Sluit de agenda");
	}

	@Test
	@Order(8)
	void theBoardIsShownAsItWasKnown() {
		assertThat(participant.page(board + "?since=" + LocalDate.now(Today.AMSTERDAM).minusDays(1))).contains("Wat is er veranderd?", " nieuw");
		assertThat(app.get("deelnemer", board + "?asOf=2999-01-01", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("deelnemer", board + "?asOf=2018-01-01", "Accept", "text/html").status()).as("not there then").isEqualTo(404);
		assertThat(participant.page("/agendas?asOf=2018-01-01")).contains("U kijkt terug").doesNotContain("Agenda &lt;jeugd&gt;");
	}

	@Test
	@Order(9)
	void whoMayNotDoOrSeeItIsRefused() {
		assertThat(new Client(app, "auditor").page(board)).contains("Verzuim").doesNotContain("Draag een idee aan", "Begin een prioriteitenronde");
		assertThat(new Client(app, "auditor").submit(board, board + "/themas", Map.of("title", "Mag niet")).status()).isEqualTo(403);
		assertThat(participant.submit("/agendas", board + "/sluiting", Map.of("reason", "Mag niet")).status()).isEqualTo(403);
		assertThat(app.get("projectleider", board, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(new Client(app, "projectleider").submit("/meldingen", board + "/themas", Map.of("title", "Mag niet")).status()).isEqualTo(404);
		assertThat(new Client(app, "projectleider").page("/agendas")).doesNotContain("Regio van het bord");
		assertThat(app.get("", board, "Accept", "text/html").status()).isIn(302, 401);
		assertThat(app.get("deelnemer", "/agendas/x", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("deelnemer", "/agendas/" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
	}

	/** A form that was accepted; answers where the browser goes on. */
	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}
}
