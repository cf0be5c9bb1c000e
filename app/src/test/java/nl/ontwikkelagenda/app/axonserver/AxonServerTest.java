package nl.ontwikkelagenda.app.axonserver;

import static nl.ontwikkelagenda.app.rest.Running.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.ontwikkelagenda.app.audit.LedgerChecker;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application that all tests share, on a real Axon Server. */
class AxonServerTest {

	@SuppressWarnings("NullAway.Init") private static Running app;
	private static String partnership;

	@BeforeAll
	static void start() {
		AxonServerAddress.required();
		app = Running.application();
		partnership = app.partnership("Op de server");
	}

	@Test
	void whatIsDoneIsSeenAtOnceAndNothingOfItIsInTheLogOfPostgresql() {
		assertThat(app.get(ADMINISTRATOR, partnership).json().path("name").asString()).isEqualTo("Op de server");
		assertThat(app.context().getBean(JdbcClient.class).sql("select count(*) from log.domain_event").query(Long.class).single()).isZero();
		assertThat(app.get("", "/actuator/health/readiness").json().path("status").asString()).isEqualTo("UP");
	}

	@Test
	void theSameRequestHasItsEffectOnce() {
		String body = organisation(UUID.randomUUID().toString());
		Answer first = app.post(ADMINISTRATOR, partnership + "/organisations", body, "Idempotency-Key", "once-" + body.hashCode());
		Answer again = app.post(ADMINISTRATOR, partnership + "/organisations", body, "Idempotency-Key", "once-" + body.hashCode());
		assertThat(first.status()).as(first.body()).isEqualTo(201);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		app.post(ADMINISTRATOR, partnership + "/organisations", organisation(UUID.randomUUID().toString()), "Idempotency-Key", "once-" + body.hashCode()).isProblem(422);
	}

	/** As when the instance died between the events and the row. */
	@Test
	void aRequestOfWhichTheOutcomeWasLostIsSettledFromItsEvents() {
		String body = organisation(UUID.randomUUID().toString());
		String key = "lost-" + body.hashCode();
		Answer first = app.post(ADMINISTRATOR, partnership + "/organisations", body, "Idempotency-Key", key);
		assertThat(first.status()).isEqualTo(201);
		JdbcClient database = app.context().getBean(JdbcClient.class);
		assertThat(database.sql("""
				insert into register.idempotency_intention (actor, key, fingerprint, status, resource, aggregate)
				select actor, key, fingerprint, status, resource, ? from register.idempotency where key = ?""")
				.params(partnership.substring(partnership.lastIndexOf('/') + 1), key).update()).isEqualTo(1);
		database.sql("delete from register.idempotency where key = ?").param(key).update();

		Answer again = app.post(ADMINISTRATOR, partnership + "/organisations", body, "Idempotency-Key", key);

		assertThat(again.status()).as(again.body()).isEqualTo(201);
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(database.sql("select count(*) from register.idempotency_intention where key = ?").param(key).query(Long.class).single()).isZero();
	}

	@Test
	void aRuleThatIsBrokenAndAWrongVersionAreToldAsAlways() {
		String body = organisation(UUID.randomUUID().toString());
		assertThat(app.post(ADMINISTRATOR, partnership + "/organisations", body).status()).isEqualTo(201);
		assertThat(app.post(ADMINISTRATOR, partnership + "/organisations", body).isProblem(409).json().path("type").asString()).isEqualTo("/problems/organisation-takes-part-once");
		app.post(ADMINISTRATOR, partnership + "/organisations", organisation(UUID.randomUUID().toString()), "If-Match", "\"0\"").isProblem(412);
		app.post("deelnemer", partnership + "/organisations", body).isProblem(404);
		app.post(ADMINISTRATOR, partnership + "/organisations", "{}").isProblem(400);
	}

	/** They meet on one aggregate: the server refuses all but one of each round, and those decide again. */
	@Test
	void manyAtOnceAllSucceed() throws Exception {
		List<Future<Integer>> answers = new ArrayList<>();
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			for (int number = 0; number < 24; number++) {
				answers.add(people.submit(() -> app.post(ADMINISTRATOR, partnership + "/organisations", organisation(UUID.randomUUID().toString())).status()));
			}
		}
		for (Future<Integer> answer : answers) {
			assertThat(answer.get()).isEqualTo(201);
		}
	}

	@Test
	void theViewsEqualTheFoldAndTheLedgerHoldsTheLog() {
		app.context().getBean(SealEvents.class).run();
		assertThat(app.context().getBean(LedgerChecker.class).check()).isInstanceOf(LedgerChecker.Verdict.Sound.class);
		Checker.Result result = app.context().getBean(Checker.class).check();
		assertThat(result.isClean()).as(result.first().toString()).isTrue();
		assertThat(result.documents()).isPositive();
	}

	@Test
	void aTextIsNotRedactedAndTheAnswerSaysWhy() {
		Answer refused = app.post(ADMINISTRATOR, "/api/v1/redactions", """
				{"partnershipId": "%s", "eventId": "%s", "pointer": "/name", "ground": "ERASURE_REQUEST", "reason": "Proef"}""".formatted(
				partnership.substring(partnership.lastIndexOf('/') + 1), UUID.randomUUID()));
		assertThat(refused.isProblem(409).json().path("type").asString()).isEqualTo("/problems/redaction-needs-postgresql");
	}

	@Test
	void historiesAndRecordedTextsAreRead() {
		Answer history = app.get(ADMINISTRATOR, "/api/v1/histories/" + partnership.substring(partnership.lastIndexOf('/') + 1));
		assertThat(history.status()).as(history.body()).isEqualTo(200);
		Answer texts = app.get(ADMINISTRATOR, "/api/v1/recorded-texts?search=regenboog&partnershipId=" + partnership.substring(partnership.lastIndexOf('/') + 1));
		assertThat(texts.status()).as(texts.body()).isEqualTo(200);
	}

	private static String organisation(String id) {
		return """
				{"organisationId": "%s", "name": "De Regenboog", "sector": "EDUCATION", "joinedOn": "2018-09-24"}""".formatted(id);
	}
}
