package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the work session of 24 September 2018 and the kick-off of 29 March 2021 say of agendas, themes, ideas and priorities, as their secretaries would record it. */
class ThemesAndPrioritiesTest {

	private static final String SECRETARY = "secretaris";
	private static final String PARTICIPANT = "deelnemer";

	private final Running app = Running.application();
	private String partnership = "";
	private String partnershipId = "";
	private String agenda = "";

	@BeforeEach
	void aPartnershipWithAnAgenda() {
		partnership = app.partnership("Onderwijs, gemeenten en jeugdhulp");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		agenda = location(post("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda onderwijs – gemeenten", "openedOn": "2018-06-11"}""".formatted(partnershipId)));
	}

	@Test
	void inSeptember2018ThePrioritiesWereSetAtTheEndOfTheCarousel() {
		String benched = theme("Bankzitters", "");
		String atHome = theme("Thuiszitters", "");
		String care = theme("Aansluiting zorg en onderwijs", "");
		String meeting = theme("Hoe vinden we elkaar?", "");
		String teachers = theme("Lerarentekort", ", \"noticedAsMissing\": true");
		assertThat(titles(read(agenda + "/themes?noticedAsMissing=true"))).containsExactly("Lerarentekort");

		String round = location(post("/api/v1/priority-rounds", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Einde van de carrousel", "openedOn": "2018-09-24"}""".formatted(partnershipId, id(agenda))));
		created(dots(PARTICIPANT, round, benched, 2, ""));
		created(dots(PARTICIPANT, round, atHome, 1, ""));
		assertThat(dots(PARTICIPANT, round, care, 1, "").isProblem(409).json().path("type").asString()).isEqualTo("/problems/dots-are-limited");
		String present = person("Aanwezige zonder account");
		dots(PARTICIPANT, round, care, 1, present).isProblem(403);
		created(dots(SECRETARY, round, care, 2, present));
		created(app.post(SECRETARY, round + "/moves", """
				{"from": "%s", "to": "%s", "personId": "%s"}""".formatted(id(care), id(benched), present)));

		JsonNode own = read(PARTICIPANT, round + "/dots");
		assertThat(own.path("total").intValue()).isEqualTo(1);
		assertThat(own.path("items").get(0).path("inAll").intValue()).isEqualTo(3);
		assertThat(read(PARTICIPANT, round + "/dots?personId=" + present).path("total").intValue()).as("other people's dots are shown to nobody").isZero();
		assertThat(app.get(PARTICIPANT, round).body()).doesNotContain(present, DemoAccounts.PARTICIPANT.toString());

		JsonNode closed = created(post(round + "/closing", """
				{"closedOn": "2018-09-24"}""")).json();
		assertThat(closed.path("participants").intValue()).isEqualTo(2);
		assertThat(closed.path("themes").get(0).toString()).isEqualTo("{\"themeId\":\"%s\",\"dots\":3,\"participants\":2,\"rank\":1}".formatted(id(benched)));
		assertThat(dots(PARTICIPANT, round, meeting, 1, "").isProblem(409).json().path("type").asString()).isEqualTo("/problems/a-closed-round-never-changes");
		app.send(PARTICIPANT, "DELETE", round + "/dots/" + DemoAccounts.PARTICIPANT + "/" + id(benched), null).isProblem(409);

		created(post(teachers + "/retirement", """
				{"reason": "Opgenomen in een regionaal overleg", "retiredOn": "2018-12-20"}"""));
		String later = location(post("/api/v1/priority-rounds", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Een jaar later", "dotsPerParticipant": 4, "maxPerTheme": 4}""".formatted(partnershipId, id(agenda))));
		created(dots(PARTICIPANT, later, benched, 4, ""));
		JsonNode compared = read(PARTICIPANT, later + "/comparison?with=" + id(round));
		assertThat(compared.path("themes")).hasSize(5);
		assertThat(of(compared.path("themes"), "themeId", id(benched)).path("shareChange").decimalValue()).isEqualByComparingTo("40.0");
		assertThat(of(compared.path("themes"), "themeId", id(teachers)).has("score")).as("not in the later round").isFalse();
	}

	@Test
	void oneParticipantWithThreeDotsNeverPlacesMoreHoweverManyRequestsComeAtOnce() throws Exception {
		List<String> themes = List.of(theme("Bankzitters", ""), theme("Thuiszitters", ""), theme("Aansluiting zorg en onderwijs", ""), theme("Hoe vinden we elkaar?", ""));
		String round = location(post("/api/v1/priority-rounds", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Allemaal tegelijk"}""".formatted(partnershipId, id(agenda))));
		List<Callable<Answer>> requests = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			String theme = themes.get(i % themes.size());
			requests.add(() -> dots(PARTICIPANT, round, theme, 1, ""));
		}
		int placed = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
			for (Future<Answer> answer : threads.invokeAll(requests)) {
				if (answer.get().status() < 300) {
					placed++;
				} else {
					answer.get().isProblem(409);
				}
			}
		}
		assertThat(placed).isEqualTo(3);
		assertThat(read(PARTICIPANT, round).path("themes").valueStream().mapToInt(theme -> theme.path("dots").intValue()).sum()).isEqualTo(3);
		assertThat(read(PARTICIPANT, round + "/dots").path("items").get(0).path("inAll").intValue()).isEqualTo(3);
	}

	@Test
	void theAgendaOf2018IsReadAlongAdoptedAndFrozen() {
		theme("Thuiszitters", "");
		created(post(agenda + "/ambition", """
				{"ambition": "Aan de slag gaan, zonder al te veel beleid", "statedOn": "2018-06-11"}"""));
		created(post(agenda + "/ambition", """
				{"ambition": "We willen onderwijs voor zoveel mogelijk kinderen en jongeren.", "statedOn": "2018-09-24"}"""));
		assertThat(read(agenda).path("ambitions")).hasSize(2);

		created(app.post(PARTICIPANT, agenda + "/readers", "{}"));
		String volunteer = person("Belangstellende");
		assertThat(app.post(PARTICIPANT, agenda + "/readers", """
				{"personId": "%s"}""".formatted(volunteer)).isProblem(403).json().path("detail").asString()).startsWith("Namens een ander");
		created(post(agenda + "/readers", """
				{"personId": "%s", "signedUpOn": "2018-09-24"}""".formatted(volunteer)));
		assertThat(app.send(SECRETARY, "DELETE", agenda + "/readers/" + volunteer, null).status()).isEqualTo(200);
		assertThat(read(agenda + "/readers").path("total").intValue()).isEqualTo(1);

		created(post(agenda + "/reading-along", """
				{"openedOn": "2018-11-01", "until": "2018-11-30"}"""));
		String comment = location(app.post(PARTICIPANT, agenda + "/comments", """
				{"words": "Kan er ook inzicht gegeven worden in de financiën?", "commentedOn": "2018-11-12"}"""));
		created(post(agenda + "/comments/" + id(comment) + "/answers", """
				{"answer": "Er komt een informatiebijeenkomst in februari."}"""));
		assertThat(read(agenda + "/comments?search=financien").path("items").get(0).path("status").asString()).isEqualTo("SETTLED");
		assertThat(read(comment).path("answer").asString()).contains("februari");

		String body = id(location(post("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "BOARD", "name": "Bestuurlijk overleg"}""".formatted(partnershipId))));
		app.post(SECRETARY, agenda + "/publication", "{}").isProblem(409);
		JsonNode adopted = created(post(agenda + "/adoption", """
				{"bodyId": "%s", "adoptedOn": "2018-12-10"}""".formatted(body))).json();
		assertThat(adopted.path("adoption").path("themeIds")).hasSize(1);
		assertThat(created(post(agenda + "/publication", """
				{"publishedOn": "2019-01-15"}""")).json().path("publication").path("publishedOn").asString()).isEqualTo("2019-01-15");
		app.post(SECRETARY, agenda + "/titles", "{\"title\": \"Anders\"}").isProblem(409);
		app.post(SECRETARY, agenda + "/themes", "{\"title\": \"Te laat\"}").isProblem(409);

		String theme = id(read(agenda + "/themes").path("items").get(0));
		String next = location(post(agenda + "/editions", """
				{"themeIds": ["%s"], "startedOn": "2020-09-01"}""".formatted(theme)));
		assertThat(read(next).path("edition").intValue()).isEqualTo(2);
		assertThat(titles(read(next + "/themes"))).containsExactly("Thuiszitters");
		assertThat(titles(read(agenda + "/themes"))).as("the adopted edition keeps it too").containsExactly("Thuiszitters");
		assertThat(read(agenda + "/editions").path("total").intValue()).isEqualTo(1);
		app.post(SECRETARY, agenda + "/editions", "{}").isProblem(409);
		created(post(agenda + "/closing", """
				{"reason": "Opgevolgd door de tweede editie"}"""));
		assertThat(app.post(SECRETARY, agenda + "/themes", "{\"title\": \"Te laat\"}").isProblem(409).json().path("type").asString())
				.isEqualTo("/problems/a-closed-agenda-takes-no-themes");
	}

	@Test
	void twoSidesMakeTheMoneyForAThemeTransparentForASchoolYear() {
		String theme = theme("Thuiszitters", "");
		String region = organisation("De Regio", "MUNICIPALITY");
		created(post(theme + "/funding", """
				{"organisationId": "%s", "schoolYear": "2018-2019", "disclosedOn": "2018-09-24"}""".formatted(region)));
		created(post(theme + "/funding", """
				{"side": "Het onderwijs", "schoolYear": "2018-2019", "disclosedOn": "2018-09-24"}"""));
		created(post(theme + "/funding", """
				{"organisationId": "%s", "schoolYear": "2018-2019", "amount": 125000, "disclosedOn": "2019-02-04"}""".formatted(region)));
		created(post(theme + "/funding/corrections", """
				{"organisationId": "%s", "schoolYear": "2018-2019", "amount": 126500.50, "reason": "Leerlingenvervoer telde niet mee"}""".formatted(region)));
		app.post(SECRETARY, theme + "/funding/corrections", """
				{"side": "het onderwijs", "schoolYear": "2018-2019", "amount": 1, "reason": "Er is nog niets gemeld"}""").isProblem(409);
		assertThat(app.post(SECRETARY, theme + "/funding", """
				{"side": "Het onderwijs", "schoolYear": "2018-2020", "amount": -1}""").isProblem(400).wrongFields()).contains("amount");
		assertThat(app.post(SECRETARY, theme + "/funding", """
				{"side": "Het onderwijs", "schoolYear": "2018-2020"}""").isProblem(400).wrongFields()).containsExactly("schoolYear");

		JsonNode view = read(theme);
		JsonNode year = of(view.path("yearTotals"), "schoolYear", "2018-2019");
		assertThat(year.path("amount").decimalValue()).isEqualByComparingTo("126500.50");
		assertThat(year.path("awaiting").intValue()).as("the schools promised, and have yet to make theirs known").isEqualTo(1);
		JsonNode corrected = of(read(theme + "/funding").path("items"), "organisationId", region);
		assertThat(corrected.path("promisedOn").asString()).isEqualTo("2018-09-24");
		assertThat(corrected.path("corrections").get(0).path("earlier").decimalValue()).isEqualByComparingTo("125000");
	}

	@Test
	void inMarch2021FourSubjectsGotIdeasAndAnswersToThreeQuestions() {
		String grey = theme("Grijze gebied afbakenen en verkleinen", ", \"raisedOn\": \"2021-03-29\"");
		String mission = theme("Missie en visie", ", \"description\": \"Op de samenwerking tussen onderwijs en jeugdhulp\", \"raisedOn\": \"2021-03-29\"");
		String monitor = theme("Monitor Onderwijs-Jeugdhulp", ", \"raisedOn\": \"2021-03-29\"");
		String pilots = theme("Pilots samenwerking (speciaal) onderwijs en zorg/jeugdhulp",
				", \"raisedOn\": \"2021-03-29\", \"copiedFrom\": {\"region\": \"Een inspiratieregio van Met Andere Ogen\"}");
		assertThat(read(pilots).path("copiedFrom").path("region").asString()).contains("inspiratieregio");

		String trust = idea(PARTICIPANT, grey, "Vertrouwen in elkaar");
		String thinking = idea(PARTICIPANT, grey, "Denken in mogelijkheden");
		String together = location(post(grey + "/idea-mergers", """
				{"ideaIds": ["%s", "%s"], "words": "Vertrouwen en denken in mogelijkheden", "mergedOn": "2021-03-29"}""".formatted(id(trust), id(thinking))));
		assertThat(read(together).path("origins")).hasSize(2);
		assertThat(read(trust).path("goesOnIn").get(0).asString()).isEqualTo(id(together));
		assertThat(read(trust).path("words").asString()).as("nothing disappears").isEqualTo("Vertrouwen in elkaar");
		String custom = idea(SECRETARY, mission, "Maatwerk en het ontschotten van budgetten");
		JsonNode split = created(post(mission + "/ideas/" + id(custom) + "/parts", """
				{"parts": [{"words": "Maatwerk"}, {"words": "Ontschotten van budgetten, waarbij de jeugdige niet de dupe mag zijn van regelgeving"}]}""")).json();
		assertThat(split.path("status").asString()).isEqualTo("SPLIT");
		assertThat(read(mission + "/ideas?origins=" + id(custom)).path("total").intValue()).isEqualTo(2);
		idea(PARTICIPANT, pilots, "Leren van elkaar door voorbeelden uit andere regio's te onderzoeken");
		assertThat(read("/api/v1/ideas?agendaId=" + id(agenda) + "&status=OPEN").path("total").intValue()).isEqualTo(4);
		assertThat(read("/api/v1/ideas?partnershipId=" + partnershipId + "&search=ontschotten").path("total").intValue()).isEqualTo(2);

		for (String subject : List.of(grey, mission, monitor, pilots)) {
			answer(subject, "WHAT_FOR", "De ontwikkelkansen van de leerling");
			answer(subject, "WHAT_GOES_WELL", "Bereidheid om te investeren in de samenwerking");
			answer(subject, "WHAT_IS_NEEDED", "Elkaar beter leren kennen");
		}
		assertThat(read("/api/v1/guiding-answers?agendaId=" + id(agenda)).path("total").intValue()).isEqualTo(12);
		assertThat(read(monitor + "/answers?question=WHAT_IS_NEEDED").path("items").get(0).path("answer").asString()).isEqualTo("Elkaar beter leren kennen");

		JsonNode merged = created(post(agenda + "/theme-mergers", """
				{"themeIds": ["%s", "%s"], "title": "Grijze gebied, missie en visie", "mergedOn": "2021-06-01"}""".formatted(id(grey), id(mission)))).json();
		assertThat(read(grey).path("status").asString()).isEqualTo("MERGED");
		assertThat(read(mission).path("goesOnIn").get(0).asString()).isEqualTo(merged.path("themeId").asString());
		app.post(PARTICIPANT, grey + "/ideas", "{\"words\": \"Te laat\"}").isProblem(409);
		JsonNode parts = created(post(pilots + "/parts", """
				{"parts": [{"title": "Pilots speciaal onderwijs"}, {"title": "Voorbeelden uit andere regio's"}], "splitOn": "2021-06-01"}""")).json().path("goesOnIn");
		assertThat(read("/api/v1/themes/" + parts.get(0).asString()).path("origins").get(0).asString()).isEqualTo(id(pilots));
		assertThat(titles(read(agenda + "/themes?status=OPEN&sort=title"))).containsExactly("Grijze gebied, missie en visie", "Monitor Onderwijs-Jeugdhulp",
				"Pilots speciaal onderwijs", "Voorbeelden uit andere regio's");
	}

	@Test
	void nobodyTakesTheIdOfAnotherPartnershipsIdea() {
		String idea = idea(SECRETARY, theme("Thuiszitters", ""), "Besloten idee");
		String other = app.partnership("Een andere regio");
		app.give(other, DemoAccounts.AUDITOR, "SECRETARY");
		String otherAgenda = location(app.post("auditor", "/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Eigen agenda"}""".formatted(id(other))));
		String otherTheme = location(app.post("auditor", otherAgenda + "/themes", "{\"title\": \"Eigen thema\"}"));
		for (String taken : List.of(id(idea), id(agenda))) {
			assertThat(app.post("auditor", otherTheme + "/ideas", """
					{"id": "%s", "words": "Van mij"}""".formatted(taken)).isProblem(409).json().path("type").asString()).isEqualTo("/problems/id-is-new");
		}
		app.get("auditor", idea).isProblem(404);
		assertThat(read(idea).path("words").asString()).isEqualTo("Besloten idee");
	}

	private String theme(String title, String more) {
		return location(app.post(SECRETARY, agenda + "/themes", "{\"title\": \"%s\"%s}".formatted(title, more)));
	}

	private String idea(String user, String theme, String words) {
		return location(app.post(user, theme + "/ideas", "{\"words\": \"%s\", \"happenedOn\": \"2021-03-29\"}".formatted(words)));
	}

	private void answer(String theme, String question, String words) {
		created(app.post(PARTICIPANT, theme + "/answers", """
				{"question": "%s", "group": "Groep van de ontwikkeltafel", "answer": "%s", "answeredOn": "2021-03-29"}""".formatted(question, words)));
	}

	private Answer dots(String user, String round, String theme, int dots, String person) {
		String whose = person.isEmpty() ? "" : ", \"personId\": \"" + person + "\"";
		return app.post(user, round + "/dots", "{\"themeId\": \"%s\", \"dots\": %d%s}".formatted(id(theme), dots, whose));
	}

	private String person(String name) {
		return created(post("/api/v1/people", """
				{"name": "%s", "function": "Beleidsadviseur"}""".formatted(name))).json().path("personId").asString();
	}

	private String organisation(String name, String sector) {
		return created(post(partnership + "/organisations", """
				{"name": "%s", "sector": "%s"}""".formatted(name, sector))).json().path("organisations").get(0).path("organisationId").asString();
	}

	private Answer post(String path, String body) {
		return app.post(SECRETARY, path, body);
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static String location(Answer answer) {
		return String.valueOf(created(answer).header("Location"));
	}

	private JsonNode read(String path) {
		return read(SECRETARY, path);
	}

	private JsonNode read(String user, String path) {
		Answer answer = app.get(user, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static JsonNode of(JsonNode items, String field, String value) {
		return items.valueStream().filter(item -> item.path(field).asString("").equals(value)).findFirst().orElseThrow();
	}

	private static List<String> titles(JsonNode list) {
		return list.path("items").valueStream().map(item -> item.path("title").asString()).toList();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static String id(JsonNode theme) {
		return theme.path("themeId").asString();
	}
}
