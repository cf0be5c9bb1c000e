package nl.ontwikkelagenda.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Feeds and webhooks on their pages, in Dutch and without a script. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class FollowingPagesTest {

	private static final String FEEDS = "/meldingen";
	private static final String WEBHOOKS = "/meldingen/koppelingen";

	private final Running app = Running.with("ontwikkelagenda.webhooks.private-addresses=true");
	private final Client secretary = new Client(app, "secretaris");
	private final Receiver receiver = new Receiver();
	private String partnership = "";
	private String agenda = "";

	@BeforeEach
	void anAgenda() {
		partnership = app.partnership("Regio op een pagina");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda <van> de pagina"}""".formatted(Client.id(partnership)));
	}

	@AfterAll
	void close() {
		app.context().close();
		receiver.close();
	}

	@Test
	void somebodyMakesAnAddressReadsItAndWithdrawsIt() {
		assertThat(secretary.page("/")).contains("href=\"" + FEEDS + "\"");
		assertThat(secretary.page(FEEDS)).contains("Volgen wat er verandert", "AGENDA/" + agenda, "Agenda &lt;van&gt; de pagina");
		Answer made = secretary.submit(FEEDS, FEEDS, Map.of("onderwerp", "AGENDA/" + agenda));
		String address = found("/feeds/[A-Za-z0-9_-]{43}\\.atom", made.body());
		assertThat(app.get("", address).body()).contains("Agenda &lt;van");
		String page = secretary.page(FEEDS);
		assertThat(page).contains("de agenda ‘Agenda &lt;van&gt; de pagina’").doesNotContain(address);
		assertThat(secretary.submit(FEEDS, found(FEEDS + "/[0-9a-f-]{36}/intrekken", page), Map.of()).status()).isEqualTo(302);
		app.get("", address).isProblem(404);
		assertThat(secretary.submit(FEEDS, FEEDS, Map.of("onderwerp", "")).body()).contains("/feeds/", "wat van uzelf is");
		assertThat(secretary.submit(FEEDS, FEEDS, Map.of("onderwerp", "iets")).status()).isEqualTo(400);
		assertThat(secretary.submit(FEEDS, FEEDS, Map.of("onderwerp", "TABLE/" + Running.unknownId())).status()).isEqualTo(404);
	}

	@Test
	void ofWhatSomebodySeesNoMoreHisPageTellsNoTitle() {
		Client participant = new Client(app, "deelnemer");
		participant.submit(FEEDS, FEEDS, Map.of("onderwerp", "AGENDA/" + agenda));
		assertThat(participant.page(FEEDS)).contains("<strong>de agenda ‘Agenda &lt;van&gt; de pagina’</strong>");
		app.send("beheerder", "DELETE", partnership + "/rights/" + DemoAccounts.PARTICIPANT + "/PARTICIPANT", null);
		assertThat(participant.page(FEEDS)).contains("<strong>de agenda</strong><span> (u kunt dit niet meer zien)</span>").doesNotContain("<strong>de agenda ‘");
	}

	@Test
	void aSecretaryMakesAWebhookTriesItAndSeesWhatBecameOfIt() {
		Answer wrong = secretary.submit(WEBHOOKS, WEBHOOKS, Map.of("onderwerp", "AGENDA/" + agenda, "adres", "http://\"><b>"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("Dit is geen adres", "http://&quot;&gt;&lt;b&gt;").doesNotContain("<b>");
		Answer made = secretary.submit(WEBHOOKS, WEBHOOKS, Map.of("onderwerp", "AGENDA/" + agenda, "adres", receiver.address()));
		receiver.keep(found("whsec_[A-Za-z0-9+/]{43}=", made.body()));
		String page = found(WEBHOOKS + "/[0-9a-f-]{36}", made.body());
		assertThat(secretary.page(page)).contains("Er is nog niets gebracht", "de agenda ‘Agenda &lt;van&gt; de pagina’", "Secretaris (demo)").doesNotContain("whsec_");
		assertThat(secretary.submit(page, page + "/proef", Map.of()).status()).isEqualTo(302);
		assertThat(app.get("secretaris", page, "Accept", "text/html").header("Refresh")).isEqualTo("3");
		app.context().getBean(SendWebhooks.class).run();
		assertThat(secretary.page(page)).contains("proef", "aangekomen", "antwoord 204");
		assertThat(app.get("secretaris", page, "Accept", "text/html").header("Refresh")).isNull();
		String again = found(page + "/berichten/[0-9a-f-]{36}/opnieuw", secretary.page(page));
		secretary.submit(page, again, Map.of());
		app.context().getBean(SendWebhooks.class).run();
		assertThat(receiver.received()).hasSize(2).allMatch(Receiver.Received::signed);
		secretary.submit(page, page + "/stilzetten", Map.of());
		assertThat(secretary.page(page)).contains("staat stil", "Iemand heeft haar stilgezet.", "Zet weer aan");
		assertThat(secretary.submit(page, page + "/stilzetten", Map.of()).status()).isEqualTo(409);
		secretary.submit(page, page + "/aanzetten", Map.of());
		assertThat(secretary.submit(page, page + "/geheim", Map.of()).body()).contains("whsec_");
		assertThat(secretary.page(WEBHOOKS)).contains("127.0.0.1");
		secretary.submit(page, page + "/verwijderen", Map.of());
		assertThat(secretary.page(WEBHOOKS)).doesNotContain(page);
	}

	@Test
	void aParticipantSeesThatThisIsNotForHim() {
		Client participant = new Client(app, "deelnemer");
		assertThat(participant.page(WEBHOOKS)).contains("Alleen een secretaris of beheerder").doesNotContain("<form method=\"post\" action=\"" + WEBHOOKS);
		assertThat(participant.submit(FEEDS, WEBHOOKS, Map.of("onderwerp", "AGENDA/" + agenda, "adres", receiver.address())).status()).isEqualTo(403);
	}

	private static String found(String what, String page) {
		Matcher found = Pattern.compile(what).matcher(page);
		assertThat(found.find()).as(what + " in " + page).isTrue();
		return found.group();
	}
}
