package nl.ontwikkelagenda.app.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A participant of whom something of every kind is recorded sees and takes along all of it, and nothing of others. */
@TestInstance(Lifecycle.PER_CLASS)
class PersonalDataTest {

	private static final String ME = DemoAccounts.PARTICIPANT.toString();
	private static final String ANSWER = "Dat zeg ik alleen hier";

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final Client secretary = new Client(app, "secretaris");
	private final Client me = new Client(app, "deelnemer");
	private final Client administrator = new Client(app, Running.ADMINISTRATOR);
	private String partnership = "";
	private String other = "";

	@BeforeAll
	void somethingOfEveryKind() {
		clock.standAt(Instant.parse("2020-03-12T09:00:00Z"));
		String path = app.partnership("Regio met gegevens");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, ME, "PARTICIPANT");
		other = secretary.id("/api/v1/people", """
				{"name": "Anna Voorbeeld", "function": "Leraar", "email": "anna@school.example.org"}""");
		administrator.created(path + "/mandates", """
				{"personId": "%s", "subject": "Jeugdhulp in het onderwijs", "from": "2020-01-01"}""".formatted(ME));
		me.app().send("deelnemer", "PUT", "/api/v1/people/me/preferences", "{\"quietInSchoolHolidays\": true}");
		me.created("/api/v1/calendar-feeds", "{\"kind\": \"PERSONAL\"}");
		community();
		meeting();
		action();
		reflection();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	private void community() {
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(partnership));
		secretary.created("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "role": "CHAIR"}""".formatted(ME));
		String community = secretary.made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Monitoring", "minimum": 1, "maximum": 1, "sessions": 1, "sessionsNeeded": 1}""".formatted(partnership, body));
		for (String person : List.of(ME, other)) {
			secretary.created("/api/v1/stakeholders", """
					{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, person));
		}
		secretary.created(community + "/invitations", "{\"personId\": \"" + ME + "\"}");
		secretary.created(community + "/enrolments", "{\"personId\": \"" + other + "\"}");
		me.created(community + "/enrolments", "{}");
		secretary.ended(community + "/enrolments/" + other);
		secretary.created(community + "/start", "{}");
		String session = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Bijeenkomst van de community", "happenedOn": "2020-03-12"}""".formatted(partnership, body));
		for (String person : List.of(ME, other)) {
			secretary.created(session + "/attendance", "{\"personId\": \"" + person + "\"}");
		}
		me.created(community + "/insights", """
				{"kind": "PRACTICE", "words": "Meten is pas weten na een gesprek."}""");
		secretary.created(community + "/certificates", "{\"personId\": \"" + ME + "\"}");
		secretary.created(secretary.made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "Hulp in de klas", "bodyId": "%s"}""".formatted(partnership, body)) + "/uptakes",
				"{\"personId\": \"" + ME + "\"}");
	}

	private void meeting() {
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie", "plannedOn": "2020-04-20"}""".formatted(partnership));
		secretary.created(meeting + "/invitations", "{\"personId\": \"" + ME + "\"}");
	}

	private void action() {
		String action = secretary.made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Leerlingenvervoer", "promises": [
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een overleg plannen", "deadline": {"phrase": "voor de zomervakantie"}},
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Alleen van een ander"}]}""".formatted(partnership, ME, other));
		secretary.created(action + "/calls", "{\"text\": \"Wie denkt mee?\"}");
		me.created(action + "/participants", "{}");
	}

	private void reflection() {
		String members = IntStream.range(0, 4).mapToObj(number -> secretary.id("/api/v1/people", """
				{"name": "Lid %d", "function": "Leraar"}""".formatted(number))).map(person -> ", \"" + person + "\"").collect(Collectors.joining());
		String round = secretary.made("/api/v1/reflection-rounds", """
				{"partnershipId": "%s", "title": "Nulmeting", "members": ["%s"%s], "closesOn": "2020-04-01"}""".formatted(partnership, ME, members));
		me.created(round + "/answers", """
				{"answers": [{"question": "3.1", "remark": "%s"}]}""".formatted(ANSWER));
	}

	@Test
	void everyRegisterThatKnowsHimIsThereWithoutSecrets() {
		JsonNode registers = me.read("/api/v1/people/me/data").path("registers");
		assertThat(registers.propertyNames()).contains("person", "account", "preference", "calendarFeed", "outgoingMail");
		assertThat(registers.at("/person/0/email").asString()).isEqualTo("deelnemer@demo.example");
		assertThat(registers.at("/account/0/username").asString()).isEqualTo("deelnemer");
		assertThat(registers.at("/preference/0/quietInSchoolHolidays").booleanValue()).isTrue();
		assertThat(registers.path("outgoingMail").valueStream().map(mail -> mail.path("subject").asString())).contains("Er is een plaats voor u in Monitoring");
		assertThat(registers.at("/outgoingMail/0/writtenAt").asString()).isEqualTo("2020-03-12T09:00:00.000Z");
		assertThat(registers.toString()).doesNotContain("Hash", "bcrypt", "anna@");
	}

	@Test
	void everyViewThatNamesHimIsThere() {
		JsonNode documents = me.read("/api/v1/people/me/data").path("documents");
		assertThat(documents.valueStream().map(document -> document.path("kind").asString())).contains("rights", "mandates", "seats", "stakeholders", "enrolments", "insights",
				"meetings", "invitations", "actions", "participants", "barriers", "reflection-rounds");
		JsonNode enrolment = content(documents, "enrolments");
		assertThat(enrolment.path("standing").asString()).isEqualTo("SEATED");
		assertThat(enrolment.path("certifiedOn").asString()).isEqualTo("2020-03-12");
		assertThat(content(documents, "meetings").path("attendance")).hasSize(1);
		assertThat(content(documents, "actions").path("promises")).hasSize(1);
		assertThat(content(documents, "actions").at("/promises/0/deadline/phrase").asString()).isEqualTo("voor de zomervakantie");
		assertThat(content(documents, "reflection-rounds").path("members")).hasSize(1);
		assertThat(content(documents, "rights").path("rights")).as("a document about him is his whole").isNotEmpty();
		assertThat(documents.toString()).as("nothing of others").doesNotContain(other, "Alleen van een ander");
	}

	@Test
	void everyFactThatNamesHimOrIsHisIsThere() {
		JsonNode facts = me.read("/api/v1/people/me/data").path("facts");
		Set<String> types = facts.valueStream().map(fact -> fact.path("type").asString()).collect(Collectors.toSet());
		assertThat(types).contains("agenda.RightGiven", "agenda.MandateGranted", "cop.StakeholderRegistered", "cop.StakeholderInvited", "cop.StakeholderWaitlisted",
				"cop.StakeholderPromoted", "agenda.AttendanceRecorded", "cop.InsightShared", "cop.ParticipationCertified", "agenda.BarrierTakenUp", "agenda.InvitationSent",
				"cop.ReflectionRoundOpened");
		assertThat(facts.valueStream().filter(fact -> fact.path("byMyself").booleanValue()).map(fact -> fact.path("type").asString())).contains("cop.StakeholderWaitlisted",
				"cop.InsightShared").doesNotContain("cop.StakeholderPromoted", "agenda.RightGiven");
		assertThat(facts.toString()).contains("Meten is pas weten").doesNotContain("salt", "Alleen van een ander");
		long naming = app.context().getBean(JdbcClient.class).sql("select count(*) from log.domain_event where payload::text like :me or meta_data::text like :me")
				.param("me", "%" + ME + "%").query(Long.class).single();
		assertThat(facts).hasSize((int) naming);
	}

	@Test
	void textsAndFilesThatNameHimAreThere() {
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Overleg over Deelnemer (demo)", "plannedOn": "2020-05-20"}""".formatted(partnership));
		for (String[] file : new String[][] {{"lijst.txt", "Genodigd: deelnemer@demo.example"}, {"ander.txt", "Genodigd: iemand anders"}}) {
			assertThat(app.send("secretaris", "POST", meeting + "/files", file[1], "Content-Type", "application/octet-stream", "Content-Disposition",
					"attachment; filename=\"" + file[0] + "\"").status()).isEqualTo(201);
		}
		JsonNode data = me.read("/api/v1/people/me/data");
		assertThat(data.path("mentions").valueStream().map(mention -> mention.path("type").asString() + ": " + mention.path("text").asString()))
				.contains("agenda.MeetingPlanned: Overleg over Deelnemer (demo)");
		assertThat(data.path("files").valueStream().map(file -> file.path("name").asString() + " " + file.path("found").asString())).containsExactly("lijst.txt TEXT");
		assertThat(new Client(app, "secretaris").read("/api/v1/people/me/data").path("files").valueStream().map(file -> file.path("found").asString())).contains("ADDED");
		assertThat(me.page("/mijn-gegevens")).contains("Overleg over Deelnemer (demo)", "noemt u in de tekst");
		byte[] pdf = app.bytes("deelnemer", "/mijn-gegevens/gegevens.pdf");
		assertThat(FileText.of("mijn-gegevens.pdf", pdf)).hasValueSatisfying(
				text -> assertThat(text).contains("deelnemer@demo.example", "Overleg over Deelnemer (demo)", "lijst.txt", "Leerlingenvervoer").doesNotContain("Anna Voorbeeld",
						ANSWER));
	}

	@Test
	void whatHeAnsweredInAReflectionIsNowhere() {
		assertThat(me.read("/api/v1/people/me/data").toString()).doesNotContain(ANSWER, "sealed");
	}

	@Test
	void thePageShowsItAndGivesTheFile() {
		assertThat(me.page("/mijn-gegevens")).contains("deelnemer@demo.example", "Deelname aan communities", "Leerlingenvervoer", "Er is een plaats voor u in Monitoring",
				"cop.ParticipationCertified", "/mijn-gegevens/gegevens.json").doesNotContain("Anna Voorbeeld", ANSWER);
		var file = app.get("deelnemer", "/mijn-gegevens/gegevens.json");
		assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"mijn-gegevens.json\"");
		assertThat(file.json().path("documents")).hasSameSizeAs(me.read("/api/v1/people/me/data").path("documents"));
		assertThat(app.get("", "/api/v1/people/me/data").status()).isEqualTo(401);
		assertThat(me.page("/deelname")).contains("/mijn-gegevens");
	}

	@Test
	void ofAListOnlyOnesOwnPartIsShown() {
		assertThat(OwnPart.of("""
				{"title": {"text": "T", "salt": "s"}, "members": ["a", "b"], "empty": [], "nested": {"list": [{"who": "b", "what": 1}], "day": "2020-01-01"},
				 "promises": [{"owner": {"id": "a"}, "deadline": {"phrase": "nu"}}, {"owner": {"id": "b"}}]}""", "a"))
				.isEqualTo(Map.of("title", "T", "members", List.of("a"), "nested", Map.of("day", "2020-01-01"), "promises",
						List.of(Map.of("owner", Map.of("id", "a"), "deadline", Map.of("phrase", "nu")))));
		assertThat(OwnPart.of("""
				{"ballots": [{"personId": "a", "dots": [{"theme": "x"}]}, {"personId": "b", "dots": [{"theme": "y"}]}]}""", "a"))
				.isEqualTo(Map.of("ballots", List.of(Map.of("personId", "a", "dots", List.of(Map.of("theme", "x"))))));
		assertThat(OwnPart.whole("{\"all\": [\"a\", {\"text\": \"T\", \"salt\": \"s\"}]}")).isEqualTo(Map.of("all", List.of("a", "T")));
	}

	private static JsonNode content(JsonNode documents, String kind) {
		return documents.valueStream().filter(document -> document.path("kind").asString().equals(kind)).findFirst().orElseThrow().path("content");
	}
}
