package nl.ontwikkelagenda.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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

	private List<JsonNode> proposalsOfKind(String kind) {
		return administrator.read(PROPOSALS + "?state=OPEN").path("items").valueStream().filter(proposal -> proposal.path("kind").asString().equals(kind)).toList();
	}

	/** The address of the latest proposal on somebody, which is of this kind and open. */
	private String open(String person, String kind) {
		JsonNode proposal = proposalsOn(person).getFirst();
		assertThat(proposal.path("kind").asString()).isEqualTo(kind);
		assertThat(proposal.path("state").asString()).isEqualTo("OPEN");
		return PROPOSALS + "/" + proposal.path("proposalId").asString();
	}

	private void keep(String proposal) {
		assertThat(
				administrator.created(proposal + "/exception", "{\"reason\": \"Nodig\", \"until\": \"" + LocalDate.now(Today.AMSTERDAM).plusYears(1) + "\"}").json().path("state")
						.asString())
				.isEqualTo("KEPT");
	}

	/** The day until which something was kept has come. */
	private void keptLongEnough(String proposal) {
		jdbc.sql("update register.retention_proposal set kept_until = current_date - 2 where id = ?::uuid").param(Client.id(proposal)).update();
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
		keptLongEnough(PROPOSALS + "/" + id);
		propose();
		assertThat(accept(open(person, "PERSON")).json().path("state").asString()).isEqualTo("REMOVED");
		app.get("secretaris", person).isProblem(404);
	}

	@Test
	void whatIsUsedAgainOrIsToBeKeptSinceItWasProposedStays() {
		String person = longAgo("Wil Weer");
		propose();
		String proposal = open(person, "PERSON");
		secretary.created(person + "/restriction", "{\"ground\": \"OBJECTION\"}");
		Client.refused(accept(proposal), "only-what-is-still-over-its-time-is-removed");
		assertThat(proposalsOn(person).getFirst().path("state").asString()).isEqualTo("LAPSED");
		assertThat(app.get("secretaris", person).status()).isEqualTo(200);

		String user = secretary.made("/api/v1/people", "{\"name\": \"Wies Weer\", \"function\": \"Leraar\"}");
		Accounts accounts = app.context().getBean(Accounts.class);
		accounts.open("wies", PersonId.of(Client.id(user)), DemoAccounts.PASSWORD, false);
		jdbc.sql("update register.account set changed_at = now() - interval '3 years' where username = 'wies'").update();
		propose();
		String unused = open(user, "UNUSED_ACCOUNT");
		jdbc.sql("insert into register.visit (person_id, latest_at) values (?::uuid, now())").param(Client.id(user)).update();
		Answer told = administrator.submit("/beheer/bewaartermijnen", "/beheer/bewaartermijnen/" + Client.id(unused) + "/verwijderen", Map.of());
		assertThat(told.status()).isEqualTo(409);
		assertThat(told.body()).contains("Dit voorstel geldt niet meer", "Vervallen: weer in gebruik");
		assertThat(accounts.find("wies")).isPresent();
	}

	@Test
	void whoHasTwoEntriesIsProposedOnceAndIsUnusedOnlyWhenBothAre() {
		String counts = longAgo("Joke Dubbel");
		String joined = longAgo("Johanna Dubbel");
		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(joined) + "\"}");
		propose();
		assertThat(proposalsOn(counts)).as("joined today").isEmpty();
		for (String entry : List.of(counts, joined)) {
			jdbc.sql("update register.person set changed_at = now() - interval '3 years' where id = ?::uuid").param(Client.id(entry)).update();
		}
		jdbc.sql("update register.person set restricted_as = 'OBJECTION', restricted_at = now() where id = ?::uuid").param(Client.id(joined)).update();
		propose();
		assertThat(proposalsOn(counts)).as("one is only kept").isEmpty();
		jdbc.sql("update register.person set restricted_as = null, restricted_at = null where id = ?::uuid").param(Client.id(joined)).update();
		propose();
		propose();
		String proposal = open(counts, "PERSON");
		assertThat(proposalsOn(counts)).hasSize(1);
		assertThat(proposalsOn(joined)).isEmpty();
		app.give(partnership, PersonId.of(Client.id(joined)), "PARTICIPANT");
		propose();
		assertThat(proposalsOn(counts).getFirst().path("state").asString()).as("takes part under his other id").isEqualTo("LAPSED");
		Client.refused(accept(proposal), "a-retention-proposal-is-decided-once");

		String other = longAgo("Kees Dubbel");
		String same = longAgo("Cornelis Dubbel");
		administrator.created(other + "/joined-entries", "{\"personId\": \"" + Client.id(same) + "\"}");
		jdbc.sql("update register.person set changed_at = now() - interval '3 years' where id in (?::uuid, ?::uuid)").params(Client.id(other), Client.id(same)).update();
		propose();
		accept(open(other, "PERSON"));
		for (String entry : List.of(other, same)) {
			app.get("secretaris", entry).isProblem(404);
			assertThat(administrator.read(entry + "/erasure").path("ground").asString()).isEqualTo("RETENTION_ENDED");
		}
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
		String proposal = open(person, "UNUSED_ACCOUNT");
		keep(proposal);
		propose();
		assertThat(proposalsOn(person)).hasSize(1);
		assertThat(accounts.find("olga")).isPresent();
		keptLongEnough(proposal);
		propose();
		accept(open(person, "UNUSED_ACCOUNT"));
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
		List<String> kinds = Arrays.stream(RetentionProposal.Kind.values()).filter(RetentionProposal.Kind::isOfRows).map(Enum::name).toList();
		propose();
		propose();
		List<String> kept = new ArrayList<>();
		for (String kind : kinds) {
			assertThat(proposalsOfKind(kind)).as(kind).hasSize(1);
			assertThat(proposalsOfKind(kind).getFirst().path("rows").longValue()).isEqualTo(kind.equals("ACCESSES") ? 3 : 1);
			kept.add(PROPOSALS + "/" + proposalsOfKind(kind).getFirst().path("proposalId").asString());
			keep(kept.getLast());
		}
		propose();
		for (String kind : kinds) {
			assertThat(proposalsOfKind(kind)).as(kind + " is kept").isEmpty();
			assertThat(app.context().getBean(Overdue.class).rows(RetentionProposal.Kind.valueOf(kind)).number()).as(kind + " is there").isPositive();
		}
		kept.forEach(this::keptLongEnough);
		propose();
		for (String kind : kinds) {
			assertThat(accept(PROPOSALS + "/" + proposalsOfKind(kind).getFirst().path("proposalId").asString()).json().path("state").asString()).isEqualTo("REMOVED");
			assertThat(app.context().getBean(Overdue.class).rows(RetentionProposal.Kind.valueOf(kind)).number()).as(kind + " is gone").isZero();
		}
		propose();
		assertThat(kinds).allSatisfy(kind -> assertThat(proposalsOfKind(kind)).isEmpty());
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

		accounts.close("gijs");
		jdbc.sql("update register.account set changed_at = now() - interval '2 years' where person_id = ?::uuid").param(Client.id(person)).update();
		propose();
		String proposal = open(person, "CLOSED_ACCOUNT");
		keep(proposal);
		propose();
		assertThat(proposalsOn(person)).as("one lapsed, one is kept").hasSize(2);
		keptLongEnough(proposal);
		propose();
		assertThat(accept(open(person, "CLOSED_ACCOUNT")).json().path("state").asString()).isEqualTo("REMOVED");
		assertThat(jdbc.sql("select count(*) from register.account where person_id = ?::uuid").param(Client.id(person)).query(Long.class).single()).isZero();
		assertThat(app.get("secretaris", person).status()).as("he himself stays").isEqualTo(200);
	}
}
