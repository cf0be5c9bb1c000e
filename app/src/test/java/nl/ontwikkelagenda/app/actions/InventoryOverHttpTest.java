package nl.ontwikkelagenda.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.job.CloseInventoriesThatAreDue;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** "Komt u structureel fte tekort?": the inventory that was agreed on at the work session of 24 September 2018. */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryOverHttpTest {

	private static final String SECRETARY = "secretaris";
	private static final String PARTICIPANT = "deelnemer";
	private static final String INVENTORIES = "/api/v1/inventories";

	private final Running app = Running.with();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private String partnershipId = "";
	private String unita = "";
	private String huizen = "";
	private String rbl = "";
	private String action = "";

	@BeforeAll
	void theWorkSession() {
		clock.standAt(Instant.parse("2018-09-24T10:00:00Z"));
		String partnership = app.partnership("Lerarentekort");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		unita = organisation(partnership, "Unita", "EDUCATION");
		huizen = organisation(partnership, "Gemeente Huizen", "MUNICIPALITY");
		rbl = organisation(partnership, "RBL", "MUNICIPALITY");
		works("\"" + unita + "\"");
		action = id(made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Lerarentekort", "promises": [{"owner": {"kind": "TEAM", "name": "De Regio"}, "what": "De omvang inventariseren"}]}"""
				.formatted(partnershipId)));
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	@Test
	void everyOrganisationIsAskedAnswersAreCorrectedAndTheTotalIsRecordedAtTheClose() {
		String inventory = made(INVENTORIES, """
				{"partnershipId": "%s", "actionId": "%s", "question": "Hoeveel fte leraren komt u structureel tekort?", "unit": "fte",
				 "organisations": ["%s", "%s", "%s"], "closesOn": "2018-11-30"}""".formatted(partnershipId, action, unita, huizen, rbl));
		assertThat(read(inventory).path("awaiting")).hasSize(3);
		assertThat(read(INVENTORIES + "?awaiting=" + rbl + "&actionId=" + action).path("total").intValue()).isEqualTo(1);

		String answered = String.valueOf(created(app.post(PARTICIPANT, inventory + "/answers", """
				{"organisationId": "%s", "amount": 6.5, "remark": "Vooral wiskunde en Duits"}""".formatted(unita))).header("Location"));
		assertThat(read(answered).path("personId").asString()).isEqualTo(DemoAccounts.PARTICIPANT.toString());
		app.post(PARTICIPANT, inventory + "/answers", """
				{"organisationId": "%s", "amount": 2}""".formatted(huizen)).isProblem(403);
		rule(app.post(PARTICIPANT, inventory + "/answers", """
				{"organisationId": "%s", "personId": "%s", "amount": 2}""".formatted(huizen, DemoAccounts.PARTICIPANT)), "one-answers-for-ones-own-organisation");
		rule(app.post(PARTICIPANT, inventory + "/answers", """
				{"organisationId": "%s", "amount": 7}""".formatted(unita)), "an-organisation-answers-once");
		created(app.post(SECRETARY, inventory + "/answers", """
				{"organisationId": "%s", "amount": 1.25}""".formatted(huizen)));
		created(app.post(PARTICIPANT, inventory + "/answers/" + unita + "/corrections", """
				{"amount": 7.25, "reason": "Twee vacatures waren vergeten"}"""));
		created(app.post(SECRETARY, inventory + "/non-responses", """
				{"organisationId": "%s", "reason": "Heeft geen leraren in dienst"}""".formatted(rbl)));
		rule(app.post(SECRETARY, inventory + "/non-responses", """
				{"organisationId": "%s", "reason": "Te laat"}""".formatted(unita)), "who-answered-is-no-non-response");
		created(app.post(SECRETARY, inventory + "/extensions", """
				{"closesOn": "2018-12-07", "reason": "Twee scholen vroegen uitstel"}"""));

		clock.standAt(Instant.parse("2018-12-07T22:00:00Z"));
		closeWhatIsDue();
		assertThat(read(inventory).path("status").asString()).isEqualTo("OPEN");
		clock.standAt(Instant.parse("2018-12-08T08:00:00Z"));
		closeWhatIsDue();
		closeWhatIsDue();

		JsonNode closed = read(inventory);
		assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
		assertThat(closed.path("closedOn").asString()).isEqualTo("2018-12-08");
		assertThat(closed.path("total").decimalValue()).isEqualByComparingTo(new BigDecimal("8.5"));
		assertThat(closed.path("answers").intValue()).isEqualTo(2);
		assertThat(closed.path("awaiting")).isEmpty();
		assertThat(closed.at("/nonResponse/0").asString()).isEqualTo(rbl);
		rule(app.post(SECRETARY, inventory + "/answers", """
				{"organisationId": "%s", "amount": 0}""".formatted(rbl)), "a-closed-inventory-never-changes");

		JsonNode ofUnita = read(INVENTORIES + "/" + id(inventory) + "/answers?organisationId=" + unita).at("/items/0");
		assertThat(ofUnita.path("amount").decimalValue()).isEqualByComparingTo("7.25");
		assertThat(ofUnita.at("/earlier/0/amount").decimalValue()).isEqualByComparingTo("6.5");
		assertThat(ofUnita.at("/earlier/0/reason").asString()).isEqualTo("Twee vacatures waren vergeten");
		assertThat(read("/api/v1/search?search=wiskunde&kind=inventory-answers&partnershipId=" + partnershipId).at("/items/0/resource").asString())
				.isEqualTo("inventory-answers/" + id(answered));
	}

	@Test
	void whatWasRecordedAfterwardsIsClosedByHand() {
		String inventory = made(INVENTORIES, """
				{"partnershipId": "%s", "question": "Hoeveel thuiszitters telde u?", "unit": "leerlingen", "organisations": ["%s"], "openedOn": "2017-09-01",
				 "closesOn": "2017-10-01"}""".formatted(partnershipId, unita));
		closeWhatIsDue();
		created(app.post(SECRETARY, inventory + "/answers", """
				{"organisationId": "%s", "amount": 12, "answeredOn": "2017-09-20"}""".formatted(unita)));
		rule(app.post(SECRETARY, inventory + "/answers/" + unita + "/corrections", """
				{"amount": 13, "reason": "Nageteld"}"""), "answers-come-until-the-closing-date");
		assertThat(created(app.post(SECRETARY, inventory + "/closure", """
				{"closedOn": "2017-10-02"}""")).json().path("total").decimalValue()).isEqualByComparingTo("12");
	}

	@Test
	void whatCannotBeAnInventoryIsSaidAtOnce() {
		Answer answer = app.post(SECRETARY, INVENTORIES, """
				{"partnershipId": "%s", "question": "", "unit": "fte\\nper jaar", "organisations": [], "closesOn": "2018-02-30"}""".formatted(partnershipId)).isProblem(400);
		assertThat(answer.wrongFields()).containsExactlyInAnyOrder("question", "unit", "organisations", "closesOn");
		assertThat(app.post(SECRETARY, INVENTORIES, """
				{"partnershipId": "%s", "question": "Hoeveel?", "unit": "fte", "organisations": ["%s"], "closesOn": "2018-12-01"}""".formatted(partnershipId, Running.unknownId()))
				.isProblem(400).wrongFields()).isEqualTo(List.of("organisations"));
		rule(app.post(SECRETARY, INVENTORIES, """
				{"partnershipId": "%s", "question": "Hoeveel?", "unit": "fte", "organisations": ["%s"], "openedOn": "2018-09-02", "closesOn": "2018-09-01"}"""
				.formatted(partnershipId, unita)), "an-inventory-closes-after-it-opens");
	}

	private void closeWhatIsDue() {
		app.context().getBean(CloseInventoriesThatAreDue.class).run();
	}

	private void works(String organisation) {
		Answer answer = app.send("beheerder", "PATCH", "/api/v1/people/" + DemoAccounts.PARTICIPANT, "{\"organisationId\": " + organisation + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private String organisation(String partnership, String name, String sector) {
		Answer joined = app.post(SECRETARY, partnership + "/organisations", "{\"name\": \"%s\", \"sector\": \"%s\"}".formatted(name, sector));
		assertThat(joined.status()).as(joined.body()).isEqualTo(201);
		return joined.json().path("organisations").valueStream().filter(organisation -> organisation.path("name").asString().equals(name)).findFirst().orElseThrow()
				.path("organisationId").asString();
	}

	private static void rule(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private String made(String path, String body) {
		return String.valueOf(created(app.post(SECRETARY, path, body)).header("Location"));
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
