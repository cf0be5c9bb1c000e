package nl.ontwikkelagenda.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Somebody sees a number in the monitor and asks why it is there and what it is made of. */
@TestInstance(Lifecycle.PER_CLASS)
class IndicatorChainTest {

	private static final String TRACES = "/api/v1/traces/";
	private static final String GROUP = Stream.of(DemoAccounts.SECRETARY, DemoAccounts.PROJECT_LEAD, DemoAccounts.PARTICIPANT, DemoAccounts.AUDITOR, DemoAccounts.ADMINISTRATOR)
			.map(person -> "\"" + person + "\"").collect(Collectors.joining(", "));

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private String theme = "";
	private String inventory = "";
	private String round = "";
	private String counted = "";
	private String felt = "";

	@BeforeAll
	void indicatorsOfAThemeThatAreCountedFromSources() {
		String path = app.partnership("Regio met een monitor in de keten");
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		String region = Client.id(path);
		String organisation = Running.unknownId();
		secretary.created(path + "/organisations", "{\"organisationId\": \"" + organisation + "\", \"name\": \"School\", \"sector\": \"EDUCATION\"}");
		String agenda = secretary.made("/api/v1/agendas", "{\"partnershipId\": \"" + region + "\", \"title\": \"Agenda met een keten\"}");
		theme = Client.id(secretary.made(agenda + "/themes", "{\"title\": \"Iedereen op school\"}"));
		inventory = secretary.id("/api/v1/inventories",
				"{\"partnershipId\": \"%s\", \"question\": \"Hoeveel jongeren zitten thuis?\", \"unit\": \"jongeren\", \"organisations\": [\"%s\"], \"closesOn\": \"2999-12-31\"}"
						.formatted(region, organisation));
		round = secretary.id("/api/v1/reflection-rounds", "{\"partnershipId\": \"%s\", \"title\": \"Nulmeting\", \"members\": [%s], \"closesOn\": \"2999-12-31\"}"
				.formatted(region, GROUP));
		counted = indicator(region, "Thuiszitters", "jongeren", "DOWN");
		secretary.created("/api/v1/indicators/" + counted + "/sources", "{\"kind\": \"INVENTORY\", \"id\": \"" + inventory + "\"}");
		felt = indicator(region, "Vertrouwen in elkaar", "punten", "UP");
		secretary.created("/api/v1/indicators/" + felt + "/sources", "{\"kind\": \"REFLECTION_ROUND\", \"id\": \"" + round + "\", \"element\": 1}");
	}

	@Test
	void anIndicatorComesFromItsThemeAndFromWhatIsCounted() {
		JsonNode trace = secretary.read(TRACES + counted);
		assertThat(steps(trace, "ITSELF")).containsExactly("INDICATOR Thuiszitters");
		assertThat(steps(trace, "BEFORE")).containsExactlyInAnyOrder("AGENDA Agenda met een keten", "THEME Iedereen op school", "INVENTORY Hoeveel jongeren zitten thuis?");
		assertThat(steps(secretary.read(TRACES + felt), "BEFORE")).contains("THEME Iedereen op school", "REFLECTION_ROUND Nulmeting");
		assertThat(trace.path("steps").valueStream().filter(step -> step.path("kind").asString().equals("INDICATOR")).findFirst().orElseThrow().path("resource").asString())
				.isEqualTo("indicators/" + counted);
	}

	@Test
	void aThemeAnInventoryAndAReflectionLeadToTheirIndicators() {
		assertThat(steps(secretary.read(TRACES + theme), "AFTER")).containsExactlyInAnyOrder("INDICATOR Thuiszitters", "INDICATOR Vertrouwen in elkaar");
		assertThat(steps(secretary.read(TRACES + inventory), "AFTER")).containsExactly("INDICATOR Thuiszitters");
		assertThat(steps(secretary.read(TRACES + round), "AFTER")).containsExactly("INDICATOR Vertrouwen in elkaar");
	}

	@Test
	void thePagesLeadToAndFro() {
		assertThat(secretary.page("/monitor/" + counted)).contains("href=\"/keten/" + counted + "\"", "Waarom?");
		assertThat(secretary.page("/keten/" + counted)).contains("Keten: Thuiszitters", "<svg", "Hoeveel jongeren zitten thuis?", "hierover gaat het");
		assertThat(app.get("deelnemer", TRACES + counted).status()).as("who may not read the partnership").isEqualTo(404);
	}

	private String indicator(String region, String name, String unit, String direction) {
		return secretary.id("/api/v1/indicators", """
				{"partnershipId": "%s", "themeId": "%s", "name": "%s", "definition": "Wat er precies geteld wordt", "unit": "%s", "direction": "%s", "rhythm": "SCHOOL_YEAR",
				"source": "Eigen telling"}""".formatted(region, theme, name, unit, direction));
	}

	private static List<String> steps(JsonNode trace, String side) {
		return trace.path("steps").valueStream().filter(step -> step.path("side").asString().equals(side))
				.map(step -> step.path("kind").asString() + " " + step.path("title").asString())
				.toList();
	}
}
