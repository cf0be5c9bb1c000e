package nl.ontwikkelagenda.app.cop;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;

/** Somebody asks what a word means, another explains it, and the group agrees. */
class GlossaryTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");

	@Test
	void jargonIsAskedForExplainedAndAgreed() {
		String path = app.partnership("Regio met begrippen");
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String term = participant.made("/api/v1/terms", """
				{"partnershipId": "%s", "word": "poreuze randen", "sector": "EDUCATION"}""".formatted(Client.id(path)));
		assertThat(participant.read(term).path("status").asString()).isEqualTo("RAISED");
		secretary.refused(term + "/agreement", "{}", "only-an-explained-term-is-agreed");
		participant.created(term + "/explanation", "{\"explanation\": \"Hulp en onderwijs lopen in elkaar over.\"}");
		app.post("deelnemer", term + "/agreement", "{}").isProblem(403);
		assertThat(secretary.created(term + "/agreement", "{}").json().path("status").asString()).isEqualTo("AGREED");
		secretary.refused(term + "/agreement", "{}", "an-explanation-is-agreed-once");
		assertThat(participant.read("/api/v1/search?kind=terms&search=poreuze&partnershipId=" + Client.id(path)).path("total").intValue()).isEqualTo(1);
	}
}
