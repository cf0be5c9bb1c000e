package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.job.NoteReviewsThatAreDue;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The AO Jeugd of a region in 2021: who sits there, what it decides and on which mandate; and the first of January, on which two of its municipalities go on as one, and
 * nothing of theirs is left behind unseen.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionsAndHandoversTest {

	private static final String SECRETARY = "secretaris";
	private static final String DECISIONS = "/api/v1/decisions";

	/** Its own, for its clock; it waits longer for the views, so that on a slow machine too the last of fifty is shown and not only acknowledged. */
	private final Running app = Running.with("ontwikkelagenda.command.patience=30s");
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private String partnership = "";
	private String partnershipId = "";
	private String west = "";
	private String east = "";
	private String school = "";
	private String alderman = "";
	private String director = "";
	private String adviser = "";
	private String body = "";
	private String meeting = "";
	private String mandate = "";
	private String seat = "";
	private String action = "";
	private String fromMinutes = "";
	private String byVote = "";

	@BeforeAll
	void theRegionIn2021() {
		clock.standAt(Instant.parse("2021-03-29T08:00:00Z"));
		partnership = app.partnership("Regio Jeugd");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		west = organisation("Gemeente Westdorp", "MUNICIPALITY");
		east = organisation("Gemeente Oostdorp", "MUNICIPALITY");
		school = organisation("Unita", "EDUCATION");
		alderman = person("Wethouder W", west);
		director = person("Directeur D", school);
		adviser = person("Adviseur A", school);
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	@Test
	@Order(1)
	void aBodyHasSeatsAndAgreesItsQuorum() {
		body = location(post("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "OFFICIAL", "name": "AO Jeugd", "access": "TRANSPARENT"}""".formatted(partnershipId)));
		Answer rules = created(post(body + "/rules", """
				{"quorum": 2, "minutesAdoption": "IN_WRITING", "objectionDays": 14}"""));
		assertThat(rules.json().path("quorum").intValue()).isEqualTo(2);
		seat = seat(alderman, west, "CHAIR").path("seatId").asString();
		seat(director, school, "MEMBER");
		seat(adviser, school, "ADVISER");
		problem(post(body + "/seats", """
				{"personId": "%s", "organisationId": "%s", "role": "CHAIR"}""".formatted(alderman, west)), "a-seat-is-taken-once");
		assertThat(read(body + "/seats?sort=role").path("total").intValue()).isEqualTo(3);
		assertThat(read("/api/v1/seats?personId=" + alderman).path("items").get(0).path("role").asString()).isEqualTo("CHAIR");
		created(post(body + "/access", """
				{"access": "RESTRICTED"}"""));
		assertThat(read(body).path("access").asString()).isEqualTo("RESTRICTED");
	}

	@Test
	@Order(2)
	void aRoleIsDescribedAndAMandateIsGranted() {
		created(post(partnership + "/roles", """
				{"name": "Kartrekker", "tasks": ["De tafel voorbereiden"], "responsibilities": ["Voortgang"]}"""));
		assertThat(read(partnership + "/roles").path("items").get(0).path("tasks").get(0).asString()).isEqualTo("De tafel voorbereiden");
		post(partnership + "/mandates", """
				{"personId": "%s", "subject": "Inkoop"}""".formatted(alderman)).isProblem(403);
		mandate = created(app.post(Running.ADMINISTRATOR, partnership + "/mandates", """
				{"personId": "%s", "organisationId": "%s", "subject": "Jeugdhulp in het onderwijs", "maxAmount": 50000}""".formatted(alderman, west))).json()
				.path("mandateId").asString();
		assertThat(read(partnership + "/mandates").path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(3)
	void aDecisionInTheMinutesIsInTheRegisterAtOnceAndFlagged() {
		clock.standAt(Instant.parse("2021-09-15T12:00:00Z"));
		meeting = location(post("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Ontwikkeltafel grijs gebied", "happenedOn": "2021-09-15"}""".formatted(partnershipId, id(body))));
		for (String who : List.of(alderman, director, adviser)) {
			created(post(meeting + "/attendance", """
					{"personId": "%s"}""".formatted(who)));
		}
		fromMinutes = Running.unknownId();
		created(post(meeting + "/outcomes", """
				{"id": "%s", "kind": "DECISION", "title": "De adviesnotitie gaat naar het AO Jeugd"}""".formatted(fromMinutes)));
		JsonNode decision = read(DECISIONS + "/" + fromMinutes);
		assertThat(decision.path("number").asString()).isEqualTo("2021-1");
		assertThat(decision.path("outcomeId").asString()).isEqualTo(fromMinutes);
		assertThat(decision.path("meetingId").asString()).isEqualTo(id(meeting));
		assertThat(decision.path("flags").toString()).isEqualTo("[\"PARTICULARS_NOT_STATED\"]");
		Answer again = created(post(DECISIONS, """
				{"partnershipId": "%s", "bodyId": "%s", "meetingId": "%s", "outcomeId": "%s", "title": "Nog eens"}""".formatted(partnershipId, id(body), id(meeting),
				fromMinutes)));
		assertThat(again.json().path("title").asString()).as("nothing is typed twice").isEqualTo("De adviesnotitie gaat naar het AO Jeugd");
	}

	@Test
	@Order(4)
	void itsParticularsAreStatedWithTheMandateOfSomeonePresentAndTheQuorumOfTheMeeting() {
		problem(post(DECISIONS + "/" + fromMinutes + "/particulars", """
				{"particulars": {"method": "CONSENT"}}"""), "a-decision-names-its-mandate-or-why-none");
		JsonNode stated = created(post(DECISIONS + "/" + fromMinutes + "/particulars", """
				{"particulars": {"method": "CONSENT", "mandateId": "%s"}}""".formatted(mandate))).json();
		assertThat(stated.path("flags")).isEmpty();
		assertThat(stated.at("/particulars/mandateHolder").asString()).isEqualTo(alderman);
		assertThat(stated.at("/particulars/present")).hasSize(3);
		assertThat(stated.at("/particulars/seatsPresent").intValue()).as("an adviser does not count").isEqualTo(2);
		assertThat(stated.at("/particulars/quorumMet").booleanValue()).isTrue();
	}

	@Test
	@Order(5)
	void aDecisionByVoteWithoutMandateAndQuorumIsFlaggedUntilItIsConfirmed() {
		JsonNode decision = created(post(DECISIONS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Drie proposities worden een pilot", "reviewOn": "2021-12-01",
				 "particulars": {"method": "VOTE", "votes": {"inFavour": 1, "against": 1, "abstained": 0}, "present": ["%s"],
				 "dissents": [{"personId": "%s", "words": "Eerst moet de bekostiging rond zijn."}, {"number": 2}],
				 "withoutMandateBecause": "De wethouder was verhinderd."}}""".formatted(partnershipId, id(body), director, director))).json();
		byVote = decision.path("decisionId").asString();
		assertThat(decision.path("number").asString()).isEqualTo("2021-2");
		assertThat(decision.path("flags").toString()).isEqualTo("[\"NO_MANDATE\",\"QUORUM_NOT_MET\"]");
		assertThat(read(DECISIONS + "?partnershipId=" + partnershipId + "&search=bekostiging").path("total").intValue()).isEqualTo(1);
		assertThat(read(DECISIONS + "?partnershipId=" + partnershipId + "&flags=NO_MANDATE").path("total").intValue()).isEqualTo(1);
		JsonNode confirmed = created(post(DECISIONS + "/" + byVote + "/confirmation", """
				{"words": "Bekrachtigd door het college van Westdorp."}""")).json();
		assertThat(confirmed.path("flags")).isEmpty();
		problem(post(DECISIONS + "/" + byVote + "/confirmation", """
				{"words": "Nog eens."}"""), "only-a-flagged-decision-is-confirmed");
		problem(post(DECISIONS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Te duur", "particulars": {"method": "CONSENT", "present": ["%s"], "mandateId": "%s", "amount": 50001}}"""
				.formatted(partnershipId, id(body), alderman, mandate)), "a-mandate-covers-the-amount");
		problem(post(DECISIONS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Zonder houder", "particulars": {"method": "CONSENT", "present": ["%s"], "mandateId": "%s"}}"""
				.formatted(partnershipId, id(body), director, mandate)), "a-mandate-is-held-by-someone-present");
	}

	@Test
	@Order(6)
	void itIsReviewedOnItsDayThenReplacedAndTheNewOneRevoked() {
		NoteReviewsThatAreDue job = app.context().getBean(NoteReviewsThatAreDue.class);
		job.run();
		assertThat(read(DECISIONS + "/" + byVote).path("review").asString()).isEqualTo("PLANNED");
		clock.standAt(Instant.parse("2021-12-01T08:00:00Z"));
		job.run();
		job.run();
		assertThat(read(DECISIONS + "/" + byVote).path("review").asString()).isEqualTo("DUE");
		created(post(DECISIONS + "/" + byVote + "/reviews", """
				{"finding": "Twee van de drie lopen."}"""));
		assertThat(read(DECISIONS + "/" + byVote + "/reviews").path("items").get(0).path("finding").asString()).isEqualTo("Twee van de drie lopen.");

		clock.standAt(Instant.parse("2022-01-10T08:00:00Z"));
		JsonNode replacement = created(post(DECISIONS + "/" + byVote + "/revisions", """
				{"title": "Twee proposities worden een pilot"}""")).json();
		assertThat(replacement.path("number").asString()).as("the register of the year in which it was taken").isEqualTo("2022-1");
		JsonNode old = read(DECISIONS + "/" + byVote);
		assertThat(old.path("status").asString()).isEqualTo("REVISED");
		assertThat(old.path("number").asString()).isEqualTo("2021-2");
		assertThat(old.path("revisedBy").asString()).isEqualTo(replacement.path("decisionId").asString());
		problem(post(DECISIONS + "/" + byVote + "/revisions", """
				{"title": "Nog een keer"}"""), "only-a-decision-in-force-changes");
		String revoked = DECISIONS + "/" + replacement.path("decisionId").asString();
		created(post(revoked + "/revocation", """
				{"reason": "Er is geen geld."}"""));
		assertThat(read(revoked).path("status").asString()).isEqualTo("REVOKED");
		assertThat(read(DECISIONS + "/" + byVote + "?asOf=2021-12-31").path("status").asString()).isEqualTo("IN_FORCE");
	}

	@Test
	@Order(7)
	void whatAMunicipalityThatMergedLeftBehindIsListedAndHandedOver() {
		action = location(post("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Bankzitters", "promises": [{"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "Casussen uitschrijven"}]}"""
				.formatted(partnershipId, west)));
		Answer merged = created(post(partnership + "/mergers", """
				{"organisationIds": ["%s", "%s"], "into": {"name": "Gemeente Nieuwstad", "sector": "MUNICIPALITY"}, "mergedOn": "2022-01-01"}""".formatted(west, east)));
		JsonNode organisations = merged.json().path("organisations");
		String newTown = organisations.get(organisations.size() - 1).path("organisationId").asString();
		assertThat(organisations.get(0).path("mergedInto").asString()).isEqualTo(newTown);
		assertThat(organisations.get(0).path("name").asString()).as("the old one stays readable").isEqualTo("Gemeente Westdorp");

		JsonNode items = read(partnership + "/left-behind").path("items");
		assertThat(items).as("Oostdorp leaves nothing behind").hasSize(1);
		assertThat(items.get(0).path("organisationId").asString()).isEqualTo(west);
		assertThat(items.get(0).path("mergedInto").asString()).isEqualTo(newTown);
		assertThat(items.get(0).path("seats").get(0).path("seatId").asString()).isEqualTo(seat);
		assertThat(items.get(0).path("mandates").get(0).path("mandateId").asString()).isEqualTo(mandate);
		assertThat(items.get(0).path("promises").get(0).path("actionId").asString()).isEqualTo(id(action));
		app.get("deelnemer", partnership + "/left-behind").isProblem(403);
		app.get("auditor", partnership + "/left-behind").isProblem(404);

		String toNewTown = """
				{"organisationId": "%s", "successor": "%s", "reason": "Herindeling", "handedOverOn": "2022-01-01"}""".formatted(west, newTown);
		created(post(body + "/handovers", toNewTown));
		created(app.post(Running.ADMINISTRATOR, partnership + "/handovers", toNewTown));
		created(post(action + "/handovers", """
				{"formerOwner": "%s", "owner": {"kind": "ORGANISATION", "id": "%s"}, "reason": "Herindeling", "handedOverOn": "2022-01-01"}""".formatted(west, newTown)));
		assertThat(read(partnership + "/left-behind").path("items")).isEmpty();
		assertThat(read("/api/v1/seats/" + seat).path("to").asString()).isEqualTo("2021-12-31");
		assertThat(read("/api/v1/seats?organisationId=" + newTown).path("items").get(0).path("personId").asString()).isEqualTo(alderman);
		assertThat(read("/api/v1/mandates?organisationId=" + newTown).path("items").get(0).path("follows").asString()).isEqualTo(mandate);
		assertThat(read("/api/v1/mandates/" + mandate).path("to").asString()).isEqualTo("2021-12-31");
		assertThat(read("/api/v1/actions?owners=" + newTown).path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(8)
	void whoLeavesHandsOverToAColleague() {
		app.post(Running.ADMINISTRATOR, partnership + "/departures", """
				{"reason": "Wie?"}""").isProblem(400);
		created(app.post(Running.ADMINISTRATOR, partnership + "/departures", """
				{"personId": "%s", "reason": "Andere baan", "leftOn": "2022-01-10"}""".formatted(alderman)));
		JsonNode left = read(partnership + "/left-behind").path("items").get(0);
		assertThat(left.path("personId").asString()).isEqualTo(alderman);
		String successor = person("Wethouder V", left.path("seats").get(0).path("organisationId").asString());
		String toSuccessor = """
				{"personId": "%s", "reason": "Opvolging", "handedOverOn": "2022-01-10"}""".formatted(successor);
		created(post(body + "/seats/" + left.path("seats").get(0).path("seatId").asString() + "/handover", toSuccessor));
		created(app.post(Running.ADMINISTRATOR, partnership + "/mandates/" + left.path("mandates").get(0).path("mandateId").asString() + "/handover", toSuccessor));
		assertThat(read(partnership + "/left-behind").path("items")).isEmpty();
		assertThat(read(partnership + "/departures").path("total").intValue()).isEqualTo(3);
		assertThat(read("/api/v1/mandates?personId=" + successor).path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(9)
	void fiftyDecisionsAtOnceOpenARegisterAndGetTheNumbersOneToFifty() throws Exception {
		List<String> bodies = new ArrayList<>();
		IntStream.range(0, 50).forEach(number -> bodies.add("""
				{"partnershipId": "%s", "bodyId": "%s", "title": "Besluit van de lange avond", "decidedOn": "2020-12-15"}""".formatted(partnershipId, id(body))));
		List<Integer> serials = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(50)) {
			for (Future<Answer> answer : threads.invokeAll(bodies.stream().<Callable<Answer>>map(decision -> () -> post(DECISIONS, decision)).toList())) {
				serials.add(created(answer.get()).json().path("serial").intValue());
			}
		}
		assertThat(serials).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
		JsonNode listed = read(DECISIONS + "?bodyId=" + id(body) + "&year=2020&sort=serial&pageSize=50");
		assertThat(listed.path("items").get(9).path("number").asString()).isEqualTo("2020-10");
		JsonNode registers = read("/api/v1/decision-registers?bodyId=" + id(body) + "&sort=year");
		assertThat(registers.path("items").get(0).path("numberOfDecisions").intValue()).isEqualTo(50);
	}

	@Test
	@Order(10)
	void aSeatIsLeftAndABodyIsDissolved() {
		String adviserSeat = read("/api/v1/seats?personId=" + adviser).path("items").get(0).path("seatId").asString();
		assertThat(app.send(SECRETARY, "DELETE", body + "/seats/" + adviserSeat + "?leftOn=2022-01-05", null).json().path("to").asString()).isEqualTo("2022-01-04");
		created(post(body + "/dissolution", """
				{"reason": "Opgegaan in de stuurgroep", "dissolvedOn": "2022-01-10"}"""));
		assertThat(read(body).path("status").asString()).isEqualTo("DISSOLVED");
		assertThat(read(body + "/seats?sort=-to").path("items").get(0).path("to").asString()).isEqualTo("2022-01-09");
		problem(post(DECISIONS, """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Te laat"}""".formatted(partnershipId, id(body))), "a-dissolved-body-does-nothing");
	}

	@Test
	@Order(11)
	void theHistoryOfADecisionTellsMandateAndRightsAsTheyWereThen() {
		clock.standAt(Instant.parse("2022-03-01T09:00:00Z"));
		String region = app.partnership("Regio Mandaat");
		app.give(region, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(region, DemoAccounts.AUDITOR, "AUDITOR");
		String council = id(location(post("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "OFFICIAL", "name": "Bestuurlijk overleg"}""".formatted(id(region)))));
		String granted = created(app.post(Running.ADMINISTRATOR, region + "/mandates", """
				{"personId": "%s", "subject": "Huisvesting", "maxAmount": 20000}""".formatted(DemoAccounts.SECRETARY))).json().path("mandateId").asString();
		String onMandate = """
				{"partnershipId": "%s", "bodyId": "%s", "title": "%s", "decidedOn": "%s",
				 "particulars": {"method": "CONSENT", "present": ["%s"], "mandateId": "%s", "amount": 15000}}""";
		String first = decided(onMandate.formatted(id(region), council, "Een lokaal erbij", "2022-03-01", DemoAccounts.SECRETARY, granted));
		JsonNode taken = moment(first, 0);

		clock.standAt(Instant.parse("2022-03-10T09:00:00Z"));
		created(app.post(Running.ADMINISTRATOR, region + "/rights", """
				{"personId": "%s", "right": "PROJECT_LEAD"}""".formatted(DemoAccounts.SECRETARY)));
		clock.standAt(Instant.parse("2022-03-15T09:00:00Z"));
		String second = decided(onMandate.formatted(id(region), council, "Nog een lokaal", "2022-03-15", DemoAccounts.SECRETARY, granted));

		clock.standAt(Instant.parse("2022-03-20T09:00:00Z"));
		assertThat(app.send(Running.ADMINISTRATOR, "DELETE", region + "/rights/" + DemoAccounts.SECRETARY + "/PROJECT_LEAD", null).status()).isEqualTo(200);
		created(app.post(Running.ADMINISTRATOR, region + "/mandates/" + granted + "/withdrawal", """
				{"reason": "Het bestuur beslist weer zelf."}"""));
		assertThat(read("/api/v1/mandates/" + granted).path("to").asString()).isEqualTo("2022-03-19");
		clock.standAt(Instant.parse("2022-04-01T09:00:00Z"));
		String late = decided(onMandate.formatted(id(region), council, "Wat nog moest worden opgeschreven", "2022-03-12", DemoAccounts.SECRETARY, granted));
		created(post(DECISIONS + "/" + first + "/revocation", """
				{"reason": "Het lokaal is er al."}"""));
		// from 2018 on, and known only now
		app.give(region, DemoAccounts.PARTICIPANT, "PARTICIPANT");

		JsonNode mandateThen = fact(first, "agenda.ParticularsStated").at("/authority/mandate");
		assertThat(mandateThen.path("subject").asString()).isEqualTo("Huisvesting");
		assertThat(mandateThen.path("maxAmount").intValue()).isEqualTo(20000);
		assertThat(mandateThen.has("to") || mandateThen.has("endedBecause")).as("as it was then: %s", mandateThen).isFalse();
		assertThat(fact(first, "agenda.ParticularsStated").at("/authority/mandateHolder").asString()).isEqualTo(DemoAccounts.SECRETARY.toString());
		assertThat(fact(first, "agenda.DecisionRevoked").at("/authority/mandate/to").asString()).as("known by then").isEqualTo("2022-03-19");
		String page = new Client(app, "auditor").page("/geschiedenis/" + first + "?stap=" + fact(first, "agenda.ParticularsStated").path("eventId").asString());
		assertThat(page).contains("Huisvesting, tot € 20000 (vanaf dinsdag 1 maart 2022)").doesNotContain("tot en met zaterdag 19 maart 2022");

		assertThat(held(taken.path("holders"))).isEqualTo("ADMINISTRATOR, AUDITOR, SECRETARY");
		assertThat(held(moment(second, 0).path("holders"))).isEqualTo("ADMINISTRATOR, AUDITOR, PROJECT_LEAD, SECRETARY");
		assertThat(taken.has("whenItHappened")).as("it was recorded on the same day").isFalse();
		JsonNode recordedLate = moment(late, 0);
		assertThat(held(recordedLate.path("holders"))).isEqualTo("ADMINISTRATOR, AUDITOR, SECRETARY");
		assertThat(recordedLate.at("/whenItHappened/on").asString()).isEqualTo("2022-03-12");
		assertThat(held(recordedLate.at("/whenItHappened/holders"))).isEqualTo("ADMINISTRATOR, AUDITOR, PROJECT_LEAD, SECRETARY");
		JsonNode by = recordedLate.at("/fact/recordedBy");
		assertThat(by.at("/standing/rights").toString()).isEqualTo("[\"SECRETARY\"]");
		assertThat(by.at("/standing/mandates")).as("withdrawn by then").isEmpty();
		assertThat(by.at("/standingWhenItHappened/rights").toString()).isEqualTo("[\"SECRETARY\",\"PROJECT_LEAD\"]");
		assertThat(by.at("/standingWhenItHappened/mandates/0/mandateId").asString()).isEqualTo(granted);
		assertThat(moment(first, 0)).as("what came later changes nothing of it").isEqualTo(taken);

		assertThat(new Client(app, "auditor").page("/geschiedenis/" + late + "?stap=" + recordedLate.at("/fact/eventId").asString())).contains("Wie had die dag welke rechten?",
				"Wie had welke rechten toen het gebeurde?", "Rechten toen het gebeurde", "zaterdag 12 maart 2022");
		JsonNode kept = app.get("auditor", "/geschiedenis/" + late + "/feiten.json").json().get(0);
		assertThat(kept.path("holders")).isEqualTo(recordedLate.path("holders"));
		assertThat(kept.path("whenItHappened")).isEqualTo(recordedLate.path("whenItHappened"));
		assertThat(app.get("auditor", "/api/v1/histories/" + late + "?format=csv").body()).contains("Secretaris (demo): secretaris, projectleider",
				"Secretaris (demo): secretaris;");
	}

	private String decided(String decision) {
		return created(post(DECISIONS, decision)).json().path("decisionId").asString();
	}

	private JsonNode history(String thing) {
		return new Client(app, "auditor").read("/api/v1/histories/" + thing + "?limit=100").path("items");
	}

	private JsonNode moment(String thing, int number) {
		return new Client(app, "auditor").read(history(thing).get(number).path("self").asString());
	}

	private JsonNode fact(String thing, String type) {
		return history(thing).valueStream().filter(fact -> fact.path("type").asString().equals(type)).findFirst().orElseThrow();
	}

	private static String held(JsonNode holders) {
		return holders.valueStream().map(holder -> holder.path("right").asString()).sorted().collect(Collectors.joining(", "));
	}

	@Test
	@Order(12)
	void whoTurnsOutToHaveTwoEntriesCountsOnceAndHoldsHisMandateUnderBoth() {
		String board = location(post("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "BOARD", "name": "Stuurgroep"}""".formatted(partnershipId)));
		created(post(board + "/rules", "{\"quorum\": 2, \"minutesAdoption\": \"IN_WRITING\", \"objectionDays\": 14}"));
		String lead = person("Voorzitter V", west);
		String again = person("V. Voorzitter", west);
		String member = person("Lid L", school);
		for (String one : List.of(lead, member)) {
			created(post(board + "/seats", "{\"personId\": \"%s\", \"from\": \"2021-01-01\"}".formatted(one)));
		}
		String held = created(app.post(Running.ADMINISTRATOR, partnership + "/mandates", "{\"personId\": \"%s\", \"subject\": \"Vervoer\"}".formatted(lead))).json()
				.path("mandateId").asString();
		String decision = "{\"partnershipId\": \"%s\", \"bodyId\": \"%s\", \"title\": \"Vervoer\", \"particulars\": {\"method\": \"CONSENT\", \"present\": [\"%s\", \"%s\"], %s}}";
		String byMandate = "\"mandateId\": \"" + held + "\"";
		problem(post(DECISIONS, decision.formatted(partnershipId, id(board), again, member, byMandate)), "a-mandate-is-held-by-someone-present");

		created(app.post(Running.ADMINISTRATOR, "/api/v1/people/" + lead + "/joined-entries", "{\"personId\": \"%s\"}".formatted(again)));
		JsonNode taken = created(post(DECISIONS, decision.formatted(partnershipId, id(board), again, member, byMandate))).json();
		assertThat(taken.path("flags")).isEmpty();
		assertThat(taken.at("/particulars/seatsPresent").intValue()).isEqualTo(2);
		JsonNode alone = created(post(DECISIONS, decision.formatted(partnershipId, id(board), lead, again, byMandate))).json();
		assertThat(alone.at("/particulars/seatsPresent").intValue()).as("one person on one seat").isEqualTo(1);
		assertThat(alone.path("flags").toString()).isEqualTo("[\"QUORUM_NOT_MET\"]");
	}

	@Test
	@Order(13)
	void whatIsStoredIsWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	private JsonNode seat(String person, String organisation, String role) {
		return created(post(body + "/seats", """
				{"personId": "%s", "organisationId": "%s", "role": "%s", "from": "2021-01-01"}""".formatted(person, organisation, role))).json();
	}

	private String person(String name, String organisation) {
		return created(post("/api/v1/people", """
				{"name": "%s", "function": "Bestuurder", "organisationId": "%s"}""".formatted(name, organisation))).json().path("personId").asString();
	}

	private String organisation(String name, String sector) {
		JsonNode organisations = created(post(partnership + "/organisations", """
				{"name": "%s", "sector": "%s"}""".formatted(name, sector))).json().path("organisations");
		return organisations.get(organisations.size() - 1).path("organisationId").asString();
	}

	private Answer post(String path, String body) {
		return app.post(SECRETARY, path, body);
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static void problem(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private static String location(Answer answer) {
		return String.valueOf(created(answer).header("Location"));
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
