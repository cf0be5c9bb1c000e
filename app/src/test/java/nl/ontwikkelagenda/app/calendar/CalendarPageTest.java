package nl.ontwikkelagenda.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
		Answer made = participant.submit("/kalender?partnershipId=" + partnership, "/kalender/abonnement", Map.of("partnershipId", partnership));
		assertThat(made.status()).as(made.body()).isEqualTo(200);
		Matcher address = Pattern.compile("/calendars/[A-Za-z0-9_-]+\\.ics").matcher(made.body());
		assertThat(address.find()).isTrue();
		assertThat(app.get("", address.group()).body()).contains("Werksessie <jeugd>");
		Matcher stop = Pattern.compile("/kalender/abonnement/[0-9a-f-]+/stoppen").matcher(participant.page("/kalender"));
		assertThat(stop.find()).isTrue();
		assertThat(secretary.submit("/kalender", stop.group(), Map.of()).status()).isEqualTo(404);
		participant.submit("/kalender", stop.group(), Map.of());
		assertThat(app.get("", address.group()).status()).isEqualTo(404);
		assertThat(participant.page("/kalender")).doesNotContain(stop.group());
	}
}
