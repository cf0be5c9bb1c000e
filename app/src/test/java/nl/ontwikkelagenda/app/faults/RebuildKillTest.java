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

import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All read models are rebuilt while the application is killed, again and again; the rebuild that was asked for is ended by the next that starts. */
@Tag("faults")
class RebuildKillTest {

	private static final int[] KILLS_AFTER_MILLIS = {150, 700, 1_500};
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir Path directory;

	@Test
	void aRebuildOutlivesTheApplicationThatDidIt() throws Exception {
		try (Installation installation = new Installation(directory)) {
			installation.start();
			installation.awaitReady();
			String path = "/api/v1/rebuilds/" + sent(HttpRequest.newBuilder(installation.address("/api/v1/rebuilds")).header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString("{}")), 201).path("id").asString();
			for (int millis : KILLS_AFTER_MILLIS) {
				Thread.sleep(millis);
				installation.killApplication();
				installation.start();
				installation.awaitReady();
			}
			long end = System.nanoTime() + PATIENCE.toNanos();
			JsonNode now = sent(HttpRequest.newBuilder(installation.address(path)), 200);
			while (!now.path("state").asString().equals("TAKEN_OVER")) {
				assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
				Thread.sleep(100);
				now = sent(HttpRequest.newBuilder(installation.address(path)), 200);
			}
			assertThat(now.path("readModels")).allSatisfy(view -> assertThat(view.at("/comparison/different").longValue()).isZero());
			installation.stop();
			installation.check();
			assertThat(installation.unforeseen()).isEmpty();
		}
	}

	private JsonNode sent(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
		HttpResponse<String> answer = http.send(request.header("Authorization", Running.authorization(Running.ADMINISTRATOR)).timeout(Duration.ofSeconds(60)).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return JsonMapper.shared().readTree(answer.body());
	}
}
