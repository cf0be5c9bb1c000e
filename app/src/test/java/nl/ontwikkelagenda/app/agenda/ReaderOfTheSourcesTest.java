package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What two secretaries recorded of the work session of 24 September 2018, the kick-off of 29 March 2021 and the development table of 15 September 2021; and then the questions
 * of somebody who has read those three documents. The answers are those of the documents, but for what they do not tell: the dots, the steps of the roadmap, the day in June
 * and what the AO Jeugd said.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class ReaderOfTheSourcesTest {

	private static final JsonMapper JSON = JsonMapper.shared();
	private static final String SECRETARY = "secretaris";
	private static final String READER = "deelnemer";
	private static final String MEDIA = "https://www.aanpakmetandereogen.nl/media/filer_public/";
	private static final String COMMUNITY = MEDIA + "03/2e/032e40d3-b273-4269-aaeb-0efe03976760/mao_interprofessioneel_samenwerken_cop.pdf";
	private static final String MIDTERM = MEDIA + "d2/11/d211cc8c-b589-4f5b-b7c7-06801035ea86/midterm_maart_2021_met_andere_ogen.pdf";

	/** A subject of the kick-off, with what its group said it was for and what is needed. */
	private record Subject(String title, String whatFor, String needed, String idea) {
	}

	private static final List<Subject> SUBJECTS = List.of(
			new Subject("Grijze gebied tussen Onderwijs en Jeugdhulp", "De ontwikkelkansen voor de leerling optimaliseren", "Het grijze gebied afbakenen en verkleinen",
					"Vertrouwen in elkaar en denken in mogelijkheden"),
			new Subject("Missie en visie op de samenwerking tussen onderwijs en jeugdhulp", "De jeugdige mag niet de dupe zijn van regelgeving",
					"Maatwerk en het ontschotten van budgetten", "Budgetten ontschotten"),
			new Subject("Monitor Onderwijs-Jeugdhulp", "Bijdragen aan de gezamenlijke wens voor een betere samenwerking", "Een Monitor Onderwijs-Jeugdhulp",
					"Een monitor maken"),
			new Subject("Pilots samenwerking (speciaal) onderwijs en zorg / jeugdhulp", "De ontwikkelkansen voor de leerling optimaliseren", "Leren van elkaar",
					"Voorbeelden uit andere regio's onderzoeken"));

	/** Its own, because a moment can be asked for only in a log that was recorded in the order of its moments. */
	private final Running app = Running.with();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);

	private final String municipalities = Running.unknownId();
	private final String june = Running.unknownId();
	private final String september = Running.unknownId();
	private final String october = Running.unknownId();
	private final String language = Running.unknownId();
	private final String evidence = Running.unknownId();
	private final List<String> proposals = List.of(Running.unknownId(), Running.unknownId(), Running.unknownId());
	private final String culture = Running.unknownId();
	private final String information = Running.unknownId();
	private String region = "";
	private String cooperation = "";
	private String session = "";
	private String achterhoek = "";
	private String development = "";
	private String earlier = "";
	private String kickOff = "";
	private String body = "";
	private String table = "";
	private String note = "";

	@BeforeAll
	void whatTheSecretariesRecorded() {
		theWorkSessionIsPrepared();
		theWorkSessionIsHeld();
		theKickOffIsPrepared();
		theKickOffIsHeldAndPublished();
		theTableMeets();
		theTableAdvises();
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	private void theWorkSessionIsPrepared() {
		on("2018-06-11");
		region = partnership("Onderwijs en gemeenten");
		record("partnerships/" + region + "/organisations", "organisationId", municipalities, "name", "De Regio", "sector", "MUNICIPALITY");
		cooperation = made("agendas", "partnershipId", region, "title", "Samenwerkingsagenda onderwijs – gemeenten");
		String sessions = made("bodies", "partnershipId", region, "kind", "WORK_SESSION", "name", "Werksessie onderwijs en gemeenten");
		String before = made("meetings", "partnershipId", region, "bodyId", sessions, "agendaId", cooperation, "title", "Bijeenkomst onderwijs en gemeenten", "happenedOn",
				"2018-06-11");
		on("2018-09-03");
		session = made("meetings", "partnershipId", region, "bodyId", sessions, "agendaId", cooperation, "title",
				"Verder aan de slag met succesvol samenwerken tussen onderwijs en gemeenten", "startsAt", "2018-09-24T08:30:00+02:00", "follows", before);
	}

	private void theWorkSessionIsHeld() {
		on("2018-09-24");
		String meeting = "meetings/" + session;
		record(meeting + "/holding", "happenedOn", "2018-09-24");
		List<String> posters = new ArrayList<>();
		for (String title : List.of("Thuiszitters", "M@z!", "Onderzoek naar de zorgadviesteams", "De gezonde school", "Onderwijszorgarrangementen", "Kwetsbare jongeren")) {
			posters.add(made("projects", "partnershipId", region, "title", title));
			record("projects/" + posters.getLast() + "/presentations", "meetingId", session);
		}
		record("projects/" + posters.get(0) + "/remarks", "words", "er gebeurt al veel", "meetingId", session);
		record("projects/" + posters.get(1) + "/remarks", "words", "ik ken veel projecten niet", "meetingId", session);
		String question = made("projects/" + posters.get(4) + "/questions", "words", "kan er ook inzicht gegeven worden in de financiën?", "meetingId", session);

		made("agendas/" + cooperation + "/themes", "title", "Lerarentekort", "noticedAsMissing", true);
		List<String> themes = new ArrayList<>();
		for (String title : List.of("Bankzitters", "Thuiszitters", "Aansluiting zorg en onderwijs", "Hoe vinden we elkaar?")) {
			themes.add(made("agendas/" + cooperation + "/themes", "title", title));
			record("themes/" + themes.getLast() + "/funding", "organisationId", municipalities, "schoolYear", "2018-2019");
			record("themes/" + themes.getLast() + "/funding", "side", "Het onderwijs", "schoolYear", "2018-2019");
		}
		String round = made("priority-rounds", "partnershipId", region, "agendaId", cooperation, "title", "Prioriteiten aan het einde van de carrousel");
		String volunteer = made("people", "name", "Belangstellende", "function", "Beleidsadviseur");
		for (int i = 0; i < themes.size(); i++) {
			record("priority-rounds/" + round + "/dots", "themeId", themes.get(i), "personId", i == 0 ? volunteer : DemoAccounts.PARTICIPANT);
			made(meeting + "/groups", "name", "Groepsgesprek " + (i + 1), "themeId", themes.get(i));
		}
		record("priority-rounds/" + round + "/closing");
		record("agendas/" + cooperation + "/ambition", "ambition", "We willen onderwijs voor zoveel mogelijk kinderen en jongeren.");
		record(meeting + "/outcomes", "kind", "DECISION", "title", "Er wordt een regionale samenwerkingsagenda onderwijs gemeenten opgesteld");

		on("2018-10-01");
		record("agendas/" + cooperation + "/readers", "personId", volunteer);
		record("projects/" + posters.get(4) + "/questions/" + question + "/answer", "answer", "De Regio brengt van de regionale thema's de financiën in kaart.");
	}

	private void theKickOffIsPrepared() {
		on("2021-02-15");
		achterhoek = partnership("Onderwijs en Jeugdhulp in de Achterhoek");
		development = made("agendas", "partnershipId", achterhoek, "title", "Ontwikkelagenda Onderwijs Jeugdhulp");
		earlier = made("projects", "partnershipId", achterhoek, "title", "Onderwijs-Jeugdhulparrangementen", "leadBy", DemoAccounts.PROJECT_LEAD, "period",
				Map.of("from", "2020-01-01", "to", "2020-12-31"));
		record("projects/" + earlier + "/roadmap", "steps", List.of(Map.of("what", "Een startbijeenkomst houden", "when", "maart 2021"),
				Map.of("what", "Ontwikkeltafels geven uitvoering aan de ontwikkelagenda", "when", "komend jaar")));
		made("projects", "partnershipId", achterhoek, "title", "Verbinding tussen Onderwijs en Jeugdhulp in de Achterhoek", "period",
				Map.of("from", "2021-01-01", "to", "2021-12-31"), "follows", earlier);
		String plenary = made("bodies", "partnershipId", achterhoek, "kind", "PLENARY", "name", "Plenaire bijeenkomst");
		kickOff = made("meetings", "partnershipId", achterhoek, "bodyId", plenary, "agendaId", development, "title", "Startbijeenkomst Ontwikkelagenda Onderwijs Jeugdhulp",
				"plannedOn", "2021-03-29");
		made("meetings/" + kickOff + "/items", "title", "Terugkoppeling Onderwijs-Jeugdhulparrangementen", "introducedBy", Map.of("personId", DemoAccounts.PROJECT_LEAD));
		made("meetings/" + kickOff + "/items", "title", "Met andere ogen", "introducedBy", Map.of("description", "gastspreker", "organisation", "adviesbureau BMC"));
	}

	private void theKickOffIsHeldAndPublished() {
		on("2021-03-30");
		record("meetings/" + kickOff + "/holding", "happenedOn", "2021-03-29");
		record("projects/" + earlier + "/presentations", "meetingId", kickOff, "as", "TALK", "presentedOn", "2021-03-29");
		for (Subject subject : SUBJECTS) {
			String theme = made("agendas/" + development + "/themes", "title", subject.title, "raisedOn", "2021-03-29");
			String group = made("meetings/" + kickOff + "/groups", "name", "Groep " + subject.title, "themeId", theme);
			record("groups/" + group + "/reports", "text", subject.needed);
			record("themes/" + theme + "/ideas", "words", subject.idea, "happenedOn", "2021-03-29");
			Map.of("WHAT_FOR", subject.whatFor, "WHAT_GOES_WELL", "Er is bereidheid om te investeren in de samenwerking", "WHAT_IS_NEEDED", subject.needed)
					.forEach((question, answer) -> record("themes/" + theme + "/answers", "question", question, "group", "Groep " + subject.title, "answer", answer,
							"answeredOn", "2021-03-29"));
		}
		on("2021-04-23");
		record("meetings/" + kickOff + "/publication");
	}

	private void theTableMeets() {
		on("2021-05-10");
		body = made("bodies", "partnershipId", achterhoek, "kind", "TABLE", "name", "Ontwikkeltafel Grijs gebied tussen onderwijs en jeugdhulp");
		table = made("tables", "partnershipId", achterhoek, "bodyId", body, "themeId", theme(development, SUBJECTS.getFirst().title), "title", "Grijs gebied");
		made("meeting-series", "partnershipId", achterhoek, "bodyId", body, "title", "Ontwikkeltafel Grijs gebied", "dates", List.of(Map.of("id", june, "plannedOn", "2021-06-16"),
				Map.of("id", september, "plannedOn", "2021-09-15"), Map.of("id", october, "plannedOn", "2021-10-27")));
		on("2021-06-16");
		record("meetings/" + june + "/holding", "happenedOn", "2021-06-16");
		record("tables/" + table + "/goals", "id", language, "meetingId", june, "words",
				"We moeten elkaar beter leren kennen en dezelfde taal spreken. Waar zijn we mee bezig en wat hoort bij wie?");
		record("tables/" + table + "/goals", "id", evidence, "meetingId", june, "words",
				"Wat kunnen we uit bewezen effectieve werkwijzen halen en wat kunnen we hiervan leren? Wat maakt dat het werkt? Dit toepassen binnen het ontwikkelen van een werkwijze "
						+ "voor de poreuze randen.");

		on("2021-09-15");
		String meeting = "meetings/" + september;
		record(meeting + "/holding", "happenedOn", "2021-09-15");
		record(meeting + "/sources", "title", "Community of Practice ‘Interprofessioneel samenwerken’", "address", COMMUNITY);
		record(meeting + "/sources", "title", "Midterm Met Andere Ogen", "address", MIDTERM);
		String made = "tables/" + table + "/proposals";
		record(made, "id", proposals.get(0), "goals", List.of(language), "meetingId", september, "by", "de gemeenten en de samenwerkingsverbanden", "words",
				"Voorlichting organiseren op het niveau van de samenwerkingsverbanden");
		record(made, "id", proposals.get(1), "goals", List.of(evidence), "meetingId", september, "words",
				"Doelen voor de samenwerking tussen onderwijs en jeugdhulp opnemen in de nieuw te schrijven ondersteuningsplannen van de samenwerkingsverbanden, waar "
						+ "gemeenten vroegtijdig bij betrokken kunnen worden");
		record(made, "id", proposals.get(2), "goals", List.of(evidence), "meetingId", september, "words",
				"Onderzoeken hoe de school meer als vind- en werkplaats gezien kan worden en hoe we hier beter gebruik van kunnen maken");
		record(meeting + "/outcomes", "id", culture, "kind", "INFORMATION", "title", "Cultuur van samenwerken", "text",
				"Er is met name behoefte aan een verandering in de cultuur van samenwerken; interprofessionele samenwerking kan bijdragen.");
		record(meeting + "/outcomes", "kind", "DECISION", "title", "Er wordt een adviesnotitie voor het AO Jeugd opgesteld");
		record(meeting + "/minutes", "text", "Om dit te concretiseren, is er een vertaalslag van de theorie naar de praktijk gemaakt.");
		record(meeting + "/minutes/recording");
	}

	private void theTableAdvises() {
		on("2021-10-27");
		record("meetings/" + october + "/holding", "happenedOn", "2021-10-27");
		record("meetings/" + september + "/adoption", "meetingId", october);
		String official = made("bodies", "partnershipId", achterhoek, "kind", "OFFICIAL", "name", "AO Jeugd");
		note = made("advice-notes", "partnershipId", achterhoek, "tableId", table, "bodyId", official, "title", "Adviesnotitie Grijs gebied");
		record("advice-notes/" + note + "/paragraphs", "paragraphs", List.of(paragraph(Running.unknownId(), "YIELD", "OUTCOME", culture),
				paragraph(information, "OPPORTUNITIES", "PROPOSAL", proposals.getFirst()), paragraph(Running.unknownId(), "CHALLENGES", "GOAL", evidence)));
		record("advice-notes/" + note + "/submission");
		on("2021-12-08");
		record("advice-notes/" + note + "/answer", "answer", "PARTLY", "reasons", "De voorlichting gaat door; de rest komt terug bij de nieuwe plannen.", "paragraphs",
				List.of(Map.of("paragraphId", information, "answer", "ADOPTED")));
		record("tables/" + table + "/goals/" + language + "/answer", "answer", "Wij beginnen met voorlichting.", "adviceNoteId", note);
	}

	@Test
	void whatWasMissedAtTheCarousel() {
		assertThat(each(read("agendas/" + cooperation + "/themes?noticedAsMissing=true"), "title")).containsExactly("Lerarentekort");
	}

	@Test
	void whatHungInTheCarouselAndWhatWasWrittenOnThePosters() {
		assertThat(each(read("projects?presentedAt=" + session + "&sort=title"), "title")).hasSize(6).contains("M@z!", "Kwetsbare jongeren");
		assertThat(each(read("remarks?meetingId=" + session), "words")).containsExactlyInAnyOrder("er gebeurt al veel", "ik ken veel projecten niet");
		assertThat(each(read("questions?meetingId=" + session), "words")).containsExactly("kan er ook inzicht gegeven worden in de financiën?");
	}

	@Test
	void whichThemesGotPriorityAndWereTalkedAboutInGroups() {
		List<String> chosen = only(read("priority-rounds?agendaId=" + cooperation)).path("themes").valueStream().filter(result -> result.path("dots").intValue() > 0)
				.map(this::titleOfTheme).toList();
		assertThat(chosen).containsExactlyInAnyOrder("Bankzitters", "Thuiszitters", "Aansluiting zorg en onderwijs", "Hoe vinden we elkaar?");
		assertThat(read("meetings/" + session + "/groups").path("items").valueStream().map(this::titleOfTheme)).containsExactlyInAnyOrderElementsOf(chosen);
	}

	@Test
	void whichMeetingTheWorkSessionFollowed() {
		assertThat(read("meetings/" + only(read("meetings/" + session), "follows")).at("/happenedOn/from").asString()).isEqualTo("2018-06-11");
	}

	@Test
	void whatTheRedThreadIs() {
		assertThat(only(read("agendas/" + cooperation), "ambition")).isEqualTo("We willen onderwijs voor zoveel mogelijk kinderen en jongeren.");
	}

	@Test
	void whoReadsAlong() {
		JsonNode reader = only(read("agendas/" + cooperation + "/readers"));
		assertThat(app.get(SECRETARY, "/api/v1/people/" + only(reader, "personId")).json().path("name").asString()).isEqualTo("Belangstellende");
	}

	@Test
	void whoMakesTheMoneyTransparentAndForWhichSchoolYear() {
		JsonNode funding = read("themes/" + theme(cooperation, "Thuiszitters") + "/funding").path("items");
		assertThat(each(funding, "schoolYear")).containsExactly("2018-2019", "2018-2019");
		assertThat(each(funding, "organisationId")).containsExactly(only(read("partnerships/" + region + "/organisations"), "organisationId"));
		assertThat(only(read("partnerships/" + region + "/organisations"), "name")).isEqualTo("De Regio");
		assertThat(each(funding, "side")).containsExactly("Het onderwijs");
		assertThat(each(funding, "amount")).as("promised, not known yet").isEmpty();
	}

	@Test
	void whatWasKnownOnTheEveningOfTheWorkSession() {
		assertThat(only(read("meetings/" + session + "?asOf=2018-09-23"), "status")).isEqualTo("PLANNED");
		assertThat(read("agendas/" + cooperation + "/themes?asOf=2018-09-23").path("total").intValue()).isZero();
		assertThat(only(read("meetings/" + session + "?asOf=2018-09-24"), "status")).isEqualTo("HELD");
		assertThat(read("agendas/" + cooperation + "/themes?asOf=2018-09-24").path("total").intValue()).isEqualTo(5);
		assertThat(only(read("questions?meetingId=" + session + "&asOf=2018-09-24")).has("answer")).as("that came in October").isFalse();
		assertThat(only(read("questions?meetingId=" + session), "answer")).startsWith("De Regio brengt");
		assertThat(read("agendas/" + cooperation + "/readers?asOf=2018-09-24").path("items")).isEmpty();
	}

	@Test
	void whichFourSubjectsTheDevelopmentAgendaHas() {
		assertThat(each(read("agendas/" + development + "/themes"), "title")).containsExactlyInAnyOrderElementsOf(SUBJECTS.stream().map(Subject::title).toList());
	}

	@Test
	void whatTheGroupsAnsweredToTheThreeQuestionsPerSubject() {
		for (Subject subject : SUBJECTS) {
			String answers = "themes/" + theme(development, subject.title) + "/answers?question=";
			assertThat(only(read(answers + "WHAT_FOR"), "answer")).isEqualTo(subject.whatFor);
			assertThat(only(read(answers + "WHAT_GOES_WELL"), "answer")).isEqualTo("Er is bereidheid om te investeren in de samenwerking");
			assertThat(only(read(answers + "WHAT_IS_NEEDED"), "answer")).isEqualTo(subject.needed);
		}
	}

	@Test
	void whoSpoke() {
		JsonNode speaker = only(read("meetings/" + kickOff + "/items?title=" + encoded("Met andere ogen"))).path("introducedBy");
		assertThat(speaker.toString()).isEqualTo("{\"description\":\"gastspreker\",\"organisation\":\"adviesbureau BMC\"}");
	}

	@Test
	void whichEarlierProjectWasReportedOnWithItsRoadmapAndWhatFollowedIt() {
		JsonNode reported = only(read("projects?presentedAt=" + kickOff));
		assertThat(only(reported, "title")).isEqualTo("Onderwijs-Jeugdhulparrangementen");
		assertThat(reported.at("/period/from").asString()).startsWith("2020");
		assertThat(each(reported.at("/roadmap/steps"), "what")).hasSize(2).contains("Ontwikkeltafels geven uitvoering aan de ontwikkelagenda");
		JsonNode next = only(read("projects?follows=" + only(reported, "projectId")));
		assertThat(only(next, "title")).isEqualTo("Verbinding tussen Onderwijs en Jeugdhulp in de Achterhoek");
		assertThat(next.at("/period/to").asString()).startsWith("2021");
	}

	@Test
	void whenTheKickOffWasHeldPublishedAndRecorded() {
		JsonNode shown = read("meetings/" + kickOff);
		assertThat(shown.at("/happenedOn/from").asString()).isEqualTo("2021-03-29");
		assertThat(shown.at("/publication/publishedOn").asString()).isEqualTo("2021-04-23");
		assertThat(only(shown, "recordedAt")).startsWith("2021-03-30");
	}

	@Test
	void whatWasKnownOnTheFirstOfApril2021() {
		JsonNode shown = read("meetings/" + kickOff + "?asOf=2021-04-01");
		assertThat(only(shown, "status")).isEqualTo("HELD");
		assertThat(shown.has("publication")).isFalse();
		assertThat(read("ideas?agendaId=" + development + "&asOf=2021-04-01").path("total").intValue()).isEqualTo(4);
		assertThat(read("tables?partnershipId=" + achterhoek + "&asOf=2021-04-01").path("total").intValue()).isZero();
		assertThat(read("meetings?partnershipId=" + achterhoek + "&asOf=2021-04-01").path("total").intValue()).isEqualTo(1);
	}

	@Test
	void whichTwoGoalsTheTableHasAndWhereTheyWereFormulated() {
		JsonNode goals = read("tables/" + table + "/goals").path("items");
		assertThat(each(goals, "words")).hasSize(2).satisfiesExactly(one -> assertThat(one).startsWith("We moeten elkaar beter leren kennen en dezelfde taal spreken."),
				two -> assertThat(two).startsWith("Wat kunnen we uit bewezen effectieve werkwijzen halen").endsWith("een werkwijze voor de poreuze randen."));
		assertThat(goals.valueStream().map(goal -> goal.at("/wordings/0/meetingId").asString())).containsOnly(june);
		assertThat(each(read("meetings?bodyId=" + body + "&sort=plannedOn"), "meetingId")).as("the meeting before that of September").containsExactly(june, september, october);
	}

	@Test
	void whichThreeProposalsItMadeAndWhoWouldDoTheFirst() {
		JsonNode made = read("tables/" + table + "/proposals").path("items");
		assertThat(each(made, "words")).satisfiesExactly(one -> assertThat(one).startsWith("Voorlichting organiseren"),
				two -> assertThat(two).contains("nieuw te schrijven ondersteuningsplannen"), three -> assertThat(three).contains("vind- en werkplaats"));
		assertThat(each(made, "by")).as("only for the first it was said by whom").containsExactly("de gemeenten en de samenwerkingsverbanden");
		assertThat(made.get(0).at("/wordings/0/meetingId").asString()).isEqualTo(september);
	}

	@Test
	void whichSourcesWereDiscussedAndWhereTheyAre() {
		JsonNode sources = read("meetings/" + september + "/sources");
		assertThat(each(sources, "title")).containsExactlyInAnyOrder("Community of Practice ‘Interprofessioneel samenwerken’", "Midterm Met Andere Ogen");
		assertThat(each(sources, "address")).containsExactlyInAnyOrder(COMMUNITY, MIDTERM);
	}

	@Test
	void whenTheTableMeetsForTheLastTime() {
		JsonNode last = only(read("meetings?bodyId=" + body + "&last=true&asOf=2021-09-15"));
		assertThat(only(last, "plannedOn")).isEqualTo("2021-10-27");
		assertThat(only(last, "status")).as("announced, not held yet").isEqualTo("PLANNED");
	}

	@Test
	void toWhichBodyTheNoteGoesAndFromWhatEachParagraphComes() {
		JsonNode text = read("advice-notes/" + only(read("tables/" + table + "/advice-notes"), "adviceNoteId") + "/text");
		assertThat(only(text, "body")).isEqualTo("AO Jeugd");
		assertThat(each(text.path("parts"), "part")).containsExactly("YIELD", "OPPORTUNITIES", "CHALLENGES");
		assertThat(text.path("parts").valueStream().map(part -> part.at("/paragraphs/0/source"))
				.map(source -> only(source, "kind") + " " + only(source, "id"))).containsExactly("OUTCOME " + culture, "PROPOSAL " + proposals.getFirst(), "GOAL " + evidence);
		assertThat(text.at("/parts/1/paragraphs/0/text").asString()).isEqualTo("Voorlichting organiseren op het niveau van de samenwerkingsverbanden");
	}

	@Test
	void whatTheBodyAnsweredAndThatItIsBackAtTheTable() {
		JsonNode answer = only(read("tables/" + table + "/advice-notes")).path("answer");
		assertThat(only(answer, "answer")).isEqualTo("PARTLY");
		assertThat(only(answer, "reasons")).startsWith("De voorlichting gaat door");
		assertThat(read("advice-notes/" + note + "/text").at("/parts/1/paragraphs/0/verdict/answer").asString()).isEqualTo("ADOPTED");
		assertThat(read("tables/" + table + "/goals").at("/items/0/answers/0/adviceNoteId").asString()).isEqualTo(note);
	}

	@Test
	void whyTheTableIsStillOpen() {
		Answer refused = app.post(SECRETARY, "/api/v1/tables/" + table + "/closing", "{}").isProblem(409);
		assertThat(only(refused.json(), "type")).isEqualTo("/problems/a-table-closes-with-every-goal-answered");
		assertThat(only(refused.json(), "detail")).contains("nog een doel zonder antwoord");
		assertThat(only(read("tables/" + table), "status")).isEqualTo("OPEN");
	}

	@Test
	void whichNumberADecisionHasAndWhatIsWantingInIt() {
		JsonNode decision = only(read("decisions?meetingId=" + september));
		assertThat(only(decision, "title")).isEqualTo("Er wordt een adviesnotitie voor het AO Jeugd opgesteld");
		assertThat(only(decision, "number")).isEqualTo("2021-1");
		assertThat(decision.path("flags").toString()).isEqualTo("[\"PARTICULARS_NOT_STATED\"]");
		assertThat(only(read("decisions?meetingId=" + session), "number")).isEqualTo("2018-1");
	}

	@Test
	void whatIsFoundByAWordInAnotherForm() {
		assertThat(found("notitie", "advice-notes")).containsExactly("Adviesnotitie Grijs gebied");
		assertThat(found("nieuw plan", "advice-notes")).as("by what the body answered").containsExactly("Adviesnotitie Grijs gebied");
		assertThat(found("voorlichting", "advice-notes")).as("by a proposal in it").containsExactly("Adviesnotitie Grijs gebied");
		assertThat(found("interprofessioneel", "advice-notes")).as("by an outcome in it").containsExactly("Adviesnotitie Grijs gebied");
		assertThat(found("werkplaats", "advice-notes")).as("by a proposal that is not in it").isEmpty();
		assertThat(only(read("search?kind=advice-notes&search=niveau"), "excerpt")).contains("Voorlichting organiseren op het niveau");
		assertThat(each(read("advice-notes?search=voorlichting"), "title")).containsExactly("Adviesnotitie Grijs gebied");
		assertThat(each(read("advice-notes?search=voorlichting&asOf=2021-10-26"), "title")).isEmpty();
		assertThat(each(read("advice-notes?cites=" + proposals.getFirst()), "title")).containsExactly("Adviesnotitie Grijs gebied");
		assertThat(found("ondersteuningsplan", "tables")).as("by a proposal").containsExactly("Grijs gebied");
		assertThat(found("budget", "ideas")).containsExactly("Budgetten ontschotten");
		assertThat(found("praktijken", "minutes")).hasSize(1);
		assertThat(found("financien", "questions")).hasSize(1);
	}

	@Test
	void thatEverythingStoredIsWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	/** Noon of this day. */
	private void on(String day) {
		clock.standAt(Instant.parse(day + "T12:00:00Z"));
	}

	private String partnership(String name) {
		String path = app.partnership(name);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static Map<String, Object> paragraph(String id, String part, String kind, String source) {
		return Map.of("id", id, "part", part, "source", Map.of("kind", kind, "id", source));
	}

	/** The secretary makes something; gives its id. */
	private String made(String path, Object... fields) {
		String location = String.valueOf(record(path, fields).header("Location"));
		return location.substring(location.lastIndexOf('/') + 1);
	}

	/** The secretary records a fact, given as names and values of its fields. */
	private Answer record(String path, Object... fields) {
		Map<String, Object> body = new LinkedHashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			body.put(fields[i].toString(), fields[i + 1]);
		}
		Answer answer = app.post(SECRETARY, "/api/v1/" + path, JSON.writeValueAsString(body));
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(201);
		return answer;
	}

	/** What the reader gets to see. */
	private JsonNode read(String path) {
		Answer answer = app.get(READER, "/api/v1/" + path);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
		return answer.json();
	}

	private List<String> found(String words, String kind) {
		return each(read("search?kind=" + kind + "&search=" + encoded(words)), "title");
	}

	private String theme(String agenda, String title) {
		return only(read("agendas/" + agenda + "/themes?title=" + encoded(title)), "themeId");
	}

	private String titleOfTheme(JsonNode about) {
		return only(read("themes/" + only(about, "themeId")), "title");
	}

	private static String encoded(String words) {
		return URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

	/** This field of everything in a list that has it. */
	private static List<String> each(JsonNode list, String field) {
		return (list.has("items") ? list.path("items") : list).valueStream().filter(item -> item.has(field)).map(item -> item.path(field).asString()).toList();
	}

	/** The one thing in a list. */
	private static JsonNode only(JsonNode list) {
		assertThat(list.path("items")).as(list.toString()).hasSize(1);
		return list.path("items").get(0);
	}

	/** This field of something, or of the one thing in a list. */
	private static String only(JsonNode of, String field) {
		return (of.has("items") ? only(of) : of).path(field).asString();
	}
}
