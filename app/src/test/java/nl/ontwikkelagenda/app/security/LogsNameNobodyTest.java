package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes right or wrong with it, what a person typed or is called stays out of the logs, also when an administrator asks the application for more detail. */
class LogsNameNobodyTest {

	private static final String NAME = "Zonnebloem-Naam";
	private static final String ADDRESS = "zonnebloem-adres@school.example";
	private static final String WORDS = "zonnebloem-woorden over een leerling";

	private final Running app = Running.application();
	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	private final Logger ours = (Logger) LoggerFactory.getLogger("nl.ontwikkelagenda");
	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void listen() {
		lines.start();
		root.addAppender(lines);
		ours.setLevel(Level.TRACE);
	}

	@AfterEach
	void stop() {
		root.detachAppender(lines);
		ours.setLevel(Level.INFO);
	}

	@Test
	void neitherWhatIsAcceptedNorWhatIsRefusedIsLogged() {
		String path = app.partnership("Logboek");
		String partnership = path.substring(path.lastIndexOf('/') + 1);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		String person = """
				{"name": "%s", "function": "Leraar", "email": "%s"}""".formatted(NAME, ADDRESS);
		assertThat(app.post("secretaris", "/api/v1/people", person).status()).isEqualTo(201);
		app.post("secretaris", "/api/v1/people", person.replace("\"email\"", "\"mail\"")).isProblem(400);
		app.post("secretaris", "/api/v1/people", person.substring(0, person.length() - 1)).isProblem(400);
		app.post("deelnemer", "/api/v1/people", person).isProblem(403);
		String meeting = """
				{"partnershipId": "%s", "title": "%s", "happenedOn": "2018-09-24"}""".formatted(partnership, WORDS);
		String location = String.valueOf(app.post("secretaris", "/api/v1/meetings", meeting).header("Location"));
		app.post("secretaris", location + "/outcomes", """
				{"kind": "ACTION", "title": "%s"}""".formatted(WORDS)).isProblem(409);
		app.post("secretaris", location + "/cancellation", """
				{"reason": "%s"}""".formatted(WORDS)).isProblem(409);
		app.get("secretaris", "/api/v1/search?search=" + WORDS.replace(' ', '+'));
		app.get("secretaris", "/api/v1/people?search=" + NAME);
		app.get("", "/api/v1/people", "Authorization", Running.authorization(ADDRESS)).isProblem(401);

		String secret = app.post("secretaris", "/api/v1/calendar-feeds", "{\"kind\": \"PERSONAL\"}").json().path("address").asString().replaceAll(".*/|\\.ics", "");
		assertThat(app.get("", "/calendars/" + secret + ".ics").status()).isEqualTo(200);
		app.get("", "/calendars/" + secret + ".pdf").isProblem(404);

		List<String> logged = lines.list.stream()
				.map(line -> line.getFormattedMessage() + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy())))
				.toList();
		assertThat(logged).as("refused input, rules and rights")
				.anySatisfy(line -> assertThat(line).contains("Refused with 400", "POST /api/v1/people by person " + DemoAccounts.SECRETARY))
				.anySatisfy(line -> assertThat(line).contains("Refused with 409", "POST /api/v1/meetings/{id}/outcomes"))
				.anySatisfy(line -> assertThat(line).contains("Refused with 403", "by person " + DemoAccounts.PARTICIPANT))
				.anySatisfy(line -> assertThat(line).contains("Refused with 401", "not logged in"));
		assertThat(logged).allSatisfy(line -> assertThat(line.toLowerCase(java.util.Locale.ROOT)).doesNotContain("zonnebloem", secret.toLowerCase(java.util.Locale.ROOT)));
	}
}
