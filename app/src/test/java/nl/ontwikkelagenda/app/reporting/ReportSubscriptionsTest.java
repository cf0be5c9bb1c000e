package nl.ontwikkelagenda.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.paper.Conformance;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Reports on a schedule, by mail to who asked for them. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class ReportSubscriptionsTest {

	private static final String SUBSCRIPTIONS = "/api/v1/report-subscriptions";
	private static final Pattern STOP = Pattern.compile("https://agenda\\.regio\\.example(/voortgang/stoppen/[A-Za-z0-9_-]{43})");
	private static final Pattern READ = Pattern.compile("https://agenda\\.regio\\.example/voortgang\\?reportId=([0-9a-f-]{36})");

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final MakeScheduledReports making = app.context().getBean(MakeScheduledReports.class);
	private final SendMails sending = app.context().getBean(SendMails.class);
	private String partnership = "";
	private String partnershipId = "";

	@BeforeEach
	void aPartnershipInSeptember() {
		at("2018-09-03T08:00:00Z");
		partnership = app.partnership("Regio van vandaag");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		server.received();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	@Test
	void aReportOfEachMonthComesByMailOnceItHasEnded() {
		String mine = subscribe("secretaris", "MONTHLY");
		subscribe("deelnemer", "MONTHLY");
		action("Leraren tellen", "2018-09-24");
		app.context().getBean(SealEvents.class).run();
		at("2018-09-30T20:00:00Z");
		assertThat(mailed()).as("September is not over").isEmpty();
		at("2018-10-01T06:00:00Z");
		List<Received> october = mailed();
		assertThat(october).extracting(Received::to).containsExactlyInAnyOrder("secretaris@demo.example", "deelnemer@demo.example");
		assertThat(october).allSatisfy(mail -> {
			assertThat(mail.subject()).isEqualTo("Voortgang september 2018: Regio van vandaag");
			assertThat(mail.text()).contains("- 1 actie afgesproken", "- 1 actie loopt", "U krijgt dit bericht elke maand", "zit erbij als PDF");
			assertThat(mail.files()).singleElement().satisfies(file -> {
				assertThat(file.name()).isEqualTo("voortgang.pdf");
				assertThat(file.mediaType()).isEqualTo("application/pdf");
				assertThat(Conformance.faults(file.content())).isEmpty();
				assertThat(text(file.content())).contains("Voortgang: Regio van vandaag", "september 2018", "Leraren tellen", "Checkpoint van het logboek, met handtekening:");
			});
		});
		String report = found(READ, october.getFirst());
		JsonNode kept = app.get("deelnemer", "/api/v1/progress-reports/" + report).json();
		assertThat(kept.path("by").asString()).isEqualTo("job:MakeScheduledReports");
		assertThat(kept.path("period").toString()).contains("2018-09-01", "2018-09-30");
		assertThat(mailed()).as("the same hour again").isEmpty();
		List<JsonNode> taken = app.get(Running.ADMINISTRATOR, "/api/v1/audit/accesses?partnershipId=" + partnershipId + "&kind=EXPORTED").json().path("items").valueStream()
				.toList();
		assertThat(taken).extracting(access -> access.path("personId").asString()).containsExactlyInAnyOrder(DemoAccounts.SECRETARY.toString(),
				DemoAccounts.PARTICIPANT.toString());
		assertThat(taken).allSatisfy(access -> assertThat(access.path("scope").toString()).contains("\"command\":\"mail\"", report));
		at("2018-10-20T06:00:00Z");
		assertThat(mailed()).as("later in the month").isEmpty();
		action("Vervoer", "2018-10-22");
		at("2018-11-01T06:00:00Z");
		assertThat(mailed()).hasSize(2).allSatisfy(mail -> assertThat(mail.text()).contains("- 2 acties lopen (in het vorige verslag 1)"));
		assertThat(app.get("deelnemer", SUBSCRIPTIONS + "/" + mine).isProblem(404).status()).isEqualTo(404);
		assertThat(app.send("secretaris", "DELETE", SUBSCRIPTIONS + "/" + mine, null).status()).isEqualTo(200);
		at("2018-12-01T06:00:00Z");
		assertThat(mailed()).extracting(Received::to).containsExactly("deelnemer@demo.example");
	}

	@Test
	void aReportOfEachQuarterOfTheSchoolYear() {
		subscribe("secretaris", "SCHOOL_QUARTERLY");
		at("2018-10-31T20:00:00Z");
		assertThat(mailed()).isEmpty();
		at("2018-11-01T06:00:00Z");
		assertThat(mailed()).extracting(Received::subject).containsExactly("Voortgang 1e kwartaal 2018-2019: Regio van vandaag");
		at("2019-02-03T06:00:00Z");
		assertThat(mailed()).extracting(Received::subject).as("also when it was down on the first").containsExactly("Voortgang 2e kwartaal 2018-2019: Regio van vandaag");
	}

	@Test
	void theLinkInTheMailStopsItAfterAskingOnce() {
		subscribe("secretaris", "MONTHLY");
		at("2018-10-01T06:00:00Z");
		String stop = found(STOP, mailed().getFirst());
		Answer asked = app.get("", stop);
		assertThat(asked.status()).isEqualTo(200);
		assertThat(asked.body()).contains("Regio van vandaag", "elke maand", "Ja, stop deze mails");
		assertThat(own("secretaris")).as("opening the link stops nothing").isEqualTo(1);
		Answer stopped = press(asked, stop);
		assertThat(stopped.status()).isEqualTo(200);
		assertThat(stopped.body()).contains("gestopt");
		assertThat(own("secretaris")).isZero();
		assertThat(app.get("", stop).status()).isEqualTo(410);
		assertThat(app.get("", "/voortgang/stoppen/nonsense").status()).isEqualTo(410);
		at("2018-11-01T06:00:00Z");
		assertThat(mailed()).isEmpty();
	}

	@Test
	void twoInstancesAndRetriesGiveEachPersonOneMailAndOneReport() throws Exception {
		subscribe("secretaris", "MONTHLY");
		subscribe("deelnemer", "MONTHLY");
		at("2018-10-01T06:00:00Z");
		try (var instances = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = new ArrayList<>();
			for (int instance = 0; instance < 4; instance++) {
				all.add(instances.submit(making::run));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(mailed()).hasSize(2).extracting(Received::to).doesNotHaveDuplicates();
		assertThat(app.get("secretaris", "/api/v1/progress-reports?partnershipId=" + partnershipId).json().path("total").intValue()).isEqualTo(1);
	}

	@Test
	void whoMayNoLongerReadItGetsNothing() {
		subscribe("deelnemer", "MONTHLY");
		leave(DemoAccounts.PARTICIPANT.toString());
		at("2018-10-01T06:00:00Z");
		assertThat(mailed()).isEmpty();
	}

	@Test
	void whoLosesTheRightBeforeTheMailGoesGetsNoFile() {
		subscribe("deelnemer", "MONTHLY");
		at("2018-10-01T06:00:00Z");
		making.run();
		leave(DemoAccounts.PARTICIPANT.toString());
		assertThat(mailed()).isEmpty();
		assertThat(app.get(Running.ADMINISTRATOR, "/api/v1/outgoing-mails?state=FAILED").json().path("items").valueStream().map(mail -> mail.path("error").asString()))
				.contains("De ontvanger mag niet meer zien wat erbij hoort.");
	}

	@Test
	void subscribingTwiceIsOnceAndNonsenseIsRefused() {
		String first = subscribe("secretaris", "MONTHLY");
		assertThat(subscribe("secretaris", "MONTHLY")).isEqualTo(first);
		assertThat(subscribe("secretaris", "SCHOOL_QUARTERLY")).isNotEqualTo(first);
		assertThat(own("secretaris")).isEqualTo(2);
		app.post("secretaris", SUBSCRIPTIONS, body("WEEKLY")).isProblem(400);
		app.post("secretaris", SUBSCRIPTIONS, "{\"rhythm\": \"MONTHLY\"}").isProblem(400);
		app.post("auditor", SUBSCRIPTIONS, body("MONTHLY")).isProblem(400);
		app.post("", SUBSCRIPTIONS, body("MONTHLY")).isProblem(401);
		app.send("secretaris", "DELETE", SUBSCRIPTIONS + "/" + Running.unknownId(), null).isProblem(404);
	}

	private void leave(String person) {
		Answer taken = app.send(Running.ADMINISTRATOR, "DELETE", partnership + "/rights/" + person + "/PARTICIPANT", null);
		if (taken.status() == 404) {
			taken = app.post(Running.ADMINISTRATOR, partnership + "/departures", """
					{"personId": "%s", "leftOn": "2018-09-10"}""".formatted(person));
		}
		assertThat(taken.status()).as(taken.body()).isLessThan(300);
	}

	private static String text(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Answer press(Answer page, String path) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
		assertThat(token.find()).isTrue();
		String session = String.valueOf(page.header("Set-Cookie")).split(";")[0];
		return app.send("", "POST", path, "_csrf=" + token.group(1), "Content-Type", "application/x-www-form-urlencoded", "Cookie", session);
	}

	private int own(String user) {
		return (int) app.get(user, SUBSCRIPTIONS).json().path("items").valueStream().filter(one -> one.path("partnershipId").asString().equals(partnershipId)).count();
	}

	/** What arrives from this test's partnership when the jobs have done their work. */
	private List<Received> mailed() {
		making.run();
		sending.run();
		return server.received().stream().filter(mail -> !mail.text().contains("reportId") || isOwn(mail)).toList();
	}

	private boolean isOwn(Received mail) {
		return app.get(Running.ADMINISTRATOR, "/api/v1/progress-reports/" + found(READ, mail)).json().path("partnershipId").asString().equals(partnershipId);
	}

	private static String found(Pattern what, Received mail) {
		Matcher found = what.matcher(mail.text());
		assertThat(found.find()).as(mail.text()).isTrue();
		return found.group(1);
	}

	private String subscribe(String user, String rhythm) {
		Answer made = app.post(user, SUBSCRIPTIONS, body(rhythm));
		assertThat(made.status()).as(made.body()).isEqualTo(201);
		return made.json().path("reportSubscriptionId").asString();
	}

	private String body(String rhythm) {
		return "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}, \"rhythm\": \"%s\"}".formatted(partnershipId, rhythm);
	}

	private void action(String title, String day) {
		at(day + "T10:00:00Z");
		Answer made = app.post("secretaris", "/api/v1/actions", """
				{"partnershipId": "%s", "title": "%s", "agreedOn": "%s", "promises": [{"owner": {"kind": "TEAM", "name": "De werkgroep"}, "what": "Het doen", "of": "WORK"}]}"""
				.formatted(partnershipId, title, day));
		assertThat(made.status()).as(made.body()).isEqualTo(201);
	}

	private void at(String moment) {
		clock.standAt(Instant.parse(moment));
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
