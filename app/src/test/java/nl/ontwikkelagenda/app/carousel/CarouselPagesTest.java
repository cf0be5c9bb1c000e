package nl.ontwikkelagenda.app.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The project carousel of 24 September 2018: the secretary hangs the posters, those who walk along write on them with their phones. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CarouselPagesTest {

	private static final List<String> POSTERS = List.of("De gezonde school", "Kwetsbare jongeren", "M@z!", "Onderwijszorgarrangementen", "Onderzoek naar de zorgadviesteams",
			"Thuiszitters");

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private final List<String> projects = new ArrayList<>();
	private String partnership = "";
	private String region = "";
	private String meeting = "";
	private String carousel = "";

	@BeforeAll
	void aWorkSession() {
		String path = app.partnership("Regio van de carrousel");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		region = Running.unknownId();
		secretary.created(path + "/organisations", """
				{"organisationId": "%s", "name": "De Regio", "sector": "MUNICIPALITY"}""".formatted(region));
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda onderwijs – gemeenten", "openedOn": "2018-09-24"}""".formatted(partnership));
		meeting = "/bijeenkomsten/" + secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Werksessie onderwijs en gemeenten", "happenedOn": "2018-09-24"}""".formatted(partnership, agenda));
		carousel = meeting + "/carrousel";
	}

	@Test
	@Order(1)
	void theSecretaryHangsThePosters() {
		assertThat(secretary.page(meeting)).contains("href=\"" + carousel + "\"");
		assertThat(participant.page(meeting)).as("nothing hangs there").doesNotContain("Projectencarrousel");
		String list = "/projecten?partnershipId=" + partnership;
		for (String title : POSTERS) {
			String project = done(secretary.submit(list, list, Map.of("title", title, "description", "Regionaal project", "carriedBy", region)));
			projects.add(project);
			done(secretary.submit(carousel, carousel + "/posters", Map.of("projectId", Client.id(project), "as", "POSTER")));
		}
		assertThat(participant.page(list)).contains("Thuiszitters", "De Regio").doesNotContain("Zet een project op de lijst");
		assertThat(participant.page(carousel)).contains("6 posters", "M@z!", "Nog niets op geschreven").doesNotContain("Posters ophangen");
		assertThat(participant.page(meeting)).contains("Projectencarrousel");
		Answer twice = secretary.submit(carousel, carousel + "/posters", Map.of("projectId", Client.id(projects.getFirst()), "as", "POSTER"));
		assertThat(twice.status()).isEqualTo(409);
		assertThat(secretary.submit(list, list, Map.of("title", "")).body()).contains("href=\"#project-title\"");
		assertThat(secretary.submit(list, list, Map.of("title", "Half", "from", "2021-01-01")).body()).contains("href=\"#project-to\"", "Kies beide dagen");
		String led = done(secretary.submit(list, list, Map.of("title", "Taalklas", "leadBy", DemoAccounts.SECRETARY.toString(), "from", "2021-01-01", "to", "2021-12-31", "origin",
				"De taalklas van een andere regio")));
		assertThat(participant.page(led)).contains("geleid door Secretaris (demo)", "2021", "Overgenomen: ", "De taalklas van een andere regio");
		String other = app.partnership("Regio van het voorbeeld");
		app.give(other, DemoAccounts.SECRETARY, "SECRETARY");
		String example = secretary.id("/api/v1/projects", """
				{"partnershipId": "%s", "title": "Huiskamer", "carriedBy": []}""".formatted(Client.id(other)));
		assertThat(secretary.page(list)).contains("label=\"Regio van het voorbeeld\"", "value=\"" + example + "\"");
		String copy = done(secretary.submit(list, list, Map.of("title", "Huiskamer hier", "copiedOf", example)));
		assertThat(participant.page(copy)).contains("Huiskamer, Regio van het voorbeeld");
		assertThat(secretary.read("/api/v1/projects/" + example + "/copies").path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(2)
	void everybodyWalksAlongAndWritesOnThem() {
		String walk = "?carrousel=" + Client.id(meeting);
		String second = participant.page(projects.get(1) + walk);
		assertThat(second).contains("Poster 2 van 6", "Vorige<span class=\"hidden\">: De gezonde school", "Volgende<span class=\"hidden\">: M@z!", "De Regio");
		String home = projects.get(5);
		Answer written = participant.submit(home + walk, home + "/reacties", Map.of("words", "Er gebeurt al veel", "carrousel", Client.id(meeting), "on", "2018-09-24"));
		assertThat(done(written)).isEqualTo(home + walk + "#reacties");
		done(participant.submit(home + walk, home + "/reacties", Map.of("words", "Ik ken veel projecten niet", "carrousel", Client.id(meeting), "named", "ja")));
		done(participant.submit(home + walk, home + "/reacties",
				Map.of("words", "Kan er ook inzicht gegeven worden in de financiën?", "carrousel", Client.id(meeting), "question", "ja")));
		assertThat(participant.page(home + walk)).contains("Er gebeurt al veel", "maandag 24 september 2018", "Deelnemer (demo)", "Vraag").doesNotContain("Bewaar het antwoord");
		assertThat(participant.page(carousel)).contains("2 opmerkingen, 1 vraag", "Kan er ook inzicht gegeven worden in de financiën?");
		Answer nothing = participant.submit(home, home + "/reacties", Map.of("words", " ", "carrousel", Client.id(meeting)));
		assertThat(nothing.status()).isEqualTo(400);
		assertThat(nothing.body()).contains("href=\"#reactie-words\"", "Poster 6 van 6");
		assertThat(participant.submit(home, home + "/reacties", Map.of("words", "Hier?", "carrousel", "huh")).status()).isEqualTo(400);
	}

	@Test
	@Order(3)
	void whatIsMissedIsPutOnTheAgenda() {
		done(participant.submit(carousel, carousel + "/gemist", Map.of("title", "Lerarentekort")));
		assertThat(participant.page(carousel)).contains("Wat wij missen", ">Lerarentekort</a>");
		assertThat(participant.submit(carousel, carousel + "/gemist", Map.of("title", "")).body()).contains("href=\"#gemist-title\"");
	}

	@Test
	@Order(4)
	void questionsAreAnsweredAndAProjectGoesOn() {
		String home = projects.get(5);
		String question = secretary.read("/api/v1/questions?partnershipId=" + partnership).at("/items/0/questionId").asString();
		done(secretary.submit(home, home + "/vragen/" + question + "/antwoord", Map.of("answer", "De Regio brengt van de regionale thema's de financiën in kaart.")));
		done(secretary.submit(home, home + "/routekaart", Map.of("steps", "Casussen uitschrijven | nog dit kalenderjaar\r\nMet de consultant bespreken")));
		assertThat(participant.page(home)).contains("Vraag, beantwoord", "de financiën in kaart", "Casussen uitschrijven", ", nog dit kalenderjaar", "Met de consultant bespreken");
		assertThat(secretary.page(home)).contains("Casussen uitschrijven | nog dit kalenderjaar");
		done(secretary.submit(home, home + "/afronding", Map.of("result", "Alle thuiszitters zijn in beeld")));
		assertThat(participant.page(home)).contains("Alle thuiszitters zijn in beeld", "Afgerond");
	}

	@Test
	@Order(5)
	void whoMayNotDoOrSeeItIsRefused() {
		assertThat(participant.submit(carousel, carousel + "/posters", Map.of("projectId", Client.id(projects.getFirst()), "as", "POSTER")).status()).isEqualTo(403);
		assertThat(participant.submit(carousel, projects.getFirst() + "/afronding", Map.of("result", "Klaar")).status()).isEqualTo(403);
		for (String page : List.of(carousel, projects.getFirst(), "/projecten?partnershipId=" + partnership)) {
			assertThat(app.get("projectleider", page, "Accept", "text/html").status()).as(page).isEqualTo(404);
		}
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}
}
