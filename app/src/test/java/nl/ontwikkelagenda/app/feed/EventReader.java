package nl.ontwikkelagenda.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events as browsers do, over a connection of its own. */
final class EventReader implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	private final InputStream body;
	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
	private final Thread thread;
	private volatile String lastId;
	private final AtomicInteger silences = new AtomicInteger();
	private volatile @Nullable IOException broken;

	/** @param data null when the stream ended */
	record Event(String id, @Nullable JsonNode data) {
	}

	private EventReader(Running app, String user, String path, String lastId) {
		this.lastId = lastId;
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path)).header("Accept", "text/event-stream").header("Authorization",
				Running.authorization(user));
		if (!lastId.isEmpty()) {
			request.header("Last-Event-ID", lastId);
		}
		try {
			HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
			assertThat(response.headers().firstValue("API-Version")).isPresent();
			body = response.body();
		} catch (IOException e) {
			throw new AssertionError(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
		thread = Thread.ofVirtual().start(this::read);
	}

	/** From now on; it has begun when this returns. */
	static EventReader of(Running app, String user, String path) {
		return after(app, user, path, "");
	}

	/** After the event with this id. */
	static EventReader after(Running app, String user, String path, String lastId) {
		EventReader reader = new EventReader(app, user, path, lastId);
		reader.awaitId();
		return reader;
	}

	/** Id of the last event that came in whole. */
	String lastId() {
		return lastId;
	}

	/** How often it was told that there is nothing to tell. */
	int silences() {
		return silences.get();
	}

	/** The sentences of the next event. */
	List<String> next() {
		JsonNode data = event().data();
		if (data == null) {
			throw new AssertionError("The stream ended");
		}
		return sentences(data);
	}

	/** Waits until there are so many sentences. */
	List<String> next(int number) {
		List<String> all = new ArrayList<>();
		while (all.size() < number) {
			all.addAll(next());
		}
		return all;
	}

	/** Sentences that came in and were not asked for yet. */
	List<String> soFar() {
		List<String> all = new ArrayList<>();
		for (Event event = events.poll(); event != null; event = events.poll()) {
			if (event.data() != null) {
				all.addAll(sentences(event.data()));
			}
		}
		return all;
	}

	/** Waits until the server ends it, as it should be ended. */
	void awaitEnd() {
		assertThat(event().data()).as("nothing came before the end").isNull();
		assertThat(broken).isNull();
	}

	/** Cuts the connection. */
	@Override
	public void close() {
		client.shutdownNow();
		try {
			body.close();
			thread.join();
		} catch (IOException e) {
			throw new AssertionError(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static List<String> sentences(JsonNode data) {
		return data.path("items").valueStream().map(item -> item.path("sentence").asString()).toList();
	}

	private Event event() {
		try {
			Event event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			assertThat(event).as("an event within " + PATIENCE).isNotNull();
			return event;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	private void awaitId() {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (lastId.isEmpty()) {
			assertThat(System.nanoTime()).as("the stream says where it begins").isLessThan(end);
			Thread.onSpinWait();
		}
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
			StringBuilder data = new StringBuilder();
			String id = lastId;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("id:")) {
					id = line.substring(3).strip();
				} else if (line.startsWith("data:")) {
					data.append(line.substring(5));
				} else if (line.startsWith(":")) {
					silences.incrementAndGet();
				} else if (line.isEmpty()) {
					lastId = id;
					if (!data.isEmpty()) {
						events.add(new Event(id, JsonMapper.shared().readTree(data.toString())));
						data.setLength(0);
					}
				}
			}
		} catch (IOException e) {
			broken = e;
		}
		events.add(new Event("", null));
	}
}
