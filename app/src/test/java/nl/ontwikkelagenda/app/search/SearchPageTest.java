package nl.ontwikkelagenda.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.reporting.search.Search;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Searching from the header of any page. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchPageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String agenda = "";
	private String theme = "";
	private String idea = "";

	@BeforeAll
	void somethingToFind() {
		String path = app.partnership("Regio van het zoeken");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda over kwikstaarten"}""".formatted(partnership));
		theme = secretary.id("/api/v1/agendas/" + agenda + "/themes", """
				{"title": "De kwikstaart <in> de klas", "description": "Volgens @[%s] een zeldzame vogel"}""".formatted(DemoAccounts.SECRETARY));
		idea = secretary.id("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Een kwikstaart als mascotte\"}");
	}

	@Test
	void everyPageHasAField() {
		assertThat(participant.page("/")).contains("action=\"/zoeken\"", "Zoek in alles");
		assertThat(participant.page("/zoeken")).contains("Typ een of meer woorden.");
	}

	@Test
	void whatIsFoundStandsByKindWithLinksToItsPage() {
		String page = participant.page("/zoeken?q=kwikstaart&partnershipId=" + partnership);
		assertThat(page).contains("3 keer gevonden", "<span>Thema’s</span>", "<span>Ideeën</span>", "<span>Agenda’s</span>", "href=\"/themas/" + theme + "\"",
				"De kwikstaart &lt;in&gt; de klas",
				"href=\"/themas/" + theme + "#idee-" + idea + "\"", "href=\"/agendas/" + agenda + "\"");
		assertThat(participant.page("/zoeken?q=zeldzame+vogel")).as("in the words of the page").contains("Volgens Secretaris (demo)");
		assertThat(participant.page("/zoeken?q=kwikstaart&soort=ideas&partnershipId=" + partnership)).contains("1 keer gevonden").doesNotContain("<span>Thema’s</span>");
		assertThat(participant.page("/zoeken?q=zoiets-bestaat-niet")).contains("Niets gevonden.");
	}

	@Test
	void personsAndOrganisationsAreFoundByTheirNames() {
		secretary.created("/api/v1/partnerships/" + partnership + "/organisations",
				"{\"name\": \"Openbare Basisschool Dé Kwartel\", \"sector\": \"EDUCATION\"}");
		assertThat(participant.page("/zoeken?q=kwartel+de&partnershipId=" + partnership)).contains("1 keer gevonden", "<span>Organisaties</span>",
				"Openbare Basisschool Dé Kwartel",
				"href=\"/samenwerkingsverbanden/" + partnership + "\"");
		assertThat(secretary.page("/zoeken?q=deelnemer+demo")).as("for who keeps the register").contains("<span>Personen</span>",
				"href=\"/personen/" + DemoAccounts.PARTICIPANT + "\"");
		assertThat(participant.page("/zoeken?q=secretaris+demo&partnershipId=" + partnership)).doesNotContain("href=\"/personen/");
		assertThat(participant.page("/zoeken?q=kwartel&soort=ideas&partnershipId=" + partnership)).as("when one kind is asked for").contains("Niets gevonden.");
	}

	@Test
	void manyAnswersComePageByPage() {
		for (int i = 0; i < 55; i++) {
			secretary.created("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Vleermuiskast nummer " + i + "\"}");
		}
		assertThat(participant.page("/zoeken?q=vleermuiskast")).contains("55 keer gevonden; het beste antwoord eerst", "rel=\"next\"", "page=2", "Alleen: ideeën");
		assertThat(participant.page("/zoeken?q=vleermuiskast&page=2")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
	}

	@Test
	void itIsAskedAsOfADay() {
		assertThat(participant.page("/zoeken?q=kwikstaart&asOf=2018-06-01")).contains("U kijkt terug", "Niets gevonden.");
	}

	@Test
	void nobodyFindsWhatHeMayNotSee() {
		Client stranger = new Client(app, "projectleider");
		assertThat(stranger.page("/zoeken?q=kwikstaart")).contains("Niets gevonden.").doesNotContain("Regio van het zoeken", "mascotte");
		assertThat(stranger.page("/zoeken?q=regio+van+het+zoeken+kwartel")).doesNotContain("Kwartel");
		assertThat(app.get("projectleider", "/zoeken?q=kwikstaart&partnershipId=" + partnership, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("", "/zoeken?q=kwikstaart", "Accept", "text/html").status()).isIn(302, 401);
	}

	@Test
	void whatCannotBeAskedIsSaid() {
		for (String wrong : Set.of("soort=huh", "page=0", "asOf=2999-01-01", "asOf=morgen", "partnershipId=x", "q=" + "x".repeat(201))) {
			assertThat(app.get("deelnemer", "/zoeken?" + wrong, "Accept", "text/html").status()).as(wrong).isEqualTo(400);
		}
		assertThat(participant.page("/zoeken?q=%22%27%3B--+%26+%7C+%21+%28")).contains("Zoeken");
	}

	@Test
	void everyKindHasAName() {
		assertThat(Kinds.names().keySet()).containsExactlyInAnyOrderElementsOf(Search.kinds());
		assertThat(Kinds.names().entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue)).values()).allSatisfy(same -> assertThat(same).hasSize(1));
	}
}
