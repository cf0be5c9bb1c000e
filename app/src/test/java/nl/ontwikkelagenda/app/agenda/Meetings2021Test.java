package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The kick-off of 29 March 2021, published on 23 April, and the development table that met on 15 September and for the last time on 27 October, as their secretary recorded
 * them.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Meetings2021Test {

	private static final String SECRETARY = "secretaris";
	private static final String MEETINGS = "/api/v1/meetings";
	private static final String GREY_AREA = "Ontwikkeltafel Grijs gebied tussen onderwijs en jeugdhulp";
	private static final String MIDTERM = "https://www.aanpakmetandereogen.nl/media/filer_public/d2/11/midterm_maart_2021_met_andere_ogen.pdf";

	/** Its own, because a moment can be asked for only in a log that was recorded in the order of its moments. */
	private final Running app = Running.with();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private String partnership = "";
	private String plenary = "";
	private String table = "";
	private String kickOff = "";
	private String series = "";
	private String june = "";
	private String september = "";
	private String october = "";
	private String monitor = "";

	@BeforeAll
	void thePartnershipInTheAchterhoek() {
		at("2021-02-15T09:00:00Z");
		String path = app.partnership("Verbinding tussen Onderwijs en Jeugdhulp in de Achterhoek");
		partnership = id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		plenary = body("PLENARY", "Plenaire bijeenkomst");
		table = body("TABLE", GREY_AREA);
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	@Test
	@Order(1)
	void theKickOffIsPlannedAndPeopleAreInvited() {
		kickOff = location(MEETINGS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Startbijeenkomst Ontwikkelagenda Onderwijs Jeugdhulp", "plannedOn": "2021-03-22"}""".formatted(partnership,
				plenary));
		created(kickOff + "/planning", """
				{"plannedOn": "2021-03-29", "reason": "De zaal was bezet."}""");
		JsonNode moved = read(kickOff);
		assertThat(moved.path("plannedOn").asString()).isEqualTo("2021-03-29");
		assertThat(moved.path("earlierDates").get(0).path("plannedOn").asString()).isEqualTo("2021-03-22");

		String invitation = location(kickOff + "/invitations", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT));
		String lead = location(kickOff + "/invitations", """
				{"personId": "%s"}""".formatted(DemoAccounts.PROJECT_LEAD));
		assertThat(app.post("deelnemer", lead + "/answers", """
				{"reply": "NO"}""").isProblem(403).json().path("detail").asString()).contains("secretaris");
		Answer yes = app.post("deelnemer", invitation + "/answers", """
				{"reply": "YES", "note": "Ik neem een collega mee."}""");
		assertThat(yes.status()).as(yes.body()).isEqualTo(201);
		assertThat(yes.json().path("byTheInvited").booleanValue()).isTrue();
		created(lead + "/answers", """
				{"reply": "YES"}""");
		assertThat(read(kickOff + "/invitations?reply=YES").path("total").intValue()).isEqualTo(2);
	}

	@Test
	@Order(2)
	void itsAgendaHasTheFeedbackTheGuestSpeakerAndTheGroups() {
		String development = location(kickOff + "/items", """
				{"title": "Opstellen en aanvullen van de ontwikkelagenda", "minutes": 60}""");
		location(kickOff + "/items", """
				{"title": "Met andere ogen", "minutes": 30, "before": "%s",
				 "introducedBy": {"description": "gastspreker", "organisation": "adviesbureau BMC"}}""".formatted(id(development)));
		String feedback = location(kickOff + "/items", """
				{"title": "Terugkoppeling Onderwijs-Jeugdhulparrangementen en routekaart", "minutes": 20, "introducedBy": {"personId": "%s"}}""".formatted(
				DemoAccounts.PROJECT_LEAD));
		created(feedback + "/planning", """
				{"before": "%s"}""".formatted(read(kickOff + "/items?sort=place").path("items").get(0).path("itemId").asString()));
		assertThat(read(kickOff + "/items?sort=place").path("items").valueStream().map(item -> item.path("title").asString())).containsExactly(
				"Terugkoppeling Onderwijs-Jeugdhulparrangementen en routekaart", "Met andere ogen", "Opstellen en aanvullen van de ontwikkelagenda");
		assertThat(read("/api/v1/items?search=adviesbureau").path("total").intValue()).isEqualTo(1);

		at("2021-03-29T12:00:00Z");
		created(kickOff + "/holding", """
				{"happenedOn": "2021-03-29"}""");
		for (JsonNode item : read(kickOff + "/items").path("items")) {
			created("/api/v1/items/" + item.path("itemId").asString() + "/treatment");
		}
		for (String subject : List.of("Grijze gebied", "Missie en visie", "Monitor Onderwijs-Jeugdhulp", "Pilots samenwerking (speciaal) onderwijs en zorg / jeugdhulp")) {
			String group = location(kickOff + "/groups", """
					{"name": "%s"}""".formatted(subject));
			created(group + "/reports", """
					{"text": "Wat is er nodig om de samenwerking te versterken? Dat bespraken wij voor %s."}""".formatted(subject));
		}
		assertThat(read(kickOff + "/groups?search=monitor").path("items").get(0).path("reports").get(0).path("text").asString()).contains("versterken");
	}

	@Test
	@Order(3)
	void heldPublishedAndRecordedAreThreeDates() {
		at("2021-04-23T08:00:00Z");
		assertThat(app.post(SECRETARY, kickOff + "/publication", """
				{"publishedOn": "2021-04-24"}""").isProblem(400).wrongFields()).as("tomorrow").containsExactly("publishedOn");
		created(kickOff + "/publication", """
				{"publishedOn": "2021-04-23"}""");
		JsonNode shown = read(kickOff);
		assertThat(shown.path("happenedOn").path("from").asString()).isEqualTo("2021-03-29");
		assertThat(shown.path("publication").path("publishedOn").asString()).isEqualTo("2021-04-23");
		assertThat(shown.path("recordedAt").asString()).isEqualTo("2021-03-29T12:00:00Z");
		assertThat(shown.path("publication").path("recordedAt").asString()).isEqualTo("2021-04-23T08:00:00Z");
		assertThat(read(kickOff + "?asOf=2021-04-01").has("publication")).as("on 1 April nothing was published").isFalse();
	}

	@Test
	@Order(4)
	void theTableGetsASeriesWithAnAnnouncedLastMeeting() {
		at("2021-05-10T09:00:00Z");
		series = location("/api/v1/meeting-series", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "%s", "dates": [{"plannedOn": "2021-06-16"}, {"startsAt": "2021-09-08T13:30:00+02:00"},
				 {"plannedOn": "2021-10-27"}]}""".formatted(partnership, table, GREY_AREA));
		List<String> meetings = read(series + "/meetings?sort=plannedOn").path("items").valueStream().map(meeting -> MEETINGS + "/" + meeting.path("meetingId").asString())
				.toList();
		assertThat(meetings).as("every date is a meeting as soon as the series is planned").hasSize(3);
		june = meetings.get(0);
		september = meetings.get(1);
		october = meetings.get(2);
		assertThat(read(MEETINGS + "?bodyId=" + table + "&last=true").path("items").get(0).path("plannedOn").asString()).isEqualTo("2021-10-27");

		created(september + "/planning", """
				{"startsAt": "2021-09-15T13:30:00+02:00", "reason": "Schoolreis."}""");
		assertThat(days()).as("moving one moves only that one").containsExactly("2021-06-16", "2021-09-15", "2021-10-27");
	}

	@Test
	@Order(5)
	void whatIsNotTreatedGoesToTheNextMeetingOnWhicheverDate() {
		at("2021-06-16T12:00:00Z");
		String goals = location(june + "/items", """
				{"title": "Doelstellingen formuleren"}""");
		monitor = location(june + "/items", """
				{"title": "Interprofessioneel samenwerken", "minutes": 30}""");
		created(june + "/holding", """
				{"happenedOn": "2021-06-16"}""");
		created(goals + "/treatment");
		created(june + "/closing");
		JsonNode carried = read(monitor);
		assertThat(carried.path("status").asString()).isEqualTo("CARRIED_OVER");
		assertThat(carried.path("carriedTo").path("meetingId").asString()).isEqualTo(id(september));
		JsonNode there = read(september + "/items").path("items").get(0);
		assertThat(there.path("title").asString()).isEqualTo("Interprofessioneel samenwerken");
		assertThat(there.path("carriedFrom").path("itemId").asString()).isEqualTo(id(monitor));
		refused(june + "/items", """
				{"title": "Te laat"}""", "a-closed-meeting-stays-closed");
	}

	@Test
	@Order(6)
	void theTableOfFifteenSeptemberDiscussesItsSourcesAndKeepsMinutes() {
		at("2021-09-15T12:00:00Z");
		assertThat(app.post(SECRETARY, september + "/holding", """
				{"happenedOn": "2021-09-16"}""").isProblem(400).wrongFields()).as("tomorrow").containsExactly("happenedOn");
		created(september + "/holding", """
				{"happenedOn": "2021-09-15"}""");
		created(september + "/attendance", """
				{"personId": "%s"}""".formatted(DemoAccounts.PROJECT_LEAD));
		created(september + "/attendance", """
				{"personId": "%s", "presence": "REPRESENTED", "representedBy": "%s"}""".formatted(DemoAccounts.PARTICIPANT, DemoAccounts.PROJECT_LEAD));
		assertThat(read(september).path("headcount").toString()).isEqualTo("{\"present\":1,\"apologies\":0,\"represented\":1}");
		String item = read(september + "/items").path("items").get(0).path("itemId").asString();
		created("/api/v1/items/" + item + "/treatment");
		created(september + "/sources", """
				{"title": "Midterm Met Andere Ogen", "address": "%s", "consultedOn": "2021-09-10", "itemId": "%s"}""".formatted(MIDTERM, item));
		created(september + "/sources", """
				{"title": "Community of Practice ‘Interprofessioneel samenwerken’",
				 "address": "https://www.aanpakmetandereogen.nl/media/filer_public/03/2e/mao_interprofessioneel_samenwerken_cop.pdf"}""");
		assertThat(read(september + "/sources?sort=consultedOn").path("items").get(0).path("address").asString()).isEqualTo(MIDTERM);
		created(september + "/outcomes", """
				{"kind": "INFORMATION", "title": "Twee doelstellingen", "text": "We moeten elkaar beter leren kennen en dezelfde taal spreken."}""");
		created(september + "/minutes", """
				{"text": "Na de zomervakantieperiode is de ontwikkeltafel Grijs gebied opnieuw bijeengekomen. De tafel komt 27 oktober 2021 voor de laatste keer bijeen."}""");
		created(september + "/minutes", """
				{"itemId": "%s", "text": "Er is een vertaalslag van de theorie naar de praktijk gemaakt."}""".formatted(item));
		created(september + "/minutes/recording", "{}");
		assertThat(read(september).path("minutes").path("status").asString()).isEqualTo("RECORDED");
		assertThat(read("/api/v1/minutes?search=vertaalslag").path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(7)
	void theLastMeetingAdoptsTheMinutesOfTheOneBefore() {
		refused(september + "/adoption", """
				{"meetingId": "%s"}""".formatted(id(october)), "minutes-are-adopted-at-a-later-held-meeting");
		at("2021-10-27T12:00:00Z");
		created(october + "/holding", """
				{"happenedOn": "2021-10-27"}""");
		refused(september + "/adoption", """
				{"meetingId": "%s"}""".formatted(id(kickOff)), "minutes-are-adopted-by-the-same-body");
		created(september + "/adoption", """
				{"meetingId": "%s"}""".formatted(id(october)));
		JsonNode minutes = read(september).path("minutes");
		assertThat(minutes.path("adoptedOn").asString()).isEqualTo("2021-10-27");
		assertThat(minutes.path("adoptedAt").asString()).isEqualTo(id(october));
		refused(september + "/outcomes", """
				{"kind": "DECISION", "title": "Toch nog iets"}""", "adopted-minutes-are-frozen");
		refused(september + "/attendance", """
				{"personId": "%s", "presence": "APOLOGIES"}""".formatted(DemoAccounts.SECRETARY), "adopted-minutes-are-frozen");
	}

	@Test
	@Order(8)
	void whatWasWrongIsCorrectedBesideTheOldText() {
		String part = read(september + "/minutes?search=zomervakantieperiode").path("items").get(0).path("partId").asString();
		at("2021-11-01T09:00:00Z");
		created("/api/v1/minutes/" + part + "/corrections", """
				{"text": "Na de zomervakantie is de ontwikkeltafel opnieuw bijeengekomen.", "reason": "Leesbaarder"}""");
		JsonNode corrected = read("/api/v1/minutes/" + part);
		assertThat(corrected.path("text").asString()).startsWith("Na de zomervakantieperiode");
		assertThat(corrected.path("corrections").get(0).path("text").asString()).startsWith("Na de zomervakantie is");
		created(september + "/attendance/corrections", """
				{"personId": "%s", "presence": "APOLOGIES", "reason": "Was niet vertegenwoordigd"}""".formatted(DemoAccounts.PARTICIPANT));
		JsonNode attendance = read(september).path("attendance").valueStream().filter(row -> row.path("personId").asString().equals(DemoAccounts.PARTICIPANT.toString()))
				.findFirst().orElseThrow();
		assertThat(attendance.path("corrections").get(0).path("was").asString()).isEqualTo("REPRESENTED");
	}

	@Test
	@Order(9)
	void theMinutesOfTheLastMeetingAreAdoptedInWriting() {
		at("2021-11-03T09:00:00Z");
		created(october + "/minutes", """
				{"text": "De ontwikkeltafel kwam voor de laatste keer bijeen."}""");
		created(october + "/minutes/recording", "{}");
		refused(october + "/adoption", "{}", "minutes-are-sent-round-first");
		created(october + "/minutes/circulation", """
				{"objectionsUntil": "2021-11-17"}""");
		refused(october + "/adoption", "{}", "the-term-for-objections-has-passed");
		assertThat(app.post(SECRETARY, october + "/adoption", """
				{"adoptedOn": "2021-11-18"}""").isProblem(400).wrongFields()).as("a day that is still to come").containsExactly("adoptedOn");
		at("2021-11-10T09:00:00Z");
		Answer objected = app.post("deelnemer", october + "/objections", """
				{"text": "Ik stond niet bij de aanwezigen."}""");
		assertThat(objected.status()).as(objected.body()).isEqualTo(201);
		at("2021-11-18T09:00:00Z");
		refused(october + "/adoption", "{}", "objections-are-settled-first");
		String objection = objected.json().path("minutes").path("objections").get(0).path("objectionId").asString();
		created(october + "/objections/" + objection + "/settlement", """
				{"how": "Toegevoegd aan de aanwezigen."}""");
		created(october + "/adoption", "{}");
		JsonNode minutes = read(october).path("minutes");
		assertThat(minutes.path("status").asString()).isEqualTo("ADOPTED");
		assertThat(minutes.path("adoptedOn").asString()).isEqualTo("2021-11-18");
		assertThat(minutes.has("adoptedAt")).isFalse();
	}

	@Test
	@Order(10)
	void aSeriesIsExtendedCancelledInPartAndGetsAnotherLastMeeting() {
		at("2021-11-20T09:00:00Z");
		String open = location(MEETINGS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Extra tafel", "plannedOn": "2021-12-01"}""".formatted(partnership, table));
		created(open + "/announcement", "{}");
		String wait = location(open + "/items", """
				{"title": "Adviesnotitie voor het AO Jeugd"}""");
		refused("/api/v1/meeting-series", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Vervolg", "dates": [{"plannedOn": "2022-01-12"}]}""".formatted(partnership, table), "another-last-has-a-reason");
		created(series + "/extensions", """
				{"dates": [{"plannedOn": "2022-01-12"}, {"plannedOn": "2022-02-09"}], "reason": "De adviesnotitie is nog niet klaar."}""");
		assertThat(read(open).path("last").booleanValue()).as("one last meeting at a time").isFalse();
		JsonNode last = read(MEETINGS + "?bodyId=" + table + "&last=true&status=PLANNED").path("items");
		assertThat(last.valueStream().map(meeting -> meeting.path("plannedOn").asString())).containsExactly("2022-02-09");
		assertThat(last.get(0).path("announcement").path("reason").asString()).contains("adviesnotitie");

		created(open + "/cancellation", """
				{"reason": "Te weinig aanmeldingen."}""");
		assertThat(days()).as("cancelling one leaves the others").containsExactly("2021-06-16", "2021-09-15", "2021-10-27", "2022-01-12", "2022-02-09");
		JsonNode carried = read(wait);
		assertThat(read(MEETINGS + "/" + carried.path("carriedTo").path("meetingId").asString()).path("plannedOn").asString()).isEqualTo("2022-01-12");
	}

	@Test
	@Order(11)
	void anItemThatWaitsComesOntoTheAgendaOfAMeetingThatIsPlannedLater() {
		String body = body("OFFICIAL", "AO Jeugd");
		String first = location(MEETINGS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "AO Jeugd", "happenedOn": "2021-11-19"}""".formatted(partnership, body));
		String advice = location(first + "/items", """
				{"title": "Adviesnotitie Grijs gebied"}""");
		created(first + "/closing");
		assertThat(read("/api/v1/items?bodyId=" + body + "&status=WAITING").path("items").get(0).path("itemId").asString()).isEqualTo(id(advice));
		String second = location(MEETINGS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "AO Jeugd", "plannedOn": "2021-12-17"}""".formatted(partnership, body));
		assertThat(read(second + "/items").path("items").get(0).path("carriedFrom").path("itemId").asString()).isEqualTo(id(advice));
		assertThat(read(advice).path("carriedTo").path("meetingId").asString()).isEqualTo(id(second));
	}

	@Test
	@Order(12)
	void aChosenIdNeverShowsWhatBelongsToOthers() {
		at("2021-11-22T09:00:00Z");
		String elsewhere = app.partnership("Elders");
		app.give(elsewhere, DemoAccounts.PROJECT_LEAD, "SECRETARY");
		Answer planned = app.post("projectleider", MEETINGS, """
				{"partnershipId": "%s", "title": "Geheim overleg", "happenedOn": "2021-11-20"}""".formatted(id(elsewhere)));
		String outcome = UUID.randomUUID().toString();
		assertThat(app.post("projectleider", planned.header("Location") + "/outcomes", """
				{"id": "%s", "kind": "DECISION", "title": "Geheim besluit"}""".formatted(outcome)).status()).isEqualTo(201);
		Answer guessed = app.post(SECRETARY, june + "/outcomes", """
				{"id": "%s", "kind": "DECISION", "title": "Zelfde id"}""".formatted(outcome));
		assertThat(guessed.body()).doesNotContain("Geheim");
		assertThat(app.get("projectleider", "/api/v1/outcomes/" + outcome).json().path("title").asString()).isEqualTo("Geheim besluit");
	}

	@Test
	@Order(13)
	void whatIsStoredIsWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	private void at(String moment) {
		clock.standAt(Instant.parse(moment));
	}

	private String body(String kind, String name) {
		return id(location("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "%s", "name": "%s"}""".formatted(partnership, kind, name)));
	}

	private List<String> days() {
		return read(series + "/meetings?sort=plannedOn").path("items").valueStream().map(meeting -> meeting.path("plannedOn").asString()).toList();
	}

	private String location(String path, String body) {
		return String.valueOf(created(path, body).header("Location"));
	}

	private void created(String path) {
		Answer answer = app.send(SECRETARY, "POST", path, null);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(201);
	}

	private Answer created(String path, String body) {
		Answer answer = app.post(SECRETARY, path, body);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(201);
		return answer;
	}

	private void refused(String path, String body, String rule) {
		assertThat(app.post(SECRETARY, path, body).isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
