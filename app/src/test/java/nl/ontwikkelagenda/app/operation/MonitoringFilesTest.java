package nl.ontwikkelagenda.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard and the alarms ask for numbers that the application gives. */
class MonitoringFilesTest {

	private static final Path FILES = Path.of("../deploy/monitoring");
	private static final Pattern ASKED = Pattern.compile("([a-z][A-Za-z_]*)\\{job=");
	/** What Prometheus itself says of what it watches. */
	private static final String UP = "up";

	private static String given = "";

	@BeforeAll
	static void askOnce() {
		Running.application().post("beheerder", "/api/v1/partnerships", """
				{"kind": "REGION", "name": "Regio die gemeten wordt", "schoolRegion": "MIDDEN"}""");
		given = Running.application().get("beheerder", "/actuator/prometheus").body();
	}

	@Test
	void theDashboardAsksForNumbersThatThereAre() throws IOException {
		String dashboard = Files.readString(FILES.resolve("dashboard.json"));
		JsonMapper.shared().readTree(dashboard);
		assertThat(asked(dashboard.replace("\\\"", "\""))).hasSizeGreaterThan(15).isSubsetOf(numbers());
	}

	@Test
	void theAlarmsAskForNumbersThatThereAre() throws IOException {
		assertThat(asked(Files.readString(FILES.resolve("alerts.yaml")))).hasSizeGreaterThan(12).isSubsetOf(numbers());
	}

	@Test
	void whatWaitsOrFailsIsCounted() {
		assertThat(given.lines().filter(line -> line.matches("(mails|webhooks|streams|jobs|ledger|views|automations)_\\S+ .*"))).hasSize(14)
				.noneMatch(line -> line.endsWith("NaN"));
		assertThat(value("ledger_unpublished")).as("nothing seals in this test").isPositive();
		assertThat(value("views_set_aside")).isZero();
	}

	@Test
	void addressesAreCountedByTheirPattern() {
		assertThat(given).contains("http_server_requests_seconds_bucket{").contains("uri=\"/api/v1/partnerships\"");
	}

	/** Such as Axon's capacity, for which every message of ten minutes is kept. */
	@Test
	void nothingIsKeptOfEveryMessage() {
		assertThat(numbers()).isNotEmpty().noneMatch(name -> name.matches("(eventProcessor|commandBus|queryBus|eventStore).*"));
	}

	private static double value(String name) {
		return given.lines().filter(line -> line.startsWith(name + " ")).mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElseThrow();
	}

	private static Set<String> asked(String file) {
		return ASKED.matcher(file).results().map((MatchResult match) -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> numbers() {
		return Stream.concat(Stream.of(UP), given.lines().filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst("[{ ].*", ""))).collect(Collectors.toSet());
	}
}
