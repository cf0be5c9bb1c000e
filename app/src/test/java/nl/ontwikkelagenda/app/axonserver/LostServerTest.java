package nl.ontwikkelagenda.app.axonserver;

import static nl.ontwikkelagenda.app.rest.Running.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import nl.ontwikkelagenda.app.faults.Wire;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connection with a real Axon Server is cut and comes back, while the application works. */
@Tag("axonserver")
class LostServerTest {

	private static final Duration QUICKLY = Duration.ofSeconds(3);
	private static final Duration SOON = Duration.ofSeconds(60);

	@Test
	void commandsFailFastReadsGoOnAndAllResumesByItself() throws IOException, InterruptedException {
		int port = Integer.parseInt(AxonServerAddress.required().replaceAll(".*:", ""));
		try (Wire wire = new Wire(port)) {
			Running app = Running.with("spring.profiles.active=axonserver", "axon.axonserver.servers=127.0.0.1:" + wire.port());
			try {
				String partnership = app.partnership("Zonder server");
				String body = organisation();
				wire.cut();

				long begun = System.nanoTime();
				Answer refused = app.post(ADMINISTRATOR, partnership + "/organisations", body, "Idempotency-Key", "cut-1");
				assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICKLY);
				assertThat(refused.isProblem(503).header("Retry-After")).isEqualTo("5");
				assertThat(app.get(ADMINISTRATOR, partnership).json().path("name").asString()).isEqualTo("Zonder server");
				assertThat(app.get("", "/actuator/health/readiness").status()).as("reads go on").isEqualTo(200);

				wire.mend();
				await(() -> app.post(ADMINISTRATOR, partnership + "/organisations", body, "Idempotency-Key", "cut-1").status() == 201);
				assertThat(app.post(ADMINISTRATOR, partnership + "/organisations", organisation()).status()).isEqualTo(201);
				assertThat(app.get(ADMINISTRATOR, partnership + "/organisations").json().path("total").intValue()).as("the repeated one had its effect once").isEqualTo(2);
			} finally {
				app.context().close();
			}
		}
	}

	/** As when the server lost its last second in a power cut. */
	@Test
	void readModelsThatTellOfMoreThanTheServerHoldsAreMadeAnewAtTheStart() throws InterruptedException {
		String[] server = {"spring.profiles.active=axonserver", "axon.axonserver.servers=" + AxonServerAddress.required()};
		Running before = Running.with(server);
		String partnership = before.partnership("Bijna verloren");
		before.context().close();
		JdbcClient.create(before.database().owner()).sql("update view.keeper set position = position + 1000").update();

		Running after = Running.with(server[0], server[1], "spring.datasource.url=" + before.database().url());
		try {
			await(() -> after.get(ADMINISTRATOR, partnership).status() == 200);
			assertThat(after.post(ADMINISTRATOR, partnership + "/organisations", organisation()).status()).isEqualTo(201);
			Checker.Result result = after.context().getBean(Checker.class).check();
			assertThat(result.isClean()).as(result.first().toString()).isTrue();
		} finally {
			after.context().close();
		}
	}

	private static void await(BooleanSupplier happens) throws InterruptedException {
		long end = System.nanoTime() + SOON.toNanos();
		while (!happens.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.sleep(200);
		}
	}

	private static String organisation() {
		return """
				{"organisationId": "%s", "name": "De Regenboog", "sector": "EDUCATION", "joinedOn": "2018-09-24"}""".formatted(UUID.randomUUID());
	}
}
