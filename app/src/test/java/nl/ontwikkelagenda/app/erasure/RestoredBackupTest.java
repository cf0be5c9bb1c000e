package nl.ontwikkelagenda.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.backup.Backups;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of before brings nothing back that was removed after it was made. */
@BesideOthers
class RestoredBackupTest {

	private static final List<String> SECRETS = List.of("Ulrike Proefpersoon", "ulrike@school.example.org", "Het geheim van de Dorpsstraat");

	@TempDir private Path directory;

	@Test
	void whatWasRemovedSinceIsRemovedAgain() throws IOException {
		Path backup = directory.resolve("agenda.zip");
		String person;
		String text;
		String mention;
		String stakeholder;
		String community;
		Running app = on(null);
		try (var context = app.context()) {
			Client secretary = new Client(app, "secretaris");
			Client administrator = new Client(app, Running.ADMINISTRATOR);
			String path = app.partnership("Regio met reservekopie");
			app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
			String partnership = Client.id(path);
			String body = secretary.id("/api/v1/bodies", "{\"partnershipId\": \"" + partnership + "\", \"kind\": \"COMMUNITY\", \"name\": \"Monitoring\"}");
			person = secretary.made("/api/v1/people", "{\"name\": \"" + SECRETS.get(0) + "\", \"function\": \"Leraar\", \"email\": \"" + SECRETS.get(1) + "\"}");
			String of = "{\"partnershipId\": \"" + partnership + "\", ";
			stakeholder = secretary.made("/api/v1/stakeholders", of + "\"personId\": \"" + Client.id(person) + "\", \"sector\": \"EDUCATION\", \"perspective\": \"PRACTICE\"}");
			community = secretary.made("/api/v1/communities", of + "\"bodyId\": \"" + body + "\", \"title\": \"Monitoring\"}");
			secretary.created(community + "/enrolments", "{\"personId\": \"" + Client.id(person) + "\"}");
			text = barrier(secretary, partnership, body, SECRETS.get(2));
			mention = barrier(secretary, partnership, body, "Gemeld door " + SECRETS.get(0));
			try (OutputStream out = Files.newOutputStream(backup)) {
				new Backups(app.database().owner(), Clock.systemUTC()).write(out);
			}

			JsonNode found = secretary.read("/api/v1/recorded-texts?search=geheim&partnershipId=" + partnership).path("items").get(0);
			secretary.created("/api/v1/redactions",
					"{\"partnershipId\": \"" + partnership + "\", " + place(found) + ", \"ground\": \"CONFIDENTIAL\", \"reason\": \"Vertrouwelijk\"}");
			JsonNode named = administrator.read(person + "/mentions").path("items").get(0);
			administrator.created(person + "/erasure",
					"{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek\", \"exceptions\": [], \"redactions\": [{" + place(named) + "}]}");
		}
		try (Stream<Path> files = Files.list(directory.resolve("ledger"))) {
			Path removals = files.filter(file -> file.getFileName().toString().startsWith("removals-")).findFirst().orElseThrow();
			assertThat(Files.readString(removals)).contains(Client.id(person)).doesNotContain("Ulrike", "ulrike", "Dorpsstraat");
		}

		TestDatabase restored = TestDatabase.migrated();
		new Backups(restored.owner(), Clock.systemUTC()).restore(backup);
		WholeDatabase database = new WholeDatabase(restored);
		assertThat(database.tablesWith(SECRETS)).contains("log.domain_event");
		assertThat(database.owner().sql("select count(*) from register.person where id = ?::uuid").param(Client.id(person)).query(Long.class).single()).isEqualTo(1);
		Running again = on(restored);
		try (var context = again.context()) {
			context.getBean(KeepRemovals.class).run();
			Client secretary = new Client(again, "secretaris");
			assertThat(secretary.read(text).path("hinders").asString()).isEqualTo("[verwijderd]");
			assertThat(secretary.read(mention).path("hinders").asString()).isEqualTo("[verwijderd]");
			again.get("secretaris", person).isProblem(404);
			assertThat(secretary.read(stakeholder).path("status").asString()).isEqualTo("ERASED");
			assertThat(secretary.read(community).path("seated").intValue()).as("his seat is free").isZero();
			assertThat(database.tablesWith(SECRETS)).isEmpty();
			long facts = again.events();
			context.getBean(KeepRemovals.class).run();
			assertThat(database.owner().sql("select count(*) from log.domain_event").query(Long.class).single()).as("nothing is done twice").isEqualTo(facts);
		}
	}

	private static String place(JsonNode text) {
		return "\"eventId\": \"" + text.path("eventId").asString() + "\", \"pointer\": \"" + text.path("pointer").asString() + "\"";
	}

	private static String barrier(Client secretary, String partnership, String body, String hinders) {
		return secretary.made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "%s", "bodyId": "%s"}""".formatted(partnership, hinders, body));
	}

	private Running on(@Nullable TestDatabase database) {
		List<String> properties = new ArrayList<>(List.of("ontwikkelagenda.keys-directory=" + directory.resolve("keys"),
				"ontwikkelagenda.audit.directory=" + directory.resolve("ledger"), "ontwikkelagenda.limits.burst=100000"));
		if (database != null) {
			properties.add("spring.datasource.url=" + database.url());
		}
		return Running.with(properties.toArray(String[]::new));
	}
}
