package nl.ontwikkelagenda.app.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A table reflects on the six elements of 2023, at first and once more: its members on their phones, question by question, and the secretary who runs it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ReflectionPagesTest {

	private static final String FIRST = "Weten we wat beter samenwerken oplevert voor jeugdigen en ouders?";
	private static final String SECOND = "Creëren we voldoende tijd en ruimte om te investeren in samenwerken?";

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private final List<PersonId> others = new ArrayList<>();
	private String partnership = "";
	private String table = "";
	private String baseline = "";

	@BeforeAll
	void aTableOfFive() {
		String path = app.partnership("Regio van de reflectie");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.PROJECT_LEAD, "PARTICIPANT");
		String organisation = Running.unknownId();
		secretary.created(path + "/organisations", """
				{"organisationId": "%s", "name": "Samenwerkingsverband", "sector": "EDUCATION"}""".formatted(organisation));
		String agenda = secretary.made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Ontwikkelagenda"}""".formatted(partnership));
		String theme = secretary.id(agenda + "/themes", """
				{"title": "Grijs gebied"}""");
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Overleg Grijs gebied"}""".formatted(partnership));
		table = secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel van de reflectie"}""".formatted(partnership, body, theme));
		for (int number = 1; number <= 4; number++) {
			others.add(PersonId.of(Client.id(secretary.made("/api/v1/people", """
					{"name": "Tafellid %d", "function": "Leraar"}""".formatted(number)))));
		}
		Stream.concat(Stream.of(DemoAccounts.PARTICIPANT), others.stream()).forEach(person -> secretary.created("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "organisationId": "%s", "role": "MEMBER", "from": "2021-04-23"}""".formatted(person, organisation)));
	}

	@Test
	@Order(1)
	void theSecretaryBeginsOneForTheTable() {
		assertThat(secretary.page("/reflecties")).contains("value=\"" + table + "\">Tafel: Tafel van de reflectie");
		assertThat(participant.page("/reflecties")).doesNotContain("Begin een reflectie");
		String page = "/reflecties/nieuw?over=" + table;
		String form = secretary.page(page);
		assertThat(form).contains("Voor de tafel Tafel van de reflectie", "value=\"" + DemoAccounts.PARTICIPANT + "\" checked").doesNotContain(
				"value=\"" + DemoAccounts.AUDITOR + "\" checked");
		Answer few = secretary.submit(page, "/reflecties?over=" + table, Map.of("title", "Reflectie", "closesOn", "2999-12-31", "members", DemoAccounts.PARTICIPANT.toString()));
		assertThat(few.status()).isEqualTo(409);
		assertThat(few.body()).contains("een groep van 5 tot 200 mensen");
		assertThat(secretary.submit(page, "/reflecties?over=" + table, Map.of("title", "")).body()).contains("href=\"#reflectie-title\"", "href=\"#reflectie-closesOn\"");
		baseline = begun("Nulmeting voorjaar", "");
		assertThat(participant.page("/reflecties")).contains("href=\"" + baseline + "\"", "Ook voor u");
		assertThat(participant.page("/")).contains("href=\"" + baseline + "\"");
	}

	@Test
	@Order(2)
	void aMemberAnswersQuestionByQuestionAndComesBackToThem() {
		String first = baseline + "/vragen/1";
		assertThat(participant.page(baseline)).contains("href=\"" + first + "\"", "Begin met de eerste vraag").doesNotContain("Sluit nu");
		assertThat(participant.page(first)).contains("vraag 1 van 24", FIRST, "5 – Helemaal", "Weet ik niet");
		assertThat(done(participant.submit(first, first, Map.of("score", "2", "remark", "Nog niet overal")))).isEqualTo(baseline + "/vragen/2");
		assertThat(participant.page(baseline + "/vragen/2")).contains(SECOND);
		assertThat(done(participant.submit(first, baseline + "/vragen/2", Map.of("score", "0", "vorige", "ja")))).isEqualTo(first);
		assertThat(participant.page(first)).contains("value=\"2\" checked", "Nog niet overal");
		Answer words = participant.submit(first, baseline + "/vragen/3", Map.of("remark", "Zonder cijfer"));
		assertThat(words.status()).isEqualTo(400);
		assertThat(words.body()).contains("Kies ook een cijfer", "Zonder cijfer");
		assertThat(participant.submit(first, baseline + "/vragen/3", Map.of("score", "6")).status()).isEqualTo(400);
		String who = baseline + "/vragen/10";
		assertThat(participant.page(who)).contains("Wie zijn bij de samenwerkende organisaties de &#39;kartrekkers&#39;?", "Uw antwoord").doesNotContain("type=\"radio\"");
		done(participant.submit(who, who, Map.of("remark", "De directeuren")));
		assertThat(done(participant.submit(who, baseline + "/vragen/24", Map.of("score", "4")))).isEqualTo(baseline + "?gedaan=ja");
		assertThat(participant.page(baseline + "?gedaan=ja")).contains("U hebt 4 van de 24 vragen beantwoord.", "href=\"" + baseline + "/vragen/3\"", "Ga verder");
		done(participant.submit(who, baseline + "/vragen/24", Map.of("score", "")));
		assertThat(participant.page(baseline)).contains("U hebt 3 van de 24 vragen beantwoord.");
		assertThat(app.get("deelnemer", baseline + "/vragen/25", "Accept", "text/html").status()).isEqualTo(404);
	}

	@Test
	@Order(3)
	void nobodyElseAnswersOrSeesAResultYet() {
		assertThat(new Client(app, "projectleider").page(baseline)).contains("U hoort niet bij deze groep.").doesNotContain("Uitslag</h2>");
		assertThat(app.get("projectleider", baseline + "/vragen/1", "Accept", "text/html").status()).isEqualTo(403);
		assertThat(participant.submit(baseline + "/vragen/1", baseline + "/sluiting", Map.of()).status()).isEqualTo(403);
		assertThat(app.get("auditor", baseline, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(secretary.page(baseline)).as("nobody knows how many answered").doesNotContain("Nog niet overal", "antwoordden");
	}

	@Test
	@Order(4)
	void theResultIsShownAsAPictureAndAsAList() {
		others.forEach(person -> answers(baseline, person, 2));
		done(secretary.submit(baseline, baseline + "/sluiting", Map.of()));
		assertThat(participant.page(baseline)).contains("5 van de 5 mensen antwoordden.", "<svg", "Gedeelde visie en urgentie onderwijs-zorg-jeugd", FIRST, "Nog niet overal",
				"te weinig antwoorden").doesNotContain("Sluit nu", "Ga verder");
		assertThat(app.get("deelnemer", baseline + "/vragen/1", "Accept", "text/html").status()).isEqualTo(409);
	}

	@Test
	@Order(5)
	void theRepeatShowsWhatChanged() {
		String repeat = begun("Herhaling najaar", Client.id(baseline));
		answers(repeat, DemoAccounts.PARTICIPANT, 4);
		others.forEach(person -> answers(repeat, person, 4));
		done(secretary.submit(repeat, repeat + "/sluiting", Map.of()));
		assertThat(participant.page(repeat)).contains("Vorige keer", "+2", "nulmeting: ", "href=\"" + baseline + "\"");
		assertThat(participant.page(baseline)).contains("href=\"" + repeat + "\"");
		assertThat(participant.page("/reflecties")).contains("Nulmeting", "Herhaling", "5 antwoorden, gesloten op");
	}

	@Test
	@Order(6)
	void fourAnswersGiveNoResult() {
		String round = begun("Te klein", "");
		others.forEach(person -> answers(round, person, 5));
		done(participant.submit(round + "/vragen/1", round + "/vragen/1", Map.of("score", "5")));
		done(participant.submit(round + "/vragen/1", round + "/vragen/1", Map.of()));
		done(secretary.submit(round, round + "/sluiting", Map.of()));
		assertThat(participant.page(round)).contains("Er is geen uitslag, omdat er minder dan 5 antwoorden waren.");
		assertThat(secretary.read("/api/v1/reflection-rounds/" + Client.id(round)).path("answered").intValue()).as("who took everything back has not answered").isEqualTo(4);
	}

	private void answers(String round, PersonId person, int score) {
		ReflectionRoundView view = app.context().getBean(Documents.class).find(ReadModels.REFLECTION_ROUNDS, Client.id(round), AsOf.NOW).orElseThrow().document();
		app.context().getBean(SealedAnswers.class).change(view, person, before -> Optional.of(new Sheet(List.of(new Sheet.Given("1.1", score, null)))));
	}

	/** Begins a round for the whole table. */
	private String begun(String title, String repeatOf) {
		List<Map.Entry<String, String>> form = new ArrayList<>(List.of(Map.entry("title", title), Map.entry("closesOn", "2999-12-31"), Map.entry("repeatOf", repeatOf)));
		Stream.concat(Stream.of(DemoAccounts.PARTICIPANT), others.stream()).forEach(person -> form.add(Map.entry("members", person.toString())));
		return done(secretary.submit("/reflecties/nieuw?over=" + table, "/reflecties?over=" + table, form));
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}
}
