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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.webhook.Receiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed while it brings something to a partner; the partner gets everything, in order, what came twice under the same id. */
@Tag("faults")
class WebhookKillTest {

	private static final Duration PATIENCE = Duration.ofMinutes(4);
	private static final String PRIVATE = "--ontwikkelagenda.webhooks.private-addresses=true";
	private static final int KILLS = 2;

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir Path directory;

	@Test
	void nothingIsLostAndNothingOvertakes() throws Exception {
		try (Installation installation = new Installation(directory, PRIVATE); Receiver receiver = new Receiver()) {
			installation.start();
			installation.awaitReady();
			String agenda = get(installation, "/api/v1/agendas").at("/items/0/agendaId").asString();
			JsonNode webhook = post(installation, "/api/v1/webhooks", "{\"kind\": \"AGENDA\", \"subjectId\": \"%s\", \"address\": \"%s\"}".formatted(agenda, receiver.address()));
			receiver.keep(webhook.path("secret").asString());
			List<String> titles = new ArrayList<>();
			for (int kill = 0; kill < KILLS; kill++) {
				receiver.answer(exchange -> Thread.sleep(Duration.ofMinutes(1)));
				int before = receiver.received().size();
				titles.add(theme(installation, agenda, "Voor de klap " + kill));
				await(() -> receiver.received().size() > before);
				titles.add(theme(installation, agenda, "Tijdens de klap " + kill));
				installation.killApplication();
				installation.start();
				installation.awaitReady();
				await(() -> told(receiver).size() == titles.size());
			}
			assertThat(told(receiver)).isEqualTo(titles);
			assertThat(receiver.received()).hasSizeGreaterThan(titles.size()).allMatch(Receiver.Received::signed);
			installation.stop();
			assertThat(installation.unforeseen()).isEmpty();
		}
	}

	/** Titles of themes, each delivery once: what came again came under its own id. */
	private static List<String> told(Receiver receiver) {
		Map<String, List<String>> byId = new LinkedHashMap<>();
		receiver.received().forEach(received -> byId.putIfAbsent(received.id(), received.sentences()));
		return byId.values().stream().flatMap(List::stream).filter(told -> told.contains("het thema ‘")).map(told -> told.replaceAll("(?s).*‘(.*)’.*", "$1")).toList();
	}

	private String theme(Installation installation, String agenda, String title) throws IOException, InterruptedException {
		post(installation, "/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"" + title + "\"}");
		return title;
	}

	private JsonNode post(Installation installation, String path, String body) throws IOException, InterruptedException {
		return sent(HttpRequest.newBuilder(installation.address(path)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), 201);
	}

	private JsonNode get(Installation installation, String path) throws IOException, InterruptedException {
		return sent(HttpRequest.newBuilder(installation.address(path)), 200);
	}

	private JsonNode sent(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
		HttpResponse<String> answer = http.send(request.header("Authorization", Running.authorization("secretaris")).timeout(Duration.ofSeconds(60)).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return JsonMapper.shared().readTree(answer.body());
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("within " + PATIENCE).isLessThan(end);
			Thread.sleep(200);
		}
	}
}
