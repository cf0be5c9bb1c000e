package nl.ontwikkelagenda.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.Test;

/** Choosing the language of the pages. */
class LanguageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");

	private Answer asked(String path, String... headers) {
		String[] all = new String[headers.length + 2];
		all[0] = "Accept";
		all[1] = "text/html";
		System.arraycopy(headers, 0, all, 2, headers.length);
		return app.get("", path, all);
	}

	@Test
	void aVisitorChoosesEnglishAndGoesBackToDutch() {
		assertThat(asked("/openbaar").body()).contains("<html lang=\"nl\">", "Agenda’s en verslagen voor iedereen",
				"href=\"/taal/en?naar=%2Fopenbaar\" lang=\"en\" hreflang=\"en\">English</a>");

		Answer chosen = asked("/taal/en?naar=%2Fopenbaar");
		assertThat(chosen.status()).isEqualTo(303);
		assertThat(chosen.header("Location")).isEqualTo("/openbaar");
		assertThat(chosen.header("Set-Cookie")).startsWith("taal=en; Path=/; Max-Age=31536000").contains("HttpOnly", "SameSite=Lax");

		Answer english = asked("/openbaar", "Cookie", "taal=en");
		assertThat(english.body()).contains("<html lang=\"en\">", "Agendas and reports for everybody",
				"href=\"/taal/nl?naar=%2Fopenbaar\" lang=\"nl\" hreflang=\"nl\">Nederlands</a>");
		assertThat(english.header("Content-Language")).isEqualTo("en-GB");
	}

	@Test
	void aBrowserThatAsksOnlyForEnglishGetsEnglishUnlessDutchWasChosen() {
		assertThat(asked("/inloggen", "Accept-Language", "en-US,en;q=0.9").body()).contains("<html lang=\"en\">", "Username");
		assertThat(asked("/inloggen", "Accept-Language", "en-US,en;q=0.9,nl;q=0.1").body()).contains("<html lang=\"nl\">");
		assertThat(asked("/inloggen", "Accept-Language", "de").body()).contains("<html lang=\"nl\">");
		assertThat(asked("/inloggen", "Accept-Language", "en", "Cookie", "taal=nl").body()).contains("<html lang=\"nl\">");
		assertThat(asked("/inloggen", "Accept-Language", "en", "Cookie", "taal=fr").body()).contains("<html lang=\"en\">");
	}

	@Test
	void aChoiceLeadsOnlyToPagesOfThisApplication() {
		for (String elsewhere : new String[] {"https%3A%2F%2Felsewhere.example%2F", "%2F%2Felsewhere.example", "%2F%5Celsewhere.example", "javascript%3Aalert(1)", "%2Ftaal%2Fnl",
				"a%20b"}) {
			assertThat(asked("/taal/en?naar=" + elsewhere).header("Location")).as(elsewhere).isEqualTo("/");
		}
		assertThat(asked("/taal/en?naar=%2Facties%3FpartnershipId%3D%26vorm%3Dbord").header("Location")).isEqualTo("/acties?partnershipId=&vorm=bord");
		assertThat(asked("/taal/fr").status()).isEqualTo(404);
	}

	@Test
	void whatIsWrongInAFormIsSaidInEnglish() {
		Answer wrong = app.post("", "/aanmelden", "naam=", "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html", "Accept-Language", "en");
		assertThat(wrong.body()).as("without a token of the session").contains("<html lang=\"en\">", "You may not do this");
		Answer refused = app.get("secretaris", "/agendas?asOf=2999-01-01", "Accept", "text/html", "Accept-Language", "en");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.header("Content-Language")).isEqualTo("en");
		assertThat(refused.body()).contains("<html lang=\"en\">", "The request is not right", "This moment is in the future; choose a moment up to now.", "Main menu");
	}

	@Test
	void theApiStaysInDutch() {
		Answer answer = app.get("secretaris", "/api/v1/agendas?asOf=2999-01-01", "Accept-Language", "en");
		assertThat(answer.header("Content-Language")).isEqualTo("nl");
		assertThat(answer.body()).contains("De aanvraag klopt niet");
	}

	@Test
	void theGuideSaysThatItIsInDutch() {
		assertThat(app.get("secretaris", "/handleiding", "Accept", "text/html", "Accept-Language", "en").body()).contains("There is only a Dutch guide.",
				"<div class=\"guide\" lang=\"nl\">");
		assertThat(secretary.page("/handleiding")).doesNotContain("De handleiding is er alleen in het Nederlands.");
	}
}
