package nl.ontwikkelagenda.app.housestyle;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;

/** A region sees its own colours on its pages. */
class PageStyleTest {

	private final Running app = Running.application();
	private final Client participant = new Client(app, "deelnemer");

	@Test
	void pagesOfAPartnershipHaveItsColour() {
		String partnership = app.partnership("Regio in kleur");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String page = "/samenwerkingsverbanden/" + Client.id(partnership);
		assertThat(participant.page(page)).doesNotContain("/huisstijl/");
		new Client(app, Running.ADMINISTRATOR).created(partnership + "/house-styles", "{\"colour\": \"#8a1538\", \"tint\": \"#fbe9ee\"}");
		assertThat(participant.page(page)).contains("<link rel=\"stylesheet\" href=\"/huisstijl/8a1538.css\">");
		assertThat(participant.page("/")).doesNotContain("/huisstijl/");
		String tones = app.get("deelnemer", "/huisstijl/8a1538.css").body();
		assertThat(tones).startsWith(":root { --accent: light-dark(#").contains("light-dark(#8a1538, ");
		assertThat(app.get("deelnemer", "/huisstijl/" + Client.id(partnership) + "/logo").status()).isEqualTo(404);
		assertThat(app.get("auditor", "/huisstijl/" + Client.id(partnership) + "/logo").status()).isEqualTo(404);
		assertThat(app.get("deelnemer", "/huisstijl/rood.css").status()).isEqualTo(404);
	}
}
