package nl.ontwikkelagenda.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What changed between two days, from every page that is about something. */
class DifferencePageTest {

	/** Pages that changes are not told of, with the reason. */
	private static final Map<String, String> WITHOUT = Map.ofEntries(Map.entry("/", "tells itself what changed since the last visit"),
			Map.entry("/verschillen", "is that page"), Map.entry("/zoeken", "finds, and leads to what is found"),
			Map.entry("/keten/{id}", "leads to the page of every step"), Map.entry("/geschiedenis/{id}", "tells every change by itself"),
			Map.entry("/deelname", "compares with another day itself"), Map.entry("/acties/nieuw", "a form"), Map.entry("/aanmelden", "a form"),
			Map.entry("/aanmelden/bevestiging/{secret}", "a form"), Map.entry("/aanmelden/bevestigd", "says that it is done"), Map.entry("/inloggen", "a form"),
			Map.entry("/meldingen", "settings"), Map.entry("/meldingen/koppelingen", "settings"), Map.entry("/meldingen/koppelingen/{id}", "settings"),
			Map.entry("/mijn-gegevens", "what is kept about oneself now"), Map.entry("/mijn-gegevens/alles", "what is kept about oneself now"),
			Map.entry("/beheer/leesmodellen", "the state of jobs"),
			Map.entry("/beheer/leesmodellen/{id}", "the state of a job"), Map.entry("/voortgang/maken/{id}", "the state of a job"),
			Map.entry("/voortgang/stoppen/{secret}", "a form"),
			Map.entry("/beheer", "the state of the installation"), Map.entry("/personen/{id}/wissen", "what is kept about somebody now"),
			Map.entry("/beheer/imports", "the state of jobs"),
			Map.entry("/beheer/blijven-liggen", "the state of the installation"),
			Map.entry("/beheer/taken", "the state of jobs"),
			Map.entry("/beheer/lakken", "the state of the installation"),
			Map.entry("/beheer/post", "the state of a job"),
			Map.entry("/beheer/bewaartermijnen", "the state of the installation"),
			Map.entry("/personen", "the register of persons keeps no earlier names"),
			Map.entry("/personen/{id}", "the register of persons keeps no earlier names"),
			Map.entry("/verwerkingsregister", "what is done with data of persons now"),
			Map.entry("/beheer/accounts", "the state of the installation"),
			Map.entry("/mijn-toegang", "settings"),
			Map.entry("/wachtwoord/vergeten", "a form"),
			Map.entry("/wachtwoord/kiezen/{secret}", "a form"),
			Map.entry("/reflecties/nieuw", "a form"),
			Map.entry("/openbaar", "for who has no account"),
			Map.entry("/openbaar/verslagen/{id}", "for who has no account"),
			Map.entry("/rondleiding", "help"),
			Map.entry("/handleiding", "help"),
			Map.entry("/controle", "proves the log, which is never changed"),
			Map.entry("/controle/checkpoints", "proves the log"),
			Map.entry("/controle/bewijs/{eventId}", "proves one fact"),
			Map.entry("/controle/bundel.zip", "takes a part of the log along"),
			Map.entry("/controle/controles/{id}", "the state of a job"),
			Map.entry("/acties/inlezen/{id}", "the state of a job"),
			Map.entry("/controle/inzage", "is itself the record of who read what when"));

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");

	@Test
	void everyPageThatIsAboutSomethingLeadsToWhatChangedThere() {
		List<String> forgotten = new ArrayList<>();
		RequestMappingHandlerMapping mapping = app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
		mapping.getHandlerMethods().forEach((info, handler) -> {
			boolean isPage = handler.getBeanType().isAnnotationPresent(Controller.class) && handler.getMethod().getReturnType() != ResponseEntity.class
					&& info.getMethodsCondition().getMethods().contains(RequestMethod.GET) && isWhole(info);
			for (String path : info.getPatternValues()) {
				if (isPage && !WITHOUT.containsKey(path) && !Topics.isList(path) && Topics.ids(handler.getMethod()).isEmpty()) {
					forgotten.add(path);
				}
			}
		});
		assertThat(forgotten)
				.as("pages from which nobody finds what changed between two days. Ask for a typed id of what the page is about, name a list in Topics, or give the reason here")
				.isEmpty();
	}

	/** Not a part that a page asks for while it is open. */
	private static boolean isWhole(RequestMappingInfo info) {
		return info.getProducesCondition().isEmpty() && info.getPatternValues().stream().noneMatch(path -> path.endsWith("}") && path.contains(".{"));
	}

	@Test
	void aMeetingTellsWhatChangedBetweenTwoDays() {
		String partnership = app.partnership("Regio die verandert");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda die verandert"}""".formatted(Client.id(partnership)));
		String address = "/verschillen?agendaId=" + agenda;
		assertThat(secretary.page("/agendas/" + agenda)).contains("href=\"" + address + "\"");

		assertThat(secretary.page(address)).contains("<h1>De agenda ‘Agenda die verandert’</h1>", "<span class=\"utrecht-status-badge\">Nieuw</span>")
				.doesNotContain("class=\"changed\"");
		assertThat(secretary.page(address + "&from=2018-01-01&to=2018-02-01")).contains("is er niets veranderd").doesNotContain("<table");
		assertThat(secretary.page("/agendas")).contains("href=\"/verschillen?of=agendas\"");
		assertThat(secretary.page("/verschillen?of=agendas")).contains("Agenda die verandert");
	}

	@Test
	void daysInTheWrongOrderAndThingsThatOneMayNotSeeAreRefused() {
		String hidden = Client.id(app.partnership("Regio van een ander"));
		Set.of("?partnershipId=" + hidden, "?of=partnerships&id=" + hidden)
				.forEach(question -> assertThat(app.get("auditor", "/verschillen" + question, "Accept", "text/html").status()).as(question).isIn(403, 404));
		Set.of("?from=2018-02-01&to=2018-01-01", "?to=2999-01-01", "?of=unicorns", "?id=" + hidden)
				.forEach(question -> assertThat(app.get("secretaris", "/verschillen" + question, "Accept", "text/html").status()).as(question).isEqualTo(400));
	}
}
