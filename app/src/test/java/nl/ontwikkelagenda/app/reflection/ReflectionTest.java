package nl.ontwikkelagenda.app.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A community reflects on the six elements, before and after; and somebody with the whole database tries to find out who said what. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class ReflectionTest {

	private static final String SECRETARY = "secretaris";
	private static final String PARTICIPANT = "deelnemer";
	private static final String ABANDONING = """
			{"reason": "De schijf is stuk."}""";
	private static final int ROUNDS = 60;
	private static final int MANY_ROUNDS = 1000;

	@TempDir private static Path keys;

	private final Random random = new Random(2023);
	private final List<String> people = new ArrayList<>();
	private Running app;
	private String partnership = "";

	@BeforeAll
	void aGroup() {
		app = Running.with("ontwikkelagenda.keys-directory=" + keys, "ontwikkelagenda.limits.burst=1000000");
		String path = app.partnership("Achterhoek");
		partnership = path.substring(path.lastIndexOf('/') + 1);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "AUDITOR");
		people.add(DemoAccounts.PARTICIPANT.toString());
		for (int number = 2; number <= 8; number++) {
			String person = String.valueOf(created(app.post(SECRETARY, "/api/v1/people", """
					{"name": "Deelnemer %d", "function": "Leraar"}""".formatted(number))).header("Location"));
			people.add(person.substring(person.lastIndexOf('/') + 1));
		}
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	void aBaselineAndARepeatShowADifference() {
		assertThat(read("/api/v1/instruments").at("/items/0/elements")).hasSize(6);
		String baseline = opened("");
		app.post("auditor", baseline + "/answers", sheet(3, "Buitenstaander")).isProblem(403);
		assertThat(app.post(PARTICIPANT, baseline + "/answers", """
				{"answers": [{"question": "3.1", "score": 4}, {"question": "1.1", "score": 6}, {"question": "9.9", "score": 1}]}""").isProblem(400).wrongFields())
				.containsExactly("answers[0].score", "answers[1].score", "answers[2].question");
		created(app.post(PARTICIPANT, baseline + "/answers", sheet(2, "Het loket")));
		assertThat(app.post(PARTICIPANT, baseline + "/answers", sheet(2, "Het loket")).status()).as("a repeated request").isEqualTo(201);
		refused(app.post(PARTICIPANT, baseline + "/answers", sheet(3, "Het loket")), "a-member-answers-once");
		assertThat(app.send(PARTICIPANT, "PUT", baseline + "/answers/me", sheet(1, "Het loket")).status()).isEqualTo(200);
		assertThat(app.get(PARTICIPANT, baseline + "/answers/me").json().at("/answers/0/score").intValue()).isEqualTo(1);
		assertThat(read(baseline).has("answered")).as("while it is open nobody knows how many answered").isFalse();
		IntStream.range(1, 5).forEach(number -> sealed().change(view(baseline), person(number), before -> Optional.of(words(2, "Opmerking " + number))));

		JsonNode result = created(app.post(SECRETARY, baseline + "/closing", "")).json();
		assertThat(result.path("answered").intValue()).isEqualTo(5);
		assertThat(result.at("/elements/0/questions/0/score/average").decimalValue()).isEqualByComparingTo("1.8");
		assertThat(result.at("/elements/2/questions/0/remarks")).hasSize(5);
		refused(app.post(PARTICIPANT, baseline + "/answers", sheet(3, "Te laat")), "a-closed-round-takes-no-answers");
		refused(app.get(PARTICIPANT, baseline + "/answers/me"), "a-closed-round-takes-no-answers");
		refused(app.post(SECRETARY, baseline + "/closing", ""), "a-round-closes-once");

		String repeat = opened(", \"repeatOf\": \"" + id(baseline) + "\"");
		IntStream.range(0, 5).forEach(number -> sealed().change(view(repeat), person(number), before -> Optional.of(words(4, "Beter"))));
		created(app.post(SECRETARY, repeat + "/closing", ""));
		Answer drawn = app.get(SECRETARY, repeat + "/radar.svg");
		assertThat(drawn.header("Content-Type")).isEqualTo("image/svg+xml");
		assertThat(drawn.body()).startsWith("<svg").contains("nulmeting: ", "nu: ");
		assertThat(app.get(SECRETARY, baseline + "/radar.svg").body()).contains("nulmeting: ").doesNotContain("nu: ");
		JsonNode difference = read(repeat + "/comparison?with=" + id(baseline)).at("/differences/0");
		assertThat(difference.path("number").asString()).isEqualTo("1");
		assertThat(difference.path("change").decimalValue()).isEqualByComparingTo("2.2");
	}

	@Test
	void fourAnswersGiveNoResult() {
		String round = opened("");
		IntStream.range(0, 4).forEach(number -> sealed().change(view(round), person(number), before -> Optional.of(words(5, "Geheim nummer vier"))));
		JsonNode result = created(app.post(SECRETARY, round + "/closing", "")).json();
		assertThat(result.path("answered").intValue()).isEqualTo(4);
		assertThat(result.path("elements")).isEmpty();
		assertThat(everything()).doesNotContain("Geheim nummer vier");
	}

	@Test
	void aCrashHalfWayTheCloseLosesNothingAndLeavesNothing() {
		String round = opened("");
		IntStream.range(0, 5).forEach(number -> sealed().change(view(round), person(number), before -> Optional.of(words(3, "Blijft bewaard"))));
		assertThat(sealed().closing(id(view(round)))).as("and then the server dies").hasSize(5);
		refused(app.post(PARTICIPANT, round + "/answers", sheet(3, "Tussendoor")), "a-closed-round-takes-no-answers");
		app.context().getBean(CloseReflectionRounds.class).close(view(round));
		assertThat(read(round).path("answered").intValue()).isEqualTo(5);
		assertThat(key(round)).doesNotExist();
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	@Test
	void aRoundWhoseKeyIsLostKeepsNoOtherOpenAndCanBeOpenedAnew() throws Exception {
		RecordingClock clock = app.context().getBean(RecordingClock.class);
		String lost = opened("");
		String other = opened("");
		created(app.post(PARTICIPANT, lost + "/answers", sheet(2, "Nooit meer te lezen")));
		sealed().change(view(other), person(1), before -> Optional.of(words(3, "Wel te lezen")));
		refused(app.post(SECRETARY, lost + "/abandonment", ABANDONING), "only-a-round-that-is-lost-is-abandoned");
		Files.delete(key(lost));

		refused(app.get(PARTICIPANT, lost + "/answers/me"), "sealed-answers-need-their-key");
		refused(app.send(PARTICIPANT, "PUT", lost + "/answers/me", sheet(3, "Nog eens")), "sealed-answers-need-their-key");
		refused(app.post(SECRETARY, lost + "/closing", ""), "sealed-answers-need-their-key");
		try {
			clock.standAt(Instant.parse("3000-01-01T09:00:00Z"));
			app.context().getBean(CloseReflectionRounds.class).run();
		} finally {
			clock.runAgain();
		}
		assertThat(read(other).path("status").asString()).isEqualTo("CLOSED");
		assertThat(read(lost).path("status").asString()).isEqualTo("OPEN");

		app.post(PARTICIPANT, lost + "/abandonment", ABANDONING).isProblem(403);
		JsonNode abandoned = created(app.post(SECRETARY, lost + "/abandonment", ABANDONING)).json();
		assertThat(abandoned.path("status").asString()).isEqualTo("ABANDONED");
		assertThat(abandoned.path("abandonedBecause").asString()).isEqualTo("De schijf is stuk.");
		assertThat(row(lost)).isEmpty();
		refused(app.post(PARTICIPANT, lost + "/answers", sheet(3, "Te laat")), "a-closed-round-takes-no-answers");
		refused(app.post(SECRETARY, lost + "/closing", ""), "a-round-closes-once");
		created(app.post(PARTICIPANT, opened("") + "/answers", sheet(3, "Opnieuw")));
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	@Test
	void aKeyThatIsDamagedIsLostTooUnlessNothingWasSealedWithIt() throws Exception {
		String nothing = opened("");
		Files.createFile(key(nothing));
		created(app.post(PARTICIPANT, nothing + "/answers", sheet(2, "Na een crash")));
		assertThat(app.get(PARTICIPANT, nothing + "/answers/me").status()).isEqualTo(200);
		Files.write(key(nothing), new byte[32]);
		refused(app.get(PARTICIPANT, nothing + "/answers/me"), "sealed-answers-need-their-key");
		created(app.post(SECRETARY, nothing + "/abandonment", ABANDONING));
		assertThat(key(nothing)).doesNotExist();
	}

	@Test
	void whileARoundIsOpenTheDatabaseSaysNothingOfItsAnswers() {
		String round = opened("");
		sealed().change(view(round), person(0), before -> Optional.of(words(3, "Alleen voor mij")));
		long small = size(round);
		sealed().change(view(round), person(1), before -> Optional.of(words(3, "x".repeat(500))));
		assertThat(size(round)).as("as large whoever says how much").isEqualTo(small);
		String row = row(round);
		sealed().change(view(round), person(1), before -> before);
		assertThat(row(round)).as("sealed anew each time").isNotEqualTo(row);
		assertThat(everything()).doesNotContain("Alleen voor mij");
	}

	@Test
	void anAttackerWithTheWholeDatabaseGuessesNoBetterThanByChance() throws Exception {
		attack(ROUNDS);
	}

	@Test
	@Tag("nightly")
	void anAttackerWithTheWholeDatabaseGuessesNoBetterThanByChanceInManyRounds() throws Exception {
		attack(MANY_ROUNDS);
	}

	/** Each guess is the place of a person or a remark in something that the database shows; the truth is who was first, and what he said. */
	private void attack(int rounds) throws Exception {
		Map<String, Integer> right = new HashMap<>();
		for (int round = 0; round < rounds; round++) {
			String path = opened("");
			List<Integer> order = new ArrayList<>(IntStream.range(0, 6).boxed().toList());
			Collections.shuffle(order, random);
			for (int number : order) {
				sealed().change(view(path), person(number), before -> Optional.of(words(1 + number % 5, "Opmerking van " + number)));
			}
			created(app.post(SECRETARY, path + "/closing", ""));
			String first = people.get(order.getFirst());
			Map<String, String> guesses = guesses(path);
			guesses.forEach((strategy, guess) -> right.merge(strategy, first.equals(guess) ? 1 : 0, Integer::sum));
			right.merge("the first remark is of the first of the facts", Objects.equals(guesses.get("first remark"), guesses.get("first of the facts")) ? 1 : 0, Integer::sum);
			try (Stream<Path> left = Files.list(keys)) {
				assertThat(left.filter(file -> file.toString().contains(id(path)))).isEmpty();
			}
			assertThat(row(path)).as("nothing is left to open").isEmpty();
		}
		double chance = 1.0 / 6;
		double allowance = 4 * Math.sqrt(chance * (1 - chance) / rounds);
		right.forEach((strategy, hits) -> assertThat(hits / (double) rounds).as(strategy).isBetween(chance - allowance, chance + allowance));
	}

	/** Who would have been first, by strategy. */
	private Map<String, String> guesses(String path) {
		JdbcClient database = app.context().getBean(JdbcClient.class);
		List<String> answered = database
				.sql("select payload ->> 'personId' from log.domain_event where aggregate_identifier = ? and payload_type = 'cop.MemberHasAnswered' order by global_index")
				.param(id(path))
				.query(String.class).list();
		List<String> byTime = database.sql(
				"select payload ->> 'personId' from log.domain_event where aggregate_identifier = ? and payload_type = 'cop.MemberHasAnswered' order by xmin::text::bigint, ctid, event_identifier")
				.param(id(path)).query(String.class).list();
		List<String> remarks = read(path).at("/elements/2/questions/0/remarks").valueStream().map(JsonNode::asString).toList();
		assertThat(answered).hasSize(6).isSorted();
		assertThat(remarks).hasSize(6);
		return Map.of("first of the facts", answered.getFirst(), "last of the facts", answered.getLast(), "first row", byTime.getFirst(), "last row", byTime.getLast(),
				"first remark", spokenBy(remarks.getFirst()), "last remark", spokenBy(remarks.getLast()));
	}

	private String spokenBy(String remark) {
		return people.get(Integer.parseInt(remark.substring(remark.lastIndexOf(' ') + 1)));
	}

	/** Every row of every table of the database, as text. */
	private String everything() {
		JdbcClient database = app.context().getBean(JdbcClient.class);
		return database.sql("select table_schema || '.' || quote_ident(table_name) from information_schema.tables where table_schema in ('log', 'view', 'register')")
				.query(String.class)
				.list().stream().flatMap(table -> database.sql("select t::text from " + table + " t").query(String.class).list().stream()).collect(Collectors.joining("\n"));
	}

	private static Path key(String path) {
		return keys.resolve("reflection-" + id(path) + ".key");
	}

	private String row(String path) {
		byte[] content = app.context().getBean(JdbcClient.class).sql("select content from register.sealed_round where round_id = ?").param(UUID.fromString(id(path)))
				.query(byte[].class)
				.single();
		return content.length == 0 ? "" : Arrays.toString(content);
	}

	private long size(String path) {
		return app.context().getBean(JdbcClient.class).sql("select length(content) from register.sealed_round where round_id = ?").param(UUID.fromString(id(path)))
				.query(Long.class)
				.single();
	}

	private String opened(String more) {
		return String.valueOf(created(app.post(SECRETARY, "/api/v1/reflection-rounds", """
				{"partnershipId": "%s", "title": "Reflectie", "members": [%s], "closesOn": "2999-12-31"%s}""".formatted(partnership,
				people.stream().map(person -> "\"" + person + "\"").collect(Collectors.joining(", ")), more))).header("Location"));
	}

	private static String sheet(int score, String words) {
		return "{\"answers\": [{\"question\": \"1.1\", \"score\": " + score + "}, {\"question\": \"3.1\", \"remark\": \"" + words + "\"}]}";
	}

	private static Sheet words(int score, String words) {
		return new Sheet(List.of(new Sheet.Given("1.1", score, null), new Sheet.Given("3.1", null, words)));
	}

	private SealedAnswers sealed() {
		return app.context().getBean(SealedAnswers.class);
	}

	private ReflectionRoundView view(String path) {
		return app.context().getBean(Documents.class).find(ReadModels.REFLECTION_ROUNDS, id(path), AsOf.NOW).orElseThrow().document();
	}

	private PersonId person(int number) {
		return PersonId.of(people.get(number));
	}

	private static ReflectionRoundId id(ReflectionRoundView view) {
		return view.reflectionRoundId();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void refused(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
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
}
