package nl.ontwikkelagenda.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.Test;

class PeopleOverHttpTest {

	private static final String PEOPLE = "/api/v1/people";

	private final Running app = Running.application();

	@Test
	void a_person_is_entered_changed_and_read_back() {
		Answer entered = app.post("beheerder", PEOPLE, """
				{"name": "Beleidsmedewerker A", "function": "Beleidsmedewerker jeugd", "email": "a@gemeente.example", "phone": "+31 20 000 00 00"}""");
		assertThat(entered.status()).as(entered.body()).isEqualTo(201);
		String path = String.valueOf(entered.header("Location"));
		Answer changed = app.send("beheerder", "PATCH", path, """
				{"function": "Teamleider jeugd", "phone": null}""", "If-Match", String.valueOf(entered.header("ETag")));
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);
		assertThat(changed.json().path("function").asString()).isEqualTo("Teamleider jeugd");
		assertThat(changed.json().has("phone")).isFalse();
		assertThat(changed.json().path("email").asString()).isEqualTo("a@gemeente.example");
		app.send("beheerder", "PATCH", path, "{\"function\": \"Anders\"}", "If-Match", String.valueOf(entered.header("ETag"))).isProblem(412);
		assertThat(app.get("beheerder", path).body()).isEqualTo(changed.body());
		assertThat(app.get("beheerder", PEOPLE + "?search=medewerker+a").json().path("total").intValue()).isEqualTo(1);
		assertThat(app.send("beheerder", "PATCH", path, "{\"name\": null, \"email\": \"geen adres\"}").isProblem(400).wrongFields()).isNotEmpty();
	}

	@Test
	void entering_twice_with_the_same_key_enters_once() {
		String body = "{\"name\": \"Docent B\", \"function\": \"Docent\"}";
		String key = Running.unknownId();
		Answer first = app.post("beheerder", PEOPLE, body, "Idempotency-Key", key);
		Answer second = app.post("beheerder", PEOPLE, body, "Idempotency-Key", key);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.body()).isEqualTo(first.body());
		app.post("beheerder", PEOPLE, body.replace("Docent B", "Docent C"), "Idempotency-Key", key).isProblem(422);
	}

	@Test
	void who_keeps_no_register_does_not_see_it() {
		app.get("deelnemer", PEOPLE).isProblem(403);
		app.get("deelnemer", PEOPLE + "/" + DemoAccounts.SECRETARY).isProblem(403);
		app.post("deelnemer", PEOPLE, "{\"name\": \"x\", \"function\": \"y\"}").isProblem(403);
	}

	@Test
	void mentions_become_names_and_who_is_gone_is_gone() {
		People people = app.context().getBean(People.class);
		assertThat(people.withNames(List.of("Vraag @[" + DemoAccounts.SECRETARY + "] en @[" + Running.unknownId() + "].", "Niemand.")))
				.containsExactly("Vraag Secretaris (demo) en [verwijderd].", "Niemand.");
	}
}
