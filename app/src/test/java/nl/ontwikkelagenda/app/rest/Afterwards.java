package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * What happened after the demo history to things in it: renamed, merged, moved, cancelled, redacted and erased. Nothing of it may be seen at an earlier moment, but that what was redacted
 * or erased is gone.
 */
final class Afterwards {

	private final Client secretary;
	private final Client administrator;

	private Afterwards(Running app) {
		this.secretary = new Client(app, "secretaris");
		this.administrator = new Client(app, Running.ADMINISTRATOR);
	}

	/** Records it, by way of the interface. */
	static void tell(Running app) {
		Afterwards afterwards = new Afterwards(app);
		JsonNode agenda = afterwards.first("agendas?search=ontwikkelagenda");
		String partnership = agenda.path("partnershipId").asString();
		afterwards.rename(agenda.path("agendaId").asString());
		afterwards.mergeOrganisations(partnership);
		afterwards.moveAndCancel();
		afterwards.redact("lerarentekort");
		afterwards.redact("jeugdhulp");
		afterwards.erase("Contactpersoon A");
	}

	private JsonNode first(String list) {
		JsonNode items = secretary.read("/api/v1/" + list).path("items");
		assertThat(items).as(list).isNotEmpty();
		return items.get(0);
	}

	private void rename(String agenda) {
		secretary.created("/api/v1/agendas/" + agenda + "/titles", "{\"title\": \"Onder een nieuwe naam verder\"}");
		JsonNode themes = secretary.read("/api/v1/themes?pageSize=100&status=OPEN&agendaIds=" + agenda).path("items");
		secretary.created("/api/v1/themes/" + themes.get(0).path("themeId").asString() + "/descriptions", "{\"description\": \"Naderhand anders beschreven\"}");
		String last = themes.valueStream().skip(themes.size() - 2L).map(theme -> '"' + theme.path("themeId").asString() + '"').collect(Collectors.joining(", "));
		secretary.created("/api/v1/agendas/" + agenda + "/theme-mergers", "{\"themeIds\": [" + last + "], \"title\": \"Naderhand samengevoegd\"}");
	}

	private void mergeOrganisations(String partnership) {
		List<String> organisations = secretary.read("/api/v1/partnerships/" + partnership).path("organisations").valueStream()
				.map(organisation -> organisation.path("organisationId").asString()).toList();
		String two = organisations.subList(0, 2).stream().map(id -> '"' + id + '"').collect(Collectors.joining(", "));
		secretary.created("/api/v1/partnerships/" + partnership + "/mergers",
				"{\"organisationIds\": [" + two + "], \"into\": {\"name\": \"Naderhand gefuseerd\", \"sector\": \"MUNICIPALITY\"}}");
	}

	private void moveAndCancel() {
		JsonNode planned = first("meetings?status=PLANNED");
		String meeting = "/api/v1/meetings/" + planned.path("meetingId").asString();
		secretary.created(meeting + "/planning", "{\"plannedOn\": \"2099-01-15\", \"reason\": \"Naderhand verzet\"}");
		secretary.created(meeting + "/cancellation", "{\"reason\": \"Naderhand afgelast\"}");
	}

	private void redact(String word) {
		String partnership = first("themes?search=" + word).path("partnershipId").asString();
		JsonNode text = first("recorded-texts?search=" + word + "&partnershipId=" + partnership);
		secretary.created("/api/v1/redactions", "{\"partnershipId\": \"" + partnership + "\", " + place(text) + ", \"ground\": \"CONFIDENTIAL\", \"reason\": \"Vertrouwelijk\"}");
	}

	private void erase(String name) {
		String person = "/api/v1/people/" + first("people?search=" + name.replace(" ", "%20")).path("personId").asString();
		String mentions = administrator.read(person + "/mentions").path("items").valueStream().map(mention -> "{" + place(mention) + "}").collect(Collectors.joining(", "));
		administrator.created(person + "/erasure", "{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek\", \"exceptions\": [], \"redactions\": [" + mentions + "]}");
	}

	private static String place(JsonNode text) {
		return "\"eventId\": \"" + text.path("eventId").asString() + "\", \"pointer\": \"" + text.path("pointer").asString() + "\"";
	}
}
