package nl.ontwikkelagenda.app.axonserver;

import static nl.ontwikkelagenda.app.rest.Running.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A start where nobody is at the address of Axon Server. */
@BesideOthers
class AbsentServerTest {

	@SuppressWarnings("NullAway.Init") private static Running app;

	@BeforeAll
	static void start() {
		app = Running.with("spring.profiles.active=axonserver", "axon.axonserver.servers=127.0.0.1:1", "ontwikkelagenda.axonserver.wait-at-start=1s",
				"ontwikkelagenda.axonserver.patience=1s");
	}

	@AfterAll
	static void stop() {
		app.context().close();
	}

	@Test
	void itStartsAndReadinessSaysWhyNothingIsServed() {
		Running.Answer readiness = app.get("", "/actuator/health/readiness");
		assertThat(readiness.status()).isEqualTo(503);
		assertThat(readiness.json().path("status").asString()).isEqualTo("AXON_SERVER_AWAY");
		assertThat(app.get("", "/actuator/health/liveness").status()).isEqualTo(200);
		assertThat(app.get(ADMINISTRATOR, "/actuator/health").json().path("components").path("axonServerLog").path("details").path("servers").asString()).isEqualTo("127.0.0.1:1");
	}

	/** Asked without the contract of the interface, as that is not served either. */
	@Test
	void everyRequestIsRefusedAndToldWhenToComeAgain() throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			for (String path : new String[] {"/api/v1/partnerships", "/"}) {
				var answer = http.send(
						HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path)).header("Authorization", Running.authorization(ADMINISTRATOR)).build(),
						BodyHandlers.ofString());
				assertThat(answer.statusCode()).as(path).isEqualTo(503);
				assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("5");
			}
		}
	}
}
