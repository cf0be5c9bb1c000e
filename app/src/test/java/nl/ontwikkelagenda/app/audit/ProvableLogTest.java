package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.app.cli.Program;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reporting.ReportFormat;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.app.takeaway.Takeaways;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.Proofs;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor and a second partner can do with the log, over HTTP and on their own machine. */
@BesideOthers
class ProvableLogTest {

	private static final String AUDIT = "/api/v1/audit";
	private static final LocalDate FIRST_DAY = LocalDate.of(2018, 9, 24);
	/** RFC 1951, 3.2.3: the kind of block that is an error. */
	private static final byte NO_BLOCK = 0b110;
	private static final String SECRET = "Een tekst die nergens in een bundel staat";

	@TempDir private static Path directory;
	private static Running app;
	private static SealEvents sealer;
	private static JdbcClient database;
	private static String partnership = "";
	private static int organisations;

	@BeforeAll
	static void start() {
		app = Running.with("ontwikkelagenda.keys-directory=" + directory.resolve("keys"), "ontwikkelagenda.audit.directory=" + directory.resolve("ledger"),
				"ontwikkelagenda.audit.checkpoint-every=0s", "ontwikkelagenda.limits.burst=100000");
		sealer = app.context().getBean(SealEvents.class);
		database = app.context().getBean(JdbcClient.class);
		RecordingClock clock = app.context().getBean(RecordingClock.class);
		clock.standAt(FIRST_DAY.atStartOfDay(Today.AMSTERDAM).minusDays(1).toInstant());
		partnership = app.partnership("Gouwestreek");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		// one at the first moment of each day, and one at the last
		for (int i = 0; i < 20; i++) {
			LocalDate day = FIRST_DAY.plusDays(i / 2);
			clock.standAt(i % 2 == 0 ? Today.startOf(day) : Today.endOf(day));
			organisations(1);
		}
		clock.runAgain();
		sealer.run();
	}

	@AfterAll
	static void stop() {
		app.context().close();
	}

	private static void organisations(int number) {
		for (int i = 0; i < number; i++) {
			assertThat(app.post(Running.ADMINISTRATOR, partnership + "/organisations", """
					{"name": "%s %d", "sector": "EDUCATION", "joinedOn": "2018-01-01"}""".formatted(SECRET, organisations++)).status()).isEqualTo(201);
		}
	}

	private static String id() {
		return partnership.substring(partnership.lastIndexOf('/') + 1);
	}

	private static List<VerifierKey> keys() {
		return app.get("", AUDIT + "/keys").json().path("items").valueStream().map(key -> VerifierKey.parse(key.path("verifierKey").asString())).toList();
	}

	@Test
	void everyEventIsProvedInUnderFourKilobytes() throws Exception {
		JsonNode newest = app.get("", AUDIT + "/checkpoints/newest").json();
		SignedNote note = SignedNote.parse(newest.path("note").asString());
		assertThat(note.isSignedBy(keys())).isTrue();
		List<String> events = database.sql("select event_identifier::text from log.domain_event order by global_index limit ?").param(newest.path("size").intValue())
				.query(String.class).list();
		for (String event : events) {
			Answer answer = app.get("secretaris", AUDIT + "/proofs/" + event);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.body().length()).isLessThan(4096);
			JsonNode proof = answer.json();
			List<Hash> path = proof.path("path").valueStream().map(hash -> Hash.ofBase64(hash.asString())).toList();
			assertThat(leaf(proof)).as("made again from the fields of the proof").isEqualTo(proof.path("leafHash").asString());
			assertThat(app.get("projectleider", AUDIT + "/proofs/" + event).json().has("event")).as("to who may take no bundle").isFalse();
			JsonNode checkpoint = proof.path("checkpoint");
			assertThat(Proofs.includes(Hash.ofBase64(proof.path("leafHash").asString()), proof.path("index").longValue(), checkpoint.path("size").longValue(), path,
					Hash.ofBase64(checkpoint.path("root").asString()))).isTrue();
		}
		app.get("secretaris", AUDIT + "/proofs/" + Running.unknownId()).isProblem(404);
		app.get("secretaris", AUDIT + "/proofs/1").isProblem(400);
		app.get("", AUDIT + "/proofs/" + events.getFirst()).isProblem(401);
	}

	/** As audit-format.md says how. */
	private static String leaf(JsonNode proof) throws Exception {
		JsonNode event = proof.path("event");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(0);
			out.writeByte(1);
			out.writeLong(proof.path("index").longValue());
			out.writeUTF(proof.path("eventId").asString());
			out.writeUTF(event.path("aggregateId").asString());
			out.writeUTF(event.path("aggregateType").asString(""));
			out.writeLong(event.path("sequence").longValue());
			out.writeUTF(event.path("type").asString());
			out.writeUTF(event.path("revision").asString(""));
			out.writeLong(Instant.parse(event.path("recordedAt").asString()).toEpochMilli());
			out.write(Base64.getDecoder().decode(event.path("payloadDigest").asString()));
			out.write(Base64.getDecoder().decode(event.path("metadataDigest").asString()));
		}
		return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
	}

	@Test
	void whoeverWatchesNeedsNoAccount() {
		Answer note = app.get("", AUDIT + "/checkpoints/newest", "Accept", "text/plain");
		assertThat(note.header("Content-Type")).startsWith("text/plain");
		assertThat(SignedNote.parse(note.body()).isSignedBy(keys())).isTrue();
		JsonNode listed = app.get("", AUDIT + "/checkpoints?pageSize=1").json();
		assertThat(listed.path("items").get(0).path("note").asString()).isEqualTo(note.body());
		long size = listed.path("items").get(0).path("size").longValue();
		assertThat(app.get("", AUDIT + "/consistency?from=3&to=" + size).status()).isEqualTo(200);
		assertThat(app.get("", AUDIT + "/consistency?from=0&to=" + size).isProblem(400).wrongFields()).containsExactly("from");
		assertThat(app.get("", AUDIT + "/consistency?from=1&to=" + (size + 1)).isProblem(400).wrongFields()).containsExactly("to");
		app.get("", AUDIT + "/bundles?partnershipId=" + id()).isProblem(401);
		app.get("", "/api/v1/partnerships").isProblem(401);
	}

	@Test
	void checkpointsLieOutsideTheDatabaseAndKeysAreTheirOwnersOnly() throws IOException {
		List<SignedNote> notes = app.context().getBean(CheckpointFile.class).read(app.context().getBean(Ledger.class).name());
		assertThat(notes).isNotEmpty().allMatch(note -> note.isSignedBy(keys()));
		try (var files = Files.list(directory.resolve("keys"))) {
			for (Path key : files.filter(file -> file.getFileName().toString().startsWith("ontwikkelagenda-")).toList()) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
			}
		}
		assertThat(app.context().getBean(LedgerChecker.class).check()).isInstanceOf(Verdict.Sound.class);
	}

	@Test
	void aBundleIsVerifiedWithoutTheApplicationAndTellsNoTexts() throws Exception {
		byte[] bundle = bundle("secretaris", "?partnershipId=" + id());
		assertThat(new BundleVerifier(keys()).verify(new ByteArrayInputStream(bundle))).isInstanceOfSatisfying(BundleVerifier.Verdict.Good.class,
				good -> assertThat(good.events()).isEqualTo(database.sql("select count(*) from log.domain_event where aggregate_identifier = ?").param(id())
						.query(Long.class).single()));
		List<String> names = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
				assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain(SECRET);
			}
		}
		assertThat(names).containsExactly("audit-format.md", "checkpoint.txt", "events.jsonl", "bundle.json");

		Path file = Files.write(directory.resolve("bundle.zip"), bundle);
		assertThat(run("verify", file.toString(), "--key", keys().getFirst().toString())).isEqualTo("0 OK");
		Files.write(file, BundleLines.changed(bundle, 3, line -> line.replace("\"role\":\"", "\"role\":\"X")));
		assertThat(said("verify", file.toString(), "--key", keys().getFirst().toString())).startsWith("1 FOUT bij feit 3 van de bundel: Feit ")
				.contains("is niet zoals het is vastgelegd, of zijn bewijs klopt niet.");
		bundle[new String(bundle, StandardCharsets.ISO_8859_1).indexOf("events.jsonl") + "events.jsonl".length()] = NO_BLOCK;
		Files.write(file, bundle);
		assertThat(said("verify", file.toString(), "--key", keys().getFirst().toString())).startsWith("1 FOUT in de bundel als geheel: ");
		assertThat(run("verify", file.toString(), "--key", "geen+sleutel")).startsWith("2");
		assertThat(run("verify", directory.resolve("elders.zip").toString(), "--key", keys().getFirst().toString())).startsWith("2");
		assertThat(said("verify", directory.toString(), "--key", keys().getFirst().toString())).startsWith("2 Het bestand ").contains("kan niet worden gelezen");
	}

	/** Days as the Netherlands have them, that cut through the life of the partnership. */
	@Test
	void aBundleOfAPeriodHoldsExactlyWhatWasRecordedInIt() throws Exception {
		String third = FIRST_DAY.plusDays(2).toString();
		String fourth = FIRST_DAY.plusDays(3).toString();
		List<JsonNode> period = lines("&from=" + third + "&to=" + fourth);
		assertThat(period).hasSize(4).allSatisfy(line -> assertThat(line.path("sequence").intValue()).isPositive());
		assertThat(ids(period)).isEqualTo(recorded(third, FIRST_DAY.plusDays(4).toString()));
		assertThat(ids(lines("&to=" + third))).isEqualTo(recorded("2018-01-01", fourth)).hasSizeGreaterThan(6);
		assertThat(ids(lines("&from=" + FIRST_DAY.plusDays(9) + "&to=" + FIRST_DAY.plusDays(30)))).isEqualTo(recorded(FIRST_DAY.plusDays(9).toString(), "2018-12-01")).hasSize(2);
		assertThat(lines("&from=2018-01-01&to=2018-01-31")).isEmpty();
	}

	private static List<JsonNode> lines(String period) throws Exception {
		byte[] bundle = bundle("secretaris", "?partnershipId=" + id() + period);
		List<JsonNode> lines = BundleLines.of(bundle);
		assertThat(new BundleVerifier(keys()).verify(new ByteArrayInputStream(bundle))).isInstanceOfSatisfying(BundleVerifier.Verdict.Good.class,
				good -> assertThat(good.events()).isEqualTo(lines.size()));
		return lines;
	}

	private static List<String> ids(List<JsonNode> lines) {
		return lines.stream().map(line -> line.path("eventId").asString()).toList();
	}

	/** @param before the day after the last */
	private static List<String> recorded(String from, String before) {
		return database.sql("""
				select event_identifier::text from log.domain_event where aggregate_identifier = ? and time_stamp >= ?::timestamp at time zone 'Europe/Amsterdam'
				and time_stamp < ?::timestamp at time zone 'Europe/Amsterdam' order by global_index""").params(id(), from, before).query(String.class).list();
	}

	@Test
	void bundlesAreForAuditorsAndSecretariesAndItIsRecordedWhoTookThem() throws Exception {
		app.get(Running.ADMINISTRATOR, AUDIT + "/bundles?partnershipId=" + id()).isProblem(403);
		app.get("projectleider", AUDIT + "/bundles?partnershipId=" + id()).isProblem(403);
		app.get("secretaris", AUDIT + "/bundles?partnershipId=" + Running.unknownId()).isProblem(404);
		assertThat(app.get("secretaris", AUDIT + "/bundles").isProblem(400).wrongFields()).containsExactly("partnershipId");
		assertThat(app.get("secretaris", AUDIT + "/bundles?from=2020-01-02&to=2020-01-01&partnershipId=" + id()).isProblem(400).wrongFields()).containsExactly("to");
		bundle("secretaris", "?to=2001-01-01&partnershipId=" + id());
		JsonNode accesses = app.get(Running.ADMINISTRATOR, AUDIT + "/accesses?kind=BUNDLE_EXPORTED&partnershipId=" + id()).json().path("items");
		assertThat(accesses.get(0).path("personId").asString()).isEqualTo(DemoAccounts.SECRETARY.toString());
		assertThat(accesses.get(0).path("kind").asString()).isEqualTo("BUNDLE_EXPORTED");
		assertThat(accesses.get(0).path("scope").path("to").asString()).isEqualTo("2001-01-01");
	}

	@Test
	void aSecondPartnerWatchesAndSeesAFork() throws Exception {
		String log = "http://127.0.0.1:" + app.port();
		String state = directory.resolve("witness").toString();
		assertThat(run("witness", "--log", log, "--key", keys().getLast().toString(), "--state", state)).isEqualTo("0 Uw");
		organisations(3);
		sealer.run();
		assertThat(run("witness", "--log", log, "--key", keys().getLast().toString(), "--state", state)).isEqualTo("0 OK");
		Path seen = Path.of(state, "seen.txt");
		SignedNote cosigned = SignedNote.parse(Files.readString(seen));
		VerifierKey witness = VerifierKey.parse(Files.readAllLines(Path.of(state, "witness.key")).getFirst());
		assertThat(cosigned.signatures()).hasSizeGreaterThan(1);
		assertThat(cosigned.isSignedBy(List.of(witness))).isTrue();

		List<String> lines = new ArrayList<>(Files.readAllLines(seen));
		lines.set(2, Hash.of(new byte[Hash.LENGTH]).base64());
		Files.write(seen, lines);
		assertThat(run("witness", "--log", log, "--key", keys().getLast().toString(), "--state", state)).isEqualTo("1 FOUT");
		assertThat(Files.readString(Path.of(state, "fork.txt"))).contains(Hash.of(new byte[Hash.LENGTH]).base64(), cosigned.text().lines().findFirst().orElseThrow());
		assertThat(run("witness", "--log", log, "--key", "x+00000000+AAAA", "--state", state)).startsWith("2");
	}

	@Test
	void afterARotationBothKeysSign() {
		VerifierKey before = keys().getFirst();
		VerifierKey made = app.context().getBean(KeyRotation.class).rotate();
		organisations(1);
		sealer.run();
		SignedNote newest = SignedNote.parse(app.get("", AUDIT + "/checkpoints/newest", "Accept", "text/plain").body());
		assertThat(newest.isSignedBy(List.of(before))).isTrue();
		assertThat(newest.isSignedBy(List.of(made))).isTrue();
		assertThat(keys()).startsWith(made, before);
	}

	/** Over the API, on pages and from the command line; those that go by mail and certificates are tested where they are made, and that there is no other way is a rule of the house. */
	@Test
	void everyPdfHasTheNewestCheckpointOnItAsItWasSigned() throws Exception {
		Map<String, byte[]> papers = new TreeMap<>();
		for (String path : List.of("/api/v1/partnerships/" + id() + "/action-list?format=pdf", "/api/v1/reports/progress?format=pdf&partnershipId=" + id(),
				"/api/v1/histories/" + id() + "?format=pdf", "/geschiedenis/" + id() + "/feiten.pdf", "/mijn-gegevens/gegevens.pdf")) {
			papers.put(path, file("secretaris", path, "application/pdf"));
		}
		Takeaways takeaways = app.context().getBean(Takeaways.class);
		Account secretary = app.context().getBean(Accounts.class).find("secretaris").orElseThrow();
		PartnershipId region = PartnershipId.of(id());
		Path report = directory.resolve("voortgang.pdf");
		takeaways.report(secretary, region.value(), null, null, null, ReportFormat.PDF, report);
		papers.put("the command report", Files.readAllBytes(report));
		List<Path> exported = new ArrayList<>();
		takeaways.export(secretary, region, null, directory.resolve("alles"), exported::add);
		for (Path file : exported.stream().filter(file -> file.toString().endsWith(".pdf")).toList()) {
			papers.put("the command export: " + file.getFileName(), Files.readAllBytes(file));
		}
		assertThat(papers).hasSizeGreaterThanOrEqualTo(8);
		String newest = app.get("", AUDIT + "/checkpoints/newest", "Accept", "text/plain").body();
		for (Map.Entry<String, byte[]> paper : papers.entrySet()) {
			SignedNote printed = printed(FileText.of("paper.pdf", paper.getValue()).orElseThrow());
			assertThat(printed.isSignedBy(keys())).as(paper.getKey()).isTrue();
			assertThat(printed.toString()).as(paper.getKey()).isEqualTo(newest);
		}
	}

	/** As audit-format.md says how to read it. */
	private static SignedNote printed(String paper) {
		List<String> lines = paper.lines().map(String::strip).dropWhile(line -> !line.startsWith("Checkpoint van het logboek")).skip(1).filter(line -> !line.isEmpty()).toList();
		String text = lines.stream().takeWhile(line -> !line.startsWith("\u2014")).collect(Collectors.joining("\n", "", "\n"));
		String signatures = lines.stream().dropWhile(line -> !line.startsWith("\u2014")).takeWhile(line -> line.startsWith("\u2014")).collect(Collectors.joining("\n", "", "\n"));
		return SignedNote.parse(text + "\n" + signatures);
	}

	private static byte[] bundle(String user, String question) throws Exception {
		return file(user, AUDIT + "/bundles" + question, "application/zip");
	}

	private static byte[] file(String user, String path, String type) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
					.header("Authorization", Running.authorization(user)).build(), BodyHandlers.ofByteArray());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type")).contains(type);
			return answer.body();
		}
	}

	/** Exit code and first word. */
	private static String run(String... arguments) {
		String[] words = said(arguments).split("[ :\n]", 3);
		return words[0] + " " + words[1];
	}

	/** Exit code and all that is said. */
	private static String said(String... arguments) {
		StringWriter said = new StringWriter();
		int code = Program.commandLine(ProvableLogTest.class).setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(arguments);
		return code + " " + said;
	}
}
