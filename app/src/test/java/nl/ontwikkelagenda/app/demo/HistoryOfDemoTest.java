package nl.ontwikkelagenda.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import tools.jackson.databind.JsonNode;

import org.apache.poi.extractor.ExtractorFactory;
import org.apache.poi.extractor.POITextExtractor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor who trusts nobody steps through what was recorded in the demo history. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class HistoryOfDemoTest {

	private static final String TABLE = "/api/v1/histories/" + Story.id("ontwikkeltafel grijs gebied");
	private static final String DECISION = "/api/v1/histories/" + DevelopmentAgenda2021.LAST;

	private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Running app = Running.withDemo();
	private final Client auditor = new Client(app, "auditor");

	@AfterAll
	void stop() {
		app.context().close();
	}

	private static List<String> events(JsonNode history) {
		return history.path("items").valueStream().map(fact -> fact.path("event").asString()).toList();
	}

	private static JsonNode fact(JsonNode history, String event) {
		return history.path("items").valueStream().filter(fact -> fact.path("event").asString().equals(event)).findFirst().orElseThrow();
	}

	@Test
	void aDecisionTellsWhoTookItByWhichRightAndWhatItRestedOn() {
		JsonNode history = auditor.read(DECISION);
		assertThat(events(history)).startsWith("Besluit genomen", "Vastgelegd hoe het besluit tot stand kwam");
		assertThat(history.path("things").get(0).path("title").asString()).isEqualTo("het besluit ‘Voorlichting over onderwijs en jeugdhulp’");
		JsonNode taken = fact(history, "Besluit genomen");
		assertThat(taken.path("type").asString()).isEqualTo("agenda.DecisionTaken");
		assertThat(taken.path("happenedOn").path("from").asString()).startsWith("2021-");
		assertThat(taken.path("recordedBy").path("name").asString()).isEqualTo("Projectleider (demo)");
		assertThat(taken.path("recordedBy").path("role").asString()).isEqualTo("PROJECT_LEAD");
		assertThat(taken.path("recordedBy").path("standing").path("rights").valueStream().map(JsonNode::asString)).contains("PROJECT_LEAD");
		assertThat(taken.path("changes").get(0).path("kind").asString()).isEqualTo("ADDED");
		JsonNode stated = fact(history, "Vastgelegd hoe het besluit tot stand kwam");
		assertThat(stated.path("authority").path("withoutMandateBecause").asString()).isEqualTo("Voorbeeld: de gemeenten moeten het nog bekrachtigen.");
		assertThat(stated.path("correlationId").asString()).isEqualTo(taken.path("correlationId").asString());
		assertThat(stated.path("changes").get(0).path("fields").valueStream().map(field -> field.path("field").asString())).contains("particulars", "flags");
		assertThat(app.get("auditor", stated.path("proof").asString()).status()).isIn(200, 404);
	}

	@Test
	void whatWasAgreedTellsWhatItsMeetingDidWithIt() {
		String action = auditor.read("/api/v1/actions?pageSize=100").path("items").valueStream().filter(each -> each.has("meetingId") && each.has("outcomeId"))
				.map(each -> each.path("actionId").asString()).findFirst().orElseThrow();
		JsonNode history = auditor.read("/api/v1/histories/" + action + "?limit=100");
		assertThat(events(history)).containsSubsequence("Bijeenkomst gehouden", "Uitkomst vastgelegd", "Actie afgesproken");
		assertThat(events(history)).filteredOn("Uitkomst vastgelegd"::equals).as("of the outcomes of the meeting only its own").hasSize(1);
		assertThat(events(history)).as("who was there does not concern it").doesNotContain("Aanwezigheid vastgelegd");
		assertThat(fact(history, "Bijeenkomst gehouden").path("changes").get(0).path("collection").asString()).isEqualTo("meetings");
	}

	/** Of every kind that an auditor asks about. */
	enum Life {
		DECISION(DevelopmentAgenda2021.LAST.value()), TABLE(Story.id("ontwikkeltafel grijs gebied")), ADVICE(DevelopmentAgenda2021.ADVICE.value()), AGENDA(
				Story.id("ontwikkelagenda onderwijs jeugdhulp"));

		private final String history;
		private final String player;

		Life(UUID id) {
			this.history = "/api/v1/histories/" + id;
			this.player = "/geschiedenis/" + id;
		}
	}

	/** All facts of a life, over as many pages as they take. */
	private List<JsonNode> all(String history, String question) {
		List<JsonNode> all = new ArrayList<>();
		for (String page = history + "?limit=100" + question; !page.isEmpty();) {
			JsonNode read = auditor.read(page);
			read.path("items").forEach(all::add);
			page = read.path("next").asString("");
			assertThat(read.path("total").intValue()).isGreaterThanOrEqualTo(all.size());
		}
		return all;
	}

	private static List<String> ids(Iterable<JsonNode> facts) {
		return StreamSupport.stream(facts.spliterator(), false).map(HistoryOfDemoTest::id).toList();
	}

	private static String id(JsonNode fact) {
		return fact.path("eventId").asString();
	}

	private static LocalDate recordedOn(JsonNode fact) {
		return LocalDate.ofInstant(Instant.parse(fact.path("recordedAt").asString()), Today.AMSTERDAM);
	}

	@ParameterizedTest
	@EnumSource
	void aLifeIsSteppedThroughFactByFactForwardAndBack(Life life) {
		List<JsonNode> all = all(life.history, "");
		assertThat(all).hasSizeGreaterThan(1);
		assertThat(all.stream().map(fact -> fact.path("number").intValue())).isEqualTo(IntStream.rangeClosed(1, all.size()).boxed().toList());
		List<String> forward = new ArrayList<>();
		JsonNode moment = auditor.read(all.getFirst().path("self").asString());
		assertThat(moment.has("previous")).isFalse();
		while (true) {
			forward.add(id(moment.path("fact")));
			if (!moment.has("next")) {
				break;
			}
			JsonNode next = auditor.read(moment.path("next").asString());
			assertThat(next.path("fact").path("self").asString()).as("its permalink").isEqualTo(moment.path("next").asString());
			assertThat(Client.id(next.path("previous").asString())).isEqualTo(forward.getLast());
			moment = next;
		}
		assertThat(forward).isEqualTo(ids(all));
		assertThat(moment.path("state")).isNotEmpty();
		whatAFieldBecameIsWhatItWasBeforeTheNextFact(all, Client.id(life.history));
	}

	/** Of a list only what went and what came is told. */
	private static void whatAFieldBecameIsWhatItWasBeforeTheNextFact(List<JsonNode> facts, String id) {
		Map<String, JsonNode> became = new HashMap<>();
		facts.stream().flatMap(fact -> fact.path("changes").valueStream()).filter(change -> change.path("id").asString().equals(id))
				.forEach(change -> change.path("fields").valueStream().filter(field -> !field.path("before").isArray() && !field.path("after").isArray()).forEach(field -> {
					JsonNode before = became.put(change.path("collection").asString() + "." + field.path("field").asString(), field.path("after"));
					assertThat(before == null || before.equals(field.path("before"))).as("%s, which was %s", field, before).isTrue();
				}));
		assertThat(became).isNotEmpty();
	}

	@Test
	void aTableTellsWhatBelongsToIt() {
		JsonNode history = auditor.read(TABLE + "?limit=100");
		assertThat(events(history)).contains("Zetel ingenomen", "Ontwikkeltafel geopend", "Doel geformuleerd", "Voorstel gedaan", "Bijeenkomst gehouden", "Doel beantwoord");
		List<JsonNode> facts = history.path("items").valueStream().toList();
		assertThat(auditor.read(facts.getFirst().path("self").asString()).path("state")).as("people take their seats before the table is opened").isEmpty();
		JsonNode last = auditor.read(facts.getLast().path("self").asString());
		assertThat(last.path("state").get(0).path("document").path("goals")).isNotEmpty();
		assertThat(last.path("holders").valueStream().map(holder -> holder.path("right").asString())).contains("AUDITOR", "SECRETARY");
	}

	@ParameterizedTest
	@EnumSource
	void thePlayerGoesForwardBackAndToAnyDay(Life life) {
		List<JsonNode> all = all(life.history, "");
		List<String> ids = ids(all);
		String step = life.player + "?stap=";
		for (int here : new int[] {0, ids.size() / 2, ids.size() - 1}) {
			String page = auditor.page(step + ids.get(here));
			assertThat(page).contains("Feit " + (here + 1) + ": ", "href=\"" + step + ids.get(here) + "\"");
			if (here == 0) {
				assertThat(page).doesNotContain("rel=\"prev\"");
			} else {
				assertThat(page).contains("rel=\"prev\" href=\"" + step + ids.get(here - 1) + "\"", "href=\"" + step + ids.getFirst() + "\"");
			}
			if (here == ids.size() - 1) {
				assertThat(page).doesNotContain("rel=\"next\"");
			} else {
				assertThat(page).contains("rel=\"next\" href=\"" + step + ids.get(here + 1) + "\"", "href=\"" + step + ids.getLast() + "\"");
			}
			assertThat(goesTo(life, "nummer=" + (here + 1))).isEqualTo(step + ids.get(here));
		}
		Set<LocalDate> days = all.stream().map(HistoryOfDemoTest::recordedOn).flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1))).collect(Collectors.toSet());
		assertThat(days).allSatisfy(day -> assertThat(goesTo(life, "dag=" + day))
				.isEqualTo(step + ids(all.stream().filter(fact -> !recordedOn(fact).isAfter(day)).toList()).stream().reduce(ids.getFirst(), (earlier, later) -> later)));
	}

	private String goesTo(Life life, String question) {
		Answer answer = app.get("auditor", life.player + "?" + question, "Accept", "text/html");
		assertThat(answer.status()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("https?://[^/]+", "");
	}

	/** What is asked over the API and on the page, and which facts it is about. */
	private record Asked(String api, String page, Predicate<JsonNode> meant) {

		private static Asked of(String api, String page, String value, Predicate<JsonNode> meant) {
			return new Asked("&" + api + "=" + value, page + "=" + value, meant);
		}
	}

	@ParameterizedTest
	@EnumSource
	void itIsFilteredByWhoWhenWhatAndAboutWhom(Life life) {
		List<JsonNode> all = all(life.history, "");
		JsonNode middle = all.get(all.size() / 2);
		LocalDate day = recordedOn(middle);
		String type = middle.path("type").asString();
		String by = middle.path("recordedBy").path("personId").asString();
		Predicate<JsonNode> ofType = fact -> fact.path("type").asString().equals(type);
		Predicate<JsonNode> byHim = fact -> fact.path("recordedBy").path("personId").asString("").equals(by);
		List<Asked> questions = new ArrayList<>(List.of(Asked.of("personId", "wie", by, byHim), Asked.of("type", "soort", type, ofType),
				Asked.of("from", "van", day.toString(), fact -> !recordedOn(fact).isBefore(day)), Asked.of("until", "tot", day.toString(), fact -> !recordedOn(fact).isAfter(day)),
				Asked.of("correlationId", "handeling", middle.path("correlationId").asString(), fact -> fact.path("correlationId").equals(middle.path("correlationId"))),
				new Asked("&personId=" + by + "&type=" + type + "&from=" + day, "wie=" + by + "&soort=" + type + "&van=" + day,
						byHim.and(ofType).and(fact -> !recordedOn(fact).isBefore(day)))));
		String of = middle.path("changes").path(0).path("collection").asString("");
		questions.add(Asked.of("of", "deel", of, fact -> fact.path("changes").valueStream().anyMatch(change -> change.path("collection").asString().equals(of))));
		named(all).forEach((named, facts) -> questions.add(Asked.of("about", "over", named, fact -> facts.contains(id(fact)))));
		for (Asked asked : questions) {
			List<String> meant = ids(all.stream().filter(asked.meant()).toList());
			assertThat(meant).as(asked.api()).isNotEmpty();
			assertThat(ids(all(life.history, asked.api()))).as(asked.api()).isEqualTo(meant);
			assertThat(ids(app.get("auditor", life.player + "/feiten.json?" + asked.page()).json())).as(asked.page()).isEqualTo(meant);
			String step = auditor.page(life.player + "?stap=" + meant.getFirst() + "&" + asked.page());
			assertThat(step).as("the permalink of a step in this selection").contains("U ziet een deel van de feiten.", "aria-current=\"step\"").doesNotContain("rel=\"prev\"");
		}
		assertThat(questions.stream().filter(asked -> all.stream().anyMatch(asked.meant().negate()))).as("that leave something out")
				.hasSizeGreaterThanOrEqualTo(Math.min(4, all.size() - 1));
		assertThat(app.get("auditor", life.history + "?type=x&of=y&from=2020-01-02&until=2020-01-01").isProblem(400).wrongFields()).containsExactly("type", "of", "until");
	}

	/** Which of these facts name whom or what, as it stands in the log: every person, and the two things that are named most. */
	private Map<String, Set<String>> named(List<JsonNode> facts) {
		JdbcClient log = JdbcClient.create(app.database().owner());
		Set<String> persons = Set.copyOf(log.sql("select id::text from register.person").query(String.class).list());
		Map<String, Set<String>> named = new HashMap<>();
		log.sql("select event_identifier::text, aggregate_identifier || payload::text from log.domain_event where event_identifier::text = any (?)")
				.param(ids(facts).toArray(String[]::new)).query((ResultSet row) -> {
					String fact = row.getString(1);
					UUIDS.matcher(row.getString(2)).results().forEach(id -> named.computeIfAbsent(id.group(), first -> new HashSet<>()).add(fact));
				});
		Set<String> things = named.entrySet().stream().filter(each -> !persons.contains(each.getKey()))
				.sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> each) -> each.getValue().size()).reversed().thenComparing(Map.Entry::getKey)).limit(2)
				.map(Map.Entry::getKey).collect(Collectors.toSet());
		named.keySet().removeIf(id -> !persons.contains(id) && !things.contains(id));
		assertThat(named.keySet().stream().anyMatch(persons::contains)).as("somebody is named in a table or an agenda").isEqualTo(facts.size() > 15);
		return named;
	}

	/** So there is no other address for all events, or for all decisions. */
	@Test
	void theHistoryOfAPartnershipIsEveryFactInIt() {
		String partnership = DevelopmentAgenda2021.PARTNERSHIP.toString();
		List<JsonNode> facts = all("/api/v1/histories/" + partnership, "");
		JdbcClient log = JdbcClient.create(app.database().owner());
		Set<String> shown = Set.copyOf(ids(facts));
		List<String> left = log.sql("""
				select event_identifier::text, payload_type from log.domain_event where aggregate_identifier in (
					select aggregate_identifier from log.domain_event where sequence_number = 0 and payload ->> 'partnershipId' = ?)""").param(partnership)
				.query((row, number) -> shown.contains(row.getString(1)) ? "" : row.getString(2)).list().stream().filter(type -> !type.isEmpty()).distinct().toList();
		assertThat(left).as("types of facts that it lacks").isEmpty();
		assertThat(log.sql("select count(*) from log.domain_event where sequence_number = 0 and payload ->> 'partnershipId' is null").query(Long.class).single())
				.as("facts of no partnership").isZero();

		Set<String> decided = facts.stream().flatMap(fact -> fact.path("changes").valueStream()).filter(change -> change.path("collection").asString().equals("decisions"))
				.map(change -> change.path("id").asString()).collect(Collectors.toSet());
		Set<String> each = decided.stream().flatMap(decision -> ids(all("/api/v1/histories/" + decision, "&of=decisions")).stream()).collect(Collectors.toSet());
		assertThat(decided).contains(DevelopmentAgenda2021.LAST.toString());
		assertThat(ids(all("/api/v1/histories/" + partnership, "&of=decisions"))).containsExactlyInAnyOrderElementsOf(each);
	}

	@Test
	void itIsFilteredByTheThingItIsAbout() {
		String goal = Story.id("doel elkaar kennen").toString();
		assertThat(events(auditor.read(TABLE + "?about=" + goal))).contains("Doel geformuleerd", "Doel beantwoord").doesNotContain("Ontwikkeltafel geopend");
		assertThat(auditor.read(TABLE + "?until=2017-01-01").path("total").intValue()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void itIsTakenAlongAsAFile(Life life) throws IOException {
		List<JsonNode> all = all(life.history, "");
		String type = all.getFirst().path("type").asString();
		List<String> chosen = ids(all.stream().filter(fact -> fact.path("type").asString().equals(type)).toList());
		List<String> others = ids(all).stream().filter(id -> !chosen.contains(id)).toList();
		for (String form : List.of("csv", "xlsx", "pdf", "docx")) {
			assertThat(text(form, life.history + "?format=" + form)).as(form).contains(ids(all)).contains("Wiehadwelkerechten");
			assertThat(text(form, life.player + "/feiten." + form + "?soort=" + type)).as(form).contains(chosen).doesNotContain(others);
		}
		JsonNode kept = app.get("auditor", life.player + "/feiten.json").json();
		assertThat(ids(kept)).isEqualTo(ids(all));
		assertThat(kept.valueStream()).as("who held which right then").allSatisfy(fact -> assertThat(fact.path("holders")).isNotEmpty());
	}

	/** Without spaces, as on paper a line can be broken anywhere. */
	private String text(String form, String address) throws IOException {
		byte[] file = app.bytes("auditor", address);
		String text = switch (form) {
			case "csv" -> new String(file, StandardCharsets.UTF_8);
			case "pdf" -> FileText.of("geschiedenis.pdf", file).orElseThrow();
			default -> {
				try (POITextExtractor document = ExtractorFactory.createExtractor(new ByteArrayInputStream(file))) {
					yield document.getText();
				}
			}
		};
		return text.replaceAll("\\s", "");
	}

	@Test
	void pagesFollowEachOther() {
		List<String> all = events(auditor.read(TABLE + "?limit=100"));
		List<String> paged = new ArrayList<>();
		for (String page = TABLE + "?limit=7"; !page.isEmpty();) {
			JsonNode read = auditor.read(page);
			paged.addAll(events(read));
			page = read.path("next").asString("");
		}
		assertThat(paged).isEqualTo(all);
		assertThat(app.get("auditor", TABLE + "?limit=0").isProblem(400).wrongFields()).containsExactly("limit");
	}

	@Test
	void theProofsOfAThingAreTakenAlong() throws Exception {
		app.context().getBean("sealEvents", RecurringJob.class).run();
		String note = auditor.read("/api/v1/advice-notes?pageSize=1").path("items").get(0).path("adviceNoteId").asString();
		for (String history : List.of(DECISION, TABLE, "/api/v1/histories/" + note)) {
			JsonNode told = auditor.read(history + "?limit=100");
			String question = "?partnershipId=" + told.path("partnershipId").asString() + "&subject=" + told.path("id").asString();
			byte[] bundle = bundle("/api/v1/audit/bundles" + question);
			String lines = lines(bundle);
			assertThat(told.path("items").valueStream().map(fact -> fact.path("eventId").asString())).isNotEmpty().allMatch(lines::contains);
			assertThat(new BundleVerifier(keys()).verify(new ByteArrayInputStream(bundle))).isInstanceOf(BundleVerifier.Verdict.Good.class);
		}
		String table = "subject=" + Story.id("ontwikkeltafel grijs gebied");
		String partnership = "/api/v1/audit/bundles?partnershipId=" + auditor.read(TABLE).path("partnershipId").asString();
		app.get("auditor", partnership + "&subject=" + Running.unknownId()).isProblem(404);
		String elsewhere = app.partnership("Regio met een eigen auditor");
		app.give(elsewhere, DemoAccounts.AUDITOR, "AUDITOR");
		app.get("auditor", "/api/v1/audit/bundles?" + table + "&partnershipId=" + Client.id(elsewhere)).isProblem(404);

		String player = "/geschiedenis/" + Story.id("ontwikkeltafel grijs gebied");
		assertThat(auditor.page(player)).contains(player + "/bewijsbundel.zip");
		assertThat(app.get("auditor", player + "/bewijsbundel.zip").status()).isEqualTo(200);
		assertThat(new Client(app, "deelnemer").page(player)).doesNotContain("bewijsbundel.zip");
		assertThat(app.get("deelnemer", player + "/bewijsbundel.zip").status()).isEqualTo(403);
	}

	private List<VerifierKey> keys() {
		return auditor.read("/api/v1/audit/keys").path("items").valueStream().map(key -> VerifierKey.parse(key.path("verifierKey").asString())).toList();
	}

	private byte[] bundle(String address) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + address)).header("Authorization", Running.authorization("auditor")).build(),
					BodyHandlers.ofByteArray()).body();
		}
	}

	private static String lines(byte[] bundle) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals("events.jsonl")) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new AssertionError("There are no events in it");
	}

	@Test
	void whoseDotsTheyAreIsShownToNobody() {
		String round = "/api/v1/histories/" + Story.id("prioriteiten 24 september 2018");
		JsonNode placed = auditor.read(round + "?type=agenda.DotsPlaced");
		assertThat(placed.path("items").valueStream()).isNotEmpty().allMatch(fact -> !fact.path("recordedBy").has("personId") && !fact.has("correlationId"));
		for (Object person : List.of(DemoAccounts.PARTICIPANT, DemoAccounts.SECRETARY, DemoAccounts.PROJECT_LEAD)) {
			assertThat(events(auditor.read(round + "?limit=100&personId=" + person))).doesNotContain("Stippen geplaatst");
			assertThat(events(auditor.read(round + "?limit=100&about=" + person))).doesNotContain("Stippen geplaatst");
		}
	}

	@Test
	void thePageIsAPlayerThatNeedsNoScript() {
		String player = "/geschiedenis/" + Story.id("ontwikkeltafel grijs gebied");
		String last = auditor.page(player);
		assertThat(last).contains("Geschiedenis van de ontwikkeltafel", "Zo stond het er toen voor", "Wat er veranderde", "rel=\"prev\"", "Wie had die dag welke rechten?",
				"Wat er toen bij hoorde")
				.doesNotContain("rel=\"next\"");
		Answer first = app.get("auditor", player + "?nummer=1", "Accept", "text/html");
		assertThat(first.status()).isEqualTo(303);
		String opening = auditor.page(String.valueOf(first.header("Location")));
		assertThat(opening).contains("Zetel ingenomen", "Het was er toen nog niet.", "rel=\"next\"", "Rechten op die dag").doesNotContain("rel=\"prev\"");
		String goal = auditor.read(TABLE + "?type=agenda.GoalFormulated").path("items").get(0).path("eventId").asString();
		assertThat(auditor.page(player + "?stap=" + goal)).contains("Doel geformuleerd", "<ins", "aria-current=\"step\"", "/controle/bewijs/" + goal);
		Answer day = app.get("auditor", player + "?dag=2030-01-01", "Accept", "text/html");
		assertThat(auditor.page(String.valueOf(day.header("Location")))).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
		assertThat(auditor.page(player + "?soort=agenda.GoalFormulated&wie=&van=&tot=")).contains("U ziet een deel van de feiten.");
		String csv = app.get("auditor", player + "/feiten.csv?soort=agenda.GoalFormulated").body();
		assertThat(csv).contains("Doel geformuleerd", "Was", "Werd", "Rechten op die dag", "Mandaten op die dag").doesNotContain("Ontwikkeltafel geopend");
		assertThat(app.get("auditor", player + "/feiten.csv?deel=tables&soort=agenda.TableOpened").body()).contains("Ontwikkeltafel geopend", "secretaris");
		JsonNode chosen = app.get("auditor", player + "/feiten.json?soort=agenda.GoalFormulated").json();
		assertThat(chosen).hasSameSizeAs(auditor.read(TABLE + "?limit=100&type=agenda.GoalFormulated").path("items"));
		assertThat(FileText.of("geschiedenis.pdf", app.bytes("auditor", player + "/feiten.pdf?soort=agenda.GoalFormulated"))).hasValueSatisfying(
				text -> assertThat(text).contains("Doel geformuleerd", "Werd:", "Rechten op die dag:").doesNotContain("Ontwikkeltafel geopend"));
		assertThat(FileText.of("geschiedenis.pdf", app.bytes("auditor", TABLE + "?type=agenda.GoalFormulated&format=pdf"))).isPresent();
		assertThat(auditor.page(player + "?deel=seats")).contains("U ziet een deel van de feiten.", "Vast adres van deze keuze", "deel=seats", "Zetel ingenomen");
		assertThat(app.get("auditor", player + "?deel=onzin", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("auditor", player + "?stap=" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("auditor", player + "?van=gisteren", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("auditor", "/geschiedenis/" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(new Client(app, "deelnemer").page(player)).doesNotContain("Wie had die dag welke rechten?", "Rechten op die dag");
	}

	@Test
	void whoOnlyTakesPartSeesNotWhoHeldWhichRights() {
		JsonNode history = new Client(app, "deelnemer").read(DECISION);
		assertThat(history.path("items").get(0).path("recordedBy").has("standing")).isFalse();
		assertThat(new Client(app, "deelnemer").read(history.path("items").get(0).path("self").asString()).path("holders")).isEmpty();
	}

	@Test
	void whatAnAuditorReadsIsWrittenDownAndAStrangerFindsNothing() {
		auditor.read(DECISION + "?type=agenda.DecisionTaken");
		JsonNode history = auditor.read(DECISION);
		String partnership = history.path("partnershipId").asString();
		JsonNode accesses = auditor.read("/api/v1/audit/accesses?kind=HISTORY_READ&partnershipId=" + partnership).path("items");
		assertThat(accesses.get(0).path("scope").path("id").asString()).isEqualTo(DevelopmentAgenda2021.LAST.toString());
		assertThat(accesses.get(1).path("scope").path("type").asString()).isEqualTo("agenda.DecisionTaken");
		assertThat(accesses.valueStream()).allMatch(access -> access.path("personId").asString().equals(DemoAccounts.AUDITOR.toString()));
		String elsewhere = Client.id(app.partnership("Regio waar de auditor niet komt"));
		app.get("auditor", "/api/v1/histories/" + elsewhere).isProblem(404);
		app.get("auditor", "/api/v1/histories/" + Running.unknownId()).isProblem(404);
		app.get("auditor", DECISION + "/facts/" + fact(auditor.read(TABLE + "?limit=100"), "Ontwikkeltafel geopend").path("eventId").asString()).isProblem(404);
		assertThat(app.get("", DECISION).status()).isEqualTo(401);
	}
}
