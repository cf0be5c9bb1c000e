package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.json.JsonMapper;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An answer as of a moment is the one that a system would give that stopped at that moment. Asked of every operation of the OpenAPI document that reads, so that a new one is tested
 * by itself.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AsOfTest {

	/** What cannot be asked about a moment, and why. */
	private static final Map<String, String> WITHOUT_AS_OF = Map.ofEntries(
			Map.entry("/people", "the register of persons keeps no earlier names, so that erased is erased at every moment"),
			Map.entry("/people/{id}", "the register of persons keeps no earlier names, so that erased is erased at every moment"),
			Map.entry("/people/{id}/mentions", "looks for what is to be redacted, in everything that was ever recorded"),
			Map.entry("/people/{id}/erasure", "who was erased is erased at every moment"),
			Map.entry("/people/{id}/files", "looks for what is to be removed, in what there is now"),
			Map.entry("/people/{id}/changes", "the register of persons keeps no earlier names, so that erased is erased at every moment"),
			Map.entry("/people/{id}/joined-entries", "the register of persons keeps no earlier names, so that erased is erased at every moment"),
			Map.entry("/people/me", "the register of persons keeps no earlier names, so that erased is erased at every moment"),
			Map.entry("/processing-activities", "is of the version that runs"),
			Map.entry("/processing-activities/{key}", "is of the version that runs"),
			Map.entry("/retention-proposals", "the state of a job"),
			Map.entry("/retention-proposals/{id}", "the state of a job"),
			Map.entry("/people/me/preferences", "a setting of the account, no fact of a partnership"),
			Map.entry("/calendar-feeds", "addresses with a secret belong to an account and are revoked for good"),
			Map.entry("/calendar-feeds/{id}", "addresses with a secret belong to an account and are revoked for good"),
			Map.entry("/change-feeds", "addresses with a secret belong to an account and are revoked for good"),
			Map.entry("/change-feeds/{id}", "addresses with a secret belong to an account and are revoked for good"),
			Map.entry("/access-tokens", "keys of an account, revoked for good"),
			Map.entry("/access-tokens/{id}", "keys of an account, revoked for good"),
			Map.entry("/people/{id}/account", "an account is no fact of a partnership"),
			Map.entry("/published-agendas", "what everybody may read is what is public now"),
			Map.entry("/published-agendas/{id}", "what everybody may read is what is public now"),
			Map.entry("/published-reports", "what everybody may read is what is public now"),
			Map.entry("/published-reports/{id}", "what everybody may read is what is public now; a kept report is of its own moment"),
			Map.entry("/webhooks", "where changes are brought to is a setting, and its secret is shown once"),
			Map.entry("/webhooks/{id}", "where changes are brought to is a setting, and its secret is shown once"),
			Map.entry("/webhooks/{id}/deliveries", "the state of a job, forgotten after 30 days"),
			Map.entry("/webhooks/{id}/deliveries/{deliveryId}", "the state of a job, forgotten after 30 days"),
			Map.entry("/outgoing-mails", "the outbox is the state of a job and forgets after 30 days"),
			Map.entry("/outgoing-mails/{id}", "the outbox is the state of a job and forgets after 30 days"),
			Map.entry("/report-runs/{id}", "the state of a job; the moment is in what was asked"),
			Map.entry("/report-runs/{id}/file", "what a job made; the moment is in what was asked"),
			Map.entry("/action-imports/{id}", "the state of a job; what it brought is in the actions"),
			Map.entry("/reflection-rounds/{id}/answers/me", "sealed answers are kept outside the log and gone when the round closes"),
			Map.entry("/changes", "a series that is followed from its end; earlier ones are asked for with before"),
			Map.entry("/atom-feeds", "a series that is followed from its end; earlier ones are asked for with before"),
			Map.entry("/rebuilds", "the state of a job"),
			Map.entry("/rebuilds/{id}", "the state of a job"),
			Map.entry("/rebuilds/{id}/differences", "the state of a job"),
			Map.entry("/read-models", "how the documents themselves are kept"),
			Map.entry("/audit/checkpoints", "what was signed at a moment says so itself"),
			Map.entry("/audit/checkpoints/newest", "the newest there is; earlier ones are in the list"),
			Map.entry("/audit/keys", "keys that checkpoints can be verified with"),
			Map.entry("/audit/consistency", "asks about two sizes of its own"),
			Map.entry("/audit/proofs/{eventId}", "proves what is in the log of now"),
			Map.entry("/installation", "how it is now"),
			Map.entry("/jobs", "the state of jobs"),
			Map.entry("/jobs/{name}", "the state of a job"),
			Map.entry("/dead-letters", "what waits now"),
			Map.entry("/dead-letters/{id}", "what waits now"),
			Map.entry("/action-imports", "the state of jobs"),
			Map.entry("/erasures", "who was erased is so at any moment"),
			Map.entry("/audit/witnesses", "keys whose signatures are kept"),
			Map.entry("/audit/witnesses/{id}", "a key whose signatures are kept"),
			Map.entry("/audit/cosignatures/{id}", "what was signed at a moment says so itself"),
			Map.entry("/audit/checks", "the state of a job"),
			Map.entry("/audit/checks/{id}", "the state of a job"),
			Map.entry("/audit/bundles", "asks about a period of its own"),
			Map.entry("/audit/accesses", "is itself the record of who read, took along or was refused what when"),
			Map.entry("/histories/{id}", "has every moment in it, and asks for a part with from and until"),
			Map.entry("/histories/{id}/facts/{eventId}", "is of the moment of that fact"),
			Map.entry("/audit/subscriptions/me", "a setting of the account, no fact of a partnership"),
			Map.entry("/people/me/data", "what is kept about oneself now, so that erased is erased at every moment"),
			Map.entry("/report-subscriptions", "a setting of the account, no fact of a partnership"),
			Map.entry("/report-subscriptions/{id}", "a setting of the account, no fact of a partnership"),
			Map.entry("/recorded-texts", "looks for what is to be redacted, in everything that was ever recorded"),
			Map.entry("/differences", "asks about two moments of its own, from and to"));

	private static final List<String> READERS = List.of("secretaris", "secretaris", "secretaris", "deelnemer", "projectleider", "auditor", "beheerder");
	private static final int AT_ONCE = 4;
	private static final String[] PROPERTIES = {"ontwikkelagenda.limits.burst=1000000", "ontwikkelagenda.limits.calendar-burst=1000000"};

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
	private Running app;

	@BeforeAll
	void tell() {
		app = Running.withDemo(PROPERTIES);
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	void everyAnswerIsThatOfASystemThatStoppedAtTheMoment() {
		compare(10);
	}

	@Test
	@Tag("nightly")
	void everyAnswerIsThatOfASystemThatStoppedAtAnyOfManyMoments() {
		compare(200);
	}

	@Test
	void whatCannotBeAskedAboutAMomentSaysSo() {
		List<Operation> refusing = new ReadRequests(app, new Random(1)).operations(false);
		assertThat(refusing.stream().map(Operation::path)).as("""
				operations without the parameter asOf. Everything that shows facts of a partnership is answered as of a moment (ask Moments or Answers for it); what cannot be is declared \
				@WithoutAsOf, and stands in this test and in docs/as-of.md with the reason""").containsExactlyInAnyOrderElementsOf(WITHOUT_AS_OF.keySet());
		for (Operation operation : refusing) {
			Answer answer = app.get(operation.asker(app), operation.address() + "?asOf=2021-03-29").isProblem(400);
			assertThat(answer.wrongFields()).as(operation.path()).containsExactly("asOf");
			assertThat(answer.json().at("/errors/0/message").asString()).as(operation.path()).endsWith("; laat asOf weg.");
		}
	}

	private void compare(int count) {
		long seed = Long.getLong("asof.seed", new Random().nextLong());
		Random random = new Random(seed);
		ReadRequests requests = new ReadRequests(app, random);
		List<Operation> operations = requests.operations(true);
		List<Compared> compared = new ArrayList<>();
		try (StoppedSystem stopped = new StoppedSystem(app, PROPERTIES); ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Instant moment : moments(count, random)) {
				stopped.stopAt(moment);
				List<CompletableFuture<Compared>> asked = new ArrayList<>();
				for (Operation operation : operations) {
					for (String address : requests.addresses(operation, stopped.position())) {
						String reader = READERS.get(random.nextInt(READERS.size()));
						asked.add(CompletableFuture.supplyAsync(() -> new Compared(address, reader, moment, stopped.position(), shown(stopped.app(), reader, address),
								shown(app, reader, address + (address.contains("?") ? "&" : "?") + "asOf=" + moment)), readers));
					}
				}
				asked.forEach(question -> compared.add(question.join()));
			}
		}
		List<Compared> different = compared.stream().filter(each -> !each.then.equals(each.asOf)).toList();
		Map<Integer, Long> statuses = compared.stream().collect(Collectors.groupingBy(each -> each.then.status(), TreeMap::new, Collectors.counting()));
		assertThat(different)
				.as("""
				Something recorded later shines through, or something recorded by then is missing (seed %s; again with -Dasof.seed=%s). An endpoint answers from Moments.asOf() and Moments.day() \
				or through Answers, never from AsOf.NOW, today's date or a register. What can only be known as it is now is declared @WithoutAsOf and named in WITHOUT_AS_OF.""",
						seed, seed)
				.isEmpty();
		assertThat(statuses.getOrDefault(200, 0L)).as("answers that show something: %s", statuses).isGreaterThan(100L * count);
	}

	/** In ascending order: of facts, just before facts, and in between. */
	private List<Instant> moments(int count, Random random) {
		List<Instant> recorded = JdbcClient.create(app.database().owner()).sql("select time_stamp from log.domain_event order by global_index")
				.query((row, number) -> row.getTimestamp(1).toInstant()).list();
		long span = ChronoUnit.MILLIS.between(recorded.getFirst(), recorded.getLast());
		return Stream.generate(() -> random.nextInt(3)).limit(count).map(kind -> switch (kind) {
			case 0 -> recorded.get(random.nextInt(recorded.size()));
			case 1 -> recorded.get(random.nextInt(recorded.size())).minusMillis(1);
			default -> recorded.getFirst().plusMillis(random.nextLong(span));
		}).sorted().toList();
	}

	/** Of an answer that which has to be equal. */
	private record Shown(int status, String type, String etag, String links, String content) {
	}

	private record Compared(String address, String reader, Instant moment, long position, Shown then, Shown asOf) {

		@Override
		public String toString() {
			return "\nGET %s by %s as of %s (position %d)\n  then: %s\n  as of: %s".formatted(address, reader, moment, position, then, asOf);
		}
	}

	private Shown shown(Running asked, String reader, String address) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + asked.port() + address)).header("Authorization", Running.authorization(reader))
				.timeout(Duration.ofSeconds(60)).build();
		HttpResponse<byte[]> answer;
		try {
			answer = client.send(request, BodyHandlers.ofByteArray());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
		String type = answer.headers().firstValue("Content-Type").orElse("");
		String links = String.join(", ", answer.headers().allValues("Link")).replaceAll("asOf=[^&>]*&?", "").replaceAll("[?&]>", ">");
		return new Shown(answer.statusCode(), type, answer.headers().firstValue("ETag").orElse(""), links, content(answer.statusCode(), type, answer.body()));
	}

	private static String content(int status, String type, byte[] body) {
		if (status != 200) {
			return "";
		}
		if (type.startsWith("application/json")) {
			return JsonMapper.shared().readTree(body).toString();
		}
		try {
			if (type.equals("application/pdf")) {
				// it says by itself when it was made
				try (PDDocument document = Loader.loadPDF(body)) {
					return new PDFTextStripper().getText(document);
				}
			}
			return type.contains("spreadsheetml") ? parts(body) : new String(body, StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What stands in a workbook, without when it was made. */
	private static String parts(byte[] workbook) throws IOException {
		// not as a stream: its entries have their sizes behind them
		Path file = Files.createTempFile("workbook", ".xlsx");
		try {
			Files.write(file, workbook);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				StringBuilder parts = new StringBuilder();
				for (ZipEntry entry : zip.stream().filter(each -> each.getName().startsWith("xl/")).toList()) {
					parts.append(entry.getName()).append('\n').append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).append('\n');
				}
				return parts.toString();
			}
		} finally {
			Files.delete(file);
		}
	}
}
