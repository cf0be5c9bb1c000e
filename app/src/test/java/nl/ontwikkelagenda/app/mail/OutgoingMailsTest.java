package nl.ontwikkelagenda.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.mail.MessagingException;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class OutgoingMailsTest {

	private static final String MAILS = "/api/v1/outgoing-mails";

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final OutgoingMails mails = app.context().getBean(OutgoingMails.class);
	private final SendMails sending = app.context().getBean(SendMails.class);
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);

	@BeforeEach
	void nothingWaits() {
		jdbc.sql("delete from register.outgoing_mail").update();
		clock.standAt(Instant.parse("2019-02-01T08:00:00Z"));
		server.received();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	@Test
	void aMailIsSentOnceAndItsTextIsForgotten() {
		OutgoingMailId mail = mails.write(DemoAccounts.SECRETARY, "Herinnering: één", "Beste secretaris,\nTot vrijdag €.\n");

		sending.run();
		sending.run();

		List<Received> received = server.received();
		assertThat(received).hasSize(1);
		assertThat(received.getFirst()).satisfies(one -> {
			assertThat(one.to()).isEqualTo("secretaris@demo.example");
			assertThat(one.from()).isEqualTo("Ontwikkelagenda <agenda@regio.example>");
			assertThat(one.subject()).isEqualTo("Herinnering: één");
			assertThat(one.text()).contains("Tot vrijdag €.");
			assertThat(one.messageId()).isEqualTo("<" + mail + "@regio.example>");
		});
		assertThat(shown(mail).path("state").asString()).isEqualTo("SENT");
		assertThat(jdbc.sql("select body is null from register.outgoing_mail where id = ?").param(mail.value()).query(Boolean.class).single()).isTrue();
	}

	@Test
	void whoIsOnlyKeptGetsNoMail() {
		app.post("deelnemer", "/api/v1/people/me/restriction", "{\"ground\": \"OBJECTION\"}");
		OutgoingMailId mail = mails.write(DemoAccounts.PARTICIPANT, "Herinnering", "Beste deelnemer");
		sending.run();
		app.send("deelnemer", "DELETE", "/api/v1/people/me/restriction", null);

		assertThat(server.received()).isEmpty();
		assertThat(shown(mail).path("state").asString()).isEqualTo("FAILED");
		assertThat(shown(mail).path("error").asString()).contains("beperkt");
	}

	@Test
	void administratorsSeeHowMailsFareAndNobodyElse() {
		mails.write(DemoAccounts.SECRETARY, "Herinnering", "Geheim");
		JsonNode listed = app.get(Running.ADMINISTRATOR, MAILS + "?state=WAITING").json();
		assertThat(listed.path("total").intValue()).isEqualTo(1);
		assertThat(listed.toString()).contains(DemoAccounts.SECRETARY.toString()).doesNotContain("Geheim", "@");
		assertThat(app.get(Running.ADMINISTRATOR, MAILS + "?state=FAILED").json().path("total").intValue()).isZero();
		app.get("secretaris", MAILS).isProblem(403);
		app.get("", MAILS).isProblem(401);
		app.get(Running.ADMINISTRATOR, MAILS + "?state=LOST").isProblem(400);
		app.get(Running.ADMINISTRATOR, MAILS + "/" + Running.unknownId()).isProblem(404);
	}

	@Test
	void whenTheServerIsAwayAMailWaitsLongerEachTimeAndGoesOutWhenItIsBack() {
		OutgoingMailId mail = mails.write(DemoAccounts.SECRETARY, "Herinnering", "Tekst");
		server.goDown();
		try {
			List<Duration> pauses = new ArrayList<>();
			for (int attempt = 0; attempt < 4; attempt++) {
				sending.run();
				Instant next = Instant.parse(shown(mail).path("nextAttemptAt").asString());
				pauses.add(Duration.between(clock.instant(), next));
				sending.run();
				assertThat(shown(mail).path("attempts").intValue()).as("not before its time").isEqualTo(attempt + 1);
				clock.standAt(next);
			}
			assertThat(pauses).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(16), Duration.ofMinutes(64));
			assertThat(shown(mail).path("error").asString()).contains("Connection refused").doesNotContain("@");
		} finally {
			server.comeBack();
		}
		sending.run();
		assertThat(server.received()).hasSize(1);
		assertThat(shown(mail).path("error").isMissingNode()).isTrue();
	}

	@Test
	void whatCannotBeSentForThreeDaysIsGivenUpAndCanBeTriedAgain() {
		OutgoingMailId mail = mails.write(DemoAccounts.SECRETARY, "Herinnering", "Tekst");
		server.goDown();
		try {
			for (int day = 0; day < 4; day++) {
				sending.run();
				clock.standAt(clock.instant().plus(Duration.ofDays(1)));
			}
		} finally {
			server.comeBack();
		}
		sending.run();
		assertThat(shown(mail).path("state").asString()).isEqualTo("FAILED");
		assertThat(shown(mail).path("error").asString()).isNotBlank();
		assertThat(server.received()).isEmpty();

		app.post("secretaris", MAILS + "/" + mail + "/attempts", "").isProblem(403);
		Running.Answer again = app.send(Running.ADMINISTRATOR, "POST", MAILS + "/" + mail + "/attempts", null);
		assertThat(again.status()).as(again.body()).isEqualTo(201);
		assertThat(again.json().path("state").asString()).isEqualTo("WAITING");
		assertThat(app.send(Running.ADMINISTRATOR, "POST", MAILS + "/" + mail + "/attempts", null).isProblem(409).json().path("detail").asString()).contains("wacht nog");
		sending.run();
		assertThat(server.received()).hasSize(1);
		app.send(Running.ADMINISTRATOR, "POST", MAILS + "/" + mail + "/attempts", null).isProblem(409);
	}

	@Test
	void whoHasNoAddressGetsNothingAndAdministratorsSeeWhy() {
		String location = String.valueOf(app.post(Running.ADMINISTRATOR, "/api/v1/people", """
				{"name": "Leraar Z", "function": "Leraar"}""").header("Location"));
		OutgoingMailId mail = mails.write(PersonId.of(location.substring(location.lastIndexOf('/') + 1)), "Herinnering", "Tekst");
		sending.run();
		assertThat(shown(mail).path("state").asString()).isEqualTo("FAILED");
		assertThat(shown(mail).path("error").asString()).isEqualTo("Van deze persoon is geen e-mailadres bekend.");
	}

	/** Killed after the mail server took it and before that was recorded: it comes again, and can be recognised. */
	@Test
	void aMailThatAnInstanceDiedOverIsSentAgainWhenItsClaimRunsOut() throws MessagingException {
		mails.write(DemoAccounts.SECRETARY, "Herinnering", "Tekst");
		app.context().getBean(Postman.class).bring(mails.claim().orElseThrow(), "secretaris@demo.example", null);

		sending.run();
		clock.standAt(clock.instant().plus(Duration.ofMinutes(5)));
		sending.run();
		List<Received> first = server.received();
		assertThat(first).as("claimed until the claim runs out, whatever the clock of this instance says").hasSize(1);

		jdbc.sql("update register.outgoing_mail set claimed_until = now()").update();
		sending.run();
		assertThat(server.received()).as("the same once more").isEqualTo(first);
		sending.run();
		assertThat(server.received()).isEmpty();
	}

	@Test
	void twoInstancesThatSendAtOnceSendEachMailOnce() throws Exception {
		for (int number = 0; number < 20; number++) {
			mails.write(DemoAccounts.SECRETARY, "Nummer " + number, "Tekst");
		}
		try (var senders = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = new ArrayList<>();
			for (int sender = 0; sender < 4; sender++) {
				all.add(senders.submit(sending::run));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(server.received()).hasSize(20).extracting(Received::subject).doesNotHaveDuplicates();
	}

	@Test
	void afterAMonthAMailIsForgotten() {
		OutgoingMailId mail = mails.write(DemoAccounts.SECRETARY, "Herinnering", "Tekst");
		sending.run();
		clock.standAt(clock.instant().plus(OutgoingMails.KEPT_FOR).plusSeconds(1));
		sending.run();
		assertThat(mails.find(mail)).isEmpty();
	}

	private JsonNode shown(OutgoingMailId mail) {
		return app.get(Running.ADMINISTRATOR, MAILS + "/" + mail).json();
	}
}
