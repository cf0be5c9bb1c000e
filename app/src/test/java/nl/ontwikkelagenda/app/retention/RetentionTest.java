package nl.ontwikkelagenda.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
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
		String until = LocalDate.now().plusYears(1).toString();
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
