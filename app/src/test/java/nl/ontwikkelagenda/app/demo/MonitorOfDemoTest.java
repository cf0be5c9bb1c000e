package nl.ontwikkelagenda.app.demo;

import static nl.ontwikkelagenda.app.reporting.ReportJson.counts;
import static nl.ontwikkelagenda.app.reporting.ReportJson.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The invented indicator of the programme: seven regions measure it, and one keeps a report of it. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class MonitorOfDemoTest {

	private static final String INDICATORS = "/api/v1/indicators";
	private static final String BERKENVELD = INDICATORS + "/" + RegionalMonitor.FIRST.indicator();
	private static final String REPORTS = "/api/v1/reports/progress?";

	private final Running app = Running.withDemo();
	private final Client lead = new Client(app, "projectleider");

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	void theProgrammeOffersItAndSevenRegionsMeasureIt() {
		JsonNode offered = lead.read(INDICATORS + "?offered=true");
		assertThat(offered.at("/items/0/partnershipId").asString()).isEqualTo(MetAndereOgen.PROGRAMME.toString());
		assertThat(offered.at("/items/0/name").asString()).isEqualTo("Voorbeeld: thuiszitters");
		assertThat(lead.read(INDICATORS + "?offeredBy=" + RegionalMonitor.OFFERED).path("total").intValue()).isEqualTo(7);
		assertThat(lead.read(INDICATORS + "?asOf=2020-12-13").path("total").intValue()).isZero();
	}

	@Test
	void aRegionSeesItsTrendItsTargetAndTheOthers() {
		JsonNode trend = lead.read(BERKENVELD + "/trend");
		assertThat(trend.path("values").valueStream().map(value -> value.path("amount").intValue()).toList()).containsExactly(48, 44, 39);
		assertThat(trend.at("/trend/judgement").asString()).isEqualTo("BETTER");
		assertThat(trend.at("/target/reached").booleanValue()).isTrue();
		assertThat(trend.at("/comparison/average").decimalValue()).as("of 30, 47, 21, 51, 38 and 29").isEqualByComparingTo("36");
		assertThat(trend.at("/comparison/named/0/name").asString()).isEqualTo("Inspiratieregio Merenrijk (verzonnen naam)");
		JsonNode before = lead.read(BERKENVELD + "/trend?asOf=2021-06-01");
		assertThat(before.path("values")).hasSize(2);
		assertThat(before.at("/target/reached").booleanValue()).isFalse();
		assertThat(lead.page("/monitor/" + RegionalMonitor.FIRST.indicator())).contains("39 jongeren", "5 minder dan de vorige meting: beter.", "gehaald");
	}

	@Test
	void theKeptReportTellsOfIt() {
		JsonNode report = lead.read(REPORTS + "reportId=" + RegionalMonitor.REPORT);
		assertThat(counts(report, "indicators", "indicators-measured", "indicators-target-reached", "indicators-worse")).containsExactly(1, 1, 1, 0);
		assertThat(rows(report, "indicators")).containsExactly(
				List.of("Voorbeeld: thuiszitters (jongeren)", "schooljaar 2020-2021", "39", "-5", "40", "2023-07-31", "beter, streefwaarde gehaald"));
		assertThat(lead.read("/api/v1/progress-reports?partnershipId=" + RegionalMonitor.FIRST.partnership()).at("/items/0/madeOn").asString()).isEqualTo("2022-09-12");
	}

	@Test
	void itsThemeLeadsToIt() {
		JsonNode trace = lead.read("/api/v1/traces/" + Story.id("thema thuiszitters Berkenveld"));
		assertThat(trace.path("steps").valueStream().map(step -> step.path("kind").asString() + " " + step.path("title").asString()).toList())
				.containsExactly("AGENDA Voorbeeld: agenda van Berkenveld", "THEME Voorbeeld: iedereen op school", "INDICATOR Voorbeeld: thuiszitters",
						"MEASUREMENT 2018-2019: 48", "MEASUREMENT 2019-2020: 44", "MEASUREMENT 2020-2021: 39");
	}
}
