package nl.ontwikkelagenda.app.cop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reflection.CloseReflectionRounds;
import nl.ontwikkelagenda.app.registration.RegisterConfirmedStakeholders;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The year 2020-2021 of two communities of the programme Mét andere ogen, over HTTP and by mail: from the registration of 31 people on the public page to their certificates, with
 * every refusal on the way.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class YearOfTwoCommunitiesTest {

	private static final int PEOPLE = 31;
	private static final int SEATS = 25;
	/** Of these people some have an account, so that they can answer a reflection. */
	private static final int WITH_ACCOUNT = 6;
	private static final List<String> SESSIONS = List.of("2020-04-16", "2020-06-11", "2020-10-08", "2021-01-14");
	private static final List<String> SECTORS = List.of("EDUCATION", "MUNICIPALITY", "YOUTH_CARE", "HEALTH", "PARENTS_AND_YOUTH");
	private static final List<String> PERSPECTIVES = List.of("PRACTICE", "POLICY", "SCIENCE", "PARENT");
	private static final Pattern LINK = Pattern.compile("https://agenda\\.regio\\.example(/aanmelden/bevestiging/[A-Za-z0-9_-]{43})\\s");

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final ConfigurableApplicationContext context = app.context();
	private final RecordingClock clock = context.getBean(RecordingClock.class);
	private final Client secretary = new Client(app, "secretaris");
	private final Client nobody = new Client(app, "");
	private final List<String> people = new ArrayList<>();
	private final Learning porous = new Learning("Onderwijs-zorgarrangementen en poreuze randen");
	private final Learning together = new Learning("Interprofessioneel samenwerken");
	private String partnership = "";
	private String programme = "";
	private String agenda = "";
	private String baseline = "";

	/** One of the two. */
	private static final class Learning {
		private final String title;
		private String body = "";
		private String path = "";
		private final List<String> sessions = new ArrayList<>();

		private Learning(String title) {
			this.title = title;
		}
	}

	@BeforeAll
	void theProgramme() {
		on("2020-03-12");
		partnership = String.valueOf(new Client(app, Running.ADMINISTRATOR).created("/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "Mét andere ogen", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}""").header("Location"));
		programme = Client.id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.AUDITOR, "AUDITOR");
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de inspiratieregio's", "openedOn": "2020-03-12"}""".formatted(programme));
		for (Learning one : List.of(porous, together)) {
			one.body = secretary.id("/api/v1/bodies", """
					{"partnershipId": "%s", "kind": "COMMUNITY", "name": "%s"}""".formatted(programme, one.title));
			one.path = secretary.made("/api/v1/communities", """
					{"partnershipId": "%s", "bodyId": "%s", "title": "%s", "startsOn": "2020-04-01"}""".formatted(programme, one.body, one.title));
		}
	}

	@AfterAll
	void close() {
		clock.runAgain();
		context.close();
		server.close();
	}

	@Test
	@Order(1)
	void thirtyOnePeopleRegisterOnThePublicPageAndConfirmByMail() {
		for (int number = 0; number < PEOPLE; number++) {
			Answer sent = nobody.submit("/aanmelden?programma=" + programme, "/aanmelden", Map.of("programma", programme, "name", "Deelnemer " + number, "email", email(number),
					"function", "Leraar", "organisation", "", "sector", SECTORS.get(number % 5), "perspective", PERSPECTIVES.get(number % 4)));
			assertThat(sent.status()).as(sent.body()).isEqualTo(302);
		}
		assertThat(stakeholders()).as("not before they confirm").isEmpty();
		List<Received> mails = mails();
		assertThat(mails).hasSize(PEOPLE);
		mails.forEach(mail -> {
			Matcher link = LINK.matcher(mail.text());
			assertThat(link.find()).as(mail.text()).isTrue();
			assertThat(nobody.submit(link.group(1), link.group(1), Map.of()).status()).isEqualTo(302);
		});
		context.getBean(RegisterConfirmedStakeholders.class).run();
		assertThat(stakeholders()).hasSize(PEOPLE);
		for (int number = 0; number < PEOPLE; number++) {
			String email = email(number);
			people.add(secretary.read("/api/v1/people?pageSize=100&search=Deelnemer%20" + number).path("items").valueStream()
					.filter(person -> person.path("email").asString("").equals(email)).findFirst().orElseThrow().path("personId").asString());
		}
		for (int number = 0; number < WITH_ACCOUNT; number++) {
			context.getBean(Accounts.class).open("deelnemer" + number, PersonId.of(people.get(number)), DemoAccounts.PASSWORD, false);
			app.give(partnership, people.get(number), "PARTICIPANT");
		}
	}

	@Test
	@Order(2)
	void whoIsNotRegisteredIsToldHowTo() {
		String stranger = secretary.id("/api/v1/people", """
				{"name": "Onbekende", "function": "Leraar"}""");
		Answer refused = secretary.refused(porous.path + "/enrolments", person(stranger), "only-stakeholders-take-part");
		assertThat(refused.json().path("detail").asString()).contains("meld u eerst aan als aandeelhouder");
		assertThat(nobody.page("/problems/only-stakeholders-take-part")).contains("/aanmelden");
	}

	@Test
	@Order(3)
	void thirtyOneWantInTwentyFiveHaveASeatAndSixWaitInOrder() {
		on("2020-03-20");
		IntStream.range(0, 14).forEach(number -> assertThat(enrol(porous, number).path("standing").asString()).isEqualTo("SEATED"));
		secretary.refused(porous.path + "/start", "{}", "a-community-starts-with-its-minimum");
		secretary.created(porous.path + "/invitations", person(people.get(30)));
		IntStream.range(14, SEATS).forEach(number -> assertThat(enrol(porous, number).path("standing").asString()).isEqualTo("SEATED"));
		IntStream.range(SEATS, PEOPLE).forEach(number -> assertThat(enrol(porous, number).path("place").intValue()).as("also who was invited: there are no more seats")
				.isEqualTo(number - SEATS + 1));
		secretary.refused(porous.path + "/enrolments", person(people.getFirst()), "a-participant-has-one-seat");
		secretary.refused(porous.path + "/enrolments", person(people.get(25)), "a-stakeholder-waits-once");
		secretary.refused(porous.path + "/capacity", "{\"minimum\": 15, \"maximum\": 24}", "nobody-loses-a-seat-by-less-room");
		JsonNode full = secretary.read(porous.path);
		assertThat(full.path("seated").intValue()).isEqualTo(SEATS);
		assertThat(sum(full.path("sectors"))).isEqualTo(SEATS);
		assertThat(sum(full.path("perspectives"))).isEqualTo(SEATS);

		IntStream.range(0, 16).forEach(number -> assertThat(enrol(together, number).path("standing").asString()).isEqualTo("SEATED"));
		Map<String, Long> bySubject = mails().stream().collect(Collectors.groupingBy(Received::subject, Collectors.counting()));
		assertThat(bySubject).containsExactlyInAnyOrderEntriesOf(Map.of("U doet mee aan " + porous.title, (long) SEATS, "U staat op de wachtlijst van " + porous.title, 6L,
				"U doet mee aan " + together.title, 16L));
	}

	@Test
	@Order(4)
	void whoIsFirstInLineIsPromotedAndToldByMail() {
		on("2020-03-27");
		secretary.ended(porous.path + "/enrolments/" + people.get(7));
		secretary.created(porous.path + "/capacity", "{\"minimum\": 15, \"maximum\": 26}");
		List<Received> mails = mails();
		assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder(email(25), email(26));
		assertThat(mails).allMatch(mail -> mail.subject().equals("Er is een plaats voor u in " + porous.title));
		assertThat(secretary.read(porous.path).path("queue").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(people.subList(27, PEOPLE));
		Client own = participant(0);
		assertThat(own.page("/communities/" + Client.id(porous.path))).contains("U: doet mee", "van de 26 plaatsen bezet").doesNotContain("Deelnemer 28");
		assertThat(secretary.page("/communities/" + Client.id(porous.path))).contains("<li>Deelnemer 28</li>");
	}

	@Test
	@Order(5)
	void eachMeetsFourTimes() {
		on("2020-04-01");
		List.of(porous, together).forEach(one -> secretary.created(one.path + "/start", "{}"));
		for (String day : SESSIONS) {
			on(day);
			for (Learning one : List.of(porous, together)) {
				String session = secretary.made("/api/v1/meetings", """
						{"partnershipId": "%s", "bodyId": "%s", "title": "Bijeenkomst van de community", "happenedOn": "%s"}""".formatted(programme, one.body, day));
				one.sessions.add(Client.id(session));
				// number 6 comes to two of the four only
				int present = one.sessions.size() <= 2 ? 7 : 6;
				IntStream.range(0, present).forEach(number -> secretary.created(session + "/attendance", person(people.get(number))));
			}
			if (day.equals(SESSIONS.getFirst())) {
				aBarrierIsPutOnTheAgenda();
				baseline = round(porous, "Nulmeting", "2020-04-30", "");
				answersAreGivenOnceAndChangedUntilTheClose();
			}
		}
		assertThat(secretary.read(porous.path + "/sessions").path("items").valueStream().map(held -> held.path("heldOn").asString())).containsExactlyElementsOf(SESSIONS);
	}

	private void aBarrierIsPutOnTheAgenda() {
		String barrier = participant(2).made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "De bekostiging van jeugdhulp in het onderwijs", "hinders": "Hulp in de klas aan een groep", "bodyId": "%s"}"""
				.formatted(programme, porous.body));
		secretary.created(barrier + "/agendas", "{\"agendaId\": \"" + agenda + "\"}");
		assertThat(secretary.read("/api/v1/barriers?agendas=" + agenda).at("/items/0/status").asString()).isEqualTo("ON_AGENDA");
	}

	/** Twice is: other answers sent as if they were the first. The same ones again are a repeated request, and a change is asked for as such. */
	private void answersAreGivenOnceAndChangedUntilTheClose() {
		app.post("auditor", baseline + "/answers", sheet(3)).isProblem(403);
		participant(0).created(baseline + "/answers", sheet(5));
		participant(0).created(baseline + "/answers", sheet(5));
		participant(0).refused(baseline + "/answers", sheet(2), "a-member-answers-once");
		assertThat(app.send("deelnemer0", "PUT", baseline + "/answers/me", sheet(2)).status()).isEqualTo(200);
		IntStream.range(1, WITH_ACCOUNT).forEach(number -> participant(number).created(baseline + "/answers", sheet(2)));
		assertThat(secretary.read(baseline).has("answered")).as("until the close nobody knows how many answered").isFalse();
	}

	@Test
	@Order(6)
	void insightsOfBothAreFoundTogether() {
		for (Learning one : List.of(porous, together)) {
			participant(1).created(one.path + "/insights", """
					{"kind": "EXPERIENCE", "words": "Ouders willen één aanspreekpunt in de klas.", "meetingId": "%s", "sharedOn": "2020-06-11"}""".formatted(one.sessions.get(1)));
		}
		participant(3).created(porous.path + "/insights", """
				{"kind": "SCIENCE", "words": "Hulp in de klas werkt beter dan hulp ernaast.", "sharedOn": "2020-10-08"}""");
		assertThat(secretary.read("/api/v1/insights?kind=EXPERIENCE&partnershipId=" + programme).path("total").intValue()).isEqualTo(2);
		assertThat(secretary.read("/api/v1/search?kind=insights&search=aanspreekpunten&partnershipId=" + programme).path("total").intValue()).isEqualTo(2);
	}

	@Test
	@Order(7)
	void theReflectionIsRepeatedAndShowsADifference() {
		on("2020-05-01");
		closing();
		participant(0).refused(baseline + "/answers", sheet(4), "a-closed-round-takes-no-answers");
		assertThat(secretary.read(baseline).path("answered").intValue()).isEqualTo(WITH_ACCOUNT);
		on("2021-01-15");
		String repeat = round(porous, "Herhaling", "2021-01-29", ", \"repeatOf\": \"" + Client.id(baseline) + "\"");
		IntStream.range(0, WITH_ACCOUNT).forEach(number -> participant(number).created(repeat + "/answers", sheet(4)));
		String tooFew = round(together, "Nulmeting van de andere", "2021-01-29", "");
		IntStream.range(0, 4).forEach(number -> participant(number).created(tooFew + "/answers", sheet(4)));
		on("2021-01-30");
		closing();

		JsonNode difference = secretary.read(repeat + "/comparison?with=" + Client.id(baseline)).at("/differences/0");
		assertThat(difference.path("earlier").decimalValue()).isEqualByComparingTo("2");
		assertThat(difference.path("change").decimalValue()).isEqualByComparingTo("2");
		JsonNode four = secretary.read(tooFew);
		assertThat(four.path("answered").intValue()).isEqualTo(4);
		assertThat(four.path("elements")).isEmpty();
		assertThat(secretary.read(repeat + "/comparison?with=" + Client.id(tooFew)).path("because").asString()).contains("minder dan 5 antwoorden");
		assertThat(participant(4).page("/communities/" + Client.id(porous.path))).contains("/reflecties/" + Client.id(repeat));
		assertThat(participant(4).page("/reflecties/" + Client.id(repeat))).contains("Vorige keer", "Verschil", "+2");
		assertThat(participant(4).page("/reflecties/" + Client.id(tooFew))).contains("minder dan 5 antwoorden");
	}

	@Test
	@Order(8)
	void whoAttendedEnoughHasACertificate() {
		on("2021-02-01");
		for (Learning one : List.of(porous, together)) {
			secretary.created(one.path + "/conclusion", "{\"result\": \"Vier bijeenkomsten\"}");
			secretary.refused(one.path + "/enrolments", person(people.get(20)), "a-concluded-community-is-closed");
			IntStream.range(0, WITH_ACCOUNT).forEach(number -> secretary.created(one.path + "/certificates", person(people.get(number))));
			secretary.refused(one.path + "/certificates", person(people.get(6)), "a-certificate-is-for-who-attended-enough");
			secretary.refused(one.path + "/certificates", person(people.get(29)), "only-participants-are-certified");
			String enrolment = secretary.read("/api/v1/enrolments?communityId=" + Client.id(one.path) + "&personId=" + people.get(5)).at("/items/0/enrolmentId").asString();
			context.getBean(SealEvents.class).run();
			String certificate = "/deelname/" + enrolment + "/bewijs.pdf";
			assertThat(app.get("deelnemer5", certificate).header("Content-Type")).isEqualTo("application/pdf");
			assertThat(FileText.of("bewijs.pdf", app.bytes("deelnemer5", certificate)).orElseThrow()).contains("Checkpoint van het logboek, met handtekening:");
		}
		assertThat(participant(5).page("/deelname")).contains(porous.title, together.title, "U was bij 4 van de 4 bijeenkomsten", "Bewijs van deelname (PDF)");
		assertThat(context.getBean(Checker.class).check().first()).isEmpty();
	}

	private void on(String day) {
		clock.standAt(Instant.parse(day + "T09:00:00Z"));
	}

	private void closing() {
		context.getBean(CloseReflectionRounds.class).run();
	}

	private JsonNode enrol(Learning community, int number) {
		return secretary.created(community.path + "/enrolments", person(people.get(number))).json();
	}

	private String round(Learning community, String title, String closesOn, String more) {
		String members = people.subList(0, 10).stream().map(person -> "\"" + person + "\"").collect(Collectors.joining(", "));
		return secretary.made("/api/v1/reflection-rounds",
				"""
				{"partnershipId": "%s", "about": "%s", "title": "%s", "members": [%s], "openedOn": "%s", "closesOn": "%s"%s}""".formatted(programme, Client.id(community.path),
						title,
						members, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), closesOn, more));
	}

	private static String sheet(int score) {
		return "{\"answers\": [{\"question\": \"1.1\", \"score\": " + score + "}, {\"question\": \"3.1\", \"remark\": \"Het loket\"}]}";
	}

	private static String person(String id) {
		return "{\"personId\": \"" + id + "\"}";
	}

	private static String email(int number) {
		return "deelnemer" + number + "@school.example.org";
	}

	private Client participant(int number) {
		return new Client(app, "deelnemer" + number);
	}

	private List<JsonNode> stakeholders() {
		return secretary.read("/api/v1/stakeholders?pageSize=100&partnershipId=" + programme).path("items").valueStream().toList();
	}

	private List<Received> mails() {
		context.getBean(SendMails.class).run();
		return server.received();
	}

	private static int sum(JsonNode counts) {
		return counts.valueStream().mapToInt(JsonNode::intValue).sum();
	}
}
