package nl.ontwikkelagenda.app.cop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.store.Provenance;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderEnrolled;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.Member;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Only registered stakeholders hold seats: who withdraws or is erased makes room for who waits. Anna and Bart have the two seats, Carla and Dirk wait. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class EndOfRegistrationTest {

	private static final String ERASING = "{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek van de betrokkene\", \"redactions\": [], \"exceptions\": []}";

	private final MailServer server = new MailServer();
	private final Map<String, String> people = new HashMap<>();
	@TempDir private static Path directory;
	private Running app;
	private Client secretary;
	private Client administrator;
	private String programme = "";
	private String body = "";
	private String community = "";

	@BeforeAll
	void start() {
		app = server.application("ontwikkelagenda.keys-directory=" + directory.resolve("keys"), "ontwikkelagenda.audit.directory=" + directory.resolve("ledger"));
		secretary = new Client(app, "secretaris");
		administrator = new Client(app, Running.ADMINISTRATOR);
	}

	@BeforeEach
	void aFullCommunity(TestInfo test) {
		programme = programme("Programma: " + test.getDisplayName());
		body = body(programme);
		community = community(programme, body);
		for (String name : List.of("Anna", "Bart", "Carla", "Dirk")) {
			people.put(name, secretary.id("/api/v1/people", """
					{"name": "%s Aandeel", "function": "Leraar", "email": "%s@school.example.org"}""".formatted(name, name.toLowerCase(Locale.ROOT))));
			register(programme, name);
			enrol(community, name);
		}
		mails();
	}

	@AfterEach
	void whatIsStoredIsWhatTheLogSaysAndNothingWasLeft() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
		assertThat(app.context().getBean(Automations.class).states()).allSatisfy(state -> assertThat(state.deadLetters()).as(state.name()).isZero());
	}

	@AfterAll
	void close() {
		app.context().close();
		server.close();
	}

	@Test
	void whoWithdrawsGivesHisSeatToTheFirstInLine() {
		String then = Instant.now().toString();
		String page = "/communities?partnershipId=" + programme;
		assertThat(secretary.submit(page, "/communities/aandeelhouders/" + person("Anna") + "/uitschrijven?partnershipId=" + programme, Map.of()).status()).isEqualTo(303);

		assertThat(standings(community, "")).isEqualTo(Map.of("Anna", "LEFT", "Bart", "SEATED", "Carla", "SEATED", "Dirk", "WAITING"));
		assertThat(queue("")).containsExactly(person("Dirk"));
		assertThat(secretary.read(community).path("seated").intValue()).isEqualTo(2);
		List<Received> mails = mails();
		assertThat(mails).extracting(Received::to).containsExactly("carla@school.example.org");
		assertThat(mails.getFirst().subject()).startsWith("Er is een plaats voor u");
		assertThat(secretary.page("/communities/" + Client.id(community))).contains("<li>Dirk Aandeel</li>").doesNotContain("<li>Carla Aandeel</li>");

		String earlier = "&asOf=" + then;
		assertThat(standings(community, earlier)).as("as it was").isEqualTo(Map.of("Anna", "SEATED", "Bart", "SEATED", "Carla", "WAITING", "Dirk", "WAITING"));
		assertThat(queue("?asOf=" + then)).containsExactly(person("Carla"), person("Dirk"));

		register(programme, "Anna");
		assertThat(standings(community, "")).as("who comes back asks for a seat again").containsEntry("Anna", "LEFT");
		enrol(community, "Anna");
		assertThat(queue("")).containsExactly(person("Dirk"), person("Anna"));
	}

	@Test
	void whoWithdrawsWhileHeWaitsIsNotPromotedLater() {
		withdraw("Carla");
		assertThat(queue("")).containsExactly(person("Dirk"));
		secretary.ended(community + "/enrolments/" + person("Bart"));
		secretary.created(community + "/capacity", "{\"minimum\": 1, \"maximum\": 9}");
		assertThat(standings(community, "")).isEqualTo(Map.of("Anna", "SEATED", "Bart", "LEFT", "Carla", "LEFT", "Dirk", "SEATED"));
		assertThat(mails()).extracting(Received::to).containsExactly("dirk@school.example.org");
	}

	@Test
	void whoIsErasedGivesUpHisPlacesInEveryProgrammeUnderEveryEntry() {
		String other = programme("Nog een programma");
		String elsewhere = community(other, body(other));
		for (String name : List.of("Bart", "Anna", "Dirk", "Carla")) {
			register(other, name);
			enrol(elsewhere, name);
		}
		administrator.created("/api/v1/people/" + person("Anna") + "/joined-entries", "{\"personId\": \"" + person("Carla") + "\"}");
		mails();
		String then = Instant.now().toString();
		administrator.created("/api/v1/people/" + person("Anna") + "/erasure", ERASING);

		assertThat(standings(community, "")).isEqualTo(Map.of("Anna", "LEFT", "Bart", "SEATED", "Carla", "LEFT", "Dirk", "SEATED"));
		assertThat(standings(elsewhere, "")).isEqualTo(Map.of("Anna", "LEFT", "Bart", "SEATED", "Carla", "LEFT", "Dirk", "SEATED"));
		assertThat(queue("")).isEmpty();
		assertThat(mails()).extracting(Received::to).containsExactly("dirk@school.example.org", "dirk@school.example.org");
		for (String name : List.of("Anna", "Carla")) {
			assertThat(stakeholders(name)).hasSize(2).allSatisfy(entry -> {
				assertThat(entry.path("status").asString()).isEqualTo("ERASED");
				assertThat(entry.path("withdrawnOn").asString()).isNotEmpty();
			});
		}
		assertThat(secretary.page("/communities/" + Client.id(community))).doesNotContain("<li>[verwijderd]</li>");
		assertThat(standings(community, "&asOf=" + then)).as("as it was").isEqualTo(Map.of("Anna", "SEATED", "Bart", "SEATED", "Carla", "WAITING", "Dirk", "WAITING"));
	}

	@Test
	void whatHeAttendedStays() {
		secretary.created(community + "/start", "{}");
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Eerste bijeenkomst", "happenedOn": "2020-04-16"}""".formatted(programme, body));
		secretary.created(meeting + "/attendance", "{\"personId\": \"" + person("Anna") + "\"}");
		withdraw("Anna");
		assertThat(secretary.read(community + "/sessions").path("items")).hasSize(1);
		assertThat(secretary.read(meeting).path("attendance").toString()).contains(person("Anna"));
		JsonNode certified = secretary.created(community + "/certificates", "{\"personId\": \"" + person("Anna") + "\"}").json();
		assertThat(certified.path("attended").intValue()).isEqualTo(1);
		assertThat(certified.path("standing").asString()).isEqualTo("LEFT");
	}

	@Test
	void ofACommunityThatEndedItStaysKnownWhoTookPart() {
		secretary.created(community + "/conclusion", "{}");
		Map<String, String> before = standings(community, "");
		withdraw("Anna");
		assertThat(standings(community, "")).isEqualTo(before);
	}

	@Test
	void anInvitationThatStandsOpenIsDeclined() {
		String second = community(programme, body(programme));
		secretary.created(second + "/invitations", "{\"personId\": \"" + person("Anna") + "\"}");
		withdraw("Anna");
		assertThat(standings(second, "")).isEqualTo(Map.of("Anna", "DECLINED"));
	}

	@Test
	void whoWasGivenASeatAtTheMomentHeWithdrewLeavesItToo() {
		secretary.ended(community + "/enrolments/" + person("Carla"));
		withdraw("Carla");
		EventStore events = app.context().getBean(EventStore.class);
		String id = Client.id(community);
		// as another instance records it that did not know yet
		events.publish(new GenericDomainEventMessage<>("Community", id, events.lastSequenceNumberFor(id).orElseThrow() + 1,
				new StakeholderEnrolled(CommunityId.of(id), PartnershipId.of(programme), new Member(PersonId.of(person("Carla")), null, Sector.EDUCATION,
						Perspective.PRACTICE), LocalDate.now(Today.AMSTERDAM)),
				Map.of(Provenance.ACTOR, "job:Other")));
		secretary.ended(community + "/enrolments/" + person("Dirk"));
		// a request waits for the automations that react to its own facts, and with them for what they did before in this community
		enrol(community, "Dirk");
		assertThat(standings(community, "")).containsEntry("Carla", "LEFT");
	}

	private String person(String name) {
		return Objects.requireNonNull(people.get(name));
	}

	private String programme(String name) {
		String path = String.valueOf(administrator.created("/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "%s", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}""".formatted(name)).header("Location"));
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		return Client.id(path);
	}

	private String body(String partnership) {
		return secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Poreuze randen"}""".formatted(partnership));
	}

	private String community(String partnership, String on) {
		return secretary.made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Poreuze randen", "minimum": 1, "maximum": 2, "sessions": 2, "sessionsNeeded": 1}""".formatted(partnership, on));
	}

	private void register(String partnership, String name) {
		secretary.created("/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, person(name)));
	}

	private void enrol(String where, String name) {
		secretary.created(where + "/enrolments", "{\"personId\": \"" + person(name) + "\"}");
	}

	private void withdraw(String name) {
		secretary.ended("/api/v1/stakeholders/" + StakeholderId.of(PartnershipId.of(programme), PersonId.of(person(name))));
	}

	private List<JsonNode> stakeholders(String name) {
		return secretary.read("/api/v1/stakeholders?personId=" + person(name)).path("items").valueStream().toList();
	}

	/** How each stands in a community, by name. */
	private Map<String, String> standings(String where, String moment) {
		Map<String, String> names = people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
		return secretary.read("/api/v1/enrolments?communityId=" + Client.id(where) + moment).path("items").valueStream()
				.collect(Collectors.toMap(one -> names.get(one.path("personId").asString()), one -> one.path("standing").asString()));
	}

	private List<String> queue(String moment) {
		return secretary.read(community + moment).path("queue").valueStream().map(JsonNode::asString).toList();
	}

	private List<Received> mails() {
		app.context().getBean(SendMails.class).run();
		return server.received();
	}
}
