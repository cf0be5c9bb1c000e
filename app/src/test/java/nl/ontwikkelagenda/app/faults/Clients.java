package nl.ontwikkelagenda.app.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * People who record meetings over HTTP and are not put off: every request has an idempotency key and is sent again, unchanged, until it is acknowledged. They remember what was
 * acknowledged, and what they were told that should not have been.
 */
final class Clients implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();
	private static final int ORGANISATIONS = 3;
	private static final int OUTCOMES_PER_MEETING = 12;
	private static final int REMEMBERED = 12;
	private static final String REPORT = "/api/v1/reports/progress?partnershipId=";
	private static final int DAYS_AHEAD = 60;

	/** What was asked and how it was acknowledged. */
	private record Asked(String path, String body, String key, Answer answer) {
	}

	/** An acknowledgement. */
	record Answer(int status, String body, Map<String, String> headers) {
	}

	private final List<Installation> installations;
	private final AtomicInteger turn = new AtomicInteger();
	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
	private final List<Thread> threads = new ArrayList<>();
	private final AtomicLongArray acknowledgedBy;
	private final List<String> organisations = new ArrayList<>();
	private final Outside outside = new Outside();
	private String partnership = "";
	private String agenda = "";
	private String outbox = "";
	private volatile boolean stopping;
	private volatile boolean beforeItAll;
	private volatile boolean clocksAgree = true;

	/** What was acknowledged: the event that it must have made, in words; with how often. */
	final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
	/** Meetings with the titles of their outcomes, as acknowledged. */
	final Map<String, Queue<String>> outcomes = new ConcurrentHashMap<>();
	/** Meetings that were there to be seen when they were acknowledged. */
	private final Set<String> shown = ConcurrentHashMap.newKeySet();
	/** Titles of meetings to which the secretary was invited. */
	private final Queue<String> invited = new ConcurrentLinkedQueue<>();
	private final Deque<Asked> lately = new ConcurrentLinkedDeque<>();
	/** What went wrong. */
	final Queue<String> faults = new ConcurrentLinkedQueue<>();
	final AtomicLong sentAgain = new AtomicLong();
	final AtomicLong repeated = new AtomicLong();
	final AtomicLong later = new AtomicLong();
	final AtomicLong unavailable = new AtomicLong();
	final AtomicLong unreachable = new AtomicLong();
	final AtomicLong read = new AtomicLong();

	Clients(Installation installation, int number) {
		this(List.of(installation), number);
	}

	/** With several that share a database every attempt goes to the next of them, as behind something that divides the work and does not look who is well. */
	Clients(List<Installation> installations, int number) {
		this.installations = installations;
		this.acknowledgedBy = new AtomicLongArray(number);
	}

	/** Founds a partnership to work in, with an agenda that a partner follows, and sets everybody to work: as many as there are clients, and one who only reads. */
	void begin() throws InterruptedException {
		partnership = UUID.randomUUID().toString();
		String here = "/api/v1/partnerships/" + partnership;
		post("beheerder", "/api/v1/partnerships", """
				{"id": "%s", "kind": "REGION", "name": "Storingen", "schoolRegion": "MIDDEN", "foundedOn": "2018-01-01"}""".formatted(partnership));
		post("beheerder", here + "/rights", """
				{"personId": "%s", "right": "SECRETARY", "from": "2018-01-01"}""".formatted(DemoAccounts.SECRETARY));
		for (int i = 0; i < ORGANISATIONS; i++) {
			organisations.add(UUID.randomUUID().toString());
			post("secretaris", here + "/organisations", """
					{"organisationId": "%s", "name": "School %d", "sector": "EDUCATION"}""".formatted(organisations.getLast(), i));
		}
		agenda = UUID.randomUUID().toString();
		post("secretaris", "/api/v1/agendas", """
				{"id": "%s", "partnershipId": "%s", "title": "Storingen"}""".formatted(agenda, partnership));
		Answer webhook = post("secretaris", "/api/v1/webhooks", """
				{"kind": "AGENDA", "subjectId": "%s", "address": "%s"}""".formatted(agenda, outside.partner().address()));
		outside.partner().keep(JSON.readTree(webhook.body()).path("secret").asString());
		for (int i = 0; i < acknowledgedBy.length(); i++) {
			int client = i;
			threads.add(Thread.ofPlatform().name("client-" + i).start(() -> untilStopped(() -> record(client, new Random(client)))));
		}
		threads.add(Thread.ofPlatform().name("reader").start(() -> untilStopped(this::read)));
	}

	/** Waits until every client had this many further acknowledgements. */
	void awaitProgress(int number) throws InterruptedException {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		long[] before = IntStream.range(0, acknowledgedBy.length()).mapToLong(acknowledgedBy::get).toArray();
		while (IntStream.range(0, before.length).anyMatch(i -> acknowledgedBy.get(i) < before[i] + number)) {
			assertThat(faults).isEmpty();
			assertThat(System.nanoTime()).as("every client gets on").isLessThan(end);
			Thread.sleep(20);
		}
	}

	/** Asks once more, by the same keys, for what was acknowledged lately, perhaps by somebody who is dead by now: the answers must be the same. */
	void askAgain() throws InterruptedException {
		for (Asked asked : List.copyOf(lately)) {
			same(asked.answer, post("secretaris", asked.path, asked.body, asked.key));
		}
	}

	/** Whether the clock of the application says now that it is before the partnership was there: a report of such a day does not know it. */
	void beforeItAll(boolean now) {
		beforeItAll = now;
		clocksAgree &= !now;
	}

	/** Who records something later may date it earlier. */
	void clocksDiffer() {
		clocksAgree = false;
	}

	boolean clocksAgree() {
		return clocksAgree;
	}

	/** Lets everybody finish the request at hand. */
	@Override
	public void close() throws InterruptedException {
		stopping = true;
		for (Thread thread : threads) {
			thread.join(Installation.PATIENCE);
			assertThat(thread.isAlive()).as(thread.getName()).isFalse();
		}
	}

	private interface Work {
		void once() throws InterruptedException;
	}

	private void untilStopped(Work work) {
		try {
			while (!stopping && faults.isEmpty()) {
				work.once();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (RuntimeException | AssertionError e) {
			faults.add(Thread.currentThread().getName() + ": " + e);
		}
	}

	/** A theme, an invitation, and one meeting: planned and held, who came, what came out, and how the actions went. */
	private void record(int client, Random random) throws InterruptedException {
		String name = "bijeenkomst " + client + "-" + acknowledgedBy.get(client);
		fact(client, random, "ThemeRaised " + name, "/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"" + name + "\"}");
		invite(client, random, name + " straks");
		Answer planned = fact(client, random, "MeetingPlanned " + name, "/api/v1/meetings", """
				{%s"partnershipId": "%s", "title": "%s", "happenedOn": "2024-03-11"}""".formatted(random.nextBoolean() ? "\"id\": \"" + UUID.randomUUID() + "\", " : "",
				partnership, name));
		String meeting = requireNonNull(planned.headers().get("location"));
		String id = meeting.substring(meeting.lastIndexOf('/') + 1);
		if (planned.status() == 201) {
			shown.add(id);
		}
		Queue<String> titles = outcomes.computeIfAbsent(id, key -> new ConcurrentLinkedQueue<>());
		for (String organisation : organisations) {
			fact(client, random, "AttendanceRecorded " + id + " " + organisation, meeting + "/attendance", "{\"organisationId\": \"" + organisation + "\"}");
		}
		for (int i = 0; i < OUTCOMES_PER_MEETING && !stopping; i++) {
			String title = name + " uitkomst " + i;
			boolean action = random.nextInt(3) > 0;
			String promise = """
					{"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "Doen", "deadline": {"phrase": "voor de zomer"}}""".formatted(organisations.getFirst());
			Answer recorded = fact(client, random, "OutcomeRecorded " + title, meeting + "/outcomes", """
					{"kind": "%s", "title": "%s", "promises": [%s]}""".formatted(action ? "ACTION" : "DECISION", title, action ? promise + ", " + promise : ""));
			titles.add(title);
			if (action && recorded.status() == 201) {
				String assigned = "/api/v1/actions/" + JSON.readTree(recorded.body()).path("outcomeId").asString();
				fact(client, random, "ProgressReported " + title, assigned + "/progress", "{\"text\": \"" + title + "\"}");
				if (random.nextBoolean()) {
					fact(client, random, "ActionCompleted " + title, assigned + "/completion", "{\"result\": \"" + title + "\"}");
				}
			}
		}
	}

	/** The secretary, to a meeting that is to come, so that there is a mail. */
	private void invite(int client, Random random, String title) throws InterruptedException {
		String meeting = requireNonNull(fact(client, random, "MeetingPlanned " + title, "/api/v1/meetings", """
				{"partnershipId": "%s", "title": "%s", "plannedOn": "%s"}""".formatted(partnership, title, LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD))).headers()
				.get("location"));
		fact(client, random, "InvitationSent " + meeting.substring(meeting.lastIndexOf('/') + 1), meeting + "/invitations",
				"{\"personId\": \"" + DemoAccounts.SECRETARY + "\"}");
		invited.add(title);
	}

	/** Has a request its effect, and now and then asks for the same again: the answer must be the same. */
	private Answer fact(int client, Random random, String event, String path, String body) throws InterruptedException {
		String key = UUID.randomUUID().toString();
		Answer answer = post("secretaris", path, body, key);
		acknowledged.merge(event, 1, Integer::sum);
		acknowledgedBy.incrementAndGet(client);
		if (answer.status() == 202) {
			later.incrementAndGet();
		} else if (random.nextInt(4) == 0) {
			same(answer, post("secretaris", path, body, key));
		}
		if (answer.status() != 202) {
			lately.addFirst(new Asked(path, body, key, answer));
			if (lately.size() > REMEMBERED) {
				lately.removeLast();
			}
		}
		return answer;
	}

	private void same(Answer answer, Answer again) {
		repeated.incrementAndGet();
		if (again.status() != 202 && !again.equals(answer)) {
			faults.add("Another answer to the same request: first " + answer + ", then " + again);
		}
	}

	private Answer post(String user, String path, String body) throws InterruptedException {
		return post(user, path, body, UUID.randomUUID().toString());
	}

	/** Sends the same until it is acknowledged. */
	private Answer post(String user, String path, String body, String key) throws InterruptedException {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		for (int attempt = 0; System.nanoTime() < end; attempt++) {
			if (attempt > 0) {
				sentAgain.incrementAndGet();
				Thread.sleep(Math.min(200, 10L << Math.min(attempt, 5)));
			}
			HttpResponse<String> response = send(user, path, body, key);
			if (response == null) {
				continue;
			}
			int status = response.statusCode();
			if (status == 201 || status == 202) {
				Map<String, String> headers = new LinkedHashMap<>();
				List.of("location", "etag").forEach(name -> response.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
				return new Answer(status, response.body(), headers);
			}
			boolean earlierOneStillRuns = status == 409 && response.body().contains("/problems/idempotency-key-in-use");
			if (!earlierOneStillRuns && status != 503) {
				throw new AssertionError("POST " + path + " was answered with " + status + ": " + response.body());
			}
		}
		throw new AssertionError("POST " + path + " is not acknowledged in " + Installation.PATIENCE);
	}

	private void read() throws InterruptedException {
		List<String> paths = new ArrayList<>(List.of("/api/v1/meetings?pageSize=5&sort=-plannedOn", "/api/v1/actions?pageSize=5&search=uitkomst", "/api/v1/partnerships",
				"/api/v1/partnerships/" + partnership + "?asOf=2999", REPORT + partnership));
		shown.stream().limit(20).forEach(meeting -> paths.add("/api/v1/meetings/" + meeting));
		for (String path : paths) {
			HttpResponse<String> response = send("secretaris", path, null, null);
			boolean nonsense = path.endsWith("2999");
			boolean notYet = beforeItAll && path.startsWith(REPORT);
			if (response != null && response.statusCode() != (nonsense ? 400 : 200) && response.statusCode() != 503 && !(notYet && response.statusCode() == 404)) {
				throw new AssertionError("GET " + path + " was answered with " + response.statusCode() + ": " + response.body());
			}
			read.incrementAndGet();
			Thread.sleep(20);
		}
	}

	/** One attempt; null when nobody answered. */
	private @Nullable HttpResponse<String> send(String user, String path, @Nullable String body, @Nullable String key) throws InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(next().address(path)).timeout(Duration.ofSeconds(60)).header("Authorization", Running.authorization(user));
		if (body != null) {
			request.POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json").header("Idempotency-Key", String.valueOf(key));
		}
		try {
			HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
			if (response.statusCode() == 503) {
				unavailable.incrementAndGet();
				if (response.headers().firstValue("Retry-After").isEmpty() || response.headers().firstValue("API-Version").isEmpty()
						|| !response.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
					faults.add("A 503 that does not say when to come back: " + path + " " + response.headers().map() + " " + response.body());
				}
			}
			return response;
		} catch (HttpConnectTimeoutException e) {
			unreachable.incrementAndGet();
			return null;
		} catch (HttpTimeoutException e) {
			faults.add("Nobody answered in time: " + path);
			return null;
		} catch (IOException e) {
			unreachable.incrementAndGet();
			return null;
		}
	}

	private Installation next() {
		return installations.get(Math.floorMod(turn.getAndIncrement(), installations.size()));
	}

	/** All of a list, page after page, as the secretary sees it. */
	List<JsonNode> all(String path) throws IOException, InterruptedException {
		List<JsonNode> items = new ArrayList<>();
		for (int page = 1;; page++) {
			HttpResponse<String> response = whoeverAnswers(path + (path.contains("?") ? "&" : "?") + "pageSize=100&page=" + page);
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			JsonNode list = JSON.readTree(response.body());
			list.path("items").forEach(items::add);
			if (items.size() >= list.path("total").intValue()) {
				return items;
			}
		}
	}

	/** Of instances of which some may be gone. */
	private HttpResponse<String> whoeverAnswers(String path) throws InterruptedException {
		HttpResponse<String> response = null;
		for (int tries = 0; response == null && tries < installations.size(); tries++) {
			response = send("secretaris", path, null, null);
		}
		return requireNonNull(response, path);
	}

	/** What they saw, for a report. */
	String figures() {
		return "%d facts acknowledged, each once; %d requests sent again, %d times a 503, %d times no answer, %d times a 202; %d asked for twice and answered the same"
				.formatted(acknowledged.size(), sentAgain.get(), unavailable.get(), unreachable.get(), later.get(), repeated.get()) + (outbox.isEmpty() ? "" : "; " + outbox);
	}

	String partnership() {
		return partnership;
	}

	/** The agenda that a partner follows. */
	String agenda() {
		return agenda;
	}

	List<String> invited() {
		return List.copyOf(invited);
	}

	Outside outside() {
		return outside;
	}

	/** What came of the outbox, in words. */
	void outboxIs(String found) {
		outbox = found;
	}
}
