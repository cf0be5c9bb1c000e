package nl.ontwikkelagenda.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who follows a stream is told of every change once, in its order, for as long as he may see it. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class ChangeStreamsTest {

	private static final String[] SETTINGS = {"ontwikkelagenda.streams.heartbeat=300ms", "ontwikkelagenda.streams.per-person=3", "ontwikkelagenda.streams.at-once=5"};
	private static final int WRITERS = 4;
	private static final int EACH = 12;

	private final Running app = Running.with(SETTINGS);
	private final Client secretary = new Client(app, "secretaris");
	private String partnership = "";
	private String agenda = "";
	private String changes = "";

	@BeforeEach
	void anAgenda() {
		partnership = app.partnership("Regio van de stroom");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de stroom"}""".formatted(Client.id(partnership)));
		changes = "/api/v1/changes?agendaId=" + agenda;
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	@Test
	void everyReaderIsToldOfEachChangeAsItComes() {
		try (EventReader one = EventReader.of(app, "secretaris", changes); EventReader other = EventReader.of(app, "deelnemer", changes)) {
			theme(app, "Thuiszitters");
			for (EventReader reader : List.of(one, other)) {
				assertThat(reader.next()).anyMatch(told -> told.contains("het thema ‘Thuiszitters’"));
			}
			theme(app, "Vervoer");
			assertThat(one.next()).anyMatch(told -> told.contains("Vervoer")).noneMatch(told -> told.contains("Thuiszitters"));
			assertThat(other.next()).anyMatch(told -> told.contains("Vervoer"));
		}
	}

	@Test
	void whoIsCutOffAgainAndAgainMissesNothingWhileManyWrite() throws Exception {
		String begin;
		try (EventReader reader = EventReader.of(app, "secretaris", changes)) {
			begin = reader.lastId();
		}
		List<String> told = new ArrayList<>();
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writing = written(writers, app);
			String last = begin;
			while (told.size() < WRITERS * EACH) {
				EventReader reader = EventReader.after(app, "secretaris", changes, last);
				told.addAll(themes(reader.next()));
				reader.close();
				told.addAll(themes(reader.soFar()));
				last = reader.lastId();
			}
			for (Future<?> one : writing) {
				one.get();
			}
		}
		assertThat(told).doesNotHaveDuplicates().containsExactlyElementsOf(recorded());
	}

	@Test
	void withTwoInstancesEachTellsEverything() throws Exception {
		Running other = Running.with("spring.datasource.url=" + app.database().url(), "ontwikkelagenda.streams.heartbeat=300ms");
		try (EventReader here = EventReader.of(app, "secretaris", changes);
				EventReader there = EventReader.of(other, "secretaris", changes);
				ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writing = new ArrayList<>(written(writers, app));
			writing.addAll(written(writers, other));
			for (Future<?> one : writing) {
				one.get();
			}
			List<String> told = themes(here.next(2 * WRITERS * EACH));
			assertThat(told).doesNotHaveDuplicates().containsExactlyElementsOf(recorded());
			assertThat(themes(there.next(2 * WRITERS * EACH))).isEqualTo(told);
			other.context().close();
			there.awaitEnd();
		} finally {
			other.context().close();
		}
	}

	@Test
	void itEndsWithTheRight() {
		try (EventReader reader = EventReader.of(app, "deelnemer", changes)) {
			theme(app, "Nog te zien");
			assertThat(reader.next()).anyMatch(told -> told.contains("Nog te zien"));
			app.send(Running.ADMINISTRATOR, "DELETE", partnership + "/rights/" + DemoAccounts.PARTICIPANT + "/PARTICIPANT", null);
			theme(app, "Niet meer te zien");
			reader.awaitEnd();
		}
		app.get("deelnemer", changes, "Accept", "text/event-stream").isProblem(404);
	}

	@Test
	void itEndsWhenTheAccountIsClosed() {
		Accounts accounts = app.context().getBean(Accounts.class);
		try (EventReader reader = EventReader.of(app, "deelnemer", changes)) {
			accounts.close("deelnemer");
			reader.awaitEnd();
		} finally {
			accounts.open("deelnemer", DemoAccounts.PARTICIPANT, DemoAccounts.PASSWORD, false);
		}
	}

	@Test
	void ofOnesOwnThingsOnly() {
		try (EventReader reader = EventReader.of(app, "deelnemer", "/api/v1/changes")) {
			theme(app, "Van niemand");
			secretary.created("/api/v1/actions", """
					{"partnershipId": "%s", "title": "Vervoer regelen", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Bellen", "of": "WORK"}]}"""
					.formatted(Client.id(partnership), DemoAccounts.PARTICIPANT));
			assertThat(reader.next()).anyMatch(told -> told.contains("Vervoer regelen")).noneMatch(told -> told.contains("Van niemand"));
		}
	}

	@Test
	void aSilentStreamSaysThatItIsThereAndHowFar() throws InterruptedException {
		try (EventReader reader = EventReader.of(app, "deelnemer", changes)) {
			app.partnership("Een andere regio");
			String before = reader.lastId();
			long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
			while (reader.silences() < 2 && System.nanoTime() < end) {
				Thread.sleep(50);
			}
			assertThat(reader.silences()).isGreaterThanOrEqualTo(2);
			assertThat(Long.parseLong(reader.lastId())).as("what is not for him needs no reading again").isGreaterThan(Long.parseLong(before));
		}
	}

	@Test
	void whoOpensOneMoreThanHeMayHaveLosesHisOldest() {
		List<EventReader> readers = new ArrayList<>();
		try {
			for (int i = 0; i < 10; i++) {
				readers.add(EventReader.of(app, "secretaris", changes));
			}
			readers.subList(0, 7).forEach(EventReader::awaitEnd);
			theme(app, "Wie het laatst kwam");
			readers.subList(7, 10).forEach(reader -> assertThat(reader.next()).anyMatch(told -> told.contains("Wie het laatst kwam")));
		} finally {
			readers.forEach(EventReader::close);
		}
	}

	@Test
	void onAFullServerOnesOwnOldestMakesWayAndWhoHasNoneIsAskedToWait() {
		List<EventReader> readers = new ArrayList<>();
		app.give(partnership, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		try {
			for (String user : List.of("secretaris", "secretaris", "secretaris", "deelnemer", "deelnemer")) {
				readers.add(EventReader.of(app, user, changes));
			}
			assertThat(app.get("projectleider", changes, "Accept", "text/event-stream").isProblem(429).header("Retry-After")).isNotNull();
			readers.add(EventReader.of(app, "deelnemer", changes));
			readers.get(3).awaitEnd();
		} finally {
			readers.forEach(EventReader::close);
		}
	}

	@Test
	void aServerThatStopsEndsItsStreamsAndDoesNotWaitForThem() {
		Running stopping = Running.with(SETTINGS);
		String ofRegion = "/api/v1/changes?partnershipId=" + Client.id(stopping.partnership("Regio die stopt"));
		try (EventReader reader = EventReader.of(stopping, Running.ADMINISTRATOR, ofRegion)) {
			long start = System.nanoTime();
			stopping.context().close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			reader.awaitEnd();
		}
	}

	@Test
	void nonsenseIsRefused() {
		for (String id : List.of("x", "-1", "1.5", "99999999", "1".repeat(30))) {
			assertThat(app.get("secretaris", changes, "Accept", "text/event-stream", "Last-Event-ID", id).isProblem(400).wrongFields()).as(id).containsExactly("Last-Event-ID");
		}
		app.get("", changes, "Accept", "text/event-stream").isProblem(401);
		app.get("projectleider", changes, "Accept", "text/event-stream").isProblem(404);
		app.get("secretaris", changes + "&limit=3", "Accept", "text/event-stream").isProblem(400);
		assertThat(app.get("secretaris", changes).status()).as("JSON is still the usual form").isEqualTo(200);
	}

	private List<Future<?>> written(ExecutorService writers, Running at) {
		List<Future<?>> writing = new ArrayList<>();
		for (int writer = 0; writer < WRITERS; writer++) {
			int number = writer;
			writing.add(writers.submit(() -> {
				for (int i = 0; i < EACH; i++) {
					theme(at, "Thema " + at.port() + "-" + number + "-" + i);
				}
			}));
		}
		return writing;
	}

	private void theme(Running at, String title) {
		new Client(at, "secretaris").created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"" + title + "\"}");
	}

	/** The themes that were recorded according to the pages, oldest first. */
	private List<String> recorded() {
		List<String> all = new ArrayList<>();
		for (String page = changes + "&limit=100"; !page.isEmpty();) {
			var read = secretary.read(page);
			all.addAll(themes(read.path("items").valueStream().map(item -> item.path("sentence").asString()).toList()));
			page = read.path("next").asString("");
		}
		return all.reversed();
	}

	private static List<String> themes(List<String> sentences) {
		return sentences.stream().filter(told -> told.contains("het thema")).toList();
	}
}
