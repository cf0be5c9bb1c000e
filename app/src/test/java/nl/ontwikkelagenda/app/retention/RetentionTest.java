package nl.ontwikkelagenda.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.InstallationAdministrators;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is over its time is proposed for removal, and who administers the installation decides. */
@TestInstance(Lifecycle.PER_CLASS)
class RetentionTest {

	private static final String PROPOSALS = "/api/v1/retention-proposals";

	private final Running app = Running.application();
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);
	private final Client secretary = new Client(app, "secretaris");
	private final Client administrator = new Client(app, Running.ADMINISTRATOR);
	private String partnership = "";

	@BeforeAll
	void found() {
		partnership = app.partnership("Regio die niet te lang bewaart");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
	}

	/** Somebody whose entry was not changed for three years. */
	private String longAgo(String name) {
		String person = secretary.made("/api/v1/people", "{\"name\": \"" + name + "\", \"function\": \"Leraar\"}");
		jdbc.sql("update register.person set changed_at = now() - interval '3 years' where id = ?::uuid").param(Client.id(person)).update();
		return person;
	}

	private void propose() {
		app.context().getBean(ProposeRemovals.class).run();
	}

	private List<JsonNode> proposalsOn(String person) {
		return administrator.read(PROPOSALS).path("items").valueStream().filter(proposal -> proposal.path("personId").asString().equals(Client.id(person))).toList();
	}

	private Answer accept(String proposal) {
		return app.send(Running.ADMINISTRATOR, "POST", proposal + "/acceptance", null);
	}

	@Test
	void whoTookPartInNothingForLongIsProposedAndErasedWhenThatIsAccepted() {
		String unused = longAgo("Vera Vergeten");
		String seated = longAgo("Zita Zittend");
		app.give(partnership, PersonId.of(Client.id(seated)), "PARTICIPANT");
		String recent = secretary.made("/api/v1/people", "{\"name\": \"Nico Nieuw\", \"function\": \"Leraar\"}");
		propose();
		propose();
		assertThat(proposalsOn(unused)).hasSize(1);
		assertThat(proposalsOn(seated)).isEmpty();
		assertThat(proposalsOn(recent)).isEmpty();
		assertThat(administrator.page("/beheer/bewaartermijnen")).contains("Vera Vergeten");
		app.get("secretaris", PROPOSALS).isProblem(403);

		String proposal = PROPOSALS + "/" + proposalsOn(unused).getFirst().path("proposalId").asString();
		assertThat(accept(proposal).json().path("state").asString()).isEqualTo("REMOVED");
		app.get("secretaris", unused).isProblem(404);
		assertThat(administrator.read(unused + "/erasure").path("ground").asString()).isEqualTo("RETENTION_ENDED");
		Client.refused(accept(proposal), "a-retention-proposal-is-decided-once");
		assertThat(administrator.page("/beheer/bewaartermijnen")).contains("[verwijderd]").doesNotContain("Vera Vergeten");
	}

	@Test
	void whoIsKeptForAReasonIsNotProposedAgainUntilThatDay() {
		String person = longAgo("Bram Bewaard");
		propose();
		String id = proposalsOn(person).getFirst().path("proposalId").asString();
		String until = LocalDate.now(Today.AMSTERDAM).plusYears(1).toString();
		assertThat(app.post(Running.ADMINISTRATOR, PROPOSALS + "/" + id + "/exception", "{\"reason\": \"Nodig\", \"until\": \"2020-01-01\"}").isProblem(400).wrongFields())
				.containsExactly("until");
		assertThat(administrator.submit("/beheer/bewaartermijnen", "/beheer/bewaartermijnen/" + id + "/bewaren", Map.of("reason", "Er loopt een zaak", "until", until)).status())
				.isEqualTo(303);
		propose();
		assertThat(proposalsOn(person)).hasSize(1);
		assertThat(proposalsOn(person).getFirst().path("state").asString()).isEqualTo("KEPT");
		assertThat(proposalsOn(person).getFirst().path("keptUntil").asString()).isEqualTo(until);
	}

	@Test
	void aPersonWhomTextsNameIsErasedOnlyWhenThatIsDecidedOn() {
		String person = longAgo("Gerda Genoemd");
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(Client.id(partnership)));
		secretary.made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "Gemeld door Gerda Genoemd", "bodyId": "%s"}""".formatted(Client.id(partnership), body));
		propose();
		Client.refused(accept(PROPOSALS + "/" + proposalsOn(person).getFirst().path("proposalId").asString()), "every-mention-is-decided-on");
		assertThat(proposalsOn(person).getFirst().path("state").asString()).isEqualTo("OPEN");
	}

	@Test
	void anAccountThatNobodyUsesIsProposedAndClosed() {
		String person = secretary.made("/api/v1/people", "{\"name\": \"Olga Ongebruikt\", \"function\": \"Leraar\"}");
		Accounts accounts = app.context().getBean(Accounts.class);
		accounts.open("olga", PersonId.of(Client.id(person)), DemoAccounts.PASSWORD, false);
		jdbc.sql("update register.account set changed_at = now() - interval '3 years' where username = 'olga'").update();
		jdbc.sql("insert into register.visit (person_id, latest_at) values (?::uuid, now() - interval '1 year')").param(Client.id(person)).update();
		propose();
		assertThat(proposalsOn(person)).as("who was there a year ago").isEmpty();
		jdbc.sql("update register.visit set latest_at = now() - interval '30 months' where person_id = ?::uuid").param(Client.id(person)).update();
		propose();
		assertThat(proposalsOn(person).getFirst().path("kind").asString()).isEqualTo("UNUSED_ACCOUNT");
		assertThat(administrator.page("/beheer/bewaartermijnen")).contains("Ongebruikt account van Olga Ongebruikt", "Sluit dit account");
		accept(PROPOSALS + "/" + proposalsOn(person).getFirst().path("proposalId").asString());
		assertThat(app.get("olga", "/api/v1/people/me").status()).isEqualTo(401);
	}

	@Test
	void rowsOfRegistersAreProposedByKindAndRemovedTogether() {
		JdbcClient owner = JdbcClient.create(app.database().owner());
		owner.sql("insert into register.audit_access (at, person_id, kind, scope) select now() - interval '6 years', gen_random_uuid(), 'REFUSED', '{}' from generate_series(1, 3)")
				.update();
		owner.sql("""
				insert into register.dropped_letter (id, processing_group, event_id, payload_type, parked_at, dropped_by, dropped_at, reason)
				values (gen_random_uuid(), 'Planted', gen_random_uuid(), 'planted', now(), gen_random_uuid(), now() - interval '3 years', 'Verouderd')""").update();
		owner.sql("""
				insert into register.action_import (id, partnership_id, person_id, row_count, action_count, state, finished_at)
				values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 1, 'DONE', now() - interval '2 years')""").update();
		String person = secretary.made("/api/v1/people", "{\"name\": \"Vroeger Verbeterd\", \"function\": \"Leraar\"}");
		owner.sql("insert into register.person_change (person_id, kind, changed_by, changed_at) values (?::uuid, 'CORRECTED', gen_random_uuid(), now() - interval '6 years')")
				.param(Client.id(person)).update();
		propose();
		propose();
		for (String kind : List.of("ACCESSES", "CORRECTIONS", "IMPORTS", "DROPPED_WORK")) {
			List<JsonNode> proposed = administrator.read(PROPOSALS + "?state=OPEN").path("items").valueStream().filter(one -> one.path("kind").asString().equals(kind)).toList();
			assertThat(proposed).as(kind).hasSize(1);
			assertThat(proposed.getFirst().path("rows").longValue()).isEqualTo(kind.equals("ACCESSES") ? 3 : 1);
			assertThat(accept(PROPOSALS + "/" + proposed.getFirst().path("proposalId").asString()).json().path("state").asString()).isEqualTo("REMOVED");
		}
		assertThat(owner.sql("select count(*) from register.audit_access where at < now() - interval '5 years'").query(Long.class).single()).isZero();
		assertThat(owner.sql("select count(*) from register.audit_access").query(Long.class).single()).as("the others stay").isPositive();
		assertThatThrownBy(() -> jdbc.sql("select register.forget_accesses(now())").query(Long.class).single()).hasMessageContaining("Accesses of the last year stay");
		assertThat(administrator.page("/beheer/bewaartermijnen")).contains("Verwijderd, door ");
	}

	@Test
	void whoAdministersTheInstallationIsKeptFromWhenToWhen() {
		InstallationAdministrators administrators = app.context().getBean(InstallationAdministrators.class);
		PersonId person = PersonId.of(Client.id(secretary.made("/api/v1/people", "{\"name\": \"Berend Beheer\", \"function\": \"Beheerder\"}")));
		Accounts accounts = app.context().getBean(Accounts.class);
		accounts.open("berend", person, DemoAccounts.PASSWORD, true);
		Instant then = jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
		assertThat(administrators.did(List.of(person), then)).isTrue();
		assertThat(administrators.did(List.of(person), then.minusSeconds(3600))).isFalse();
		accounts.close("berend");
		assertThat(administrators.did(List.of(person), then)).as("it stays known").isTrue();
		assertThat(administrators.did(List.of(person), Instant.now().plusSeconds(60))).isFalse();
		assertThat(administrators.all().getFirst().personId()).isEqualTo(person);
		assertThatThrownBy(() -> jdbc.sql("delete from register.installation_administrator").update()).isInstanceOf(DataAccessException.class);
		assertThat(administrator.page("/beheer/accounts")).contains("Wie deze installatie beheerde", "Berend Beheer");
	}

	@Test
	void anAccountThatWasClosedLongAgoIsProposedAndLapsesWhenItIsOpenedAgain() {
		String person = secretary.made("/api/v1/people", "{\"name\": \"Gijs Gesloten\", \"function\": \"Leraar\"}");
		Accounts accounts = app.context().getBean(Accounts.class);
		accounts.open("gijs", PersonId.of(Client.id(person)), DemoAccounts.PASSWORD, false);
		accounts.close("gijs");
		jdbc.sql("update register.account set changed_at = now() - interval '2 years' where person_id = ?::uuid").param(Client.id(person)).update();
		propose();
		assertThat(proposalsOn(person).getFirst().path("kind").asString()).isEqualTo("CLOSED_ACCOUNT");
		accounts.open("gijs", PersonId.of(Client.id(person)), DemoAccounts.PASSWORD, false);
		propose();
		assertThat(proposalsOn(person).getFirst().path("state").asString()).isEqualTo("LAPSED");
	}
}
