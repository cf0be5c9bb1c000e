package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who watches over a partnership sees who took something along and who was refused. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessesTest {

	private static final Running APP = Running.application();
	private final Client auditor = new Client(APP, "auditor");
	private String partnership = "";

	@BeforeAll
	void aPartnershipWithAnAuditor() {
		partnership = Client.id(APP.partnership("Regio die toeziet"));
		APP.give("/api/v1/partnerships/" + partnership, DemoAccounts.SECRETARY, "SECRETARY");
		APP.give("/api/v1/partnerships/" + partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		APP.give("/api/v1/partnerships/" + partnership, DemoAccounts.AUDITOR, "AUDITOR");
	}

	private List<JsonNode> accesses(String question) {
		return auditor.read("/api/v1/audit/accesses?partnershipId=" + partnership + question).path("items").valueStream().toList();
	}

	@Test
	void everyFileThatIsTakenAlongIsWrittenDown() {
		assertThat(APP.get("secretaris", "/api/v1/actions?format=csv&search=Jansen&partnershipId=" + partnership).status()).isEqualTo(200);
		assertThat(APP.get("secretaris", "/api/v1/partnerships/" + partnership + "/action-list?format=pdf").status()).isEqualTo(200);
		assertThat(APP.get("secretaris", "/api/v1/actions?partnershipId=" + partnership).status()).isEqualTo(200);
		String file = Client.id(APP.send("secretaris", "POST", "/api/v1/partnerships/" + partnership + "/files", "Gewone woorden", "Content-Type", "application/octet-stream",
				"Content-Disposition", "attachment; filename=\"brief.txt\"").header("Location"));
		assertThat(APP.get("secretaris", "/api/v1/attachments/" + file + "/content").status()).isEqualTo(200);
		List<JsonNode> taken = accesses("&kind=EXPORTED&personId=" + DemoAccounts.SECRETARY);
		assertThat(taken).extracting(access -> access.path("scope").path("address").asString()).containsExactly("/api/v1/attachments/{id}/content",
				"/api/v1/partnerships/{id}/action-list", "/api/v1/actions");
		assertThat(taken.getLast().path("scope").path("format").asString()).isEqualTo("csv");
		assertThat(taken.toString()).doesNotContain("Jansen");
	}

	@Test
	void everythingThatAnAuditorReadsIsWrittenDown() {
		String of = "?partnershipId=" + partnership;
		for (String address : List.of("/api/v1/decisions" + of, "/api/v1/minutes" + of, "/api/v1/search" + of + "&search=Jansen", "/api/v1/meetings" + of + "&asOf=2018-09-25",
				"/api/v1/changes" + of,
				"/api/v1/people/me", "/api/v1/audit/checkpoints", "/api/v1/partnerships/" + partnership, "/besluiten")) {
			assertThat(APP.get("auditor", address, "Accept", address.startsWith("/api") ? "application/json" : "text/html").status()).as(address).isEqualTo(200);
		}
		APP.get("auditor", "/api/v1/decisions/" + Running.unknownId()).isProblem(404);
		assertThat(APP.get("deelnemer", "/api/v1/decisions" + of).status()).isEqualTo(200);
		accesses("&kind=EXPORTED");
		List<JsonNode> read = accesses("&kind=READ");
		assertThat(read).allMatch(access -> access.path("personId").asString().equals(DemoAccounts.AUDITOR.toString()));
		assertThat(read).extracting(access -> access.path("scope").path("address").asString()).startsWith("/api/v1/audit/accesses", "/besluiten", "/api/v1/partnerships/{id}",
				"/api/v1/audit/checkpoints", "/api/v1/people/me", "/api/v1/changes", "/api/v1/meetings", "/api/v1/search", "/api/v1/minutes", "/api/v1/decisions");
		assertThat(read.toString()).doesNotContain("Jansen");
	}

	@Test
	void aPageAndTheHistoryOfItCountOnce() {
		int before = accesses("&kind=READ&pageSize=100").size();
		assertThat(APP.get("auditor", "/geschiedenis/" + partnership, "Accept", "text/html").status()).isEqualTo(200);
		assertThat(accesses("&kind=HISTORY_READ")).isNotEmpty();
		assertThat(accesses("&kind=READ&pageSize=100").size() - before).as("the two lists themselves").isEqualTo(2);
	}

	@Test
	void calendarsAndFeedsAreTakenAlong() {
		assertThat(APP.get("deelnemer", "/api/v1/calendar.ics").status()).isEqualTo(200);
		assertThat(APP.get("deelnemer", "/api/v1/atom-feeds?partnershipId=" + partnership).status()).isEqualTo(200);
		assertThat(accesses("&kind=EXPORTED&personId=" + DemoAccounts.PARTICIPANT)).extracting(access -> access.path("scope").path("address").asString())
				.startsWith("/api/v1/atom-feeds", "/api/v1/calendar.ics");
	}

	@Test
	void whoTakesAlongWhatIsKnownOfHimselfIsWrittenDownWhereHeHoldsRights() {
		new Client(APP, "deelnemer").read("/api/v1/people/me/data");
		assertThat(accesses("&kind=OWN_DATA_EXPORTED")).singleElement().satisfies(access -> assertThat(access.path("personId").asString())
				.isEqualTo(DemoAccounts.PARTICIPANT.toString()));
	}

	@Test
	void everyRefusalIsWrittenDown() {
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		APP.post("deelnemer", "/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Een agenda van Jansen"}""".formatted(partnership)).isProblem(403);
		APP.get("deelnemer", "/api/v1/audit/accesses?partnershipId=" + partnership).isProblem(403);
		List<JsonNode> refused = accesses("&kind=REFUSED&personId=" + DemoAccounts.PARTICIPANT);
		assertThat(refused).extracting(access -> access.path("scope").path("method").asString() + " " + access.path("scope").path("address").asString())
				.startsWith("GET /api/v1/audit/accesses", "POST /api/v1/agendas", "GET /api/v1/audit/bundles");
		assertThat(refused.toString()).doesNotContain("Jansen");
	}

	@Test
	void whatIsOfNoPartnershipIsForWhoAdministersTheInstallation() {
		assertThat(APP.get("deelnemer", "/beheer/leesmodellen", "Accept", "text/html").status()).isEqualTo(403);
		List<JsonNode> refused = new Client(APP, Running.ADMINISTRATOR).read("/api/v1/audit/accesses?kind=REFUSED").path("items").valueStream().toList();
		assertThat(refused.getFirst().path("scope").path("address").asString()).isEqualTo("/beheer/**");
		assertThat(refused.getFirst().has("partnershipId")).isFalse();
		assertThat(APP.get("auditor", "/api/v1/audit/accesses").isProblem(400).wrongFields()).containsExactly("partnershipId");
	}

	@Test
	void theListIsFilteredAndPaged() {
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		JsonNode page = auditor.read("/api/v1/audit/accesses?kind=REFUSED&pageSize=1&partnershipId=" + partnership);
		assertThat(page.path("items").size()).isEqualTo(1);
		assertThat(page.path("total").intValue()).isGreaterThan(1);
		assertThat(accesses("&until=2018-01-01")).isEmpty();
		assertThat(accesses("&from=2018-01-01")).isNotEmpty();
		assertThat(APP.get("auditor", "/api/v1/audit/accesses?kind=X&partnershipId=" + partnership).isProblem(400).wrongFields()).containsExactly("kind");
		APP.get("projectleider", "/api/v1/audit/accesses?partnershipId=" + partnership).isProblem(404);
	}

	@Test
	void nothingIsChangedOrRemovedAfterwards() {
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		JdbcClient application = JdbcClient.create(APP.context().getBean(DataSource.class));
		assertThatThrownBy(() -> application.sql("delete from register.audit_access").update()).isInstanceOf(DataAccessException.class).rootCause()
				.hasMessageContaining("permission denied");
		assertThatThrownBy(() -> application.sql("update register.audit_access set kind = 'EXPORTED'").update()).isInstanceOf(DataAccessException.class).rootCause()
				.hasMessageContaining("permission denied");
	}
}
