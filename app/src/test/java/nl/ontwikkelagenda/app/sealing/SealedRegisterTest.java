package nl.ontwikkelagenda.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.console.StartRefused;
import nl.ontwikkelagenda.app.erasure.WholeDatabase;
import nl.ontwikkelagenda.app.keys.KeyFiles;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has the database, and not the key, reads no name, address or number in the registers. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class SealedRegisterTest {

	private static final String NAME = "Zénobie van der Proefpersoon";
	private static final String EMAIL = "Zenobie@school.example.org";
	private static final String PHONE = "085 123 4567";
	private static final String FUNCTION = "Zeldzame functie";
	private static final String USERNAME = "z1";
	private static final List<String> SECRETS = List.of(NAME, EMAIL, PHONE, FUNCTION);

	@TempDir private static Path directory;
	private Running app;
	private WholeDatabase database;
	private Client secretary;
	private String person = "";

	@BeforeAll
	void plant() {
		app = Running.with("ontwikkelagenda.keys-directory=" + directory);
		database = new WholeDatabase(app);
		app.give(app.partnership("Regio met een gesloten register"), DemoAccounts.SECRETARY, "SECRETARY");
		secretary = new Client(app, "secretaris");
		person = secretary.made("/api/v1/people", """
				{"name": "%s", "function": "%s", "email": "%s", "phone": "%s"}""".formatted(NAME, FUNCTION, EMAIL, PHONE));
		app.context().getBean(Accounts.class).open(USERNAME, id(), "demo", false);
		app.context().getBean(OutgoingMails.class).write(id(), "Voor " + NAME, "Beste " + NAME + ", uw nummer is " + PHONE + ".");
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	private PersonId id() {
		return PersonId.of(Client.id(person));
	}

	private void everythingCanBeRead() {
		assertThat(secretary.read(person).path("email").asString()).isEqualTo(EMAIL);
		for (String part : List.of("zénobie", "PROEFPERSOON", "zeldzame")) {
			assertThat(
					secretary.read("/api/v1/people?search=" + URLEncoder.encode(part, StandardCharsets.UTF_8)).path("items").valueStream().map(one -> one.path("name").asString()))
					.containsExactly(NAME);
		}
		People people = app.context().getBean(People.class);
		assertThat(people.withEmail(EMAIL.toLowerCase(Locale.ROOT))).containsExactly(id());
		assertThat(people.withName(List.of(NAME.toUpperCase(Locale.ROOT)))).containsOnly(Map.entry(NAME.toLowerCase(Locale.ROOT), List.of(id())));
		assertThat(people.withNameAndEmail(NAME, EMAIL)).contains(id());
		assertThat(people.names(List.of(id()))).containsEntry(id(), NAME);
		JsonNode mine = app.get(USERNAME, "/api/v1/people/me/data").json();
		assertThat(mine.path("registers").path("person").get(0).path("phone").asString()).isEqualTo(PHONE);
		assertThat(mine.path("registers").path("account").get(0).path("username").asString()).isEqualTo(USERNAME);
		assertThat(mine.path("registers").path("outgoingMail").get(0).path("subject").asString()).isEqualTo("Voor " + NAME);
	}

	private List<Integer> keysInUse() {
		return List.copyOf(app.context().getBean(Sealer.class).used());
	}

	@Test
	void aDumpHoldsNoneOfItAndARotationChangesTheKeyOfEverything() {
		everythingCanBeRead();
		assertThat(database.tablesWith(SECRETS)).isEmpty();

		int before = keysInUse().getLast();
		KeepSealed.Rotated rotated = app.context().getBean(KeepSealed.class).rotate();
		assertThat(rotated.older()).contains("register-" + before + ".key");
		assertThat(keysInUse()).containsExactly(before + 1);
		everythingCanBeRead();
		assertThat(database.tablesWith(SECRETS)).isEmpty();
	}

	@Test
	void whatIsPutInTheRowOfAnotherDoesNotOpen() {
		JdbcClient owner = database.owner();
		String other = secretary.made("/api/v1/people", "{\"name\": \"Iemand anders\", \"function\": \"Leraar\"}");
		byte[] own = owner.sql("select name from register.person where id = ?::uuid").param(Client.id(other)).query(byte[].class).single();
		owner.sql("update register.person set name = (select name from register.person where id = ?) where id = ?::uuid").params(id().value(), Client.id(other)).update();
		People people = app.context().getBean(People.class);
		assertThatThrownBy(() -> people.names(List.of(PersonId.of(Client.id(other))))).isInstanceOf(StartRefused.class).hasMessageContaining("hoort niet bij deze database");
		owner.sql("update register.person set name = ? where id = ?::uuid").params(own, Client.id(other)).update();
		assertThat(people.names(List.of(PersonId.of(Client.id(other))))).containsValue("Iemand anders");
	}

	@Test
	void aRegisterOfBeforeIsSealedAtTheNextStartAndOpensWithItsKeyOnly() throws IOException {
		TestDatabase old = TestDatabase.migratedTo("27");
		JdbcClient owner = JdbcClient.create(old.owner());
		owner.sql("""
				with entered as (insert into register.person (id, name, function, email, phone) values (:id, :name, :function, :email, :phone) returning id),
					opened as (insert into register.account (username, person_id, password_hash) select :username, id, '' from entered)
				insert into register.outgoing_mail (id, person_id, subject, body, written_at, give_up_at, next_attempt_at)
				select id, id, 'Voor ' || :name, 'Bel ' || :phone, now(), now(), now() from entered""").param("id", id().value()).param("name", NAME).param("function", FUNCTION)
				.param("email", EMAIL).param("phone", PHONE).param("username", USERNAME).update();
		Flyway.configure().dataSource(old.owner()).placeholders(Map.of("application", TestDatabase.APPLICATION)).load().migrate();
		Path keys = Files.createDirectory(directory.resolve("old"));
		JdbcClient application = JdbcClient.create(old.application());

		keepSealed(application, keys).afterSingletonsInstantiated();

		assertThat(new WholeDatabase(old).tablesWith(SECRETS)).isEmpty();
		Sealer sealer = new Sealer(new RegisterKeys(new KeyFiles(keys)), application);
		assertThat(owner.sql("select name from register.person where name_index = any(?)").param(sealer.digests(SealedTable.PERSON, "name", NAME))
				.query((row, number) -> sealer.row(SealedTable.PERSON, id()).open("name", row.getBytes(1))).single()).isEqualTo(NAME);

		Path nothing = Files.createDirectory(directory.resolve("nothing"));
		assertThatThrownBy(() -> keepSealed(application, nothing).afterSingletonsInstantiated()).isInstanceOf(StartRefused.class)
				.hasMessageContaining("register-1.key, en die sleutel is er niet. Zet het bestand terug in ontwikkelagenda.keys-directory");
		assertThat(nothing).as("no key is made in the place of one that is lost").isEmptyDirectory();
		Files.write(nothing.resolve("register-1.key"), new byte[32]);
		assertThatThrownBy(() -> keepSealed(application, nothing).afterSingletonsInstantiated()).isInstanceOf(StartRefused.class)
				.hasMessageContaining("hoort niet bij deze database");
		old.drop();
	}

	private static KeepSealed keepSealed(JdbcClient jdbc, Path keys) {
		RegisterKeys files = new RegisterKeys(new KeyFiles(keys));
		return new KeepSealed(new Sealer(files, jdbc), files, jdbc);
	}
}
