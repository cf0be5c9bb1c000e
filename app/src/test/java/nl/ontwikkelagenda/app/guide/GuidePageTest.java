package nl.ontwikkelagenda.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;

/** Who does not know how something works finds the section of the guide about it. */
class GuidePageTest {

	private final Running app = Running.application();
	private final Client participant = new Client(app, "deelnemer");

	@Test
	void theGuideIsAPageWithItsPictures() {
		String page = participant.page("/handleiding");
		assertThat(page).contains("<h2 id=\"acties-bijhouden\">Acties bijhouden</h2>", "src=\"handleiding/acties.png\"", "<td>secretaris, projectleider</td>");
		assertThat(app.get("deelnemer", "/handleiding/acties.png").header("Content-Type")).isEqualTo("image/png");
		assertThat(app.get("", "/handleiding", "Accept", "text/html").status()).isEqualTo(302);
	}

	@Test
	void everyQuestionMarkOpensASectionThatIsThere() {
		Guide guide = app.context().getBean(Guide.class);
		assertThat(guide.sections()).contains("in-twee-minuten").containsAll(Help.SECTIONS.values());
		assertThat(participant.page("/acties")).contains("href=\"/handleiding#acties-bijhouden\"");
		assertThat(participant.page("/")).contains("href=\"/handleiding#in-twee-minuten\"");
		assertThat(Help.about("/acties/nieuw")).endsWith("#acties-bijhouden");
	}

	@Test
	void theTourNeedsNoDataAndLeavesNobodyBehind() {
		assertThat(participant.page("/rondleiding")).contains("href=\"/?rondleiding=1\"");
		assertThat(participant.page("/?rondleiding=1")).contains("Rondleiding, 1 van ", "Volgende");
		assertThat(participant.page("/?rondleiding=9")).doesNotContain("Rondleiding, ");
	}
}
