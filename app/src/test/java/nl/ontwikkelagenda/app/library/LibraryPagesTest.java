package nl.ontwikkelagenda.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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

/** The sources of the table of 15 September 2021 and of the six effective elements of 2023, kept in a browser. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LibraryPagesTest {

	private static final String MIDTERM = "Midterm Met Andere Ogen";

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String theme = "";
	private String midterm = "";
	private String game = "";

	@BeforeAll
	void aRegionThatReads() {
		String path = app.partnership("Regio van de bibliotheek");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String agenda = secretary.made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Ontwikkelagenda van lezers"}""".formatted(partnership));
		theme = secretary.id(agenda + "/themes", """
				{"title": "Grijs gebied van lezers"}""");
	}

	@Test
	@Order(1)
	void everybodyPutsSourcesInAndLooksForThem() {
		midterm = entered("LITERATURE", MIDTERM, Map.of("year", "2021", "publisher", "Met Andere Ogen", "address", "https://www.aanpakmetandereogen.nl/midterm.pdf"));
		entered("LITERATURE", "Interprofessioneel samenwerken", Map.of("year", "2020", "consultedOn", "2021-09-15"));
		game = entered("TOOL", "Samenwerkingsspel", Map.of("authors", "Wouw, T. van", "publisher", "Acco", "expected", "eind 2023"));
		String list = "/bibliotheek?partnershipId=" + partnership;
		assertThat(participant.page(list)).contains("3 bronnen", MIDTERM, "2021, Met Andere Ogen", "Wouw, T. van, Acco", "Aangekondigd");
		assertThat(participant.page(list + "&q=interprofessioneel")).contains("1 bron").doesNotContain(MIDTERM);
		assertThat(participant.page(list + "&kind=TOOL&status=ANNOUNCED")).contains("1 bron", "Samenwerkingsspel");
		Answer wrong = participant.submit("/bibliotheek", "/bibliotheek", Map.of("partnershipId", partnership, "kind", "LITERATURE", "title", "", "year", "12"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("href=\"#bron-title\"", "href=\"#bron-year\"", "value=\"12\"");
		assertThat(participant.submit("/bibliotheek", "/bibliotheek", Map.of("partnershipId", partnership, "kind", "EXAMPLE", "title", "Zo doen zij het")).body())
				.contains("noem die regio");
	}

	@Test
	@Order(2)
	void itIsReadAndUsed() {
		done(participant.submit(midterm, midterm + "/raadplegingen", Map.of("consultedOn", "2021-09-15", "address", "https://www.aanpakmetandereogen.nl/elders.pdf")));
		done(participant.submit(midterm, midterm + "/gebruik", Map.of("usedIn", theme, "remark", "Besproken aan de ontwikkeltafel")));
		assertThat(participant.page(midterm)).contains("woensdag 15 september 2021", "href=\"https://www.aanpakmetandereogen.nl/elders.pdf\"", "href=\"/themas/" + theme + "\"",
				"Besproken aan de ontwikkeltafel").doesNotContain("Er is iets nieuwers");
		assertThat(participant.submit(midterm, midterm + "/raadplegingen", Map.of("address", "javascript:alert(1)")).status()).isIn(400, 409);
		assertThat(participant.submit(midterm, midterm + "/gebruik", Map.of("usedIn", "")).body()).contains("href=\"#gebruik-usedIn\"");
	}

	@Test
	@Order(3)
	void whatWasAnnouncedAppearsAndNewerSourcesTakeThePlaceOfOlder() {
		assertThat(participant.submit(game, game + "/raadplegingen", Map.of()).body()).contains("nog niet verschenen");
		done(participant.submit(game, game + "/verschijning", Map.of("year", "2023")));
		assertThat(participant.page(game)).contains("Wouw, T. van, 2023, Acco", "Ik heb dit gelezen").doesNotContain("Het is verschenen");
		done(secretary.submit(midterm, midterm + "/vervanging", Map.of("supersededBy", Client.id(game), "reason", "Dit is bijgewerkt")));
		assertThat(participant.page(midterm)).contains("Deze bron is vervangen door", "href=\"" + game + "\"", "Dit is bijgewerkt").doesNotContain("Wij gebruiken dit ook");
		assertThat(participant.page(game)).contains("Vervangt", MIDTERM);
	}

	@Test
	@Order(4)
	void whoMayNotDoOrSeeItIsRefused() {
		assertThat(participant.submit(game, game + "/vervanging", Map.of("supersededBy", Client.id(midterm))).status()).isEqualTo(403);
		for (String page : List.of(game, "/bibliotheek?partnershipId=" + partnership)) {
			assertThat(app.get("projectleider", page, "Accept", "text/html").status()).as(page).isEqualTo(404);
		}
	}

	private String entered(String kind, String title, Map<String, String> more) {
		Map<String, String> form = new HashMap<>(more);
		form.putAll(Map.of("partnershipId", partnership, "kind", kind, "title", title));
		return done(participant.submit("/bibliotheek", "/bibliotheek", form));
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "").replaceFirst("\\?.*", "");
	}
}
