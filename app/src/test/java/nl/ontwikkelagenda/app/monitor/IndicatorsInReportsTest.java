package nl.ontwikkelagenda.app.monitor;

import static nl.ontwikkelagenda.app.reporting.ReportJson.counts;
import static nl.ontwikkelagenda.app.reporting.ReportJson.figure;
import static nl.ontwikkelagenda.app.reporting.ReportJson.rows;
import static nl.ontwikkelagenda.app.reporting.ReportJson.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A board reads in its progress report how the indicators go: of the whole region, and of one theme. */
@TestInstance(Lifecycle.PER_CLASS)
class IndicatorsInReportsTest {

	private static final String SECRETARY = "secretaris";
	private static final String INDICATORS = "/api/v1/indicators";
	private static final String REPORTS = "/api/v1/reports/progress?";
	private static final String[] NUMBERS = {"indicators", "indicators-measured", "indicators-target-reached", "indicators-target-not-reached", "indicators-worse"};

	private final Running app = Running.application();
	private final Client secretary = new Client(app, SECRETARY);
	private String region = "";
	private String theme = "";
	private String absent = "";

	@BeforeAll
	void aRegionThatMeasures() {
		String path = app.partnership("Regio met een monitor in het verslag");
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		region = Client.id(path);
		String agenda = secretary.made("/api/v1/agendas", "{\"partnershipId\": \"" + region + "\", \"title\": \"Agenda met een monitor\"}");
		theme = Client.id(secretary.made(agenda + "/themes", "{\"title\": \"Iedereen naar school\"}"));
		absent = indicator("Thuiszitters", "jongeren", "DOWN", theme);
		secretary.created(absent + "/targets", "{\"amount\": 28, \"by\": \"2021-07-31\"}");
		measure(absent, "2018-2019", "31");
		measure(absent, "2019-2020", "27.5");
		measure(absent, "2020-2021", "29");
		String trust = indicator("Vertrouwen", "punten", "UP", null);
		measure(trust, "2019-2020", "3");
		measure(trust, "2020-2021", "3.5");
		indicator("Nog te meten", "leerlingen", "UP", null);
	}

	@Test
	void theReportTellsTheNewestValueHowItGoesAndWhetherTheTargetIsReached() {
		JsonNode report = secretary.read(REPORTS + "partnershipId=" + region);
		assertThat(counts(report, NUMBERS)).containsExactly(3, 2, 0, 1, 1);
		assertThat(rows(report, "indicators")).containsExactly(List.of("Nog te meten (leerlingen)", "-", "-", "-", "-", "-", "nog niet gemeten"),
				List.of("Thuiszitters (jongeren)", "schooljaar 2020-2021", "29", "1.5", "28", "2021-07-31", "slechter, streefwaarde nog niet gehaald"),
				List.of("Vertrouwen (punten)", "schooljaar 2020-2021", "3.5", "0.5", "-", "-", "beter"));
		assertThat(figure(report, "indicators-worse").path("attention").booleanValue()).isTrue();
	}

	@Test
	void aPeriodCountsWhatWasMeasuredOverItOrBefore() {
		JsonNode report = secretary.read(REPORTS + "partnershipId=" + region + "&period=2019-2020");
		assertThat(counts(report, NUMBERS)).as("by then the target was reached").containsExactly(2, 2, 1, 0, 0);
		assertThat(rows(report, "indicators"))
				.contains(List.of("Thuiszitters (jongeren)", "schooljaar 2019-2020", "27.5", "-3.5", "28", "2021-07-31", "beter, streefwaarde gehaald"));
		assertThat(counts(secretary.read(REPORTS + "partnershipId=" + region + "&period=september%202020"), NUMBERS)).as("nothing ended in September").containsExactly(2, 0, 1, 0,
				0);
		assertThat(counts(secretary.read(REPORTS + "partnershipId=" + region + "&period=2016-2017"), NUMBERS)).as("nothing was measured yet").containsExactly(0, 0, 0, 0, 0);
	}

	@Test
	void aThemeTellsOfItsOwnIndicatorsOnly() {
		JsonNode report = secretary.read(REPORTS + "themeId=" + theme);
		assertThat(counts(report, NUMBERS)).containsExactly(1, 1, 0, 1, 1);
		assertThat(rows(report, "indicators")).hasSize(1);
	}

	@Test
	void everyNumberLeadsToItsIndicators() {
		JsonNode report = secretary.read(REPORTS + "partnershipId=" + region);
		for (String number : NUMBERS) {
			JsonNode figure = figure(report, number);
			assertThat(secretary.read("/api/v1/" + figure.path("facts").asString()).path("total").intValue()).as(number).isEqualTo(figure.path("count").intValue());
		}
		JsonNode worse = secretary.read("/api/v1/" + figure(report, "indicators-worse").path("facts").asString()).at("/items/0");
		assertThat(worse.path("title").asString()).isEqualTo("Thuiszitters");
		assertThat(worse.path("status").asString()).isEqualTo("29 jongeren, schooljaar 2020-2021");
		assertThat(worse.path("day").asString()).isEqualTo("2021-07-31");
		assertThat("/api/v1/" + worse.path("address").asString()).isEqualTo(absent);
	}

	@Test
	void itIsDrawnFromTwoValuesOn() {
		JsonNode charts = section(secretary.read(REPORTS + "partnershipId=" + region), "indicators").path("charts");
		assertThat(charts.valueStream().map(chart -> chart.path("title").asString()).toList()).containsExactly("Thuiszitters (jongeren)", "Vertrouwen (punten)");
		assertThat(charts.at("/0/kind").asString()).isEqualTo("LINES");
		assertThat(charts.at("/0/lines/1/name").asString()).isEqualTo("streefwaarde");
		assertThat(secretary.page("/voortgang?partnershipId=" + region)).contains("<h2>Indicatoren</h2>", "schooljaar 2018-2019 31 jongeren", "/keten/" + Client.id(absent));
	}

	@Test
	void aReportThatWasKeptDoesNotKnowWhatWasMeasuredAfterwards() {
		String other = app.partnership("Regio met een bewaard verslag");
		app.give(other, DemoAccounts.SECRETARY, "SECRETARY");
		String own = INDICATORS + "/" + secretary.id(INDICATORS, definition(Client.id(other), "Wachttijd", "weken", "DOWN", null));
		measure(own, "2018-2019", "9");
		String kept = secretary.id("/api/v1/progress-reports", "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"" + Client.id(other) + "\"}}");
		measure(own, "2019-2020", "12");
		assertThat(rows(secretary.read(REPORTS + "reportId=" + kept), "indicators")).containsExactly(List.of("Wachttijd (weken)", "schooljaar 2018-2019", "9", "-", "-", "-", "-"));
		JsonNode now = secretary.read(REPORTS + "partnershipId=" + Client.id(other));
		assertThat(figure(now, "indicators-worse").path("count").intValue()).isEqualTo(1);
		assertThat(figure(now, "indicators-worse").path("before").intValue()).isZero();
	}

	private String indicator(String name, String unit, String direction, @Nullable String of) {
		return INDICATORS + "/" + secretary.id(INDICATORS, definition(region, name, unit, direction, of));
	}

	private static String definition(String partnership, String name, String unit, String direction, @Nullable String of) {
		return """
				{"partnershipId": "%s"%s, "name": "%s", "definition": "Wat er precies geteld wordt", "unit": "%s", "direction": "%s", "rhythm": "SCHOOL_YEAR",
				"source": "Eigen telling"}""".formatted(partnership, of == null ? "" : ", \"themeId\": \"" + of + "\"", name, unit, direction);
	}

	private void measure(String indicator, String period, String amount) {
		secretary.created(indicator + "/measurements", "{\"readings\": [{\"period\": \"%s\", \"amount\": %s}]}".formatted(period, amount));
	}
}
