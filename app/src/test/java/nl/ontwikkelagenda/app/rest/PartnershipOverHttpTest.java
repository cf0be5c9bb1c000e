package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.Test;

class PartnershipOverHttpTest {

	private static final String PARTNERSHIPS = "/api/v1/partnerships";

	private final Running app = Running.application();

	@Test
	void a_partnership_is_founded_with_the_id_that_the_client_chose_and_read_back() {
		String id = Running.unknownId();
		Answer founded = app.post("beheerder", PARTNERSHIPS, """
				{"id": "%s", "kind": "REGION", "name": "Gouwestreek", "schoolRegion": "MIDDEN", "foundedOn": "2018-01-01"}""".formatted(id));
		assertThat(founded.status()).as(founded.body()).isEqualTo(201);
		assertThat(founded.header("Location")).isEqualTo(PARTNERSHIPS + "/" + id);
		assertThat(founded.json().path("name").asString()).isEqualTo("Gouwestreek");

		Answer read = app.get("beheerder", PARTNERSHIPS + "/" + id);
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.body()).isEqualTo(founded.body());
		assertThat(read.header("ETag")).isEqualTo(founded.header("ETag")).matches("\"\\d+\"");
		assertThat(app.get("beheerder", PARTNERSHIPS + "/" + id, "If-None-Match", String.valueOf(read.header("ETag"))).status()).isEqualTo(304);
	}

	@Test
	void an_id_that_exists_is_refused() {
		String id = Running.unknownId();
		String body = """
				{"id": "%s", "kind": "REGION", "name": "Waterrijk", "schoolRegion": "ZUID"}""".formatted(id);
		assertThat(app.post("beheerder", PARTNERSHIPS, body).status()).isEqualTo(201);
		Answer again = app.post("beheerder", PARTNERSHIPS, body).isProblem(409);
		assertThat(again.json().path("type").asString()).isEqualTo("/problems/id-is-new");
	}

	@Test
	void the_same_idempotency_key_gives_the_same_answer_and_one_effect() {
		String body = """
				{"kind": "REGION", "name": "Eenmalig", "schoolRegion": "NOORD"}""";
		String key = Running.unknownId();
		Answer first = app.post("beheerder", PARTNERSHIPS, body, "Idempotency-Key", key);
		assertThat(first.status()).as(first.body()).isEqualTo(201);
		app.post("beheerder", first.header("Location") + "/organisations", """
				{"name": "De Linde", "sector": "EDUCATION"}""");
		long events = app.events();
		Answer second = app.post("beheerder", PARTNERSHIPS, body, "Idempotency-Key", key);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
		assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
		app.post("beheerder", PARTNERSHIPS, body.replace("Eenmalig", "Anders"), "Idempotency-Key", key).isProblem(422);
		assertThat(app.events()).isEqualTo(events);
	}

	@Test
	void who_was_second_is_told_so() {
		String partnership = app.partnership("Versies");
		String etag = String.valueOf(app.get("beheerder", partnership).header("ETag"));
		String body = """
				{"name": "De Linde", "sector": "EDUCATION"}""";
		Answer first = app.post("beheerder", partnership + "/organisations", body, "If-Match", etag);
		assertThat(first.status()).as(first.body()).isEqualTo(201);
		app.post("beheerder", partnership + "/organisations", body.replace("Linde", "Beuk"), "If-Match", etag).isProblem(412);
		assertThat(app.post("beheerder", partnership + "/organisations", body.replace("Linde", "Beuk"), "If-Match", String.valueOf(first.header("ETag"))).status()).isEqualTo(201);
		Answer organisations = app.get("beheerder", partnership + "/organisations");
		assertThat(organisations.json().path("total").intValue()).isEqualTo(2);
	}

	@Test
	void what_somebody_may_not_see_is_not_there_and_what_he_may_not_do_says_why() {
		String partnership = app.partnership("Besloten");
		app.get("deelnemer", partnership).isProblem(404);
		app.post("deelnemer", partnership + "/organisations", """
				{"name": "De Linde", "sector": "EDUCATION"}""").isProblem(404);
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		assertThat(app.get("deelnemer", partnership).status()).isEqualTo(200);
		Answer refused = app.post("deelnemer", partnership + "/organisations", """
				{"name": "De Linde", "sector": "EDUCATION"}""").isProblem(403);
		assertThat(refused.json().path("detail").asString()).contains("secretaris");
		assertThat(app.send("beheerder", "DELETE", partnership + "/rights/" + DemoAccounts.PARTICIPANT + "/PARTICIPANT", null).status()).isEqualTo(200);
		app.get("deelnemer", partnership).isProblem(404);
		app.get("", partnership).isProblem(401);
		app.post("secretaris", PARTNERSHIPS, """
				{"kind": "REGION", "name": "Mag niet", "schoolRegion": "NOORD"}""").isProblem(403);
	}

	@Test
	void a_list_is_shown_a_page_at_a_time_with_links() {
		for (int i = 1; i <= 3; i++) {
			app.partnership("Bladzijde " + i);
		}
		Answer page = app.get("beheerder", PARTNERSHIPS + "?search=bladzijde&sort=-name&pageSize=2");
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		assertThat(page.json().path("total").intValue()).isEqualTo(3);
		assertThat(page.json().path("items").get(0).path("name").asString()).isEqualTo("Bladzijde 3");
		assertThat(page.response().headers().allValues("Link")).containsExactly("<" + PARTNERSHIPS + "?search=bladzijde&sort=-name&pageSize=2&page=1>; rel=\"first\"",
				"<" + PARTNERSHIPS + "?search=bladzijde&sort=-name&pageSize=2&page=2>; rel=\"next\"",
				"<" + PARTNERSHIPS + "?search=bladzijde&sort=-name&pageSize=2&page=2>; rel=\"last\"");
		assertThat(app.get("beheerder", PARTNERSHIPS + "?search=bladzijde&sort=-name&pageSize=2&page=2").json().path("items")).hasSize(1);
		assertThat(app.get("auditor", PARTNERSHIPS + "?search=bladzijde").json().path("total").intValue()).isZero();
	}

	@Test
	void an_address_is_the_same_however_its_letters_are_written() {
		String partnership = app.partnership("Anders gespeld");
		String otherwise = partnership.replace("partnerships", "%70artnership%73");
		assertThat(app.get("beheerder", otherwise).body()).isEqualTo(app.get("beheerder", partnership).body()).contains("Anders gespeld");
		app.get("deelnemer", otherwise).isProblem(404);
		app.get("", otherwise).isProblem(401);
	}

	@Test
	void everything_wrong_with_a_question_is_told_at_once() {
		Answer answer = app.get("beheerder", PARTNERSHIPS + "?page=0&pageSize=101&sort=colour&asOf=2999-01-01&colour=red").isProblem(400);
		assertThat(answer.wrongFields()).containsExactlyInAnyOrder("page", "pageSize", "sort", "asOf", "colour");
	}

	@Test
	void a_moment_in_the_past_shows_what_was_known_then() {
		String partnership = app.partnership("Toen");
		app.get("beheerder", partnership + "?asOf=2018-01-01").isProblem(404);
		String today = LocalDate.now(Today.AMSTERDAM).toString();
		Answer now = app.get("beheerder", partnership + "?asOf=" + today);
		assertThat(now.status()).isEqualTo(200);
		assertThat(now.header("Content-Location")).isEqualTo(partnership + "?asOf=" + today);
		assertThat(app.get("beheerder", partnership + "?asOf=" + Instant.now()).status()).isEqualTo(200);
		assertThat(app.get("beheerder", partnership + "?asOf=2021-03-29T13:30:00%2B02:00").status()).isEqualTo(404);
		app.get("beheerder", partnership + "?asOf=2021-02-30").isProblem(400);
	}
}
