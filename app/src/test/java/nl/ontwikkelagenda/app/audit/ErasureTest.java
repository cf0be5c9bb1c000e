package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.HeardLines;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.app.erasure.WholeDatabase;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.sealing.KeepSealed;
import nl.ontwikkelagenda.app.sealing.OpenedRegisters;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.SigningKey;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Of a hundred people who are erased no name, address or number is left, and everything else can be read and proved as before. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class ErasureTest {

	private static final int PEOPLE = 100;
	/** Each redaction takes its time: one in so many is also in files, the library and earlier versions; in registers, mails and dead letters all are. Every night all are everywhere. */
	private static final int EACH = 20;
	/** Of who is also there: two barriers, the title and an address of a library item, the title and the name of a file, and the title of an action. */
	private static final int MENTIONS = 7;

	@TempDir private static Path directory;
	private Running app;
	private WholeDatabase database;
	private Client secretary;
	private Client administrator;
	private String partnership = "";
	private String body = "";
	private final List<ILoggingEvent> logged = new CopyOnWriteArrayList<>();
	private final AutoCloseable listening = HeardLines.by(logged::add);

	/** Somebody who was planted: his id and everything that tells who he is. */
	private record Planted(String id, String name, String email, String phone) {

		List<String> words() {
			return Stream.concat(Stream.of(name, email, digits().substring(1)), groupings().stream()).toList();
		}

		/** His number as people write it. */
		List<String> groupings() {
			String digits = digits();
			String own = digits.substring(1);
			return List.of(phone, digits.substring(0, 3) + "-" + digits.substring(3),
					"+31 " + own.substring(0, 2) + " " + own.substring(2, 5) + " " + own.substring(5, 7) + " " + own.substring(7),
					"0031 (0)" + own.substring(0, 2) + "/" + own.substring(2, 5) + "." + own.substring(5),
					"(" + digits.substring(0, 3) + ") " + own.substring(2, 5) + " - " + own.substring(5));
		}

		private String digits() {
			return phone.replace(" ", "");
		}
	}

	@BeforeAll
	void start() {
		app = Running.with("ontwikkelagenda.keys-directory=" + directory.resolve("keys"), "ontwikkelagenda.audit.directory=" + directory.resolve("ledger"),
				"ontwikkelagenda.audit.checkpoint-every=0s", "ontwikkelagenda.limits.burst=100000");
		database = new WholeDatabase(app);
		secretary = new Client(app, "secretaris");
		administrator = new Client(app, Running.ADMINISTRATOR);
	}

	/** Each in its own, so that the first page of every list is of whom it is about. */
	@BeforeEach
	void found(TestInfo test) {
		String path = app.partnership("Regio die vergeet, " + test.getDisplayName());
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(partnership));
	}

	@AfterAll
	void stop() throws Exception {
		listening.close();
		app.context().close();
	}

	private Planted plant(String first, int number) {
		String name = first + " Proefpersoon" + number;
		String email = first.toLowerCase(Locale.ROOT) + number + "@school.example.org";
		String phone = String.format(Locale.ROOT, "085 %03d %04d", 100 + number, 9000 + number);
		String id = secretary.id("/api/v1/people", """
				{"name": "%s", "function": "Leraar", "email": "%s", "phone": "%s"}""".formatted(name, email, phone));
		return new Planted(id, name, email, phone);
	}

	private String barrier(String hinders) {
		return secretary.made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "%s", "bodyId": "%s"}""".formatted(partnership, hinders, body));
	}

	/** His name in one text, his address and number in another, in other capitals and grouping; and a row in every register. */
	private List<String> mention(Planted person) {
		plantInRegisters(person);
		secretary.created("/api/v1/bodies/" + body + "/seats", "{\"personId\": \"" + person.id() + "\", \"role\": \"MEMBER\"}");
		assertThat(app.context().getBean(Accounts.class).invite("account" + person.id(), PersonId.of(person.id()), person.email(), false)).isTrue();
		database.owner().sql("""
				with registered as (insert into register.registration (id, partnership_id, name, function, email, sector, perspective, token_hash, written_at, expires_at)
					values (gen_random_uuid(), :partnership::uuid, decode('00000000', 'hex') || convert_to(:name, 'UTF8'), decode('00000000', 'hex'),
						decode('00000000', 'hex') || convert_to(:email, 'UTF8'), 'EDUCATION', 'PRACTICE', sha256(:person::text::bytea), now(), now() + interval '1 day'))
				insert into register.idempotency (actor, key, fingerprint, status, resource, position) values ('person:' || :person, :name, '', 201, '/', 0)""")
				.param("name", person.name()).param("email", person.email()).param("person", person.id()).param("partnership", partnership).update();
		for (PersonId to : List.of(PersonId.of(person.id()), DemoAccounts.SECRETARY)) {
			app.context().getBean(OutgoingMails.class).write(to, "Voor " + person.name(), "Bel " + person.name() + " op " + String.join(" of ", person.groupings()));
		}
		return List.of(barrier("Gemeld door " + person.name().toUpperCase(Locale.ROOT) + " en @[" + person.id() + "]"),
				barrier("Schrijf naar " + person.email() + " of bel +31" + person.phone().replace(" ", "").substring(1)));
	}

	/** What was left or failed with his name in it, in every register that keeps words. */
	private void plantInRegisters(Planted person) {
		database.owner().sql("""
				with import as (insert into register.action_import (id, partnership_id, person_id, plan, row_count, action_count, state, failure)
					values (gen_random_uuid(), :partnership::uuid, gen_random_uuid(), convert_to('[{"title": "Actie van ' || :name || '", "text": "' || :numbers || '"}]', 'UTF8'), 1, 1, 'FAILED', 'Regel 1: ' || :name || ', ' || :numbers)),
				dropped as (insert into register.dropped_letter (id, processing_group, event_id, payload_type, parked_at, dropped_by, dropped_at, reason)
					values (gen_random_uuid(), 'Planted', gen_random_uuid(), 'planted', now(), gen_random_uuid(), now(), 'Gevraagd door ' || :email || ' ' || :numbers)),
				intention as (insert into register.idempotency_intention (actor, key, fingerprint, status, resource, aggregate)
					values ('person:' || :person, :name || ' bedoeld', '', 201, '/', '')),
				proposal as (insert into register.retention_proposal (id, kind, person_id, unused_since, proposed_on, state, decided_by, decided_at, reason, kept_until)
					values (gen_random_uuid(), 'PERSON', gen_random_uuid(), current_date, current_date, 'KEPT', gen_random_uuid(), now(), 'Overleg met ' || :name || ', ' || :numbers, current_date + 1))
				insert into register.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type, event_id, timestamp, payload_type, payload, enqueued_at,
					cause_message) values ('planted ' || :person, 'Planted', 'planted ' || :person, 0, 'event', gen_random_uuid(), '', 'planted', convert_to('{}', 'UTF8'), '',
					'Kan niet mailen naar ' || :email || ', bel ' || :numbers)""").param("numbers", String.join(", ", person.groupings()))
				.param("name", person.name()).param("email", person.email()).param("person", person.id()).param("partnership", partnership).update();
	}

	/** A text that was changed, so that an earlier version of its document has him, and a file with him in its name and in what it says; a dead letter keeps the fact. */
	private String inVersionsAndFiles(Planted person) {
		String item = secretary.made("/api/v1/library-items", """
				{"partnershipId": "%s", "kind": "LITERATURE", "title": "Proefschrift van %s"}""".formatted(partnership, person.name()));
		secretary.created(item + "/consultations", "{\"address\": \"https://www.example.org/?van=" + person.email() + "\", \"consultedOn\": \"2020-01-01\"}");
		secretary.created(item + "/consultations", "{\"address\": \"https://www.example.org/\", \"consultedOn\": \"2020-01-02\"}");
		secretary.created("/api/v1/actions",
				"""
				{"partnershipId": "%s", "title": "Bespreken met %s", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een overleg plannen"}]}""".formatted(
						partnership,
						person.name(), person.id()));
		Answer attached = app.send("secretaris", "POST", "/api/v1/partnerships/" + partnership + "/files", "Bel " + person.name() + " op " + person.phone(), "Content-Type",
				"application/octet-stream", "Content-Disposition", "attachment; filename=\"brief van " + person.name() + ".txt\"");
		assertThat(attached.status()).as(attached.body()).isEqualTo(201);
		database.owner().sql("""
				insert into register.dead_letter (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type, event_id, timestamp, payload_type, payload, enqueued_at)
				select event_identifier::text, 'Planted', event_identifier::text, 0, 'event', event_identifier::text, '', payload_type, convert_to(payload::text, 'UTF8'), ''
				from log.domain_event where payload::text like '%' || :name || '%'""").param("name", person.name()).update();
		return item;
	}

	/** All that is sealed, opened. */
	private String opened() {
		return new OpenedRegisters(app).text();
	}

	private String places(JsonNode mentions) {
		return mentions.valueStream().map(found -> "{\"eventId\": \"" + found.path("eventId").asString() + "\", \"pointer\": \"" + found.path("pointer").asString() + "\"}")
				.collect(Collectors.joining(", "));
	}

	private JsonNode mentions(Planted person) {
		return administrator.read("/api/v1/people/" + person.id() + "/mentions").path("items");
	}

	private static String erasing(String redactions, String exceptions) {
		return "{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek van de betrokkene\", \"redactions\": [" + redactions + "], \"exceptions\": [" + exceptions + "]}";
	}

	@Test
	void ofAHundredPeopleNothingIsLeft() throws Exception {
		nothingIsLeft("Xanthippe", EACH);
	}

	@Test
	@Tag("nightly")
	void ofAHundredPeopleWhoStandEverywhereNothingIsLeft() throws Exception {
		nothingIsLeft("Xenofon", 1);
	}

	/** What can be taken along, as who opens it reads it: by its address. */
	private Map<String, String> exports(String barrier) {
		Map<String, String> opened = new LinkedHashMap<>();
		String of = "partnershipId=" + partnership + "&pageSize=100";
		for (String list : List.of("barriers", "library-items", "attachments", "actions")) {
			String path = "/api/v1/" + list + "?" + of;
			opened.put(path, new String(app.bytes("secretaris", path), StandardCharsets.UTF_8));
		}
		Map.of("/api/v1/actions?" + of + "&format=", List.of("csv", "xlsx"), "/api/v1/partnerships/" + partnership + "/action-list?format=", List.of("pdf", "docx"),
				"/api/v1/histories/" + Client.id(barrier) + "?format=", List.of("csv", "xlsx", "pdf", "docx"))
				.forEach((path, formats) -> formats.forEach(format -> opened.put(path + format, text(format, app.bytes("secretaris", path + format)))));
		return opened;
	}

	private static String text(String format, byte[] file) {
		return FileText.of("bestand." + format, file).orElseThrow(() -> new AssertionError("Not to be opened as " + format));
	}

	/** All files in a bundle, one after the other. */
	private static String unpacked(byte[] bundle) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				text.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
			}
		}
		return text.toString();
	}

	/** What the program said, with what it fell over. */
	private static String told(ILoggingEvent line) {
		return line.getFormattedMessage() + (line.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(line.getThrowableProxy()));
	}

	private void nothingIsLeft(String first, int each) throws Exception {
		List<Planted> people = new ArrayList<>();
		List<String> barriers = new ArrayList<>();
		List<String> items = new ArrayList<>();
		for (int number = 0; number < PEOPLE; number++) {
			Planted person = plant(first, number);
			people.add(person);
			barriers.addAll(mention(person));
			if (number % each == 0) {
				items.add(inVersionsAndFiles(person));
			}
		}
		String then = Instant.now().toString();
		app.context().getBean(SealEvents.class).run();
		byte[] earlier = bundle();
		List<String> words = people.stream().flatMap(person -> person.words().stream()).toList();
		app.context().getBean(KeepSealed.class).run();
		assertThat(database.tablesWith(words)).as("the registers are sealed").contains("log.domain_event", "view.document").doesNotContain("register.person",
				"register.outgoing_mail", "register.registration");
		assertThat(opened()).contains(people.getFirst().name(), people.getFirst().email()).contains(people.getFirst().groupings());
		assertThat(exports(barriers.getFirst())).as("what can be taken along names them").allSatisfy((path, text) -> assertThat(text).containsIgnoringCase(first));
		assertThat(unpacked(earlier)).as("a bundle has no texts").contains(partnership, "BarrierReported").doesNotContain(words).doesNotContainIgnoringCase(first);

		for (int number = 0; number < PEOPLE; number++) {
			Planted person = people.get(number);
			JsonNode mentions = mentions(person);
			if (number % each > 0) {
				assertThat(mentions).hasSize(2);
				assertThat(administrator.created("/api/v1/people/" + person.id() + "/erasure", erasing(places(mentions), "")).json().path("redacted").intValue()).isEqualTo(2);
				continue;
			}
			assertThat(mentions).hasSize(MENTIONS);
			JsonNode files = administrator.read("/api/v1/people/" + person.id() + "/files").path("items");
			assertThat(files.valueStream().map(file -> file.path("found").asString())).containsExactly("TEXT");
			String erasing = erasing(places(mentions), "");
			administrator.refused("/api/v1/people/" + person.id() + "/erasure", erasing, "every-file-is-decided-on");
			JsonNode erased = administrator.created("/api/v1/people/" + person.id() + "/erasure",
					erasing.substring(0, erasing.length() - 1) + ", \"files\": [{\"attachmentId\": \"" + files.get(0).path("attachmentId").asString() + "\"}]}").json();
			assertThat(erased.path("redacted").intValue()).isEqualTo(MENTIONS);
		}

		assertThat(database.tablesWith(words)).isEmpty();
		assertThat(opened()).doesNotContainIgnoringCase(first).doesNotContain(words);
		try (var files = Files.walk(directory)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(first);
			}
		}
		for (String barrier : barriers) {
			for (String moment : List.of("", "?asOf=" + then)) {
				assertThat(secretary.read(barrier + moment).path("hinders").asString()).isEqualTo("[verwijderd]");
			}
		}
		for (String item : items) {
			assertThat(secretary.read(item + "?asOf=" + then).path("title").asString()).isEqualTo("[verwijderd]");
		}
		assertThat(exports(barriers.getFirst())).allSatisfy((path, text) -> assertThat(text).contains("[verwijderd]").doesNotContain(words).doesNotContainIgnoringCase(first));
		assertThat(secretary.read("/api/v1/recorded-texts?search=" + first + "&partnershipId=" + partnership).path("items")).isEmpty();
		LoggerFactory.getLogger(ErasureTest.class).warn("Everybody is erased");
		assertThat(logged).as("still listening").anyMatch(line -> line.getMessage().equals("Everybody is erased"));
		assertThat(logged).as("the log of the program").map(ErasureTest::told).noneMatch(line -> line.contains(first) || words.stream().anyMatch(line::contains));
		app.get("secretaris", "/api/v1/people/" + people.getFirst().id()).isProblem(404);
		assertThat(secretary.read("/api/v1/people?search=" + first).path("total").intValue()).isZero();
		assertThat(app.context().getBean(Accounts.class).find("account" + people.getFirst().id())).isEmpty();
		assertThat(secretary.read("/api/v1/bodies/" + body + "/seats?pageSize=100").path("items")).hasSize(PEOPLE);
		app.context().getBean(SealEvents.class).run();
		verifies(earlier);
		byte[] later = bundle();
		verifies(later);
		assertThat(unpacked(later)).contains(partnership, "BarrierReported", "TextRedacted").doesNotContain(words).doesNotContainIgnoringCase(first);
		LedgerChecker checker = app.context().getBean(LedgerChecker.class);
		assertThat(checker.check()).isInstanceOf(Verdict.Sound.class);
		assertThat(checker.check(keys())).as("with keys from elsewhere").isInstanceOf(Verdict.Sound.class);
		assertThat(checker.check(List.of(SigningKey.generate(keys().getFirst().name(), VerifierKey.Kind.NOTE).verifier()))).as("signed by another")
				.isInstanceOf(Verdict.Broken.class);
	}

	@Test
	void overEveryMentionIsDecidedAndWhatTheLawKeepsStays() {
		Planted person = plant("Ysbrand", 500);
		List<String> barriers = mention(person);
		String path = "/api/v1/people/" + person.id() + "/erasure";
		JsonNode mentions = mentions(person);
		String first = places(mentions).split("}, ")[0] + "}";
		String kept = "{\"eventId\": \"" + mentions.get(1).path("eventId").asString() + "\", \"pointer\": \"" + mentions.get(1).path("pointer").asString()
				+ "\", \"ground\": \"PUBLIC_TASK\", \"reason\": \"%s\"}";
		app.get("secretaris", "/api/v1/people/" + person.id() + "/mentions").isProblem(403);
		app.post("secretaris", path, erasing(places(mentions), "")).isProblem(403);
		administrator.refused(path, erasing(first, ""), "every-mention-is-decided-on");
		administrator.refused(path, erasing(places(mentions), kept.formatted("Besluit")), "an-exception-is-a-mention-that-stays");
		assertThat(app.post(Running.ADMINISTRATOR, path, erasing(first, kept.formatted("Besluit van " + person.name()))).isProblem(400).wrongFields())
				.containsExactly("exceptions[0].reason");
		administrator.refused("/api/v1/people/" + DemoAccounts.ADMINISTRATOR + "/erasure", erasing("", ""), "another-erases-a-person");
		assertThat(secretary.read("/api/v1/people/" + person.id()).path("name").asString()).isEqualTo(person.name());

		administrator.created(path, erasing(first, kept.formatted("Besluit van een overlegorgaan")));
		JsonNode erasure = administrator.read(path);
		assertThat(erasure.path("exceptions").get(0).path("ground").asString()).isEqualTo("PUBLIC_TASK");
		assertThat(erasure.path("erasedBy").asString()).isEqualTo(DemoAccounts.ADMINISTRATOR.toString());
		assertThat(secretary.read(barriers.get(1)).path("hinders").asString()).isEqualTo("[verwijderd]");
		assertThat(secretary.read(barriers.get(0)).path("hinders").asString()).contains(person.name().toUpperCase(Locale.ROOT));
		app.post(Running.ADMINISTRATOR, path, erasing("", "")).isProblem(404);
		Client.refused(app.post("secretaris", "/api/v1/people", "{\"id\": \"" + person.id() + "\", \"name\": \"Weer\", \"function\": \"Leraar\"}"),
				"an-erased-person-stays-erased");
	}

	private byte[] bundle() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/api/v1/audit/bundles?partnershipId=" + partnership))
					.header("Authorization", Running.authorization("secretaris")).build(), BodyHandlers.ofByteArray()).body();
		}
	}

	private List<VerifierKey> keys() {
		return app.get("", "/api/v1/audit/keys").json().path("items").valueStream().map(key -> VerifierKey.parse(key.path("verifierKey").asString())).toList();
	}

	private void verifies(byte[] bundle) throws IOException {
		assertThat(new BundleVerifier(keys()).verify(new ByteArrayInputStream(bundle))).isInstanceOf(BundleVerifier.Verdict.Good.class);
	}
}
