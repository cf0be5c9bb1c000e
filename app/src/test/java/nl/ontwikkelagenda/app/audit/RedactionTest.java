package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.app.erasure.WholeDatabase;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text that should not have been recorded is gone at every moment and everywhere, and all that was ever proved still is. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class RedactionTest {

	private static final String SECRET = "Het gezin \"Voorbeeld\" uit de Dorpsstraat wacht";
	private static final String OTHER = "Een belemmering die blijft staan";
	private static final String PATH = "/api/v1/redactions";

	@TempDir private static Path directory;
	private Running app;
	private WholeDatabase database;
	private Client secretary;
	private String partnership = "";

	@BeforeAll
	void start() {
		app = Running.with("ontwikkelagenda.keys-directory=" + directory.resolve("keys"), "ontwikkelagenda.audit.directory=" + directory.resolve("ledger"),
				"ontwikkelagenda.audit.checkpoint-every=0s", "ontwikkelagenda.limits.burst=100000");
		database = new WholeDatabase(app);
		secretary = new Client(app, "secretaris");
		String path = app.partnership("Regio die lakt");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	private String barrier(String hinders) {
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(partnership));
		return secretary.made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "%s", "bodyId": "%s"}""".formatted(partnership, hinders.replace("\"", "\\\""), body));
	}

	private String redaction(String event, String pointer) {
		return """
				{"partnershipId": "%s", "eventId": "%s", "pointer": "%s", "ground": "NO_GROUND_TO_RECORD", "reason": "Herleidbaar tot een gezin"}""".formatted(partnership, event,
				pointer);
	}

	private JsonNode found(String words) {
		return secretary.read("/api/v1/recorded-texts?partnershipId=" + partnership + "&search=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).path("items");
	}

	private void seal() {
		app.context().getBean(SealEvents.class).run();
	}

	private byte[] bundle() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/api/v1/audit/bundles?partnershipId=" + partnership))
					.header("Authorization", Running.authorization("secretaris")).build(), BodyHandlers.ofByteArray()).body();
		}
	}

	private void verifies(byte[] bundle) throws IOException {
		List<VerifierKey> keys = app.get("", "/api/v1/audit/keys").json().path("items").valueStream().map(key -> VerifierKey.parse(key.path("verifierKey").asString())).toList();
		assertThat(new BundleVerifier(keys).verify(new ByteArrayInputStream(bundle))).isInstanceOf(BundleVerifier.Verdict.Good.class);
	}

	@Test
	void aRedactedTextIsGoneEverywhereAndEveryProofHolds() throws Exception {
		String barrier = barrier(SECRET);
		String before = Instant.now().toString();
		secretary.created(barrier + "/uptakes", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		seal();
		byte[] earlier = bundle();
		JsonNode text = found("dorpsstraat").get(0);
		assertThat(text.path("text").asString()).isEqualTo(SECRET);
		String event = text.path("eventId").asString();
		String pointer = text.path("pointer").asString();
		String leaf = secretary.read("/api/v1/audit/proofs/" + event).path("leafHash").asString();
		leaveInMailAndDeadLetter(event);
		assertThat(database.tablesWith(List.of("Dorpsstraat"))).hasSizeGreaterThan(4);

		app.post("deelnemer", PATH, redaction(event, pointer)).isProblem(403);
		app.get("deelnemer", "/api/v1/recorded-texts?search=dorpsstraat&partnershipId=" + partnership).isProblem(403);
		JsonNode made = secretary.created(PATH, redaction(event, pointer)).json();
		assertThat(made.path("personId").asString()).isEqualTo(DemoAccounts.SECRETARY.toString());
		assertThat(made.path("ground").asString()).isEqualTo("NO_GROUND_TO_RECORD");

		JsonNode now = secretary.read(barrier);
		assertThat(now.path("hinders").asString()).isEqualTo("[verwijderd]");
		assertThat(now.path("rule").asString()).isEqualTo("Jeugdwet");
		assertThat(now.path("status").asString()).isEqualTo("TAKEN_UP");
		JsonNode then = secretary.read(barrier + "?asOf=" + before);
		assertThat(then.path("hinders").asString()).isEqualTo("[verwijderd]");
		assertThat(then.path("status").asString()).isEqualTo("REPORTED");
		assertThat(secretary.read("/api/v1/barriers?search=Dorpsstraat").path("total").intValue()).isZero();
		assertThat(found("dorpsstraat")).isEmpty();
		assertThat(database.tablesWith(List.of("Dorpsstraat"))).isEmpty();
		assertThat(secretary.read("/api/v1/redactions?partnershipId=" + partnership).path("items")).hasSize(1);

		seal();
		verifies(earlier);
		verifies(bundle());
		assertThat(secretary.read("/api/v1/audit/proofs/" + event).path("leafHash").asString()).isEqualTo(leaf);
		assertThat(app.context().getBean(LedgerChecker.class).check()).isInstanceOf(Verdict.Sound.class);

		secretary.created(barrier + "/resolution", "{\"resolution\": \"LIFTED\", \"outcome\": \"Opgelost\"}");
		assertThat(secretary.read(barrier).path("hinders").asString()).isEqualTo("[verwijderd]");
		secretary.refused(PATH, redaction(event, pointer), "a-text-is-redacted-once");
		secretary.refused(PATH, redaction(event, "/barrierId"), "only-a-recorded-text-is-redacted");
		secretary.refused(PATH, redaction(Running.unknownId(), pointer), "only-a-recorded-text-is-redacted");
		assertThat(app.post("secretaris", PATH, redaction(event, "hinders")).isProblem(400).wrongFields()).containsExactly("pointer");
		assertThat(app.get("secretaris", "/api/v1/recorded-texts?search=ab&partnershipId=" + partnership).isProblem(400).wrongFields()).containsExactly("search");
	}

	private void leaveInMailAndDeadLetter(String event) {
		JdbcClient jdbc = database.owner();
		app.context().getBean(OutgoingMails.class).write(DemoAccounts.PARTICIPANT, "Melding", "Gemeld is: " + SECRET);
		jdbc.sql("""
				insert into register.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type, event_id, timestamp, payload_type, payload,
					enqueued_at) select 'planted', 'Planted', 'planted', 0, 'event', ?, '', payload_type, convert_to(payload::text, 'UTF8'), ''
				from log.domain_event where event_identifier = ?::uuid""").params(event, event).update();
	}

	@Test
	void whoReplacesATextHimselfIsFound() {
		barrier(OTHER);
		seal();
		JsonNode text = found("blijft staan").get(0);
		String event = text.path("eventId").asString();
		JdbcClient application = app.context().getBean(JdbcClient.class);
		assertThatThrownBy(() -> application.sql("update log.domain_event set payload = '{}' where event_identifier = ?::uuid").param(event).update())
				.isInstanceOf(DataAccessException.class);
		String stored = database.owner().sql("select payload::text from log.domain_event where event_identifier = ?::uuid").param(event).query(String.class).single();
		replace(event, """
				jsonb_set(payload, '{hinders}', jsonb_build_object('textDigest', encode(sha256(decode(payload #>> '{hinders,salt}', 'base64')
					|| convert_to(payload #>> '{hinders,text}', 'UTF8')), 'hex')))""");
		assertThat(app.context().getBean(LedgerChecker.class).check()).isInstanceOfSatisfying(Verdict.Broken.class,
				broken -> assertThat(broken.how()).contains("zonder dat is vastgelegd dat die is gelakt"));
		replace(event, "'" + stored.replace("'", "''") + "'::jsonb");
		assertThat(app.context().getBean(LedgerChecker.class).check()).isInstanceOf(Verdict.Sound.class);
	}

	private void replace(String event, String payload) {
		database.owner().sql("update log.domain_event set payload = " + payload + " where event_identifier = ?::uuid").param(event).update();
	}
}
