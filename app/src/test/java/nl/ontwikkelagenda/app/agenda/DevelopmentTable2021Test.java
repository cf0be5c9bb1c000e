package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The development table "Grijs gebied" of 15 September 2021, from its goals to the answer of the body that it advises. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DevelopmentTable2021Test {

	private static final String SECRETARY = "secretaris";

	private final Running app = Running.application();
	private String partnershipId = "";
	private String body = "";
	private String theme = "";
	private String june = "";
	private String september = "";
	private String table = "";
	private String knowEachOther = "";
	private String whatWorks = "";
	private final List<String> proposals = new ArrayList<>();
	private String culture = "";
	private String note = "";

	@BeforeAll
	void theTableHasABodyAndATheme() {
		String partnership = app.partnership("Onderwijs en Jeugdhulp Achterhoek");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String agenda = made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Ontwikkelagenda Onderwijs Jeugdhulp", "openedOn": "2021-03-29"}""".formatted(partnershipId));
		theme = id(made(agenda + "/themes", """
				{"title": "Grijs gebied tussen onderwijs en jeugdhulp", "raisedOn": "2021-03-29"}"""));
		body = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Ontwikkeltafel Grijs gebied tussen onderwijs en jeugdhulp"}""".formatted(partnershipId)));
		june = meeting("Ontwikkeltafel Grijs gebied voor de zomer", "2021-06-16");
		september = meeting("Ontwikkeltafel Grijs gebied", "2021-09-15");
		culture = Running.unknownId();
		made("/api/v1/meetings/" + september + "/outcomes", """
				{"id": "%s", "kind": "INFORMATION", "title": "Cultuur van samenwerken",
				 "text": "Er is met name behoefte aan een verandering in de cultuur van samenwerken."}""".formatted(culture));
	}

	@Test
	@Order(1)
	void theTableIsOpenedAndFormulatesItsTwoGoals() {
		table = made("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Grijs gebied tussen onderwijs en jeugdhulp", "openedOn": "2021-04-23"}"""
				.formatted(partnershipId, body, theme));
		knowEachOther = Running.unknownId();
		goal(knowEachOther, "We moeten elkaar beter leren kennen en dezelfde taal spreken. Waar zijn we mee bezig en wat hoort bij wie?");
		whatWorks = Running.unknownId();
		goal(whatWorks, "Wat kunnen we uit bewezen effectieve werkwijzen halen en wat kunnen we hiervan leren? Wat maakt dat het werkt?");
		created(post(table + "/goals/" + whatWorks + "/wordings", """
				{"words": "Wat kunnen we uit bewezen effectieve werkwijzen halen en wat kunnen we hiervan leren? Wat maakt dat het werkt? Dit toepassen binnen het ontwikkelen van een \
				werkwijze voor de poreuze randen.", "reformulatedOn": "2021-06-16", "meetingId": "%s"}""".formatted(june)));

		JsonNode goals = read(table + "/goals").path("items");
		assertThat(goals).hasSize(2);
		assertThat(goals.get(1).path("words").asString()).endsWith("een werkwijze voor de poreuze randen.");
		assertThat(goals.get(1).path("wordings")).hasSize(2);
		assertThat(goals.get(1).at("/wordings/0/meetingId").asString()).isEqualTo(june);
	}

	@Test
	@Order(2)
	void inSeptemberItMakesThreeProposals() {
		propose("Voorlichting organiseren op het niveau van de samenwerkingsverbanden", "de gemeenten en de samenwerkingsverbanden", knowEachOther);
		propose("Doelen voor de samenwerking tussen onderwijs en jeugdhulp opnemen in de nieuw te schrijven ondersteuningsplannen van de samenwerkingsverbanden, waar gemeenten "
				+ "vroegtijdig bij betrokken worden", "de samenwerkingsverbanden", whatWorks);
		propose("Onderzoeken hoe de school meer als vind- en werkplaats gezien kan worden en hoe we hier beter gebruik van kunnen maken", null, whatWorks);

		JsonNode proposals = read(table + "/proposals").path("items");
		assertThat(proposals).hasSize(3);
		assertThat(proposals.get(0).path("by").asString()).isEqualTo("de gemeenten en de samenwerkingsverbanden");
		assertThat(proposals.get(2).has("by")).as("nobody was named").isFalse();
		assertThat(read("/api/v1/tables?partnershipId=" + partnershipId + "&search=ondersteuningsplan").path("total").intValue()).as("found by a word of a proposal").isEqualTo(1);
		assertThat(read("/api/v1/tables?themeId=" + theme).path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(3)
	void aProposalIsForGoalsOfTheTableItself() {
		Answer refused = post(table + "/proposals", """
				{"words": "Iets anders", "goals": ["%s"]}""".formatted(Running.unknownId())).isProblem(400);
		assertThat(refused.wrongFields()).containsExactly("goals");
		app.post("deelnemer", table + "/closing", "{}").isProblem(403);
	}

	@Test
	@Order(4)
	void theAdviceNoteForTheAoJeugdIsCompiledFromWhatTheTableSaid() {
		String aoJeugd = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "OFFICIAL", "name": "AO Jeugd"}""".formatted(partnershipId)));
		note = made("/api/v1/advice-notes", """
				{"partnershipId": "%s", "tableId": "%s", "bodyId": "%s", "title": "Adviesnotitie Grijs gebied", "draftedOn": "2021-09-15"}"""
				.formatted(partnershipId, id(table), aoJeugd));
		assertThat(read(note + "/suggestions").path("items").valueStream().map(suggestion -> suggestion.at("/source/kind").asString())).containsExactly("GOAL", "GOAL", "PROPOSAL",
				"PROPOSAL", "PROPOSAL", "OUTCOME");

		compile(paragraph("YIELD", "OUTCOME", culture, "Wat de tafel heeft opgehaald:"), paragraph("OPPORTUNITIES", "PROPOSAL", proposals.get(0), null),
				paragraph("OPPORTUNITIES", "PROPOSAL", proposals.get(1), null), paragraph("CHALLENGES", "GOAL", whatWorks, "Nog niet af:"));

		JsonNode text = read(note + "/text");
		assertThat(text.path("body").asString()).isEqualTo("AO Jeugd");
		assertThat(text.path("parts").valueStream().map(part -> part.path("part").asString())).containsExactly("YIELD", "OPPORTUNITIES", "CHALLENGES");
		assertThat(text.at("/parts/0/paragraphs/0/title").asString()).isEqualTo("Cultuur van samenwerken");
		assertThat(text.at("/parts/1/paragraphs/0/text").asString()).isEqualTo("Voorlichting organiseren op het niveau van de samenwerkingsverbanden");
		assertThat(text.at("/parts/2/paragraphs/0/source/wording").intValue()).isEqualTo(2);
		assertThat(read(note).toString()).as("the words stay where they were said").doesNotContain("Voorlichting organiseren");
		assertThat(read(note + "/suggestions").path("items").valueStream().map(suggestion -> suggestion.at("/source/id").asString())).containsExactly(knowEachOther,
				proposals.get(2));
	}

	@Test
	@Order(5)
	void whatTheTableNeverSaidIsNotItsAdvice() {
		String elsewhere = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Een ander overleg", "happenedOn": "2021-09-20"}""".formatted(partnershipId)));
		String outcome = Running.unknownId();
		made("/api/v1/meetings/" + elsewhere + "/outcomes", """
				{"id": "%s", "kind": "INFORMATION", "title": "Iets van anderen"}""".formatted(outcome));
		Answer refused = post(note + "/paragraphs", "{\"paragraphs\": [" + paragraph("YIELD", "OUTCOME", outcome, null) + "]}").isProblem(400);
		assertThat(refused.wrongFields()).containsExactly("paragraphs");
	}

	@Test
	@Order(6)
	void whatWasSubmittedStaysAsItWasWhateverTheTableSaysLater() {
		created(post(note + "/submission", """
				{"submittedOn": "2021-10-27"}"""));
		created(post(table + "/proposals/" + proposals.get(0) + "/wordings", """
				{"words": "Samen voorlichting organiseren", "goals": ["%s"], "amendedOn": "2021-10-28"}""".formatted(knowEachOther)));
		JsonNode paragraph = read(note + "/text").at("/parts/1/paragraphs/0");
		assertThat(paragraph.path("text").asString()).isEqualTo("Voorlichting organiseren op het niveau van de samenwerkingsverbanden");
		assertThat(paragraph.path("outdated").booleanValue()).isTrue();
		rule(post(note + "/paragraphs", "{\"paragraphs\": [" + paragraph("YIELD", "GOAL", whatWorks, null) + "]}"), "submitted-advice-is-frozen");
	}

	@Test
	@Order(7)
	void theAoJeugdAsksFirstAndThenAnswersAndTheAnswerIsThereAtTheTable() {
		created(post(note + "/return", """
				{"questions": "Wie organiseert de voorlichting?", "returnedOn": "2021-11-10"}"""));
		String first = Running.unknownId();
		compile("{\"id\": \"" + first + "\", " + paragraph("OPPORTUNITIES", "PROPOSAL", proposals.get(0), "De gemeenten en samenwerkingsverbanden zijn bereid:").substring(1),
				paragraph("CHALLENGES", "PROPOSAL", proposals.get(2), null));
		created(post(note + "/submission", """
				{"submittedOn": "2021-11-24"}"""));
		created(post(note + "/answer", """
				{"answer": "PARTLY", "reasons": "De voorlichting gaat door; voor het onderzoek is dit jaar geen geld.", "answeredOn": "2021-12-08",
				 "paragraphs": [{"paragraphId": "%s", "answer": "ADOPTED"}]}""".formatted(first)));

		JsonNode text = read(note + "/text");
		assertThat(text.path("version").intValue()).isEqualTo(2);
		assertThat(text.at("/verdict/answer").asString()).isEqualTo("PARTLY");
		assertThat(text.at("/parts/1/paragraphs/0/verdict/answer").asString()).isEqualTo("ADOPTED");
		assertThat(text.at("/parts/1/paragraphs/0/text").asString()).isEqualTo("Samen voorlichting organiseren");
		JsonNode before = read(note + "/text?version=1");
		assertThat(before.at("/parts/1/paragraphs/0/text").asString()).isEqualTo("Voorlichting organiseren op het niveau van de samenwerkingsverbanden");
		assertThat(before.has("verdict")).isFalse();
		app.get(SECRETARY, note + "/text?version=3").isProblem(404);
		app.get(SECRETARY, note + "/text?version=x").isProblem(400);
		app.get("auditor", note + "/text").isProblem(404);
		JsonNode advised = read(table + "/advice-notes");
		assertThat(advised.at("/items/0/answer/reasons").asString()).startsWith("De voorlichting gaat door");
		assertThat(advised.at("/items/0/submissions/0/returned/questions").asString()).isEqualTo("Wie organiseert de voorlichting?");
	}

	@Test
	@Order(8)
	void theTableClosesOnlyWhenEveryGoalIsAnswered() {
		rule(post(table + "/closing", "{}"), "a-table-closes-with-every-goal-answered");
		created(post(table + "/goals/" + knowEachOther + "/answer", """
				{"answer": "Elkaar leren kennen begint met voorlichting door gemeenten en samenwerkingsverbanden samen.", "answeredOn": "2021-12-15", "adviceNoteId": "%s"}"""
				.formatted(id(note))));
		rule(post(table + "/closing", "{}"), "a-table-closes-with-every-goal-answered");
		created(post(table + "/goals/" + whatWorks + "/answer", """
				{"answer": "Interprofessioneel samenwerken werkt; de doelen komen in de ondersteuningsplannen.", "answeredOn": "2021-10-27"}"""));
		Answer closed = created(post(table + "/closing", """
				{"result": "Drie voorstellen en een adviesnotitie", "closedOn": "2021-12-15"}"""));
		assertThat(closed.json().path("status").asString()).isEqualTo("CLOSED");
		rule(post(table + "/goals", """
				{"words": "Nog een doel"}"""), "a-closed-table-stays-closed");
	}

	private void compile(String... paragraphs) {
		created(post(note + "/paragraphs", "{\"paragraphs\": [" + String.join(", ", paragraphs) + "]}"));
	}

	private static String paragraph(String part, String kind, String source, @Nullable String connection) {
		return "{\"part\": \"%s\", \"source\": {\"kind\": \"%s\", \"id\": \"%s\"}%s}".formatted(part, kind, source,
				connection == null ? "" : ", \"connection\": \"" + connection + "\"");
	}

	private void goal(String id, String words) {
		created(post(table + "/goals", """
				{"id": "%s", "words": "%s", "formulatedOn": "2021-06-16", "meetingId": "%s"}""".formatted(id, words, june)));
	}

	private void propose(String words, @Nullable String by, String goal) {
		proposals.add(Running.unknownId());
		created(post(table + "/proposals", """
				{"id": "%s", "words": "%s", %s"goals": ["%s"], "madeOn": "2021-09-15", "meetingId": "%s"}""".formatted(proposals.getLast(), words,
				by == null ? "" : "\"by\": \"" + by + "\", ", goal, september)));
	}

	private String meeting(String title, String day) {
		return id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "%s", "happenedOn": "%s"}""".formatted(partnershipId, body, title, day)));
	}

	private static void rule(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private Answer post(String path, String body) {
		return app.post(SECRETARY, path, body);
	}

	private String made(String path, String body) {
		return String.valueOf(created(post(path, body)).header("Location"));
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
