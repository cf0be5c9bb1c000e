package nl.ontwikkelagenda.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.Test;

/** What a participant finds on the calendar of the autumn of 2018, and how it comes into his own calendar program. */
class CalendarPageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");

	@Test
	void aMonthShowsMeetingsDeadlinesAndHolidays() {
		String partnership = app.partnership("Regio met een kalender");
		String id = Client.id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie <jeugd>", "plannedOn": "2018-10-08", "place": "Raadzaal"}""".formatted(id));
		secretary.created("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Casussen", "agreedOn": "2018-09-24", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Casussen verzamelen", "of": "WORK",
				"deadline": {"phrase": "voor 12 oktober 2018", "saidOn": "2018-09-24"}}]}""".formatted(id, DemoAccounts.PARTICIPANT));
		String month = participant.page("/kalender?maand=2018-10&partnershipId=" + id);
		assertThat(month).contains("<h1>Oktober 2018</h1>", "Werksessie &lt;jeugd&gt;", "/bijeenkomsten/" + Client.id(meeting), "Raadzaal", "Casussen verzamelen",
				"Deelnemer (demo)",
				"maand=2018-09", "maand=2018-11");
		assertThat(participant.page("/kalender?maand=2018-12&vorm=&partnershipId=" + id)).contains("Kerstvakantie", "van zaterdag 22 december 2018 tot en met");
		assertThat(month.indexOf("Werksessie")).isLessThan(month.indexOf("Casussen verzamelen"));
		assertThat(participant.page("/kalender?maand=2018-10&vorm=lijst&partnershipId=" + id)).contains("<h2>Maandag 8 oktober 2018</h2>", "<h2>Donderdag 11 oktober 2018</h2>");
		assertThat(participant.page("/kalender?maand=2018-09&partnershipId=" + id)).contains("In deze maand staat niets gepland.");
		assertThat(participant.page("/kalender?maand=2018-10&asOf=2018-09-01&partnershipId=" + id)).contains("U kijkt terug").doesNotContain("Werksessie");
		assertThat(app.get("deelnemer", "/kalender?maand=2018-13", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("deelnemer", "/kalender?maand=-999999999-01", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("auditor", "/kalender?partnershipId=" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		readsInHisOwnProgram(id);
	}

	private void readsInHisOwnProgram(String partnership) {
		Answer made = participant.submit("/kalender?partnershipId=" + partnership, "/kalender/abonnement", Map.of("onderwerp", "PARTNERSHIP/" + partnership));
		String address = address(made);
		assertThat(app.get("", address).body()).contains("Werksessie <jeugd>");
		Matcher stop = Pattern.compile("/kalender/abonnement/[0-9a-f-]+/stoppen").matcher(participant.page("/kalender"));
		assertThat(stop.find()).isTrue();
		assertThat(secretary.submit("/kalender", stop.group(), Map.of()).status()).isEqualTo(404);
		participant.submit("/kalender", stop.group(), Map.of());
		assertThat(app.get("", address).status()).isEqualTo(404);
		assertThat(participant.page("/kalender")).doesNotContain(stop.group());
	}

	@Test
	void everyKindOfCalendarThatHeMaySeeCanBeChosen() {
		String path = app.partnership("Regio met keus");
		String partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String ofTable = body(partnership, "TABLE", "Tafel van de keus");
		String ofCommunity = body(partnership, "COMMUNITY", "Community van de keus");
		String board = body(partnership, "BOARD", "Stuurgroep van de keus");
		String agenda = secretary.made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Ontwikkelagenda", "openedOn": "2021-03-29"}""".formatted(partnership));
		String theme = secretary.id(agenda + "/themes", """
				{"title": "Grijs gebied", "raisedOn": "2021-03-29"}""");
		String table = secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Grijs & gebied", "openedOn": "2021-04-01"}""".formatted(partnership, ofTable, theme));
		String community = secretary.id("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Poreuze randen"}""".formatted(partnership, ofCommunity));
		Map<String, String> meetings = Map.of(ofTable, "Tafeloverleg", ofCommunity, "Eerste sessie", board, "Stuurgroepoverleg");
		meetings.forEach((body, title) -> secretary.created("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "%s", "plannedOn": "2030-06-03"}""".formatted(partnership, body, title)));
		Map<Kind, String> subjects = Map.of(Kind.PARTNERSHIP, partnership, Kind.TABLE, table, Kind.COMMUNITY, community, Kind.BODY, board);
		assertThat(subjects.keySet()).as("all but what is his own").isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.PERSONAL)));
		Map<Kind, List<String>> told = Map.of(Kind.PARTNERSHIP, List.copyOf(meetings.values()), Kind.TABLE, List.of("Tafeloverleg"), Kind.COMMUNITY, List.of("Eerste sessie"),
				Kind.BODY, List.of("Stuurgroepoverleg"));

		String page = participant.page("/kalender");
		assertThat(page).contains("<option value=\"\">Mijn eigen agenda</option>", ">Grijs &amp; gebied</option>", ">Stuurgroep van de keus</option>");
		subjects.forEach((kind, subject) -> {
			assertThat(page).contains("<option value=\"" + kind + "/" + subject + "\"");
			String calendar = app.get("", address(subscribe(kind + "/" + subject))).body();
			meetings.values()
					.forEach(title -> assertThat(calendar.contains("SUMMARY:" + title)).as(kind + ": " + title).isEqualTo(told.getOrDefault(kind, List.of()).contains(title)));
		});
		assertThat(participant.page("/kalender")).contains("de ontwikkeltafel ‘Grijs &amp; gebied’", "de community ‘Poreuze randen’", "het overlegorgaan ‘Stuurgroep van de keus’",
				"het samenwerkingsverband ‘Regio met keus’");
		assertThat(participant.page("/kalender?partnershipId=" + partnership)).as("the one that is looked at")
				.contains("<option value=\"PARTNERSHIP/" + partnership + "\" selected");
		assertThat(app.get("auditor", "/kalender", "Accept", "text/html").body()).doesNotContain("Grijs &amp; gebied", table, community, board);
		whatHeMayNotSeeIsNoChoice(board);
	}

	private void whatHeMayNotSeeIsNoChoice(String body) {
		secretary.created("/api/v1/bodies/" + body + "/access", "{\"access\": \"RESTRICTED\"}");
		String page = participant.page("/kalender");
		assertThat(page).doesNotContain("Stuurgroep van de keus", "BODY/" + body).contains("het overlegorgaan</span><span> (u kunt dit niet meer zien)");
		long before = participant.read("/api/v1/calendar-feeds").path("total").longValue();
		for (String wrong : List.of("BODY/" + body, "TABLE/" + Running.unknownId(), "TABLE/x", "PERSONAL/" + DemoAccounts.SECRETARY, "NIETS/" + body, "TABLE")) {
			Answer refused = subscribe(wrong);
			assertThat(refused.status()).as(wrong).isEqualTo(400);
			assertThat(refused.body()).contains("Kies iets uit de lijst.", "href=\"#abonnement-onderwerp\"", "aria-invalid=\"true\"").doesNotContain("/calendars/");
		}
		assertThat(participant.read("/api/v1/calendar-feeds").path("total").longValue()).isEqualTo(before);
	}

	private String body(String partnership, String kind, String name) {
		return secretary.id("/api/v1/bodies", "{\"partnershipId\": \"" + partnership + "\", \"kind\": \"" + kind + "\", \"name\": \"" + name + "\"}");
	}

	private Answer subscribe(String subject) {
		return participant.submit("/kalender", "/kalender/abonnement", Map.of("onderwerp", subject));
	}

	private static String address(Answer made) {
		assertThat(made.status()).as(made.body()).isEqualTo(200);
		Matcher address = Pattern.compile("/calendars/[A-Za-z0-9_-]+\\.ics").matcher(made.body());
		assertThat(address.find()).isTrue();
		return address.group();
	}
}
