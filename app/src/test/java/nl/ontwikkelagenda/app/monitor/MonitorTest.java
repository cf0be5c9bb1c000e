package nl.ontwikkelagenda.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A programme lets its regions count young people who sit at home without school; each region measures, aims and compares. */
@TestInstance(Lifecycle.PER_CLASS)
class MonitorTest {

	private static final String SECRETARY = "secretaris";
	private static final String INDICATORS = "/api/v1/indicators";
	private static final int REGIONS = 7;
	private static final String DEFINITION = """
			"name": "Thuiszitters", "definition": "Leerplichtige jongeren die langer dan vier weken geen onderwijs volgen, op de laatste schooldag",
			"unit": "jongeren", "direction": "DOWN", "rhythm": "SCHOOL_YEAR", "source": "Verzuimregister van de gemeenten\"""";

	private final Running app = Running.application();
	private final Client secretary = new Client(app, SECRETARY);
	private final List<String> regions = new ArrayList<>();
	private String programme = "";
	private String offered = "";

	@BeforeAll
	void aProgrammeWithItsRegions() {
		Answer founded = app.post(Running.ADMINISTRATOR, "/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "Programma dat meet", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}""");
		programme = Client.id(founded.header("Location"));
		app.give("/api/v1/partnerships/" + programme, DemoAccounts.SECRETARY, "SECRETARY");
		for (int i = 0; i < REGIONS; i++) {
			String region = app.partnership("Meetregio " + i);
			app.give(region, DemoAccounts.SECRETARY, "SECRETARY");
			regions.add(Client.id(region));
			secretary.created("/api/v1/partnerships/" + programme + "/regions", "{\"regionId\": \"" + regions.getLast() + "\"}");
		}
		offered = INDICATORS + "/" + secretary.id(INDICATORS, "{\"partnershipId\": \"" + programme + "\", " + DEFINITION + "}");
	}

	@Test
	void regionsTakeOverWhatTheProgrammeOffersAndSeeTheOthersOnceTheyAreEnough() {
		List<String> adopted = new ArrayList<>();
		for (String region : regions) {
			adopted.add(INDICATORS + "/" + secretary.id(offered + "/adoptions", "{\"partnershipId\": \"" + region + "\"}"));
		}
		secretary.refused(offered + "/adoptions", "{\"partnershipId\": \"" + regions.getFirst() + "\"}", "an-indicator-is-adopted-once");
		secretary.refused(offered + "/adoptions", "{\"partnershipId\": \"" + programme + "\"}", "regions-adopt-indicators");
		String own = adopted.getFirst();
		assertThat(secretary.read(own).path("name").asString()).isEqualTo("Thuiszitters");
		assertThat(secretary.read(own + "/trend").has("comparison")).as("nothing to compare yet").isFalse();

		for (int i = 0; i < 4; i++) {
			measure(adopted.get(i), "2019-2020", 40 + i);
		}
		JsonNode few = secretary.read(own + "/trend").path("comparison");
		assertThat(few.path("others").intValue()).isEqualTo(3);
		assertThat(few.has("average")).as("three others are too few").isFalse();
		String page = "/monitor/" + Client.id(own);
		assertThat(secretary.page(page)).contains("Er zijn nog te weinig andere regio").doesNotContain("(jongeren), per regio");

		for (int i = 4; i < REGIONS; i++) {
			measure(adopted.get(i), "2019-2020", 40 + i);
		}
		JsonNode enough = secretary.read(own + "/trend").path("comparison");
		assertThat(enough.path("average").decimalValue()).isEqualByComparingTo("43.5");
		assertThat(enough.path("named")).isEmpty();

		secretary.created(adopted.getLast() + "/sharing", "{}");
		secretary.refused(adopted.getLast() + "/sharing", "{}", "values-are-shown-by-name-once");
		JsonNode named = secretary.read(own + "/trend").path("comparison");
		assertThat(named.at("/named/0/name").asString()).isEqualTo("Meetregio 6");
		assertThat(named.at("/named/0/amount").intValue()).isEqualTo(46);
		Matcher bars = Pattern.compile("<svg(?:(?!</svg>).)*\\(jongeren\\), per regio.*?</svg>", Pattern.DOTALL).matcher(secretary.page(page));
		assertThat(bars.find()).isTrue();
		assertThat(bars.group()).as("the own bar, that of who shows its name, and the average of the others").contains("role=\"img\"", "Meetregio 0", ">40<", "Meetregio 6", ">46<",
				"gemiddelde van de andere regio", ">43,5<").doesNotContain("Meetregio 1", "Meetregio 5");
		assertThat(bars.group().split("<rect", -1)).hasSize(4);
		assertThat(app.send(SECRETARY, "DELETE", adopted.getLast() + "/sharing", null).status()).isEqualTo(200);
		assertThat(secretary.read(own + "/trend").path("comparison").path("named")).isEmpty();
	}

	@Test
	void aRegionMeasuresAimsCorrectsAndSeesHowItGoes() {
		String own = ownIndicator(regions.get(1));
		secretary.created(own + "/targets", "{\"amount\": 10, \"by\": \"2022-07-31\", \"reason\": \"Afgesproken in het bestuurlijk overleg\"}");
		secretary.created(own + "/measurements",
				"""
				{"readings": [{"period": "2018-2019", "amount": 31, "measuredOn": "2019-09-01"}, {"period": "2019-2020", "amount": 27.5}, {"period": "2020-2021", "amount": 29}]}""");
		JsonNode trend = secretary.read(own + "/trend");
		assertThat(trend.path("values").valueStream().map(value -> value.path("label").asString()).toList()).containsExactly("schooljaar 2018-2019", "schooljaar 2019-2020",
				"schooljaar 2020-2021");
		assertThat(trend.at("/trend/judgement").asString()).isEqualTo("WORSE");
		assertThat(trend.at("/target/reached").booleanValue()).isFalse();

		String measurement = "/api/v1/measurements/"
				+ secretary.read(own + "/measurements?period=2020-2021").at("/items/0/measurementId").asString();
		secretary.created(measurement + "/corrections", "{\"amount\": 9, \"reason\": \"Twee scholen telden dubbel\"}");
		secretary.refused(measurement + "/corrections", "{\"amount\": 9, \"reason\": \"Nog eens\"}", "a-correction-changes-the-value");
		assertThat(secretary.read(measurement + "/corrections").at("/items/0/reason").asString()).isEqualTo("Twee scholen telden dubbel");
		JsonNode better = secretary.read(own + "/trend");
		assertThat(better.at("/trend/judgement").asString()).isEqualTo("BETTER");
		assertThat(better.at("/target/reached").booleanValue()).isTrue();

		secretary.refused(own + "/measurements", "{\"readings\": [{\"period\": \"2020-2021\", \"amount\": 1}]}", "a-period-is-measured-once");
		secretary.refused(own + "/measurements", "{\"readings\": [{\"period\": \"2021-03\", \"amount\": 1}]}", "a-measurement-fits-the-rhythm");
		assertThat(app.post(SECRETARY, own + "/measurements", "{\"readings\": []}").isProblem(400).wrongFields()).containsExactly("readings");
		app.get("deelnemer", own).isProblem(404);
		app.get("deelnemer", own + "/trend").isProblem(404);
	}

	@Test
	void measurementsGoOutAsAFileAndComeInAgain() throws Exception {
		String own = ownIndicator(regions.get(2));
		long events = app.events();
		HttpResponse<byte[]> wrong = send(own + "/measurements", FileFormat.TEXT_CSV, "Periode;Waarde\r\n2019-2020;veel\r\nvorig jaar;3\r\n".getBytes(StandardCharsets.UTF_8));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(new String(wrong.body(), StandardCharsets.UTF_8)).contains("Rij 2, Waarde", "Rij 3, Periode");
		assertThat(app.events()).as("all or nothing").isEqualTo(events);

		assertThat(
				send(own + "/measurements", FileFormat.TEXT_CSV, "Periode;Waarde;Opmerking\r\n2018-2019;12,5;Eerste telling\r\n2019-2020;11\r\n".getBytes(StandardCharsets.UTF_8))
						.statusCode())
				.isEqualTo(201);
		assertThat(secretary.read(own + "/measurements?sort=period").path("items").valueStream().map(item -> item.path("amount").decimalValue().toPlainString()).toList())
				.containsExactly("12.5", "11");

		events = app.events();
		String unreadable = "Periode;Waarde;Opmerking\r\n2020-2021;8;Met een\0nul\r\n2017-2018;8;Van rechts\u202E naar links\r\n2016-2017;8;" + "é".repeat(1_001) + "\r\n";
		HttpResponse<byte[]> refused = send(own + "/measurements", FileFormat.TEXT_CSV, unreadable.getBytes(StandardCharsets.UTF_8));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("Rij 2, Opmerking", "Rij 3, Opmerking", "Rij 4, Opmerking",
				"De tekst bevat tekens die niet leesbaar zijn.",
				"Geef een tekst van hoogstens 1000 tekens.");
		assertThat(app.events()).isEqualTo(events);

		HttpResponse<byte[]> sheet = fetch(own + "/measurements?format=xlsx");
		assertThat(sheet.statusCode()).isEqualTo(200);
		HttpResponse<byte[]> again = send(own + "/measurements", FileFormat.SPREADSHEET, sheet.body());
		assertThat(again.statusCode()).isEqualTo(400);
		assertThat(new String(again.body(), StandardCharsets.UTF_8)).contains("In dit bestand staat niets nieuws.");
		HttpResponse<byte[]> other = send(own + "/measurements", FileFormat.TEXT_CSV, "Periode;Waarde\r\n2019-2020;10\r\n2020-2021;9\r\n".getBytes(StandardCharsets.UTF_8));
		assertThat(new String(other.body(), StandardCharsets.UTF_8)).as("another value is a correction").contains("Rij 2, Waarde", "als correctie, met een reden");
	}

	@Test
	void aPictureTellsWhatItShows() throws Exception {
		String own = ownIndicator(regions.get(3));
		measure(own, "2018-2019", 20);
		measure(own, "2019-2020", 15);
		HttpResponse<byte[]> picture = fetch(own + "/chart.svg");
		assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
		assertThat(new String(picture.body(), StandardCharsets.UTF_8)).contains("<desc", "schooljaar 2018-2019 20 jongeren, schooljaar 2019-2020 15 jongeren.");
		assertThat(fetch(own + "/chart.svg?asOf=2018-01-01").statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsNoLongerMeasuredStaysToBeSeen() {
		String own = ownIndicator(regions.get(4));
		measure(own, "2018-2019", 20);
		secretary.created(own + "/retirement", "{\"reason\": \"De definitie is landelijk veranderd\"}");
		secretary.refused(own + "/measurements", "{\"readings\": [{\"period\": \"2019-2020\", \"amount\": 1}]}", "a-retired-indicator-is-not-measured");
		assertThat(secretary.read(own).path("status").asString()).isEqualTo("RETIRED");
		assertThat(secretary.read(own + "/trend").path("values")).hasSize(1);
	}

	@Test
	void theTotalOfAnInventoryIsAValueWhenItIsClosed() {
		String region = regions.get(5);
		String organisation = Running.unknownId();
		secretary.created("/api/v1/partnerships/" + region + "/organisations", "{\"organisationId\": \"" + organisation + "\", \"name\": \"School\", \"sector\": \"EDUCATION\"}");
		String inventory = secretary.id("/api/v1/inventories",
				"""
				{"partnershipId": "%s", "question": "Hoeveel jongeren zitten thuis?", "unit": "jongeren", "organisations": ["%s"], "openedOn": "2020-06-01", "closesOn": "2030-06-30"}"""
						.formatted(region, organisation));
		secretary.created("/api/v1/inventories/" + inventory + "/answers", "{\"organisationId\": \"" + organisation + "\", \"amount\": 14}");
		String own = ownIndicator(region);
		secretary.created(own + "/sources", "{\"kind\": \"INVENTORY\", \"id\": \"" + inventory + "\"}");
		secretary.refused(own + "/sources", "{\"kind\": \"INVENTORY\", \"id\": \"" + inventory + "\"}", "a-source-counts-once");
		assertThat(secretary.read(own + "/trend").path("values")).as("it is open").isEmpty();
		secretary.created("/api/v1/inventories/" + inventory + "/closure", "{}");
		assertThat(secretary.read(own + "/trend").at("/values/0/amount").intValue()).isEqualTo(14);
		assertThat(secretary.read(own + "/sources").at("/items/0/source/id").asString()).isEqualTo(inventory);
		assertThat(app.send(SECRETARY, "DELETE", own + "/sources/" + inventory, null).status()).isEqualTo(200);
		assertThat(secretary.read(own + "/trend").path("values")).isEmpty();
	}

	@Test
	void theMonitorIsAPageOnWhichTheSecretaryMeasures() {
		String own = ownIndicator(regions.get(6));
		String id = own.substring(own.lastIndexOf('/') + 1);
		secretary.created(own + "/targets", "{\"amount\": 10, \"by\": \"2022-07-31\"}");
		measure(own, "2018-2019", 20);
		assertThat(secretary.submit("/monitor/" + id, "/monitor/" + id + "/metingen", Map.of("period", "2019-2020", "amount", "veel", "remark", "Uit de telling van juni")).body())
				.contains("Geef een getal met hoogstens vier decimalen, zoals 12,5.", "value=\"veel\"", "value=\"Uit de telling van juni\"");
		assertThat(secretary.submit("/monitor/" + id, "/monitor/" + id + "/metingen", Map.of("period", "2018-2019", "amount", "12")).body())
				.contains("Over schooljaar 2018-2019 is al een waarde vastgelegd");
		assertThat(secretary.submit("/monitor/" + id, "/monitor/" + id + "/metingen", Map.of("period", "2019-2020", "amount", "9,5")).status()).isEqualTo(303);
		String page = secretary.page("/monitor/" + id);
		assertThat(page).contains("href=\"/monitor/" + id + "/bestand?format=xlsx\"");
		assertThat(app.get("secretaris", "/monitor/" + id + "/bestand?format=csv").body()).contains("Periode", "2019-2020", "9,5");
		assertThat(app.get("secretaris", "/monitor/" + id + "/bestand?format=csv&asOf=2018-01-01").status()).isEqualTo(404);
		assertThat(app.get("deelnemer", "/monitor/" + id + "/bestand?format=csv").status()).isEqualTo(404);
		assertThat(page).contains("<h1>Thuiszitters</h1>", "9,5 jongeren", "10,5 minder dan de vorige meting: beter.", "Streefwaarde: 10 op zondag 31 juli 2022, gehaald.", "<svg");
		assertThat(secretary.page("/monitor?partnershipId=" + regions.get(6))).contains("Thuiszitters", "9,5 jongeren");
		assertThat(app.get("deelnemer", "/monitor/" + id, "Accept", "text/html").status()).isEqualTo(404);
	}

	private String ownIndicator(String region) {
		return INDICATORS + "/" + secretary.id(INDICATORS, "{\"partnershipId\": \"" + region + "\", " + DEFINITION + "}");
	}

	private void measure(String indicator, String period, int amount) {
		secretary.created(indicator + "/measurements", "{\"readings\": [{\"period\": \"%s\", \"amount\": %d}]}".formatted(period, amount));
	}

	private HttpResponse<byte[]> send(String path, String type, byte[] content) throws IOException, InterruptedException {
		return ask(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(content)));
	}

	private HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
		return ask(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path)).header("Authorization", Running.authorization(SECRETARY));
	}

	private static HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		}
	}
}
