package nl.ontwikkelagenda.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
	void everyPageHasASectionAndEverySectionItsPages() {
		Guide guide = app.context().getBean(Guide.class);
		assertThat(guide.sections()).as("all but its title").containsAll(Help.names()).hasSize(Help.names().size() + 1);
		List<String> pages = app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
				.filter(each -> each.getValue().getBeanType().isAnnotationPresent(Controller.class)).flatMap(each -> each.getKey().getPatternValues().stream()).distinct().toList();
		assertThat(pages).hasSizeGreaterThan(100).allSatisfy(page -> assertThat(Help.section(page.replaceAll("\\{[^}]*\\}", "x"))).as(page).isPresent());
		assertThat(participant.page("/acties")).contains("href=\"/handleiding#acties-bijhouden\"");
		assertThat(participant.page("/")).contains("href=\"/handleiding#in-twee-minuten\"");
		assertThat(Help.about("/acties/nieuw")).endsWith("#acties-bijhouden");
		assertThat(Help.about("/bijeenkomsten/x/carrousel")).endsWith("#de-projectencarrousel");
	}

	@Test
	void theTourNeedsNoDataAndLeavesNobodyBehind() {
		assertThat(participant.page("/rondleiding")).contains("href=\"/?rondleiding=1\"");
		assertThat(participant.page("/?rondleiding=1")).contains("Rondleiding, 1 van ", "Volgende");
		assertThat(participant.page("/?rondleiding=9")).doesNotContain("Rondleiding, ");
	}
}
