package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An action list is imported while the application is killed again and again; in the end every row is there once. */
@Tag("faults")
class ImportKillTest {

	private static final String REGION = "b1b5a3e0-4ffe-339a-9921-f052e0d28e4e";
	private static final int ROWS = 2_000;
	private static final int KILLS = 3;
	/** The next instance notices after half a minute that nobody works on it. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir Path directory;

	@Test
	void everyRowIsThereOnceAfterKills() throws Exception {
		StringBuilder file = new StringBuilder("Actie;Afgesproken op;Soort eigenaar;Eigenaar;Toezegging\n");
		for (int row = 0; row < ROWS; row++) {
			file.append("Ingelezen actie ").append(row).append(";24-9-2018;Team;De Regio;Iets doen\n");
		}
		try (Installation installation = new Installation(directory)) {
			installation.start();
			installation.awaitReady();
			String path = "/api/v1/action-imports/" + handIn(installation, file.toString()).path("id").asString();
			List<String> rowsAtKills = new ArrayList<>();
			long started = 0;
			for (int kill = 0; kill < KILLS; kill++) {
				int before = now(installation, path).path("rowsDone").intValue();
				await(installation, path, progress -> progress.path("rowsDone").intValue() > before || progress.path("state").asString().equals("DONE"));
				rowsAtKills.add(now(installation, path).path("rowsDone").asString());
				installation.killApplication();
				installation.start();
				started = System.nanoTime();
				installation.awaitReady();
			}
			await(installation, path, progress -> progress.path("state").asString().equals("DONE"));
			double seconds = (System.nanoTime() - started) / 1e9;

			assertThat(now(installation, path).path("rowsDone").intValue()).isEqualTo(ROWS);
			assertThat(assigned(installation)).isEqualTo(ROWS);
			handIn(installation, file.toString());
			assertThat(assigned(installation)).isEqualTo(ROWS);
			installation.stop();
			installation.check();
			assertThat(installation.unforeseen()).isEmpty();
			Reliability.record("the application killed while it reads in an action list of %d rows, three times".formatted(ROWS),
					"killed after %s rows; every row is an action, once, also when the same file is handed in again; done %.1f s after the last start"
							.formatted(String.join(", ", rowsAtKills), seconds));
		}
	}

	private static long assigned(Installation installation) throws IOException {
		return installation.database().sql("select count(*) from log.domain_event where payload->'title'->>'text' like 'Ingelezen actie %'").query(Long.class).single();
	}

	private JsonNode handIn(Installation installation, String file) throws IOException, InterruptedException {
		return sent(HttpRequest.newBuilder(installation.address("/api/v1/action-imports?partnershipId=" + REGION)).header("Content-Type", "text/csv")
				.POST(BodyPublishers.ofString(file)), 201);
	}

	private JsonNode now(Installation installation, String path) throws IOException, InterruptedException {
		return sent(HttpRequest.newBuilder(installation.address(path)), 200);
	}

	private JsonNode sent(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
		HttpResponse<String> answer = http.send(request.header("Authorization", Running.authorization("secretaris")).timeout(Duration.ofSeconds(60)).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return JsonMapper.shared().readTree(answer.body());
	}

	private void await(Installation installation, String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!wanted.test(now(installation, path))) {
			assertThat(System.nanoTime()).as("in time; it said: %s", installation.output()).isLessThan(end);
			Thread.sleep(50);
		}
	}
}
