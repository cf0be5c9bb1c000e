package nl.ontwikkelagenda.app.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Browser;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What everybody reads of a partnership, without an account: what was published, and nothing else. */
class PublicationsTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client nobody = new Client(app, "");

	@Test
	void an_agenda_is_read_by_everybody_once_it_was_published() {
		String partnership = partnership("Openbaar met agenda");
		String agenda = secretary.id("/api/v1/agendas", "{\"partnershipId\": \"%s\", \"title\": \"Ontwikkelagenda voor iedereen\"}".formatted(partnership));
		secretary.created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Overgangen\", \"description\": \"Van basis naar voortgezet, door @[%s]\"}".formatted(
				DemoAccounts.PARTICIPANT));
		app.get("", "/api/v1/published-agendas/" + agenda).isProblem(404);
		secretary.created("/api/v1/agendas/" + agenda + "/adoption", "{}");
		app.get("", "/api/v1/published-agendas/" + agenda).isProblem(404);
		secretary.created("/api/v1/agendas/" + agenda + "/publication", "{}");
		JsonNode read = nobody.read("/api/v1/published-agendas/" + agenda);
		assertThat(read.path("title").asString()).isEqualTo("Ontwikkelagenda voor iedereen");
		assertThat(read.at("/themes/0/description").asString()).isEqualTo("Van basis naar voortgezet, door een betrokkene");
		assertThat(read.toString()).doesNotContain(partnership, DemoAccounts.PARTICIPANT.toString());
		assertThat(nobody.read("/api/v1/published-agendas?pageSize=100").toString()).contains(agenda);
		assertThat(new Browser(app).get("/openbaar").body()).contains("Ontwikkelagenda voor iedereen");
		assertThat(new Browser(app).get("/openbaar/agendas/" + agenda).body()).contains("Overgangen", "een betrokkene");
		app.get("", "/api/v1/agendas/" + agenda).isProblem(401);
	}

	@Test
	void what_was_published_is_withdrawn_for_a_reason_and_can_be_published_again() {
		String partnership = partnership("Openbaar en weer niet");
		String agenda = "/api/v1/agendas/" + secretary.id("/api/v1/agendas", "{\"partnershipId\": \"%s\", \"title\": \"Te vroeg gepubliceerd\"}".formatted(partnership));
		secretary.created(agenda + "/adoption", "{}");
		secretary.refused(agenda + "/publication/withdrawal", "{\"reason\": \"Nog niet\"}", "only-a-published-agenda-is-withdrawn");
		secretary.created(agenda + "/publication", "{}");
		String id = Client.id(agenda);
		assertThat(app.post("secretaris", agenda + "/publication/withdrawal", "{}").isProblem(400).wrongFields()).containsExactly("reason");
		secretary.refused(agenda + "/publication/withdrawal", "{\"reason\": \"Te vroeg\", \"withdrawnOn\": \"2018-01-01\"}", "withdrawing-follows-publishing");
		JsonNode withdrawn = secretary.created(agenda + "/publication/withdrawal", "{\"reason\": \"Er stond een fout in\"}").json();
		assertThat(withdrawn.at("/withdrawal/reason").asString()).isEqualTo("Er stond een fout in");
		app.get("", "/api/v1/published-agendas/" + id).isProblem(404);
		assertThat(new Browser(app).get("/openbaar").body()).doesNotContain("Te vroeg gepubliceerd");
		assertThat(secretary.page("/geschiedenis/" + id)).contains("Publicatie van agenda ingetrokken", "Er stond een fout in");
		secretary.created(agenda + "/publication", "{}");
		assertThat(nobody.read("/api/v1/published-agendas/" + id).path("title").asString()).isEqualTo("Te vroeg gepubliceerd");

		String page = "/agendas/" + id;
		assertThat(secretary.submit(page, page + "/publicatie/intrekking", Map.of("reason", "")).status()).isEqualTo(400);
		assertThat(secretary.submit(page, page + "/publicatie/intrekking", Map.of("reason", "Toch niet")).status()).isEqualTo(303);
		assertThat(secretary.page(page)).contains("Publiceer de agenda").doesNotContain("Trek de publicatie in");

		String report = secretary.id("/api/v1/progress-reports", "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(partnership));
		secretary.created("/api/v1/progress-reports/" + report + "/publication", "{}");
		String kept = "/voortgang?reportId=" + report;
		assertThat(secretary.submit(kept, "/voortgang/intrekken", Map.of("reportId", report, "reason", "")).status()).isEqualTo(400);
		assertThat(secretary.submit(kept, "/voortgang/intrekken", Map.of("reportId", report, "reason", "Verkeerde periode")).status()).isEqualTo(302);
		app.get("", "/api/v1/published-reports/" + report).isProblem(404);
		secretary.refused("/api/v1/progress-reports/" + report + "/publication/withdrawal", "{\"reason\": \"Nog eens\"}", "only-a-published-report-is-withdrawn");
	}

	@Test
	void a_report_is_read_as_it_was_kept_without_names_and_never_of_a_restricted_body() {
		String partnership = partnership("Openbaar met verslag");
		String body = secretary.id("/api/v1/bodies", "{\"partnershipId\": \"%s\", \"kind\": \"TABLE\", \"name\": \"Tafel Openbaar\"}".formatted(partnership));
		String meeting = secretary.id("/api/v1/meetings",
				"{\"partnershipId\": \"%s\", \"bodyId\": \"%s\", \"title\": \"Overleg in het openbaar\", \"plannedOn\": \"2021-03-29\"}".formatted(partnership, body));
		secretary.created("/api/v1/meetings/" + meeting + "/holding", "{\"happenedOn\": \"2021-03-29\"}");
		secretary.created("/api/v1/meetings/" + meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Zoek het uit", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Zoekt het uit", "of": "WORK",
				"deadline": {"phrase": "voor de kerstvakantie", "saidOn": "2021-03-29"}}]}""".formatted(DemoAccounts.PARTICIPANT));
		String report = secretary.id("/api/v1/progress-reports", "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(partnership));
		app.get("", "/api/v1/published-reports/" + report).isProblem(404);
		secretary.id("/api/v1/meetings", "{\"partnershipId\": \"%s\", \"title\": \"Van later\", \"plannedOn\": \"2021-05-01\"}".formatted(partnership));
		secretary.created("/api/v1/progress-reports/" + report + "/publication", "{}");
		secretary.refused("/api/v1/progress-reports/" + report + "/publication", "{}", "a-report-is-published-once");

		String read = nobody.read("/api/v1/published-reports/" + report).toString();
		assertThat(read).contains("Openbaar met verslag", "een betrokkene").doesNotContain(DemoAccounts.PARTICIPANT.toString(), "Deelnemer (demo)", "@[", partnership);
		assertThat(secretary.read("/api/v1/reports/progress?reportId=" + report).toString()).as("as it was kept").doesNotContain("Van later");
		assertThat(new Browser(app).get("/openbaar/verslagen/" + report).body()).contains("Voortgang: Openbaar met verslag").doesNotContain("Deelnemer (demo)");

		secretary.created("/api/v1/bodies/" + body + "/access", "{\"access\": \"RESTRICTED\"}");
		assertThat(nobody.read("/api/v1/published-reports/" + report).toString()).doesNotContain("Zoek het uit", "Overleg in het openbaar");
		assertThat(app.get("secretaris", "/api/v1/published-reports/" + report).body()).as("whoever looks").doesNotContain("Zoek het uit");
	}

	@Test
	void the_list_of_reports_asks_for_nothing_of_what_they_say() {
		Running own = Running.with();
		try {
			Client administrator = new Client(own, Running.ADMINISTRATOR);
			String path = own.partnership("Openbaar op een lijst");
			own.give(path, DemoAccounts.ADMINISTRATOR, "SECRETARY");
			String report = administrator.id("/api/v1/progress-reports", "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(Client.id(path)));
			administrator.created("/api/v1/progress-reports/" + report + "/publication", "{}");
			own.context().getBean(ReadModelEngine.class).stop();
			JdbcClient.create(own.database().owner()).sql("update view.generation set state = 'retired', serving = false, position = 0 where name = 'actions' and serving")
					.update();
			own.get("", "/api/v1/published-reports/" + report).isProblem(503);
			assertThat(new Client(own, "").read("/api/v1/published-reports").at("/items/0/subject").asString()).isEqualTo("Openbaar op een lijst");
			assertThat(new Browser(own).get("/openbaar").body()).contains("Openbaar op een lijst");
		} finally {
			own.context().close();
		}
	}

	private String partnership(String name) {
		String path = app.partnership(name);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		return Client.id(path);
	}
}
