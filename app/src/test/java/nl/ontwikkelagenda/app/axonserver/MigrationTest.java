package nl.ontwikkelagenda.app.axonserver;

import static nl.ontwikkelagenda.app.rest.Running.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.audit.LedgerChecker;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.reporting.readmodel.Checker;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo history moves to a real Axon Server and back. The server must be empty before. */
@Tag("axonserver")
class MigrationTest {

	private static final String[] QUESTIONS = {"/api/v1/partnerships", "/api/v1/decisions?pageSize=100", "/api/v1/actions?pageSize=100",
			"/api/v1/decisions?pageSize=100&asOf=2018-12-31"};

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@TempDir Path published;

	@Test
	void theLogMovesThereAndBackAndNothingElseChanges() throws Exception {
		String address = AxonServerAddress.required();
		requireEmpty(address);
		Running before = Running.with("ontwikkelagenda.demo-history=true", "ontwikkelagenda.audit.directory=" + published, "ontwikkelagenda.keys-directory=" + published);
		TestDatabase database = before.database();
		JdbcClient owner = JdbcClient.create(database.owner());
		owner.sql("select nextval(pg_get_serial_sequence('log.domain_event', 'global_index')) from generate_series(1, 7)").query(Long.class).list();
		String partnership = founded(before, "Na een gat in de nummers");
		List<String> said = said(before);
		before.context().getBean(SealEvents.class).run();
		before.context().close();
		long events = owner.sql("select count(*) from log.domain_event").query(Long.class).single();

		try (Connected server = new Connected(address, database)) {
			Migration migration = new Migration(database.owner(), server.log);
			assertThatThrownBy(() -> migration.toServer(copied -> {
				throw new IllegalStateException("It breaks off");
			})).hasMessage("It breaks off");
			assertThat(server.log.size()).isPositive().isLessThan(events);
			Migration.Result moved = new Migration(database.owner(), server.log).toServer(copied -> {
			});
			assertThat(moved.events()).isEqualTo(events);
			assertThat(moved.copied()).isPositive().isLessThan(events);
		}

		Running on = on(database, "spring.profiles.active=axonserver", "axon.axonserver.servers=" + address);
		assertThat(said(on)).isEqualTo(said);
		assertThat(said(on, ADMINISTRATOR, partnership)).contains("Na een gat in de nummers");
		String later = founded(on, "Op de server opgericht");
		on.context().getBean(SealEvents.class).run();
		sound(on);
		said = said(on);
		on.context().close();

		try (Connected server = new Connected(address, database)) {
			Migration.Result back = new Migration(database.owner(), server.log).toDatabase(copied -> {
			});
			assertThat(back.copied()).isPositive().isEqualTo(back.events() - events);
		}

		Running home = on(database);
		assertThat(said(home)).isEqualTo(said);
		assertThat(said(home, ADMINISTRATOR, later)).contains("Op de server opgericht");
		founded(home, "Weer thuis");
		home.context().getBean(SealEvents.class).run();
		sound(home);
		home.context().close();
	}

	private static void requireEmpty(String address) throws InterruptedException {
		try (Connected server = new Connected(address, TestDatabase.migrated())) {
			assumeTrue(server.log.size() == 0, "Not tested: the Axon Server at AXONSERVER_ADDRESS is not empty");
		}
	}

	private Running on(TestDatabase database, String... more) {
		List<String> properties = new ArrayList<>(List.of("spring.datasource.url=" + database.url(), "ontwikkelagenda.audit.directory=" + published,
				"ontwikkelagenda.keys-directory=" + published));
		properties.addAll(List.of(more));
		return Running.with(properties.toArray(String[]::new));
	}

	private static void sound(Running app) {
		assertThat(app.context().getBean(LedgerChecker.class).check()).isInstanceOf(LedgerChecker.Verdict.Sound.class);
		Checker.Result result = app.context().getBean(Checker.class).check();
		assertThat(result.isClean()).as(result.first().toString()).isTrue();
	}

	private static List<String> said(Running app) throws IOException, InterruptedException {
		List<String> answers = new ArrayList<>();
		for (String question : QUESTIONS) {
			answers.add(said(app, "secretaris", question));
		}
		return answers;
	}

	private static String said(Running app, String user, String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = HTTP.send(request(app, user, path).build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static String founded(Running app, String name) throws IOException, InterruptedException {
		HttpResponse<String> answer = HTTP.send(request(app, ADMINISTRATOR, "/api/v1/partnerships").header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
				{"kind": "REGION", "name": "%s", "schoolRegion": "MIDDEN", "foundedOn": "2018-01-01"}""".formatted(name))).build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	/** Without the contract of the interface: each of the four applications would have to write it. */
	private static HttpRequest.Builder request(Running app, String user, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path)).header("Authorization", Running.authorization(user));
	}

	/** A connection without an application. */
	private static final class Connected implements AutoCloseable {

		private final AxonServerConnectionManager connections;
		private final ServerLog log;

		Connected(String address, TestDatabase database) throws InterruptedException {
			AxonServerConfiguration settings = AxonServerConfiguration.builder().servers(address).build();
			connections = AxonServerConnectionManager.builder().axonServerConfiguration(settings).routingServers(address).build();
			log = new ServerLog(connections, () -> ServerConfiguration.places(JdbcClient.create(database.owner())), Duration.ofSeconds(20));
			while (!log.isThere()) {
				Thread.sleep(100);
			}
		}

		@Override
		public void close() {
			connections.shutdown();
		}
	}
}
