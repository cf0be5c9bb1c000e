package nl.ontwikkelagenda.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.audit.CheckpointSubscriptions;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.cli.Program;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor does in the browser to convince himself, and a witness to help him. */
@BesideOthers
class ProofPageTest {

	private static final String AUDIT = "/api/v1/audit";

	private static final MailServer MAILS = new MailServer();
	private static final Duration DAY = Duration.ofDays(1);

	@TempDir private static Path directory;
	private static Running app;
	private static Client auditor;
	private static Client administrator;
	private static Client participant;
	private static String partnership = "";

	@BeforeAll
	static void start() {
		app = MAILS.application("ontwikkelagenda.keys-directory=" + directory.resolve("keys"), "ontwikkelagenda.audit.directory=" + directory.resolve("ledger"),
				"ontwikkelagenda.audit.checkpoint-every=0s", "ontwikkelagenda.limits.burst=100000");
		auditor = new Client(app, "auditor");
		administrator = new Client(app, Running.ADMINISTRATOR);
		participant = new Client(app, "deelnemer");
		partnership = app.partnership("Gouwestreek");
		app.give(partnership, DemoAccounts.AUDITOR, "AUDITOR");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		seal();
	}

	@AfterAll
	static void stop() {
		app.context().close();
		MAILS.close();
	}

	private static void seal() {
		app.context().getBean(SealEvents.class).run();
	}

	@Test
	void anAuditorSeesHowItIsAndTakesProofAlong() {
		String page = auditor.page("/controle");
		JsonNode newest = auditor.read(AUDIT + "/checkpoints/newest");
		JsonNode key = auditor.read(AUDIT + "/keys").path("items").get(0);
		assertThat(page).contains(newest.path("root").asString(), key.path("keyId").asString(), "-checkpoints.txt",
				"Controleer alle feiten");
		assertThat(auditor.page("/controle/checkpoints")).contains(newest.path("size").asString() + " feiten");

		String event = JdbcClient.create(app.database().owner()).sql("select event_identifier::text from log.domain_event order by global_index limit 1").query(String.class)
				.single();
		assertThat(auditor.page("/controle/bewijs/" + event)).contains("Het bewijs klopt<").contains("/controle/bewijs/" + event + ".json");
		assertThat(app.get("auditor", "/controle/bewijs/" + event + ".json").json().path("index").longValue()).isZero();
		assertThat(app.get("auditor", "/controle/bewijs/" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(auditor.page("/geschiedenis/" + Client.id(partnership))).containsPattern("href=\"/controle/bewijs/[0-9a-f-]{36}\"");

		Answer bundle = app.get("auditor", "/controle/bundel.zip?subject=PARTNERSHIP/" + Client.id(partnership) + "&from=&to=");
		assertThat(bundle.status()).isEqualTo(200);
		assertThat(bundle.header("Content-Type")).isEqualTo("application/zip");
		assertThat(auditor.page("/controle/inzage?kind=BUNDLE_EXPORTED")).contains("Nam een bewijsbundel mee", Client.id(partnership));
		Answer wrong = app.get("auditor", "/controle/bundel.zip?subject=&from=2020-02-30&to=", "Accept", "text/html");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("Kies waarvan u bewijs wilt.", "Kies een bestaande dag.");
	}

	@Test
	void whoIsNoAuditorSeesDigestsOnly() {
		assertThat(participant.page("/controle")).contains("Hoe het ervoor staat").doesNotContain("Controleer alle feiten", "Maak de bundel", "Bekijk de lijst",
				"Voeg de getuige toe");
		assertThat(app.get("deelnemer", "/controle/bundel.zip?subject=PARTNERSHIP/" + Client.id(partnership), "Accept", "text/html").status()).isEqualTo(403);
		assertThat(app.get("deelnemer", "/controle/inzage?partnershipId=" + Client.id(partnership), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(participant.submit("/controle", "/controle/controles", Map.of()).status()).isEqualTo(403);
		app.send("deelnemer", "POST", AUDIT + "/checks", null).isProblem(403);
		assertThat(auditor.submit("/controle", "/controle/getuigen", Map.of("verifierKey", "x")).status()).isEqualTo(403);
	}

	@Test
	void anAuditorHasEverythingCheckedAndReadsWhichFactFails() {
		assertThat(checked()).contains("In orde", "zijn zoals ze zijn vastgelegd");
		TestDatabase database = app.database();
		JdbcClient superuser = JdbcClient.create(database.owner());
		long third = superuser.sql("select global_index from log.domain_event order by global_index offset 2 limit 1").query(Long.class).single();
		superuser.sql("update log.domain_event set time_stamp = time_stamp - interval '1 day' where global_index = ?").param(third).update();
		try {
			assertThat(checked()).contains("Niet in orde", "Feit 3 ", "niet meer zoals het is vastgelegd");
			JsonNode latest = auditor.read(AUDIT + "/checks").path("items").get(0);
			assertThat(latest.path("state").asString()).isEqualTo("BROKEN");
			assertThat(latest.path("finding").path("number").intValue()).isEqualTo(3);
			assertThat(auditor.page("/controle")).contains("Niet in orde");
		} finally {
			superuser.sql("update log.domain_event set time_stamp = time_stamp + interval '1 day' where global_index = ?").param(third).update();
		}
		app.context().getBean("checkLedgerDaily", RecurringJob.class).run();
		JsonNode nightly = auditor.read(AUDIT + "/checks").path("items").get(0);
		assertThat(nightly.path("state").asString()).isEqualTo("SOUND");
		assertThat(nightly.has("askedBy")).isFalse();
		assertThat(nightly.path("checked").longValue()).isEqualTo(nightly.path("total").longValue()).isPositive();
	}

	/** The page of a new check, when it is done. */
	private static String checked() {
		Answer begun = auditor.submit("/controle", "/controle/controles", Map.of());
		assertThat(begun.status()).as(begun.body()).isEqualTo(303);
		String path = String.valueOf(begun.header("Location")).replaceFirst("https?://[^/]+", "");
		Answer page = app.get("auditor", path, "Accept", "text/html");
		for (int i = 0; i < 300 && page.header("Refresh") != null; i++) {
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			page = app.get("auditor", path, "Accept", "text/html");
		}
		return page.body();
	}

	@Test
	void theNewestCheckpointComesByMailOnceADayWhileThereIsNews() {
		RecordingClock clock = app.context().getBean(RecordingClock.class);
		Instant today = clock.instant();
		try {
			news();
			assertThat(mailed()).as("nobody asked for it").isEmpty();
			assertThat(auditor.submit("/controle", "/controle/abonnement", Map.of("aan", "ja")).status()).isEqualTo(303);
			assertThat(auditor.page("/controle")).contains("U krijgt het nieuwste checkpoint één keer per dag per mail");
			Checkpoint first = checkpoint(mailed());
			assertThat(mailed()).as("an hour later").isEmpty();
			news();
			assertThat(mailed()).as("more news on the same day").isEmpty();

			clock.standAt(today.plus(DAY));
			Checkpoint second = checkpoint(mailed());
			assertThat(second.size()).isGreaterThan(first.size());
			clock.standAt(today.plus(DAY.multipliedBy(2)));
			assertThat(mailed()).as("the next day, without news").isEmpty();

			clock.runAgain();
			news();
			assertThat(auditor.submit("/controle", "/controle/abonnement", Map.of()).status()).isEqualTo(303);
			assertThat(auditor.read(AUDIT + "/subscriptions/me").path("daily").booleanValue()).isFalse();
			clock.standAt(today.plus(DAY.multipliedBy(3)));
			assertThat(mailed()).as("he does not want it any more").isEmpty();
		} finally {
			clock.runAgain();
		}
	}

	private static void news() {
		administrator.created(partnership + "/organisations", """
				{"name": "Gemeente Nieuwland", "sector": "MUNICIPALITY", "joinedOn": "2018-01-01"}""");
		seal();
	}

	private static List<Received> mailed() {
		app.context().getBean(CheckpointSubscriptions.class).run();
		app.context().getBean(SendMails.class).run();
		return MAILS.received();
	}

	/** In the one mail, as audit-format.md says where it stands; signed, and the newest. */
	private static Checkpoint checkpoint(List<Received> mails) {
		assertThat(mails).hasSize(1);
		Received mail = mails.getFirst();
		assertThat(mail.to()).isEqualTo("auditor@demo.example");
		String text = mail.text().replace("\r\n", "\n");
		SignedNote note = SignedNote.parse(text.substring(text.indexOf("\n\n") + 2).stripTrailing() + "\n");
		assertThat(note.isSignedBy(auditor.read(AUDIT + "/keys").path("items").valueStream().map(key -> VerifierKey.parse(key.path("verifierKey").asString())).toList())).isTrue();
		assertThat(note.toString()).isEqualTo(app.get("", AUDIT + "/checkpoints/newest", "Accept", "text/plain").body());
		Checkpoint checkpoint = Checkpoint.parse(note.text());
		assertThat(mail.subject()).contains(checkpoint.size() + " feiten");
		return checkpoint;
	}

	@Test
	void aWitnessSignsForEverybodyToSee() throws Exception {
		String log = "http://127.0.0.1:" + app.port();
		String key = auditor.read(AUDIT + "/keys").path("items").get(0).path("verifierKey").asString();
		Path state = directory.resolve("witness");
		// before he is known his signature is not taken, and what he found holds all the same
		assertThat(witness("--log", log, "--key", key, "--state", state.toString(), "--name", "partner", "--publish")).startsWith("0")
				.contains("niet aangenomen (antwoord 400)");
		String own = Files.readAllLines(state.resolve("witness.key")).getFirst();
		assertThat(administrator.submit("/controle", "/controle/getuigen", Map.of("verifierKey", key)).status()).isEqualTo(400);
		assertThat(administrator.submit("/controle", "/controle/getuigen", Map.of("verifierKey", own)).status()).isEqualTo(303);
		assertThat(auditor.page("/controle")).contains("partner", "Heeft nog niets ondertekend");
		Client.refused(app.post(Running.ADMINISTRATOR, AUDIT + "/witnesses", "{\"verifierKey\": \"" + own + "\"}"), "a-witness-is-added-once");
		app.post("auditor", AUDIT + "/witnesses", "{\"verifierKey\": \"" + own + "\"}").isProblem(403);

		assertThat(witness("--log", log, "--key", key, "--state", state.toString(), "--publish")).startsWith("0").doesNotContain("niet aangenomen");
		JsonNode seen = app.get("", AUDIT + "/witnesses").json().path("items").get(0);
		assertThat(seen.path("latest").path("size").longValue()).isEqualTo(auditor.read(AUDIT + "/checkpoints/newest").path("size").longValue());
		assertThat(auditor.page("/controle")).contains("Ondertekende het laatst");
		String note = Files.readString(state.resolve("seen.txt"));
		Answer again = app.post("", AUDIT + "/cosignatures", json(note));
		assertThat(again.status()).isEqualTo(201);
		assertThat(app.get("", String.valueOf(again.header("Location"))).json()).isEqualTo(again.json());

		assertThat(app.post("", AUDIT + "/cosignatures", json(note.replaceFirst("\n[0-9]+\n", "\n1\n"))).isProblem(400).wrongFields()).containsExactly("note");
		assertThat(app.post("", AUDIT + "/cosignatures", json(note.substring(0, note.lastIndexOf('\u2014')))).isProblem(400).wrongFields()).containsExactly("note");
		assertThat(app.post("", AUDIT + "/cosignatures", json("niets")).isProblem(400).wrongFields()).containsExactly("note");

		String id = seen.path("witnessId").asString();
		assertThat(administrator.submit("/controle", "/controle/getuigen/" + id + "/intrekken", Map.of()).status()).isEqualTo(303);
		assertThat(app.post("", AUDIT + "/cosignatures", json(note)).isProblem(400).wrongFields()).containsExactly("note");
		assertThat(auditor.page("/controle")).contains("Kijkt niet meer mee", "Ondertekende het laatst");
	}

	private static String json(String note) {
		return "{\"note\": \"" + note.replace("\n", "\\n") + "\"}";
	}

	private static String witness(String... arguments) {
		StringWriter out = new StringWriter();
		String[] all = new String[arguments.length + 1];
		all[0] = "witness";
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		int code = Program.commandLine(ProofPageTest.class).setOut(new PrintWriter(out)).setErr(new PrintWriter(out)).execute(all);
		return code + " " + out;
	}
}
