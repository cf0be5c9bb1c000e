package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
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
			long started = 0;
			for (int millis : KILLS_AFTER_MILLIS) {
				Thread.sleep(millis);
				installation.killApplication();
				installation.start();
				started = System.nanoTime();
				installation.awaitReady();
			}
			long end = System.nanoTime() + PATIENCE.toNanos();
			JsonNode now = sent(HttpRequest.newBuilder(installation.address(path)), 200);
			while (!now.path("state").asString().equals("TAKEN_OVER")) {
				assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
				Thread.sleep(100);
				now = sent(HttpRequest.newBuilder(installation.address(path)), 200);
			}
			double seconds = (System.nanoTime() - started) / 1e9;
			assertThat(now.path("readModels")).allSatisfy(view -> assertThat(view.at("/comparison/different").longValue()).isZero());
			commandsBeside(installation);
			installation.stop();
			installation.check();
			assertThat(installation.unforeseen()).isEmpty();
			Reliability.record("the application killed while it rebuilds all read models, three times",
					"all %d read models had taken over %.1f s after the last start, and none of their documents differs from before".formatted(now.path("readModels").size(),
							seconds));
		}
	}

	/** On the command line, while it serves; what was taken along stands in the register of accesses. */
	private void commandsBeside(Installation installation) throws IOException, InterruptedException {
		assertThat(installation.command("rebuild")).contains("Leest het logboek: feit ", " per seconde", "bij tot en met feit ", "overzichten vergeleken",
				"0 erbij, 0 weg, 0 anders.");
		assertThat(installation.command("rebuild", 2, "--view=niets")).contains("Er is geen overzicht 'niets'");

		String partnership = sent(HttpRequest.newBuilder(installation.address("/api/v1/partnerships?asOf=2018-12-31")), 200, "secretaris").at("/items/0/partnershipId").asString();
		Path report = directory.resolve("verslag.json");
		assertThat(installation.command("report", partnership, "--user=secretaris", "--from=2018-09-01", "--until=2018-09-30", "--format=json", "--output=" + report))
				.contains("Verslag geschreven in " + report);
		assertThat(JsonMapper.shared().readTree(Files.readAllBytes(report)).at("/period/words").asString()).isEqualTo("september 2018");
		assertThat(installation.command("report", 1, partnership, "--user=niemand")).contains("Er is geen account met de naam niemand");
		assertThat(installation.command("report", 1, "00000000-0000-4000-8000-000000000000", "--user=secretaris")).contains("Er is niets met dit id dat secretaris mag zien.");
		assertThat(installation.command("report", 2, partnership, "--user=secretaris", "--as-of=2999-01-01")).contains("Dit moment ligt in de toekomst");
		Path everything = directory.resolve("alles");
		assertThat(installation.command("export", partnership, everything.toString(), "--user=secretaris", "--as-of=2018-12-31")).contains("bestanden geschreven in " + everything);
		assertThat(everything.resolve("gegevens/actions.ndjson")).isNotEmptyFile();
		assertThat(everything.resolve("voortgang.pdf")).isNotEmptyFile();
		assertThat(sent(HttpRequest.newBuilder(installation.address("/api/v1/audit/accesses?kind=EXPORTED&partnershipId=" + partnership)), 200, "auditor").toString())
				.contains("\"command\":\"report\"", "\"command\":\"export\"");
	}

	private JsonNode sent(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
		return sent(request, status, Running.ADMINISTRATOR);
	}

	private JsonNode sent(HttpRequest.Builder request, int status, String user) throws IOException, InterruptedException {
		HttpResponse<String> answer = http.send(request.header("Authorization", Running.authorization(user)).timeout(Duration.ofSeconds(60)).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return JsonMapper.shared().readTree(answer.body());
	}
}
