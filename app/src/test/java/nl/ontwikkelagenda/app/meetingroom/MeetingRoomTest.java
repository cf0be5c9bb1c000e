package nl.ontwikkelagenda.app.meetingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A work session from its planning to its minutes, run by a secretary in a browser without JavaScript; with words of the work session of 24 September 2018. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MeetingRoomTest {

	private final LocalDate today = LocalDate.now(Today.AMSTERDAM);

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client lead = new Client(app, "projectleider");
	private final Client participant = new Client(app, "deelnemer");
	private final Client stranger = new Client(app, "auditor");
	private String partnership = "";
	private String region = "";
	private String rob = "";
	private String page = "";
	private String meeting = "";

	@BeforeAll
	void aPartnershipWithAWorkSession() {
		String path = app.partnership("Samenwerking met een vergaderzaal");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		region = Running.unknownId();
		secretary.created(path + "/organisations", "{\"organisationId\": \"" + region + "\", \"name\": \"De Regio\", \"sector\": \"MUNICIPALITY\", \"joinedOn\": \"2018-01-01\"}");
		String body = secretary.id("/api/v1/bodies", "{\"partnershipId\": \"" + partnership + "\", \"kind\": \"WORK_SESSION\", \"name\": \"Werksessie onderwijs en gemeenten\"}");
		rob = secretary.id("/api/v1/people", "{\"name\": \"Ruben Voorbeeld\", \"function\": \"Contactpersoon\"}");
		for (String person : new String[] {rob, DemoAccounts.PARTICIPANT.toString()}) {
			secretary.created("/api/v1/bodies/" + body + "/seats",
					"{\"personId\": \"" + person + "\", \"organisationId\": \"" + region + "\", \"role\": \"MEMBER\", \"from\": \"2018-01-01\"}");
		}
		Answer planned = secretary.submit(list(), "/bijeenkomsten", Map.of("partnershipId", partnership, "title", "Verder aan de slag", "day", today.toString(), "time", "09:30",
				"place", "Raadzaal", "bodyId", body));
		page = String.valueOf(planned.header("Location")).replaceFirst("https?://[^/]+", "");
		meeting = "/api/v1/meetings/" + Client.id(page);
	}

	@Test
	@Order(1)
	void theListShowsWhatIsPlannedAndRefusesWhatIsWrongWithWhatWasTyped() {
		Answer next = secretary.submit(list(), "/bijeenkomsten", Map.of("partnershipId", partnership, "title", "Vervolg", "day", today.plusDays(7).toString(), "follows",
				Client.id(page)));
		String follow = "/bijeenkomsten/" + Client.id(next.header("Location"));
		assertThat(participant.page(follow)).contains("Vervolg op <a href=\"" + page + "\">Verder aan de slag, ");
		assertThat(secretary.submit(follow, follow + "/regelen/afgelasting", Map.of("reason", "Niet nodig")).status()).isEqualTo(303);
		assertThat(secretary.page(list())).contains("Verder aan de slag", "om 09:30, Raadzaal", "Plan een bijeenkomst");
		assertThat(participant.page(list())).contains("Verder aan de slag").doesNotContain("Plan een bijeenkomst");
		assertThat(app.get("auditor", list(), "Accept", "text/html").status()).isEqualTo(404);
		long before = app.events();
		Answer wrong = secretary.submit(list(), "/bijeenkomsten",
				Map.of("partnershipId", partnership, "title", " ", "day", "2018-02-30", "time", "half tien", "place", "Zaal & tuin", "bodyId", "x", "agendaId", "y"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("Vul een tekst in.", "Kies een bestaande dag.", "Schrijf de tijd als 09:30.", "href=\"#plan-bodyId\"",
				"value=\"Zaal &amp; tuin\"");
		assertThat(secretary.submit(list(), "/bijeenkomsten", Map.of("partnershipId", partnership, "title", "X", "day", today.toString(), "bodyId", Running.unknownId())).status())
				.isEqualTo(400);
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(2)
	void theAgendaIsPreparedAndMembersAreInvited() {
		press("punten", Map.of("title", "Opening", "minutes", "5"));
		press("punten", Map.of("title", "Welke projecten lopen er?", "minutes", "15"));
		press("punten", Map.of("title", "Wat vinden we het belangrijkst?"));
		assertRefused("punten", Map.of("title", "Rondvraag", "minutes", "nooit"), 400, "Geef een heel getal van 1 of meer.", "value=\"Rondvraag\"");
		assertRefused("punten", Map.of("title", "Rondvraag", "introducer", "PERSON/" + rob, "speaker", "Gastspreker"), 400, "Kies iemand of omschrijf een spreker van buiten");
		assertRefused("punten", Map.of("title", "Rondvraag", "speakerFrom", "Bureau"), 400, "href=\"#punt-speaker\"", "Omschrijf wie daarvandaan komt.");
		String opening = found(secretary.page(page), "<option value=\"([0-9a-f-]{36})\">Opening");
		press("punten", Map.of("title", "Voor de opening", "speaker", "Gastspreker", "speakerFrom", "Een adviesbureau", "before", opening));
		assertThat(participant.page(page)).containsSubsequence("Voor de opening", "Gastspreker, Een adviesbureau", "Opening");
		press("punten/" + found(secretary.page(page), "<option value=\"([0-9a-f-]{36})\">Voor de opening") + "/intrekken", Map.of("reason", "Afgezegd"));
		assertThat(secretary.page(page)).contains("Nodig alle leden uit");
		press("uitnodigingen", Map.of());
		assertThat(secretary.read(meeting + "/invitations").path("total").intValue()).isEqualTo(2);
		assertThat(secretary.page(page)).contains("Nodig iemand uit").doesNotContain("Nodig alle leden uit");
		assertRefused("uitnodigingen", Map.of(), 400, "Alle leden zijn al uitgenodigd.");
		String shown = participant.page(page);
		assertThat(shown).contains("Komt u?", "Ik kom").doesNotContain("Punt erbij", "Begin de bijeenkomst", "hx-get");
		assertThat(
				participant.submit(page, page + "/antwoord", Map.of("invitation", found(shown, "name=\"invitation\" value=\"([^\"]+)\""), "reply", "YES", "note", "Met de trein"))
						.status())
				.isEqualTo(303);
		assertThat(participant.page(page)).contains("Uw antwoord: komt.");
		itGoesIntoHisCalendar();
		String second = found(secretary.page(page), "punten/([0-9a-f-]{36})/omhoog");
		String first = found(secretary.page(page), "name=\"before\" value=\"([0-9a-f-]{36})\"");
		press("punten/" + second + "/omhoog", Map.of("before", first));
		assertThat(secretary.page(page)).containsSubsequence("Welke projecten lopen er?", "Opening", "Wat vinden we het belangrijkst?");
		press("punten/" + first + "/omhoog", Map.of("before", second));
	}

	private void itGoesIntoHisCalendar() {
		assertThat(participant.page(page)).contains("href=\"" + page + "/bijeenkomst.ics\">Zet in mijn agenda");
		Answer own = app.get("deelnemer", page + "/bijeenkomst.ics");
		assertThat(own.header("Content-Type")).startsWith("text/calendar");
		assertThat(own.body()).contains("METHOD:REQUEST", "PARTSTAT=ACCEPTED", "UID:meeting-" + Client.id(page), "SUMMARY:Verder aan de slag");
		assertThat(app.get("projectleider", page + "/bijeenkomst.ics").body()).as("who is not invited").contains("UID:meeting-" + Client.id(page)).doesNotContain("METHOD",
				"ATTENDEE");
		app.get("auditor", page + "/bijeenkomst.ics").isProblem(404);
		app.get("deelnemer", page + "/bijeenkomst.ics?asOf=2018-01-01").isProblem(400);
	}

	@Test
	@Order(3)
	void nothingIsToldBeforeItBegins() {
		assertThat(secretary.page(page)).doesNotContain("Leg vast wat er wordt gezegd");
		assertThat(tell(Map.of("words", "Te vroeg", "kind", "INFORMATION")).status()).isEqualTo(409);
		assertRefused("begin", Map.of("day", today.plusDays(1).toString()), 400, "Deze dag ligt in de toekomst");
		assertThat(secretary.page(page)).as("who can be chosen comes with what goes on").doesNotContain("id=\"wie\"");
		press("begin", Map.of("day", today.toString()));
		assertThat(secretary.page(page)).contains("Leg vast wat er wordt gezegd", "Nu aan de orde", "hx-trigger=\"every 3s\"");
	}

	@Test
	@Order(4)
	void whoIsThereIsOneTap() {
		press("aanwezigheid", Map.of("who", "PERSON/" + rob, "organisation", region, "presence", "PRESENT"));
		press("aanwezigheid", Map.of("who", "ORGANISATION/" + region, "presence", "PRESENT"));
		press("aanwezigheid", Map.of("who", "PERSON/" + DemoAccounts.PARTICIPANT, "organisation", region, "presence", "REPRESENTED", "by", "PERSON/" + rob));
		assertThat(news("").body()).containsPattern("(?s)<template id=\"wie\">.*?<optgroup label=\"Aanwezig\" data-present[^>]*><option value=\"PERSON/" + rob);
		assertThat(secretary.page(page)).contains("<strong>2</strong> aanwezig", "Ruben Voorbeeld</span><span class=\"when\">, De Regio</span>",
				"Vertegenwoordigd door Ruben Voorbeeld");
		assertRefused("aanwezigheid", Map.of("who", "PERSON/" + rob, "organisation", region, "presence", "APOLOGIES"), 409, "vertegenwoordigt iemand");
		assertRefused("aanwezigheid", Map.of("who", "Ruben", "presence", "PRESENT"), 400, "Kies iemand uit de lijst.");
	}

	@Test
	@Order(5)
	void theItemUnderWayRunsForEverybodyAndTheNextOneFollows() {
		String first = found(secretary.page(page), "punten/([0-9a-f-]{36})/nu");
		press("punten/" + first + "/nu", Map.of());
		assertThat(lead.page(page)).contains("role=\"timer\"", "data-minutes=\"5\"", "0 van 5 min");
		assertThat(participant.submit(page + "?asOf=" + today, page + "/punten/" + first + "/nu", Map.of()).status()).isEqualTo(403);
		press("punten/" + first + "/behandeld", Map.of());
		String shown = secretary.page(page);
		assertThat(shown).contains("Behandeld</span>", "data-minutes=\"15\"");
		assertRefused("punten/" + first + "/behandeld", Map.of(), 409, "al behandeld");
	}

	@Test
	@Order(6)
	void outcomesAreTypedAsTheyAreSaid() {
		assertThat(tell(Map.of("words", "Er gebeurt al veel", "kind", "INFORMATION")).status()).isEqualTo(302);
		assertThat(tell(Map.of("words", "/besluit We maken een sociale kaart", "kind", "INFORMATION")).status()).isEqualTo(302);
		Answer told = tell(Map.of("words", "/actie Een lijst van alle projecten maken", "kind", "INFORMATION", "who", "PERSON/" + rob, "when", "voor de kerstvakantie"));
		assertThat(told.header("Location")).endsWith("?vastgelegd=action#invoer");
		assertThat(secretary.page(page)).contains("Besluit</span>", "We maken een sociale kaart", "Een lijst van alle projecten maken", "Ruben Voorbeeld</span>",
				"voor de kerstvakantie (");
		JsonNode outcomes = secretary.read(meeting + "/outcomes");
		assertThat(outcomes.path("items").valueStream().map(one -> one.path("kind").asString())).containsExactlyInAnyOrder("INFORMATION", "DECISION", "ACTION");
		assertThat(tell(Map.of("words", "/decision In two languages", "kind", "INFORMATION")).header("Location")).endsWith("?vastgelegd=decision#invoer");
		JsonNode action = secretary.read("/api/v1/actions?meetingId=" + Client.id(page)).at("/items/0");
		assertThat(action.path("title").asString()).isEqualTo("Een lijst van alle projecten maken");
		assertThat(action.at("/promises/0/owner/id").asString()).isEqualTo(rob);
	}

	@Test
	@Order(7)
	void whatIsIncompleteComesBackAsItWasTyped() {
		long before = app.events();
		Answer nobody = tell(Map.of("words", "/actie Iedereen bellen & schrijven", "kind", "INFORMATION", "when", "snel, uiterlijk morgen"));
		assertThat(nobody.status()).isEqualTo(400);
		assertThat(nobody.body()).contains("Kies wie het doet", "value=\"Iedereen bellen &amp; schrijven\"", "value=\"snel, uiterlijk morgen\"")
				.contains("value=\"ACTION\" checked");
		assertThat(tell(Map.of("words", " ", "kind", "DECISION")).body()).contains("Schrijf wat er is gezegd");
		assertThat(tell(Map.of("words", "x", "kind", "GERUCHT")).body()).contains("Kies of dit informatie, een besluit of een actie is.");
		assertThat(tell(Map.of("words", "x", "kind", "DECISION", "theme", Running.unknownId())).body()).contains("Kies een thema uit de lijst.");
		assertThat(tell(Map.of("words", "x".repeat(201), "kind", "DECISION")).status()).isEqualTo(400);
		Answer more = tell(Map.of("words", "Samen bellen", "kind", "ACTION", "who", "PERSON/" + rob, "more", "1"));
		assertThat(more.status()).isEqualTo(200);
		assertThat(more.body()).contains("id=\"who-1\"", "value=\"Samen bellen\"");
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(8)
	void anEntryThatComesTwiceIsRecordedOnce() {
		Map<String, String> entry = Map.of("outcome", UUID.randomUUID().toString(), "words", "Ik ken veel projecten niet", "kind", "INFORMATION");
		assertThat(tell(entry).status()).isEqualTo(302);
		long before = app.events();
		assertThat(tell(entry).status()).as("the answer to the first time got lost").isEqualTo(302);
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(9)
	void aDeadlineIsReadWhileItIsTyped() {
		assertThat(secretary.page(page + "/termijn?when=over%20twee%20weken")).isNotBlank().doesNotContain("<html");
		assertThat(secretary.page(page + "/termijn?when=")).isEmpty();
		assertThat(secretary.page(page + "/termijn?when=%3Cb%3E")).doesNotContain("<b>");
		assertThat(app.get("auditor", page + "/termijn?when=morgen", "Accept", "text/html").status()).isEqualTo(404);
	}

	@Test
	@Order(10)
	void groupsReportBack() {
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda"}""".formatted(partnership));
		String theme = secretary.id("/api/v1/agendas/" + agenda + "/themes", """
				{"title": "Jongeren thuis"}""");
		press("groepen", Map.of("name", "Bankzitters", "member", "PERSON/" + rob, "theme", theme));
		assertThat(participant.page(page)).contains("Over het thema Jongeren thuis");
		String group = found(secretary.page(page), "groepen/([0-9a-f-]{36})/terugkoppeling");
		press("groepen/" + group + "/terugkoppeling", Map.of("text", "Niet alles hoeft nieuw te zijn."));
		assertThat(participant.page(page)).contains("Bankzitters", "Niet alles hoeft nieuw te zijn.");
		assertRefused("groepen/" + group + "/terugkoppeling", Map.of("text", " "), 400, "Vul een tekst in.");
	}

	@Test
	@Order(11)
	void newsIsOnlyWhatWasNotSeenYet() {
		String seen = found(secretary.page(page), "seen=([^\"]+)\"");
		assertThat(news(seen).status()).isEqualTo(204);
		assertThat(lead.submit(page, page + "/uitkomsten", entry(Map.of("words", "Van de ander", "kind", "INFORMATION"))).status()).isEqualTo(302);
		assertThat(news(seen).body()).contains("id=\"stand\"", "Van de ander").doesNotContain("<html", "id=\"invoer\"");
		assertThat(app.get("auditor", page + "/stand?seen=" + seen, "Accept", "text/html").status()).isEqualTo(404);
	}

	@Test
	@Order(12)
	void twoSecretariesNeverOverwriteEachOther() {
		String item = found(secretary.page(page), "punten/([0-9a-f-]{36})/behandeld");
		press("verslag", Map.of("item", item, "text", "Zes projecten zijn getoond.", "read", ""));
		String part = found(secretary.page(page), "name=\"part\" value=\"([0-9a-f-]{36})\"><input type=\"hidden\" name=\"item\" value=\"" + item
				+ "\"><input type=\"hidden\" name=\"read\" value=\"Zes");
		assertThat(lead.submit(page, page + "/verslag",
				Map.of("part", part, "item", item, "text", "Zes projecten zijn getoond op posters.", "read", "Zes projecten zijn getoond.")).status()).isEqualTo(303);
		Answer late = secretary.submit(page, page + "/verslag", Map.of("part", part, "item", item, "text", "Zeven projecten.", "read", "Zes projecten zijn getoond."));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Iemand anders heeft deze tekst intussen gewijzigd", "Zes projecten zijn getoond op posters.", ">Zeven projecten.</textarea>");
		assertThat(secretary.read("/api/v1/minutes/" + part).path("text").asString()).isEqualTo("Zes projecten zijn getoond op posters.");
		assertThat(secretary.submit(page, page + "/verslag",
				Map.of("part", part, "item", item, "text", "Zeven projecten zijn getoond op posters.", "read", "Zes projecten zijn getoond op posters.")).status()).isEqualTo(303);
	}

	@Test
	@Order(12)
	void aTextThatComesTwiceIsWrittenOnce() {
		String part = UUID.randomUUID().toString();
		Map<String, String> text = Map.of("part", part, "text", "De zaal was vol.", "read", "");
		press("verslag", text);
		long before = app.events();
		press("verslag", text);
		assertThat(app.events()).as("the answer to the first time got lost").isEqualTo(before);
		press("verslag", Map.of("part", part, "text", "De zaal was vol en warm.", "read", "De zaal was vol."));
		assertThat(secretary.read("/api/v1/minutes/" + part).path("text").asString()).isEqualTo("De zaal was vol en warm.");
	}

	@Test
	@Order(12)
	void theTextOfAnotherMeetingIsNotShown() {
		Client administrator = new Client(app, Running.ADMINISTRATOR);
		String other = app.partnership("Waar de secretaris niets ziet");
		app.give(other, DemoAccounts.ADMINISTRATOR, "SECRETARY");
		String elsewhere = administrator.made("/api/v1/meetings", "{\"partnershipId\": \"" + Client.id(other) + "\", \"title\": \"Besloten\", \"happenedOn\": {\"from\": \"" + today
				+ "\", \"to\": \"" + today + "\"}}");
		String part = administrator.id(elsewhere + "/minutes", "{\"text\": \"Dit is geheim.\"}");
		long before = app.events();
		Answer asked = secretary.submit(page, page + "/verslag", Map.of("part", part, "text", "Wat staat er?", "read", "iets anders"));
		assertThat(asked.status()).isEqualTo(409);
		assertThat(asked.body()).doesNotContain("geheim");
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(13)
	void theMinutesAreReadyWhenItClosesAndGoToEverybody() {
		press("sluiten", Map.of());
		String shown = secretary.page(page);
		assertThat(shown).contains("Gaat naar de volgende bijeenkomst", "Stuur het verslag aan iedereen", "In concept").doesNotContain("Sluit de bijeenkomst", "role=\"timer\"");
		assertRefused("sluiten", Map.of(), 409, "gesloten");
		assertRefused("verslag/rondsturen", Map.of("until", today.toString()), 400, "Kies een dag na vandaag");
		press("verslag/rondsturen", Map.of("until", today.plusDays(14).toString()));
		assertThat(secretary.page(page)).contains("Vastgelegd, nog niet vastgesteld", "Rondgestuurd op").doesNotContain("Stuur het verslag aan iedereen");
		assertThat(participant.submit(page, page + "/bezwaren", Map.of("text", "Ik was er wel.")).status()).isEqualTo(303);
		String objection = found(secretary.page(page), "bezwaren/([0-9a-f-]{36})/afgedaan");
		press("bezwaren/" + objection + "/afgedaan", Map.of("how", "Zo was het afgesproken."));
		assertThat(participant.page(page)).contains("Ik was er wel.", "Afgedaan: Zo was het afgesproken.");
		assertRefused("verslag/vaststellen", Map.of(), 409, "termijn voor bezwaren loopt nog");
	}

	@Test
	@Order(14)
	void whatWasKnownYesterdayWasNotThereYet() {
		assertThat(app.get("secretaris", page + "?asOf=" + today.minusDays(1), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(secretary.page(list() + "&asOf=" + today)).contains("Verder aan de slag", "Geweest");
	}

	@Test
	@Order(15)
	void strangersAndReadersRecordNothing() {
		assertThat(app.get("auditor", page, "Accept", "text/html").status()).isEqualTo(404);
		long before = app.events();
		assertThat(participant.submit(page, page + "/punten", Map.of("title", "Mag niet")).status()).isEqualTo(403);
		assertThat(stranger.submit("/", page + "/punten", Map.of("title", "Mag niet")).status()).isIn(403, 404);
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(15)
	void whoTakesPartComesToAnOpenMeetingByHimselfAndToAClosedOneWhenHeIsInvited() {
		String himself = "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}";
		String open = upcoming("OPEN");
		assertThat(participant.page("/bijeenkomsten/" + open)).contains("Ik kom ook");
		assertThat(secretary.page("/bijeenkomsten/" + open)).doesNotContain("Ik kom ook");
		assertThat(participant.submit("/bijeenkomsten/" + open, "/bijeenkomsten/" + open + "/meekomen", Map.of()).status()).isEqualTo(303);
		assertThat(participant.page("/bijeenkomsten/" + open)).contains("Uw antwoord: komt.").doesNotContain("Ik kom ook");
		assertThat(app.post("deelnemer", "/api/v1/meetings/" + open + "/invitations", "{\"personId\": \"" + rob + "\"}").status()).as("not for another").isEqualTo(403);

		String closed = upcoming("TRANSPARENT");
		assertThat(participant.page("/bijeenkomsten/" + closed)).contains("Bijeenkomst").doesNotContain("Ik kom ook");
		assertThat(participant.submit("/bijeenkomsten/" + closed, "/bijeenkomsten/" + closed + "/meekomen", Map.of()).status()).isEqualTo(403);
		Answer refused = app.post("deelnemer", "/api/v1/meetings/" + closed + "/invitations", himself).isProblem(403);
		assertThat(refused.json().path("detail").asString()).startsWith("Dit overleg is gesloten: u kunt meelezen");
		assertThat(participant.read("/api/v1/meetings/" + closed).path("status").asString()).isEqualTo("PLANNED");
		secretary.created("/api/v1/meetings/" + closed + "/invitations", himself);
		assertThat(participant.page("/bijeenkomsten/" + closed)).contains("Komt u?");
	}

	private String upcoming(String access) {
		String body = secretary.id("/api/v1/bodies",
				"{\"partnershipId\": \"" + partnership + "\", \"kind\": \"WORK_SESSION\", \"name\": \"Sessie\", \"access\": \"" + access + "\"}");
		return secretary.id("/api/v1/meetings", "{\"partnershipId\": \"" + partnership + "\", \"bodyId\": \"" + body + "\", \"title\": \"Bijeenkomst\", \"plannedOn\": \""
				+ today.plusDays(30) + "\"}");
	}

	@Test
	@Order(15)
	void whoAnsweredIsAskedAgainWhenTheMeetingIsMoved() {
		String id = upcoming("OPEN");
		String room = "/bijeenkomsten/" + id;
		assertThat(participant.submit(room, room + "/meekomen", Map.of()).status()).isEqualTo(303);
		assertThat(participant.page(room)).contains("Uw antwoord: komt.");
		secretary.created("/api/v1/meetings/" + id + "/planning", "{\"plannedOn\": \"" + today.plusDays(44) + "\", \"reason\": \"De zaal is bezet\"}");
		assertThat(participant.page(room)).contains("Komt u?").doesNotContain("Uw antwoord");
		assertThat(secretary.page(room)).contains("Uitgenodigd");
		assertThat(participant.read("/api/v1/meetings/" + id + "/invitations").at("/items/0").has("reply")).isFalse();
		assertThat(participant.app().get("deelnemer", "/api/v1/meetings/" + id + "/invitation.ics").body()).contains("PARTSTAT=NEEDS-ACTION").doesNotContain("ACCEPTED");
		assertThat(secretary.page("/geschiedenis/" + id)).contains("Antwoord vervallen");
	}

	/** The same form again, as the queue of the browser sends it. */
	@Test
	@Order(15)
	@DisabledIfEnvironmentVariable(named = Running.AXON_SERVER, matches = ".+", disabledReason = "The log of PostgreSQL is what refuses here")
	void whatFailedHalfwayIsDoneWhenItComesAgainAndNothingIsDoneTwice() {
		String closing = held();
		failsHalfwayAndGoesOn(secretary, closing, "sluiten", Map.of(), ofType("MeetingClosed"));
		assertThat(secretary.read("/api/v1/meetings/" + closing).path("closed").booleanValue()).isTrue();

		String sending = held();
		secretary.created("/api/v1/meetings/" + sending + "/minutes", "{\"text\": \"Er is veel gezegd.\"}");
		failsHalfwayAndGoesOn(secretary, sending, "verslag/rondsturen", Map.of("until", today.plusDays(14).toString()), ofType("MinutesSentRound"));
		assertThat(secretary.read("/api/v1/meetings/" + sending).at("/minutes/sentRoundOn").asString()).isEqualTo(today.toString());

		String joining = upcoming("OPEN");
		failsHalfwayAndGoesOn(participant, joining, "meekomen", Map.of(), ofType("InvitationAnswered"));
		assertThat(participant.read("/api/v1/meetings/" + joining + "/invitations").at("/items/0/reply").asString()).isEqualTo("YES");
	}

	private static String ofType(String event) {
		return "new.payload_type = 'agenda." + event + "'";
	}

	private void failsHalfwayAndGoesOn(Client who, String id, String what, Map<String, String> fields, String refused) {
		Map<String, String> form = failsHalfway(who, id, what, fields, refused);
		long done = app.events();
		assertThat(who.submit("/bijeenkomsten/" + id, "/bijeenkomsten/" + id + "/" + what, form).status()).isEqualTo(303);
		assertThat(app.events()).isEqualTo(done);
	}

	/**
	 * And is done when it comes again.
	 *
	 * @param refused what PostgreSQL does not take the first time, in its words
	 * @return the form
	 */
	private Map<String, String> failsHalfway(Client who, String id, String what, Map<String, String> fields, String refused) {
		Map<String, String> form = new LinkedHashMap<>(fields);
		form.put("sleutel", UUID.randomUUID().toString());
		String room = "/bijeenkomsten/" + id;
		long before = app.events();
		JdbcClient owner = JdbcClient.create(app.database().owner());
		owner.sql("create function log.full() returns trigger language plpgsql as 'begin raise exception using errcode = ''53100''; end'").update();
		owner.sql(
				"create trigger full_for_one before insert on log.domain_event for each row when (new.aggregate_identifier = '" + id + "' and " + refused
						+ ") execute function log.full()")
				.update();
		try {
			assertThat(who.submit(room, room + "/" + what, form).status()).isEqualTo(503);
		} finally {
			owner.sql("drop function log.full() cascade").update();
		}
		long halfway = app.events();
		assertThat(halfway).as("the first half is done").isGreaterThan(before);
		assertThat(who.submit(room, room + "/" + what, form).status()).isEqualTo(303);
		assertThat(app.events()).as(what).isGreaterThan(halfway);
		return form;
	}

	@Test
	@Order(15)
	@DisabledIfEnvironmentVariable(named = Running.AXON_SERVER, matches = ".+", disabledReason = "The log of PostgreSQL is what refuses here")
	void allMembersAreInvitedButForWhoWasErasedAlsoWhenItFailsHalfway() {
		String body = secretary.id("/api/v1/bodies", "{\"partnershipId\": \"" + partnership + "\", \"kind\": \"WORK_SESSION\", \"name\": \"Werkgroep\"}");
		List<String> people = List.of(person("(eerst) Anna Voorbeeld"), person("Bram Voorbeeld"), person("Zoë Voorbeeld"));
		people.forEach(
				person -> secretary.created("/api/v1/bodies/" + body + "/seats", "{\"personId\": \"" + person + "\", \"role\": \"MEMBER\", \"from\": \"2018-01-01\"}"));
		String id = secretary.id("/api/v1/meetings", "{\"partnershipId\": \"" + partnership + "\", \"bodyId\": \"" + body + "\", \"title\": \"Overleg\", \"plannedOn\": \""
				+ today.plusDays(30) + "\"}");
		new Client(app, Running.ADMINISTRATOR).created("/api/v1/people/" + people.get(1) + "/erasure",
				"{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek\", \"redactions\": [], \"exceptions\": []}");
		assertThat(secretary.page("/bijeenkomsten/" + id)).as("an empty chair").contains("Anna Voorbeeld", "Zoë Voorbeeld").doesNotContain("[verwijderd]");
		failsHalfway(secretary, id, "uitnodigingen", Map.of(), "new.payload ->> 'personId' = '" + people.get(2) + "'");
		assertThat(invited(id)).containsExactlyInAnyOrder(people.get(0), people.get(2));
	}

	private String person(String name) {
		return secretary.id("/api/v1/people", "{\"name\": \"" + name + "\", \"function\": \"Contactpersoon\"}");
	}

	private List<String> invited(String id) {
		return secretary.read("/api/v1/meetings/" + id + "/invitations").path("items").valueStream().map(one -> one.path("personId").asString()).toList();
	}

	private String held() {
		return secretary.id("/api/v1/meetings", "{\"partnershipId\": \"" + partnership + "\", \"title\": \"Bijeenkomst\", \"happenedOn\": {\"from\": \"" + today + "\", \"to\": \""
				+ today + "\"}}");
	}

	@Test
	@Order(16)
	void theScriptsOfThePageAreThere() {
		Matcher scripts = Pattern.compile("<script[^>]* src=\"([^\"]+)\"").matcher(secretary.page(page));
		int number = 0;
		for (; scripts.find(); number++) {
			assertThat(app.get("", scripts.group(1)).status()).as(scripts.group(1)).isEqualTo(200);
		}
		assertThat(number).isEqualTo(4);
	}

	private String list() {
		return "/bijeenkomsten?partnershipId=" + partnership;
	}

	private Answer news(String seen) {
		return app.get("secretaris", page + "/stand?seen=" + seen, "Accept", "text/html");
	}

	private void press(String what, Map<String, String> form) {
		Answer answer = secretary.submit(page, page + "/" + what, form);
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
	}

	private void assertRefused(String what, Map<String, String> form, int status, String... words) {
		long before = app.events();
		Answer answer = secretary.submit(page, page + "/" + what, form);
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.body()).contains(words).contains("role=\"alert\"");
		assertThat(app.events()).isEqualTo(before);
	}

	private Answer tell(Map<String, String> form) {
		return secretary.submit(page, page + "/uitkomsten", entry(form));
	}

	/** As the form sends it: with an id of its own, and every field. */
	private static Map<String, String> entry(Map<String, String> form) {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("outcome", UUID.randomUUID().toString(), "who", "", "team", "", "what", "", "when", ""));
		fields.putAll(form);
		return fields;
	}

	private static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
		return matcher.group(1);
	}
}
