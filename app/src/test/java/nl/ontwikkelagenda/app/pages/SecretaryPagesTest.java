package nl.ontwikkelagenda.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A secretary keeps a partnership in the browser: papers and planning of meetings, files that come in, the house style, the monitor, barriers, and what seldom happens. */
@TestInstance(Lifecycle.PER_CLASS)
class SecretaryPagesTest {

	private static final String LOGO = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="100" height="40" fill="#1b5e20"/></svg>""";

	private final Running app = Running.application();
	private final Client administrator = new Client(app, Running.ADMINISTRATOR);
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String page = "";
	private String body = "";
	private String theme = "";
	private String agenda = "";

	@BeforeAll
	void aRegion() {
		String path = app.partnership("Regio in de browser");
		partnership = Client.id(path);
		page = "/samenwerkingsverbanden/" + partnership;
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		body = secretary.id("/api/v1/bodies", "{\"partnershipId\": \"%s\", \"kind\": \"TABLE\", \"name\": \"Tafel thuiszitters\"}".formatted(partnership));
		agenda = secretary.id("/api/v1/agendas", "{\"partnershipId\": \"%s\", \"title\": \"Agenda van de regio\"}".formatted(partnership));
		secretary.created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Thuiszitters\"}");
		theme = secretary.read("/api/v1/agendas/" + agenda + "/themes").at("/items/0/themeId").asString();
	}

	@Test
	void papersComeWithAMeetingAndCanBeTakenAway() {
		String meeting = meeting("Werksessie met stukken", today());
		String papers = meeting + "/stukken";
		assertThat(participant.page(papers)).contains("Er zijn nog geen stukken").doesNotContain("Voeg een bestand toe");
		assertThat(secretary.upload(papers, papers + "/bestanden", Map.of(), "lijst.exe", "MZ").body()).contains("Dit bestand kan niet worden toegevoegd");
		assertThat(secretary.upload(papers, papers + "/bestanden", Map.of(), "", "").body()).contains("Kies een bestand.");
		assertThat(secretary.upload(papers, papers + "/bestanden", Map.of(), "groot.txt", "x".repeat(10_600_000)).body()).contains("groter dan 10 MB");
		assertThat(secretary.submit(papers, papers + "/bestanden", Map.of()).body()).as("a form that is no multipart form").contains("Kies een bestand.");
		done(secretary.upload(papers, papers + "/bestanden", Map.of(), "Notitie thuiszitters.txt", "Wie zit er thuis?"));
		String shown = participant.page(papers);
		assertThat(shown).contains("Notitie thuiszitters.txt", "TXT, 1 kB");
		Answer file = app.get("deelnemer", found(shown, "href=\"(/bijeenkomsten/[^\"]+/bestand\\.txt)\""), "Accept", "text/html, */*");
		assertThat(file.body()).isEqualTo("Wie zit er thuis?");
		assertThat(file.header("Content-Disposition")).startsWith("attachment");
		done(secretary.submit(papers, papers + "/koppelingen", Map.of("title", "Kamerbrief", "address", "https://www.voorbeeld.example/brief.pdf", "consultedOn", "")));
		assertThat(secretary.submit(papers, papers + "/koppelingen", Map.of("title", "Kamerbrief", "address", "javascript:alert(1)", "consultedOn", "")).status()).isEqualTo(409);
		String attachment = found(shown, "/stukken/([0-9a-f-]{36})/bestand");
		assertThat(secretary.page(papers)).as("nothing is discussed before it is held").doesNotContain("Leg een besproken bron vast");
		secretary.created(meeting.replace("/bijeenkomsten", "/api/v1/meetings") + "/holding", "{\"happenedOn\": {\"from\": \"" + today() + "\", \"to\": \"" + today() + "\"}}");
		done(secretary.submit(papers, papers + "/bronnen", Map.of("title", "Besproken notitie", "attachmentId", attachment, "address", "", "itemId", "", "consultedOn", "")));
		assertThat(participant.page(papers)).contains("Besproken notitie", "Kamerbrief");
		assertThat(participant.submit("/meldingen", papers + "/" + attachment + "/verwijdering", Map.of("reason", "")).status()).isEqualTo(403);
		done(secretary.submit(papers, papers + "/" + attachment + "/verwijdering", Map.of("reason", "Er stond een naam in")));
		assertThat(participant.page(papers)).doesNotContain("Notitie thuiszitters.txt");
	}

	@Test
	void aSeriesIsPlannedAndOneOfItMovesAndAnotherIsCalledOff() {
		String list = "/bijeenkomsten?partnershipId=" + partnership;
		LocalDate first = today().plusDays(7);
		assertThat(secretary
				.submit(list, "/bijeenkomsten/reeksen", Map.of("partnershipId", partnership, "title", "Tafeloverleg", "bodyId", body, "first", "", "times", "100", "weeks", "0"))
				.body()).contains("Kies de eerste dag.", "Geef een getal van 1 tot en met 52.", "Geef een heel getal van 1 of meer.");
		done(secretary.submit(list, "/bijeenkomsten/reeksen",
				Map.of("partnershipId", partnership, "title", "Tafeloverleg", "bodyId", body, "first", first.toString(), "time", "09:30",
						"times", "3", "weeks", "2", "place", "Gemeentehuis", "agendaId", agenda, "reason", "")));
		List<String> meetings = Pattern.compile("href=\"(/bijeenkomsten/[0-9a-f-]{36})\"[^>]*>Tafeloverleg").matcher(secretary.page(list)).results().map(found -> found.group(1))
				.toList();
		assertThat(meetings).hasSize(3);
		String arrange = meetings.getFirst() + "/regelen";
		assertThat(app.get("deelnemer", arrange, "Accept", "text/html").status()).isEqualTo(403);
		assertThat(secretary.submit(arrange, arrange + "/dag", Map.of("day", "", "time", "", "reason", " ")).body()).contains("Kies een dag.", "Vul een tekst in.");
		done(secretary.submit(arrange, arrange + "/dag", Map.of("day", first.plusDays(1).toString(), "time", "10:00", "reason", "Zaal bezet")));
		assertThat(secretary.page(arrange)).contains("Zaal bezet", "10:00");
		done(secretary.submit(arrange, arrange + "/reeks", Map.of("first", first.plusWeeks(8).toString(), "time", "", "times", "1", "weeks", "1", "reason", "Nog een keer")));
		assertThat(secretary.page(list).split(">Tafeloverleg<", -1)).hasSize(5);
		String other = meetings.get(1) + "/regelen";
		secretary.created("/api/v1/meetings/" + Client.id(meetings.get(1)) + "/invitations", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		String invitation = secretary.read("/api/v1/meetings/" + Client.id(meetings.get(1)) + "/invitations").at("/items/0/invitationId").asString();
		done(secretary.submit(other, other + "/antwoord", Map.of("invitationId", invitation, "reply", "NO", "note", "Belde af", "answeredOn", "")));
		assertThat(secretary.page(meetings.get(1))).contains("Komt niet");
		done(secretary.submit(other, other + "/afgelasting", Map.of("reason", "Te weinig mensen")));
		assertThat(secretary.page(list)).contains("Afgelast");
		done(secretary.submit(meetings.get(2) + "/regelen", meetings.get(2) + "/regelen/laatste", Map.of("reason", "")));
		assertThat(secretary.page(meetings.get(2) + "/regelen")).contains("aangekondigd als de laatste bijeenkomst");
		done(secretary.submit(meetings.get(2) + "/regelen", meetings.get(2) + "/regelen/niet-laatste", Map.of("reason", "Er komt nog een")));
		assertThat(secretary.page(meetings.get(2) + "/regelen")).doesNotContain("aangekondigd als de laatste bijeenkomst");
	}

	@Test
	void adoptedMinutesArePutRight() {
		String meeting = meeting("Werksessie met een verslag", today().minusDays(3));
		String api = meeting.replace("/bijeenkomsten", "/api/v1/meetings");
		secretary.created(api + "/holding", "{\"happenedOn\": {\"from\": \"" + today().minusDays(3) + "\", \"to\": \"" + today().minusDays(3) + "\"}}");
		secretary.created(api + "/attendance", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		secretary.created(api + "/items", "{\"title\": \"Wie belt wie?\"}");
		secretary.created(api + "/minutes", "{\"text\": \"Er waren veel ideeën.\"}");
		assertThat(app.send("secretaris", "POST", api + "/closing", null).status()).isEqualTo(201);
		String elsewhere = "/bijeenkomsten/" + secretary.id("/api/v1/meetings",
				"{\"partnershipId\": \"%s\", \"title\": \"Los overleg\", \"plannedOn\": \"%s\"}".formatted(partnership, today().plusDays(30)));
		String item = found(secretary.page(meeting + "/regelen"), "value=\"([0-9a-f-]{36})\">Wie belt wie\\?");
		done(secretary.submit(meeting + "/regelen", meeting + "/regelen/doorschuiven", Map.of("itemId", item, "meetingId", Client.id(elsewhere))));
		assertThat(secretary.page(elsewhere)).contains("Wie belt wie?");
		secretary.created(api + "/minutes/recording", "{}");
		String later = meeting("Werksessie erna", today().minusDays(1));
		secretary.created(later.replace("/bijeenkomsten", "/api/v1/meetings") + "/holding",
				"{\"happenedOn\": {\"from\": \"" + today().minusDays(1) + "\", \"to\": \"" + today().minusDays(1) + "\"}}");
		String arrange = meeting + "/regelen";
		done(secretary.submit(arrange, arrange + "/vaststelling", Map.of("meetingId", Client.id(later))));
		String shown = secretary.page(arrange);
		assertThat(shown).contains("Het vastgestelde verslag verbeteren");
		String part = found(shown, "value=\"([0-9a-f-]{36})\">De algemene tekst");
		done(secretary.submit(arrange, arrange + "/verslag", Map.of("partId", part, "text", "Er waren zes ideeën.", "reason", "Verteld", "correctedOn", "")));
		done(secretary.submit(arrange, arrange + "/aanwezigheid",
				Map.of("who", "PERSON/" + DemoAccounts.PARTICIPANT, "presence", "APOLOGIES", "by", "", "reason", "Was ziek", "correctedOn", "")));
		assertThat(secretary.page(meeting)).contains("Afwezig met bericht");
		done(secretary.submit(arrange, arrange + "/publicatie", Map.of("address", "https://www.voorbeeld.example/nieuws", "publishedOn", "")));
		assertThat(secretary.page(arrange)).contains("Over deze bijeenkomst is gepubliceerd", "https://www.voorbeeld.example/nieuws");
		assertThat(secretary.submit(arrange, arrange + "/aanwezigheid", Map.of("who", "iemand", "presence", "PRESENT", "reason", "x")).body())
				.contains("Kies iemand uit de lijst.");
	}

	@Test
	void aRegionChoosesItsColoursAndLogo() {
		String style = page + "/huisstijl";
		assertThat(participant.page(style)).contains("Er is nog geen huisstijl gekozen").doesNotContain("Kies de stijl");
		assertThat(secretary.upload(style, style + "/afbeeldingen", Map.of(), "logo.txt", "geen logo").body()).contains("Kies een afbeelding: svg, png of jpg.");
		done(secretary.upload(style, style + "/afbeeldingen", Map.of(), "logo.svg", LOGO));
		String logo = found(secretary.page(style), "value=\"([0-9a-f-]{36})\">logo.svg");
		assertThat(secretary.submit(style, style, Map.of("colour", "#ffff00", "tint", "#ffffff", "logoId", "")).body()).contains("niet goed te lezen");
		assertThat(secretary.submit(style, style, Map.of("colour", "geel", "tint", "#ffffff", "logoId", "")).body()).contains("Kies een kleur, of schrijf haar als #154273.");
		done(secretary.submit(style, style, Map.of("colour", "#1b5e20", "tint", "#e8f5e9", "logoId", logo)));
		assertThat(participant.page(style)).contains("/huisstijl/1b5e20.css", "met een logo.");
		assertThat(app.get("deelnemer", "/huisstijl/" + partnership + "/logo").body()).contains("#1b5e20");
		done(secretary.upload(style, style + "/afbeeldingen", Map.of(), "oud.svg", LOGO));
		assertThat(secretary.submit(style, style + "/afbeeldingen/verwijdering", Map.of("attachmentId", "")).body()).contains("href=\"#weg-attachmentId\"");
		done(secretary.submit(style, style + "/afbeeldingen/verwijdering", Map.of("attachmentId", logo, "reason", "Er is een nieuw logo")));
		assertThat(secretary.page(style)).contains("oud.svg").doesNotContain("logo.svg</option>");
		assertThat(app.get("deelnemer", "/huisstijl/" + partnership + "/logo").status()).isEqualTo(404);
	}

	@Test
	void theMonitorIsKept() {
		String monitor = "/monitor?partnershipId=" + partnership;
		Map<String, String> indicator = Map.of("partnershipId", partnership, "name", "Thuiszitters", "definition", "Jongeren die langer dan vier weken thuis zitten", "unit",
				"jongeren",
				"direction", "DOWN", "rhythm", "SCHOOL_YEAR", "source", "Verzuimregister", "themeId", theme);
		assertThat(secretary.submit(monitor, "/monitor", Map.of("partnershipId", partnership, "name", "")).status()).isEqualTo(400);
		String own = done(secretary.submit(monitor, "/monitor", indicator));
		String keep = own + "/bijhouden";
		assertThat(app.get("deelnemer", keep, "Accept", "text/html").status()).isEqualTo(403);
		assertThat(secretary.upload(keep, keep + "/bestand", Map.of(), "metingen.csv", "Periode;Waarde\r\n2019-2020;veel\r\nlang geleden;3\r\n").body()).contains("Rij 2, Waarde",
				"Rij 3, Periode");
		assertThat(secretary.upload(keep, keep + "/bestand", Map.of(), "metingen.xlsx", "PK geen werkblad").status()).isEqualTo(400);
		done(secretary.upload(keep, keep + "/bestand", Map.of(), "metingen.csv", "Periode;Waarde\r\n2018-2019;31\r\n2019-2020;27,5\r\n"));
		done(secretary.submit(keep, keep + "/streefwaarde", Map.of("amount", "20", "by", "2031-07-31", "reason", "Afgesproken")));
		done(secretary.submit(keep, keep + "/correctie", Map.of("period", "2019-2020", "amount", "26", "reason", "Dubbel geteld")));
		assertThat(secretary.submit(keep, keep + "/correctie", Map.of("period", "2001-2002", "amount", "26", "reason", "Dubbel geteld")).body()).contains("Kies een meting.");
		assertThat(participant.page(own)).contains("26 jongeren", "Streefwaarde: 20", "Dubbel geteld").doesNotContain("Bijhouden</a>");
		done(secretary.submit(keep, keep + "/einde", Map.of("reason", "Andere definitie", "retiredOn", "")));
		assertThat(participant.page(own)).contains("Deze indicator wordt niet meer gemeten");
	}

	@Test
	void aBarrierIsReportedTakenUpAndEnds() {
		String list = "/belemmeringen?partnershipId=" + partnership;
		done(participant.submit(list, "/belemmeringen",
				Map.of("partnershipId", partnership, "rule", "Privacyregels van de school", "hinders", "Gegevens delen over een leerling", "themeId",
						theme, "bodyId", body, "meetingId", "", "reportedOn", "")));
		assertThat(participant.page(list)).contains("Privacyregels van de school", "Gemeld").doesNotContain("Iemand pakt dit op");
		String barrier = "/belemmeringen/" + found(secretary.page(list), "/belemmeringen/([0-9a-f-]{36})/afloop");
		assertThat(participant.submit(list, barrier + "/afloop", Map.of("resolution", "LIFTED", "outcome", "x")).status()).isEqualTo(403);
		done(secretary.submit(list, barrier + "/agendas", Map.of("agendaId", agenda, "putOn", "")));
		done(secretary.submit(list, barrier + "/oppakken", Map.of("personId", DemoAccounts.SECRETARY.toString(), "organisationId", "", "bodyId", "", "takenUpOn", "")));
		assertThat(participant.page(list)).contains("op de agenda: Agenda van de regio", "Opgepakt door");
		done(secretary.submit(list, barrier + "/afloop", Map.of("resolution", "WORKED_AROUND", "outcome", "Ouders geven vooraf toestemming", "resolvedOn", "")));
		assertThat(participant.page(list)).contains("Ouders geven vooraf toestemming", "Er is omheen gewerkt");
	}

	@Test
	void anActionListOfASpreadsheetIsReadIn() throws InterruptedException {
		String ask = "/acties/inlezen?partnershipId=" + partnership;
		assertThat(app.get("deelnemer", ask, "Accept", "text/html").status()).isEqualTo(403);
		String form = secretary.page(ask);
		assertThat(form).contains("Lees in", "Soort eigenaar");
		assertThat(app.get("secretaris", "/acties/inlezen/voorbeeld.csv").body()).contains("Actie;Toelichting;Thema");
		String head = "Actie;Afgesproken op;Soort eigenaar;Eigenaar;Toezegging;Thema\r\n";
		assertThat(secretary.upload(ask, "/acties/inlezen", Map.of("partnershipId", partnership), "acties.csv", head + "Bellen;gisteren;Team;Kernteam;Bellen;Onbekend thema\r\n")
				.body())
				.contains("rij 2");
		String watch = done(secretary.upload(ask, "/acties/inlezen", Map.of("partnershipId", partnership, "agendaId", agenda), "acties.csv",
				head + "Ouders bellen;2021-03-01;Team;Kernteam;Alle ouders bellen;Thuiszitters\r\n"));
		Instant end = Instant.now().plus(Duration.ofSeconds(20));
		String shown = secretary.page(watch);
		while (!shown.contains("De lijst is ingelezen") && Instant.now().isBefore(end)) {
			Thread.sleep(200);
			shown = secretary.page(watch);
		}
		assertThat(shown).contains("1 van 1 rij staat op de actielijst.");
		assertThat(secretary.page("/acties?partnershipId=" + partnership)).contains("Ouders bellen", "Lees een lijst in");
	}

	@Test
	void aTableBeginsAtATheme() {
		String table = done(secretary.submit("/themas/" + theme, "/themas/" + theme + "/tafels", Map.of("title", "Tafel over thuiszitters", "bodyId", body, "openedOn", "")));
		assertThat(participant.page(table)).contains("Tafel over thuiszitters");
	}

	@Test
	void whatSeldomHappensIsKeptAsWell() {
		String keep = page + "/bijhouden";
		assertThat(app.get("deelnemer", keep, "Accept", "text/html").status()).isEqualTo(403);
		done(secretary.submit(keep, keep + "/rollen",
				Map.of("roleId", "", "name", "Tafelvoorzitter", "tasks", "Zit de tafel voor\nHoudt de tijd bij", "responsibilities", "", "describedOn", "")));
		assertThat(participant.page(page)).contains("Tafelvoorzitter", "Houdt de tijd bij");
		String one = organisation("Basisschool De Eik");
		String other = organisation("Basisschool De Beuk");
		done(secretary.submit(keep, keep + "/fusies", List.of(Map.entry("organisationIds", one), Map.entry("organisationIds", other), Map.entry("into", ""),
				Map.entry("name", "Scholengroep Het Bos"), Map.entry("sector", "EDUCATION"), Map.entry("mergedOn", ""))));
		assertThat(participant.page(page)).contains("Scholengroep Het Bos", "opgegaan in een andere organisatie");
		assertThat(secretary.page(keep)).doesNotContain("Iemand vertrekt", "Lees schoolvakanties in");
		String governed = administrator.page(keep);
		assertThat(governed).contains("Iemand vertrekt", "Lees schoolvakanties in");
		assertThat(administrator.upload(keep, keep + "/schoolvakanties", Map.of(), "vakanties.csv", "schooljaar,vakantie\r\n").status()).isEqualTo(400);
		String leaving = secretary.id("/api/v1/people", "{\"name\": \"Vera Vertrekt\", \"function\": \"Intern begeleider\"}");
		app.give("/api/v1/partnerships/" + partnership, leaving, "PARTICIPANT");
		assertThat(administrator.page(keep)).contains("Vera Vertrekt");
		done(administrator.submit(keep, keep + "/vertrek", Map.of("personId", leaving, "reason", "Andere baan", "leftOn", today().toString())));
		assertThat(administrator.page(keep)).doesNotContain("Vera Vertrekt");
	}

	@Test
	void aTextThatShouldNotBeThereIsRedacted() {
		secretary.created("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Bel de moeder van Joris Geheim\"}");
		String redact = page + "/lakken";
		assertThat(app.get("deelnemer", redact, "Accept", "text/html").status()).isEqualTo(403);
		assertThat(secretary.page(redact + "?q=jo")).contains("Geef ten minste drie tekens");
		String shown = secretary.page(redact + "?q=joris+geheim");
		String event = found(shown, "name=\"eventId\" value=\"([0-9a-f-]{36})\"");
		String pointer = found(shown, "name=\"pointer\" value=\"([^\"]+)\"");
		assertThat(secretary.submit(redact, redact, Map.of("q", "joris geheim", "eventId", event, "pointer", pointer, "ground", "CONFIDENTIAL", "reason", " ")).body())
				.contains("Vul een tekst in.", "Bel de moeder");
		done(secretary.submit(redact, redact, Map.of("q", "joris geheim", "eventId", event, "pointer", pointer, "ground", "CONFIDENTIAL", "reason", "Een kind werd genoemd")));
		assertThat(secretary.page(redact + "?q=joris+geheim")).contains("Deze woorden staan nergens.", "Een kind werd genoemd");
		assertThat(participant.page("/themas/" + theme)).doesNotContain("Joris Geheim");
	}

	@Test
	void somebodyWhoAsksForItIsErased() {
		String person = secretary.id("/api/v1/people", "{\"name\": \"Gerda Gewist\", \"function\": \"Ouder\"}");
		secretary.created("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Vraag Gerda Gewist om raad\"}");
		String erase = "/personen/" + person + "/wissen";
		assertThat(app.get("secretaris", erase, "Accept", "text/html").status()).isEqualTo(403);
		String shown = administrator.page(erase);
		String mention = found(shown, "name=\"([0-9a-f-]{36}-words)\"");
		assertThat(administrator.submit(erase, erase, Map.of("ground", "ERASURE_REQUEST", "reason", "Op verzoek")).status()).as("not all texts are decided on").isEqualTo(409);
		assertThat(administrator.submit(erase, erase, Map.of("ground", "ERASURE_REQUEST", "reason", "Gerda Gewist vroeg het", mention, "")).body())
				.contains("Noem hier niet wie het is");
		done(administrator.submit(erase, erase, Map.of("ground", "ERASURE_REQUEST", "reason", "Op verzoek", mention, "")));
		assertThat(app.get(Running.ADMINISTRATOR, erase, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(participant.page("/themas/" + theme)).doesNotContain("Gerda Gewist");
		assertThat(administrator.page("/beheer/lakken")).contains("De persoon vroeg erom");
	}

	private String organisation(String name) {
		String id = Running.unknownId();
		secretary.created("/api/v1/partnerships/" + partnership + "/organisations",
				"{\"organisationId\": \"%s\", \"name\": \"%s\", \"sector\": \"EDUCATION\", \"joinedOn\": \"2018-01-01\"}".formatted(id, name));
		return id;
	}

	private String meeting(String title, LocalDate day) {
		return "/bijeenkomsten/" + secretary.id("/api/v1/meetings",
				"{\"partnershipId\": \"%s\", \"bodyId\": \"%s\", \"title\": \"%s\", \"plannedOn\": \"%s\"}".formatted(partnership, body, title, day));
	}

	private static LocalDate today() {
		return LocalDate.now(Today.AMSTERDAM);
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
	}

	private static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
		return matcher.group(1);
	}
}
