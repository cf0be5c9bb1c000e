package nl.ontwikkelagenda.app.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a calendar program sees and sends, read with a parser that is not ours. */
class CalendarOverHttpTest {

	private static final Running APP = Running.application();
	private static final String PARTICIPANT = "deelnemer@school.example";

	private String partnership = "";
	private String partnershipId = "";
	private String body = "";

	@BeforeEach
	void a_table_of_which_the_participant_is_a_member() {
		partnership = APP.partnership("Regio met agenda");
		partnershipId = id(partnership);
		APP.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		APP.give(partnership, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		APP.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		body = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Ontwikkeltafel Grijs gebied"}""".formatted(partnershipId)));
		made("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "from": "2018-01-01"}""".formatted(DemoAccounts.PARTICIPANT));
		register(DemoAccounts.PARTICIPANT, PARTICIPANT);
		register(DemoAccounts.PROJECT_LEAD, "projectleider@gemeente.example");
	}

	@Test
	void a_moved_meeting_keeps_its_uid_and_a_cancelled_date_of_a_series_is_the_only_one_cancelled() {
		String series = made("/api/v1/meeting-series", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Tafeloverleg", "place": "Raadhuisplein 1, Huizen; zaal 2", "lastAnnounced": true, "dates": [
				 {"startsAt": "2030-03-29T12:00:00Z"}, {"startsAt": "2030-04-05T12:00:00Z"}, {"startsAt": "2030-10-25T12:00:00Z"}, {"startsAt": "2030-11-01T13:00:00Z"}]}"""
				.formatted(partnershipId, body));
		List<String> meetings = read(series + "/meetings?sort=plannedOn").path("items").valueStream().map(meeting -> meeting.path("meetingId").asString()).toList();
		made("/api/v1/meetings/" + meetings.get(1) + "/items", """
				{"title": "Terugkoppeling routekaart, en vragen", "minutes": 20}""");
		String feed = feed("deelnemer", "BODY", body);

		Map<String, VEvent> before = events(feed);
		assertThat(before).hasSize(4);
		assertThat(value(before.get(uid(meetings.get(0))), "DTSTART")).as("winter time until 31 March").isEqualTo("20300329T130000");
		assertThat(value(before.get(uid(meetings.get(1))), "DTSTART")).as("summer time").isEqualTo("20300405T140000");
		assertThat(value(before.get(uid(meetings.get(1))), "DTEND")).isEqualTo("20300405T160000");
		assertThat(value(before.get(uid(meetings.get(2))), "DTSTART")).as("summer time until 27 October").isEqualTo("20301025T140000");
		assertThat(value(before.get(uid(meetings.get(3))), "DTSTART")).as("winter time").isEqualTo("20301101T140000");
		assertThat(instant(before.get(uid(meetings.get(1))))).isEqualTo(Instant.parse("2030-04-05T12:00:00Z"));
		assertThat(instant(before.get(uid(meetings.get(3))))).isEqualTo(Instant.parse("2030-11-01T13:00:00Z"));
		assertThat(value(before.get(uid(meetings.get(1))), "LOCATION")).isEqualTo("Raadhuisplein 1, Huizen; zaal 2");
		assertThat(value(before.get(uid(meetings.get(1))), "DESCRIPTION")).isEqualTo("1. Terugkoppeling routekaart, en vragen (20 min.)");
		assertThat(value(before.get(uid(meetings.get(3))), "DESCRIPTION")).isEqualTo("Dit is de laatste bijeenkomst.");
		assertThat(before.values()).allSatisfy(event -> assertThat(value(event, "SEQUENCE")).isEqualTo("0"));

		made("/api/v1/meetings/" + meetings.get(0) + "/planning", """
				{"startsAt": "2030-04-02T12:00:00Z", "reason": "Zaal bezet"}""");
		made("/api/v1/meetings/" + meetings.get(2) + "/cancellation", """
				{"reason": "Herfstvakantie"}""");
		Map<String, VEvent> after = events(feed);
		assertThat(after).containsOnlyKeys(before.keySet());
		VEvent moved = after.get(uid(meetings.get(0)));
		assertThat(value(moved, "DTSTART")).isEqualTo("20300402T140000");
		assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
		assertThat(value(moved, "DESCRIPTION")).contains("Verplaatst van vrijdag 29 maart 2030 om 13:00: Zaal bezet");
		assertThat(value(after.get(uid(meetings.get(2))), "STATUS")).isEqualTo("CANCELLED");
		assertThat(value(after.get(uid(meetings.get(2))), "SEQUENCE")).isEqualTo("1");
		assertThat(value(after.get(uid(meetings.get(2))), "SUMMARY")).isEqualTo("Afgelast: Tafeloverleg");
		for (int other : List.of(1, 3)) {
			assertThat(String.valueOf(after.get(uid(meetings.get(other))))).as("untouched").isEqualTo(String.valueOf(before.get(uid(meetings.get(other)))));
		}
	}

	@Test
	void a_meeting_without_a_time_takes_the_day_and_one_that_was_held_stays() {
		String planned = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Heidag", "plannedOn": "2030-05-06"}""".formatted(partnershipId, body)));
		String held = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Werksessie", "happenedOn": {"from": "2018-09-24", "to": "2018-09-25"}}""".formatted(partnershipId, body)));
		Map<String, VEvent> events = events(feed("secretaris", "PARTNERSHIP", partnershipId));
		assertThat(value(events.get(uid(planned)), "DTSTART")).isEqualTo("20300506");
		assertThat(value(events.get(uid(planned)), "DTEND")).isEqualTo("20300507");
		assertThat(value(events.get(uid(held)), "DTSTART")).isEqualTo("20180924");
		assertThat(value(events.get(uid(held)), "DTEND")).isEqualTo("20180926");
		assertThat(value(events.get(uid(held)), "STATUS")).isEqualTo("CONFIRMED");
	}

	@Test
	void deadlines_are_all_day_and_only_ones_own_are_in_the_personal_feed() {
		String meeting = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Werksessie", "happenedOn": "2018-09-24"}""".formatted(partnershipId, body)));
		String action = id(made("/api/v1/meetings/" + meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Voorlichting", "promises": [
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Brief versturen", "deadline": {"phrase": "voor de kerstvakantie"}},
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Uitnodigen", "deadline": {"phrase": "in februari"}},
				 {"owner": {"kind": "TEAM", "name": "De schoolbesturen"}, "what": "Werven", "deadline": {"phrase": "dit schooljaar"}},
				 {"owner": {"kind": "TEAM", "name": "De schoolbesturen"}, "what": "Beginnen", "deadline": {"phrase": "vanaf januari"}},
				 {"owner": {"kind": "TEAM", "name": "De schoolbesturen"}, "what": "Blijven doen", "deadline": {"phrase": "doorlopend"}}]}"""
				.formatted(DemoAccounts.PARTICIPANT, DemoAccounts.PROJECT_LEAD)));
		made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Elders afgesproken", "agreedOn": "2018-10-01", "promises": [
				 {"owner": {"kind": "TEAM", "name": "De gemeenten"}, "what": "Iets anders", "deadline": {"phrase": "1 maart 2019"}}]}""".formatted(partnershipId));

		Map<String, VEvent> ofTable = bySummary(events(feed("secretaris", "BODY", body)));
		assertThat(ofTable).containsOnlyKeys("Werksessie", "Uiterlijk vandaag: Brief versturen", "Uitnodigen", "Vanaf vandaag: Werven", "Uiterlijk vandaag: Werven",
				"Vanaf vandaag: Beginnen");
		assertThat(days(ofTable.get("Uiterlijk vandaag: Brief versturen"))).isEqualTo("20181221-20181222");
		assertThat(days(ofTable.get("Uitnodigen"))).isEqualTo("20190201-20190301");
		assertThat(days(ofTable.get("Vanaf vandaag: Werven"))).isEqualTo("20180801-20180802");
		assertThat(days(ofTable.get("Uiterlijk vandaag: Werven"))).isEqualTo("20190731-20190801");
		assertThat(days(ofTable.get("Vanaf vandaag: Beginnen"))).isEqualTo("20190101-20190102");
		assertThat(value(ofTable.get("Uitnodigen"), "TRANSP")).isEqualTo("TRANSPARENT");
		assertThat(value(ofTable.get("Uitnodigen"), "DESCRIPTION"))
				.isEqualTo("Actie: Voorlichting\nEigenaar: Projectleider (demo)\nAfgesproken: in februari (donderdag 28 februari 2019)");

		String personal = feed("deelnemer", "PERSONAL", null);
		assertThat(summariesOf(personal, meeting, action)).containsExactlyInAnyOrder("Werksessie", "Uiterlijk vandaag: Brief versturen");
		assertThat(bySummary(events(feed("secretaris", "PARTNERSHIP", partnershipId)))).containsKey("Iets anders").hasSize(7);
		made("/api/v1/actions/" + action + "/completion", """
				{"result": "Gedaan"}""");
		assertThat(summariesOf(personal, meeting, action)).containsExactly("Werksessie");
	}

	@Test
	void the_personal_feed_has_meetings_one_is_invited_to_and_the_same_is_there_for_who_is_logged_in() {
		String invited = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Bestuurlijk overleg", "startsAt": "2030-06-03T07:00:00Z"}""".formatted(partnershipId)));
		String other = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Overleg van anderen", "startsAt": "2030-06-04T07:00:00Z"}""".formatted(partnershipId)));
		Instant before = Instant.now();
		made("/api/v1/meetings/" + invited + "/invitations", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT));
		Answer mine = APP.get("deelnemer", "/api/v1/calendar.ics");
		assertThat(mine.body()).contains(uid(invited)).doesNotContain(uid(other));
		String feed = feed("deelnemer", "PERSONAL", null);
		assertThat(APP.get("", feed).body()).isEqualTo(mine.body());
		assertThat(APP.get("deelnemer", "/api/v1/calendar.ics?asOf=" + before).body()).as("before the invitation").doesNotContain(uid(invited));
		assertThat(mine.body()).doesNotContain("ATTENDEE", "ORGANIZER", "mailto");
	}

	@Test
	void one_meeting_can_be_had_as_a_calendar() {
		String meeting = planned();
		String path = "/api/v1/meetings/" + meeting + "/calendar.ics";
		assertThat(events(APP.get("deelnemer", path))).containsOnlyKeys(uid(meeting));
		assertThat(APP.get("deelnemer", path).body()).doesNotContain("ATTENDEE");
		APP.get("auditor", path).isProblem(404);
		APP.get("deelnemer", path + "?asOf=2018-09-24").isProblem(404);
		APP.get("deelnemer", path, "Accept", "application/json").isProblem(406);
	}

	@Test
	void texts_are_escaped_and_folded_by_octets() {
		String title = "Coördinatie: één, twee; drieënzeventig \\\\ 🏫🤝 " + "ë".repeat(90) + "🏫".repeat(20);
		made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "%s", "startsAt": "2030-06-03T07:00:00Z"}""".formatted(partnershipId, body, title));
		Answer answer = APP.get("", feed("deelnemer", "BODY", body));
		assertThat(value(events(answer).values().iterator().next(), "SUMMARY")).isEqualTo(title.replace("\\\\", "\\"));
		assertThat(answer.body().replace("\r\n", "")).as("no bare line ends, no control characters").doesNotContainPattern("\\p{Cc}");
		for (String line : answer.body().split("\r\n")) {
			assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
		}
		assertThat(answer.body()).endsWith("END:VCALENDAR\r\n");
	}

	@Test
	void a_feed_is_fetched_without_logging_in_and_only_when_something_changed() {
		made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Overleg", "startsAt": "2030-06-03T07:00:00Z"}""".formatted(partnershipId, body));
		String feed = feed("deelnemer", "BODY", body);
		Answer first = APP.get("", feed);
		assertThat(first.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
		assertThat(first.header("Cache-Control")).contains("private").doesNotContain("no-store");
		String etag = String.valueOf(first.header("ETag"));
		Answer again = APP.get("", feed, "If-None-Match", etag);
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(APP.get("", feed).body()).as("the same state, the same bytes").isEqualTo(first.body());
		made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Nog een", "startsAt": "2030-06-05T07:00:00Z"}""".formatted(partnershipId, body));
		assertThat(APP.get("", feed, "If-None-Match", etag).status()).isEqualTo(200);
		int last = 200;
		for (int i = 0; i < 80 && last == 200; i++) {
			last = APP.get("", feed).status();
		}
		APP.get("", feed).isProblem(429);
	}

	@Test
	void an_address_is_shown_once_can_be_revoked_and_ends_with_the_rights_of_its_owner() {
		String key = Running.unknownId();
		String opening = """
				{"kind": "BODY", "subjectId": "%s"}""".formatted(body);
		Answer made = APP.post("deelnemer", "/api/v1/calendar-feeds", opening, "Idempotency-Key", key);
		assertThat(made.status()).isEqualTo(201);
		String location = String.valueOf(made.header("Location"));
		String address = made.json().path("address").asString();
		assertThat(address).matches("/calendars/[A-Za-z0-9_-]{43}\\.ics");
		assertThat(APP.get("deelnemer", location).body()).doesNotContain("address", "/calendars/");
		assertThat(APP.get("deelnemer", "/api/v1/calendar-feeds?pageSize=100").body()).contains(id(location)).doesNotContain("/calendars/");
		assertThat(APP.get("", address).status()).isEqualTo(200);

		Answer again = APP.post("deelnemer", "/api/v1/calendar-feeds", opening, "Idempotency-Key", key);
		assertThat(again.header("Location")).isEqualTo(location);
		APP.get("", address).isProblem(404);
		String renewed = again.json().path("address").asString();
		assertThat(APP.get("", renewed).status()).isEqualTo(200);
		APP.post("deelnemer", "/api/v1/calendar-feeds", """
				{"kind": "PERSONAL"}""", "Idempotency-Key", key).isProblem(422);

		APP.get("secretaris", location).isProblem(404);
		APP.send("secretaris", "DELETE", location, null).isProblem(404);
		String second = feed("deelnemer", "BODY", body);
		assertThat(APP.send("deelnemer", "DELETE", location, null).status()).isEqualTo(200);
		APP.get("", renewed).isProblem(404);
		APP.get("deelnemer", location).isProblem(404);

		assertThat(APP.get("", second).status()).isEqualTo(200);
		assertThat(APP.send("beheerder", "DELETE", partnership + "/rights/" + DemoAccounts.PARTICIPANT + "/PARTICIPANT", null).status()).isEqualTo(200);
		APP.get("", second).isProblem(404);
		APP.post("deelnemer", "/api/v1/calendar-feeds", opening).isProblem(404);
	}

	@Test
	void a_table_has_the_feed_of_its_body() {
		String agenda = made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Ontwikkelagenda", "openedOn": "2021-03-29"}""".formatted(partnershipId));
		String theme = id(made(agenda + "/themes", """
				{"title": "Grijs gebied", "raisedOn": "2021-03-29"}"""));
		String table = id(made("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Grijs gebied", "openedOn": "2021-04-01"}""".formatted(partnershipId, body, theme)));
		String meeting = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Tafel", "startsAt": "2030-06-03T07:00:00Z"}""".formatted(partnershipId, body)));
		assertThat(events(feed("deelnemer", "TABLE", table))).containsOnlyKeys(uid(meeting));
	}

	@Test
	void a_community_has_the_feed_of_its_body_and_is_in_the_calendar_of_who_takes_part() {
		String standsOn = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Poreuze randen"}""".formatted(partnershipId)));
		String community = made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Poreuze randen"}""".formatted(partnershipId, standsOn));
		String meeting = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Sessie 1", "startsAt": "2030-06-03T07:00:00Z"}""".formatted(partnershipId, standsOn)));
		assertThat(events(feed("secretaris", "COMMUNITY", id(community)))).containsOnlyKeys(uid(meeting));
		assertThat(APP.get("deelnemer", "/api/v1/calendar.ics").body()).doesNotContain(uid(meeting));
		made("/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "MUNICIPALITY", "perspective": "POLICY"}""".formatted(partnershipId, DemoAccounts.PARTICIPANT));
		made(community + "/enrolments", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT));
		assertThat(APP.get("deelnemer", "/api/v1/calendar.ics").body()).contains(uid(meeting));
	}

	@Test
	void what_is_no_feed_is_refused() {
		APP.post("deelnemer", "/api/v1/calendar-feeds", """
				{"kind": "BODY"}""").isProblem(400);
		APP.post("deelnemer", "/api/v1/calendar-feeds", """
				{"kind": "PERSONAL", "subjectId": "%s"}""".formatted(body)).isProblem(400);
		APP.post("auditor", "/api/v1/calendar-feeds", """
				{"kind": "BODY", "subjectId": "%s"}""".formatted(body)).isProblem(404);
		APP.post("deelnemer", "/api/v1/calendar-feeds", """
				{"kind": "TABLE", "subjectId": "%s"}""".formatted(body)).isProblem(404);
		for (String secret : List.of("x", "%00", "a".repeat(43), "a".repeat(5_000), "..%2f..%2fetc", "'; drop table register.calendar_feed; --".replace(" ", "%20"))) {
			assertThat(APP.get("", "/calendars/" + secret + ".ics").status()).as(secret).isIn(400, 404);
		}
	}

	@Test
	void a_reply_from_a_calendar_program_answers_the_invitation_once() {
		String meeting = planned();
		String invitation = made("/api/v1/meetings/" + meeting + "/invitations", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT));
		Answer request = APP.get("deelnemer", "/api/v1/meetings/" + meeting + "/invitation.ics");
		assertThat(request.body()).contains("METHOD:REQUEST", "PARTSTAT=NEEDS-ACTION");
		VEvent asked = events(request).get(uid(meeting));
		assertThat(value(asked, "ATTENDEE")).isEqualTo("mailto:" + PARTICIPANT);

		String yes = reply(uid(meeting), 0, "ATTENDEE;CN=\"Deelnemer: Jansen\";PARTSTAT=ACCEPTED:MAILTO:Deelnemer@school.example", "COMMENT:Ik kom\\, met de trein");
		Answer answered = replied("deelnemer", yes);
		assertThat(answered.status()).as(answered.body()).isEqualTo(201);
		assertThat(answered.header("Location")).isEqualTo(invitation);
		assertThat(answered.json().path("reply").asString()).isEqualTo("YES");
		assertThat(answered.json().path("note").asString()).isEqualTo("Ik kom, met de trein");
		assertThat(answered.json().path("byTheInvited").booleanValue()).isTrue();
		long events = APP.events();
		assertThat(replied("deelnemer", yes.replace("\r\n", "\n")).status()).as("again, with other line ends").isEqualTo(201);
		assertThat(APP.events()).isEqualTo(events);
		assertThat(APP.get("deelnemer", "/api/v1/meetings/" + meeting + "/invitation.ics").body()).contains("PARTSTAT=ACCEPTED");

		Answer tentative = replied("deelnemer", reply(uid(meeting), 0, "ATTENDEE;PARTSTAT=TENTATIVE:mailto:" + PARTICIPANT, "RECURRENCE-ID;TZID=Europe/Amsterdam:20300603T090000"));
		assertThat(tentative.json().path("reply").asString()).isEqualTo("MAYBE");
		Answer delegated = replied("deelnemer",
				reply(uid(meeting), 0, "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:projectleider@gemeente.example\":mailto:" + PARTICIPANT));
		assertThat(delegated.json().path("reply").asString()).isEqualTo("NO");
		assertThat(delegated.json().path("note").asString()).isEqualTo("Laat zich vervangen door @[" + DemoAccounts.PROJECT_LEAD + "].");
		Answer toNobody = replied("deelnemer", reply(uid(meeting), 0, "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\",\":mailto:" + PARTICIPANT));
		assertThat(toNobody.json().path("note").asString()).as(toNobody.body()).isEqualTo("Laat zich vervangen.");
	}

	@Test
	void nobody_replies_for_someone_else_but_the_secretary_may() {
		String meeting = planned();
		made("/api/v1/meetings/" + meeting + "/invitations", """
				{"personId": "%s"}""".formatted(DemoAccounts.PROJECT_LEAD));
		String reply = reply(uid(meeting), 0, "ATTENDEE;PARTSTAT=DECLINED:mailto:projectleider@gemeente.example");
		long events = APP.events();
		replied("deelnemer", reply).isProblem(403);
		replied("deelnemer", reply.replace("projectleider@", "niemand@")).isProblem(403);
		replied("auditor", reply).isProblem(404);
		replied("", reply).isProblem(401);
		replied("secretaris", reply.replace("projectleider@", "niemand@")).isProblem(409);
		replied("deelnemer", reply(uid(meeting), 0, "ATTENDEE;PARTSTAT=DECLINED:mailto:" + PARTICIPANT)).isProblem(409);
		assertThat(APP.events()).isEqualTo(events);
		Answer recorded = replied("secretaris", reply);
		assertThat(recorded.json().path("reply").asString()).isEqualTo("NO");
		assertThat(recorded.json().path("byTheInvited").booleanValue()).isFalse();
		APP.get("deelnemer", "/api/v1/meetings/" + meeting + "/invitation.ics").isProblem(404);
	}

	@Test
	void a_reply_to_an_earlier_date_is_refused_and_one_to_the_new_date_is_not() {
		String meeting = planned();
		made("/api/v1/meetings/" + meeting + "/invitations", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT));
		made("/api/v1/meetings/" + meeting + "/planning", """
				{"startsAt": "2030-06-10T07:00:00Z", "reason": "Pinksteren"}""");
		String attendee = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + PARTICIPANT;
		Answer old = replied("deelnemer", reply(uid(meeting), 0, attendee)).isProblem(409);
		assertThat(old.json().path("type").asString()).isEqualTo("/problems/a-reply-is-to-the-latest-invitation");
		assertThat(replied("deelnemer", reply(uid(meeting), 1, attendee)).status()).isEqualTo(201);
		made("/api/v1/meetings/" + meeting + "/cancellation", """
				{"reason": "Vervallen"}""");
		assertThat(APP.get("deelnemer", "/api/v1/meetings/" + meeting + "/invitation.ics").body()).contains("METHOD:CANCEL", "STATUS:CANCELLED");
		replied("deelnemer", reply(uid(meeting), 2, attendee)).isProblem(409);
	}

	@Test
	void a_reply_that_cannot_be_understood_says_what_is_wrong() {
		String meeting = planned();
		String good = reply(uid(meeting), 0, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + PARTICIPANT);
		long events = APP.events();
		assertThat(wrong(good.replace("METHOD:REPLY", "METHOD:REQUEST"))).containsExactly("METHOD");
		assertThat(wrong(good.replace("meeting-", "event-"))).containsExactly("UID");
		assertThat(wrong(good.replace("ACCEPTED", "NEEDS-ACTION"))).containsExactly("PARTSTAT");
		assertThat(wrong(good.replace("mailto:", "tel:"))).containsExactly("ATTENDEE");
		assertThat(wrong(good.replace("SEQUENCE:0", "SEQUENCE:-1").replace("ACCEPTED", "MISSCHIEN"))).containsExactlyInAnyOrder("SEQUENCE", "PARTSTAT");
		assertThat(wrong(good.replace("SEQUENCE:0", "RECURRENCE-ID:20300101T090000Z"))).containsExactly("RECURRENCE-ID");
		assertThat(wrong(good.replace("SEQUENCE:0", "COMMENT:a\u202eb"))).containsExactly("COMMENT");
		assertThat(wrong(good.replace("SEQUENCE:0", "COMMENT:a\u0007b"))).containsExactly("body");
		assertThat(wrong(good.replace("mailto:", "mailto:\u0000"))).containsExactly("body");
		assertThat(wrong(good.replace("END:VEVENT", "END:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT"))).containsExactly("VEVENT");
		assertThat(wrong(good.substring(0, good.length() / 2))).containsExactly("body");
		assertThat(wrong("{}")).containsExactly("body");
		assertThat(wrong("BEGIN:A\r\n".repeat(5_000))).containsExactly("body");
		assertThat(wrong(good + " ".repeat(70_000))).containsExactly("body");
		replied("deelnemer", good.replace(meeting, Running.unknownId())).isProblem(404);
		APP.post("deelnemer", "/api/v1/calendar-replies", good, "Content-Type", "text/plain").isProblem(415);
		assertThat(APP.events()).isEqualTo(events);
	}

	/** A reply as calendar programs write it. */
	static String reply(String uid, int sequence, String... lines) {
		return "BEGIN:VCALENDAR\r\nPRODID:-//Een programma//NL\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:" + sequence
				+ "\r\nDTSTAMP:20300101T120000Z\r\nORGANIZER:mailto:secretaris@regio.example\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
	}

	private String planned() {
		return id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Overleg", "startsAt": "2030-06-03T07:00:00Z"}""".formatted(partnershipId, body)));
	}

	private static Answer replied(String user, String calendar) {
		return APP.post(user, "/api/v1/calendar-replies", calendar, "Content-Type", "text/calendar; charset=UTF-8; method=REPLY");
	}

	private static List<String> wrong(String calendar) {
		return replied("deelnemer", calendar).isProblem(400).wrongFields();
	}

	private static void register(Object person, String email) {
		assertThat(APP.send("secretaris", "PATCH", "/api/v1/people/" + person, "{\"email\": \"" + email + "\"}").status()).isEqualTo(200);
	}

	private static String feed(String user, String kind, @Nullable String subject) {
		Answer made = APP.post(user, "/api/v1/calendar-feeds",
				subject == null ? "{\"kind\": \"" + kind + "\"}" : "{\"kind\": \"" + kind + "\", \"subjectId\": \"" + subject + "\"}");
		assertThat(made.status()).as(made.body()).isEqualTo(201);
		return made.json().path("address").asString();
	}

	private static Map<String, VEvent> events(String feed) {
		return events(APP.get("", feed));
	}

	private static Map<String, VEvent> events(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		try {
			Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
			assertThat(calendar.validate(true).hasErrors()).as(answer.body()).isFalse();
			return calendar.<VEvent>getComponents("VEVENT").stream().collect(Collectors.toMap(event -> value(event, "UID"), event -> event));
		} catch (Exception e) {
			throw new AssertionError(answer.body(), e);
		}
	}

	private static Map<String, VEvent> bySummary(Map<String, VEvent> events) {
		return events.values().stream().collect(Collectors.toMap(event -> value(event, "SUMMARY"), event -> event));
	}

	/** Of a personal feed, what is of this meeting and this action: other tests put in more. */
	private static List<String> summariesOf(String feed, String meeting, String action) {
		return events(feed).entrySet().stream().filter(event -> event.getKey().contains(meeting) || event.getKey().contains(action))
				.map(event -> value(event.getValue(), "SUMMARY")).toList();
	}

	private static String value(@Nullable VEvent event, String property) {
		return requireNonNull(event, property).getProperty(property).orElseThrow(() -> new AssertionError(property)).getValue();
	}

	private static Instant instant(@Nullable VEvent event) {
		return Instant.from(requireNonNull(event).<DtStart<ZonedDateTime>>getProperty("DTSTART").orElseThrow().getDate());
	}

	private static String days(@Nullable VEvent event) {
		return value(event, "DTSTART") + "-" + value(event, "DTEND");
	}

	private static String uid(String meeting) {
		return "meeting-" + meeting;
	}

	private static JsonNode read(String path) {
		return APP.get("secretaris", path).json();
	}

	private static String made(String path, String json) {
		Answer answer = APP.post("secretaris", path, json);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(201);
		return String.valueOf(answer.header("Location"));
	}

	private static String id(String location) {
		return location.substring(location.lastIndexOf('/') + 1);
	}
}
