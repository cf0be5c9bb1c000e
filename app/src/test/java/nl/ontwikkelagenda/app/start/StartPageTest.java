package nl.ontwikkelagenda.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.job.NoteReviewsThatAreDue;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.store.RecordingClock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/** What a participant, a secretary and a board member find on the start page in the autumn of 2018. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class StartPageTest {

	private final Questions questions = new Questions();
	private final Running app = Running.with(beans -> beans.registerBean(Questions.class, () -> questions), "ontwikkelagenda.limits.burst=100000");
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private final Client board = new Client(app, "projectleider");
	private final Client stranger = new Client(app, "auditor");
	private String partnership = "";
	private String body = "";
	private String action = "";

	@BeforeAll
	void aRegion() {
		at("2018-10-01T08:00:00Z");
		String path = app.partnership("Regio aan de start");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.PROJECT_LEAD, "BOARD");
		body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "BOARD", "name": "Stuurgroep"}""".formatted(partnership));
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
	}

	@Test
	@Order(1)
	void whoTakesPartInNothingIsToldHowToBegin() {
		assertThat(stranger.page("/")).contains("U doet nog niet mee aan een samenwerkingsverband", "/aanmelden").doesNotContain("Regio aan de start");
	}

	@Test
	@Order(2)
	void theFirstTimeThereIsNothingToDoAndNothingNew() {
		assertThat(participant.page("/")).contains("Niets. Alles waar u iets aan moet doen, is gedaan.", "Dit is uw eerste bezoek.", "Er is geen bijeenkomst gepland.",
				"/acties?partnershipId=" + partnership, "/voortgang?partnershipId=" + partnership);
		assertThat(events("visit")).as("a visit is no fact of the log").isZero();
	}

	@Test
	@Order(3)
	void aPromiseAsksToBeTakenOnThenToBeKeptAndThenIsLate() {
		action = Client.id(secretary.made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Vervoer regelen", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een bus bestellen",
				 "deadline": {"phrase": "uiterlijk 1 november 2018"}}]}""".formatted(partnership, DemoAccounts.PARTICIPANT)));
		assertThat(now(participant)).contains("Vervoer regelen", "Neemt u dit op u? Een bus bestellen", "donderdag 1 november 2018", "href=\"/acties/" + action + "\"");
		assertThat(now(secretary)).doesNotContain("Vervoer regelen");
		secretary.created("/api/v1/actions/" + action + "/blocks", "{\"reason\": \"Geen chauffeur\"}");
		assertThat(now(participant)).contains("Zit vast: Geen chauffeur");
		assertThat(now(secretary)).contains("1 actie zit vast", "/acties?standing=BLOCKED&amp;partnershipId=" + partnership);
		at("2018-10-26T08:00:00Z");
		assertThat(now(participant)).contains("Een bus bestellen", "Nog 6 dagen.");
		at("2018-11-12T08:00:00Z");
		assertThat(now(participant)).containsPattern("class=\"late\">[^<]*1 november 2018");
		assertThat(now(secretary)).contains("1 actie is te laat", "/acties?standing=LATE&amp;partnershipId=" + partnership);
		assertThat(now(board)).as("a board member keeps no records").contains("Niets.");
	}

	@Test
	@Order(4)
	void whatHappenedSinceTheVisitBeforeIsTold() {
		String shown = participant.page("/");
		assertThat(shown).as("half an hour is one visit; the one before was on 26 October").contains("U was hier voor het laatst op vrijdag 26 oktober 2018 om 10:00",
				"Er is sindsdien niets veranderd.");
		secretary.created("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Al gehouden", "happenedOn": "2018-11-01"}""".formatted(partnership));
		at("2018-11-12T08:10:00Z");
		assertThat(news(participant)).contains("1 nieuw", "de bijeenkomst ‘Al gehouden’", "/bijeenkomsten/");
		at("2018-11-12T12:00:00Z");
		assertThat(news(participant)).contains("maandag 12 november 2018 om 09:10", "Er is sindsdien niets veranderd.");
		assertThat(stranger.page("/")).doesNotContain("Al gehouden");
	}

	@Test
	@Order(5)
	void theNextMeetingIsTheOneThatTheReaderIsInvitedTo() {
		secretary.created("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Eerder, van anderen", "plannedOn": "2018-11-20"}""".formatted(partnership));
		String meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Stuurgroep in december", "plannedOn": "2018-12-10", "place": "Gemeentehuis"}""".formatted(partnership, body));
		String invitation = secretary.made("/api/v1/meetings/" + meeting + "/invitations", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		assertThat(next(participant)).contains("Stuurgroep in december", "maandag 10 december 2018", "Gemeentehuis", "Stuurgroep", "U liet nog niet weten of u komt",
				"/bijeenkomsten/" + meeting + "/agenda.pdf").doesNotContain("Eerder, van anderen");
		assertThat(now(participant)).contains("Laat weten of u komt.");
		participant.created(invitation + "/answers", "{\"reply\": \"YES\"}");
		assertThat(next(participant)).contains("U komt");
		assertThat(now(participant)).doesNotContain("Laat weten of u komt.");
		assertThat(next(secretary)).as("who is not invited sees what is planned").contains("Eerder, van anderen", "Daarna", "Stuurgroep in december");
	}

	@Test
	@Order(6)
	void whoKeepsTheRecordsFinishesAndAdoptsMinutes() {
		String held = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Stuurgroep in november", "happenedOn": "2018-11-05"}""".formatted(partnership, body));
		secretary.created(held + "/attendance", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\", \"presence\": \"PRESENT\"}");
		secretary.created(held + "/minutes", "{\"text\": \"De stuurgroep kwam bijeen.\"}");
		assertThat(now(secretary)).contains("Stuurgroep in november", "Maak het verslag af.");
		secretary.created(held + "/minutes/recording", "{}");
		assertThat(now(secretary)).contains("Stel het verslag vast.");
		assertThat(now(board)).doesNotContain("Stel het verslag vast.");
		secretary.created("/api/v1/bodies/" + Client.id(body) + "/seats", """
				{"personId": "%s", "role": "CHAIR", "from": "2018-01-01"}""".formatted(DemoAccounts.PROJECT_LEAD));
		assertThat(now(board)).as("the chair adopts them too").contains("Stel het verslag vast.");
		secretary.created(held + "/minutes/circulation", "{\"objectionsUntil\": \"2018-11-26\"}");
		assertThat(now(participant)).contains("Lees het verslag na. Bezwaar kan nog.", "maandag 26 november 2018");
		assertThat(now(secretary)).doesNotContain("Stel het verslag vast.");
	}

	@Test
	@Order(7)
	void whoDecidesLooksBackOnDecisions() {
		secretary.created("/api/v1/decisions", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Een pilot met de bus", "reviewOn": "2018-11-12"}""".formatted(partnership, body));
		app.context().getBean(NoteReviewsThatAreDue.class).run();
		assertThat(now(secretary)).contains("Een pilot met de bus", "Kijk terug op dit besluit", "/besluiten/");
		assertThat(now(board)).contains("Een pilot met de bus");
		assertThat(now(participant)).doesNotContain("Een pilot met de bus");
	}

	@Test
	@Order(8)
	void whoTakesPartIsAskedToJoinAndToDivideDots() {
		secretary.created("/api/v1/actions/" + action + "/calls", "{\"text\": \"Wie rijdt mee?\", \"lastDay\": \"2018-11-30\"}");
		assertThat(now(participant)).contains("Doet u mee? Wie rijdt mee?", "vrijdag 30 november 2018", "/acties/" + action + "#oproep");
		participant.created("/api/v1/actions/" + action + "/participants", "{}");
		assertThat(now(participant)).doesNotContain("Wie rijdt mee?");
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de regio"}""".formatted(partnership));
		List.of("Vervoer", "Thuiszitters").forEach(theme -> secretary.created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"" + theme + "\"}"));
		String round = secretary.id("/api/v1/priority-rounds", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Eerste ronde"}""".formatted(partnership, agenda));
		assertThat(now(participant)).contains("Eerste ronde", "stippen; u gaf er al 0.", "/prioritering/" + round);
	}

	@Test
	@Order(8)
	void adviceWaitsForTheAnswerOfWhoDecides() {
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van een tafel"}""".formatted(partnership));
		String theme = secretary.id("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Grijs gebied\"}");
		String atTable = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Tafel"}""".formatted(partnership));
		String table = secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel grijs gebied"}""".formatted(partnership, atTable, theme));
		String goal = Running.unknownId();
		secretary.created("/api/v1/tables/" + table + "/goals", "{\"id\": \"" + goal + "\", \"words\": \"Elkaar leren kennen\"}");
		String note = secretary.made("/api/v1/advice-notes", """
				{"partnershipId": "%s", "tableId": "%s", "bodyId": "%s", "title": "Advies van de tafel"}""".formatted(partnership, table, body));
		secretary.created(note + "/paragraphs", "{\"paragraphs\": [{\"part\": \"CHALLENGES\", \"source\": {\"kind\": \"GOAL\", \"id\": \"" + goal + "\"}}]}");
		assertThat(now(board)).doesNotContain("Advies van de tafel");
		secretary.created(note + "/submission", "{}");
		assertThat(now(board)).contains("Advies van de tafel", "Dit advies wacht op een antwoord.", "/adviezen/" + Client.id(note));
		assertThat(now(participant)).doesNotContain("Advies van de tafel");

		secretary.created("/api/v1/agendas/" + agenda + "/reading-along", "{\"until\": \"2018-11-20\"}");
		secretary.created("/api/v1/agendas/" + agenda + "/readers", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		assertThat(now(participant)).contains("Lees mee en zeg wat u ervan vindt.", "dinsdag 20 november 2018", "/agendas/" + agenda);
		at("2018-11-21T08:00:00Z");
		assertThat(now(participant)).doesNotContain("Lees mee en zeg wat u ervan vindt.");
		assertThat(now(secretary)).contains("Het meelezen is voorbij.");
	}

	@Test
	@Order(8)
	void whoIsInvitedOrAskedForAnAnswerIsTold() {
		String organisation = new Client(app, Running.ADMINISTRATOR).created("/api/v1/partnerships/" + partnership + "/organisations", """
				{"name": "De Regenboog", "sector": "EDUCATION"}""").json().at("/organisations/0/organisationId").asString();
		app.context().getBean(JdbcClient.class).sql("update register.person set organisation_id = cast(? as uuid) where id = ?")
				.params(organisation, DemoAccounts.PARTICIPANT.value()).update();
		secretary.created("/api/v1/inventories", """
				{"partnershipId": "%s", "question": "Hoeveel leraren zoekt u?", "unit": "fte", "organisations": ["%s"], "closesOn": "2018-12-01"}"""
				.formatted(partnership, organisation));
		assertThat(now(participant)).contains("Hoeveel leraren zoekt u?", "Geef het antwoord van uw organisatie.", "zaterdag 1 december 2018");
		assertThat(now(board)).doesNotContain("Hoeveel leraren zoekt u?");
		secretary.created("/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, DemoAccounts.PARTICIPANT));
		String meetingOf = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Poreuze randen"}""".formatted(partnership));
		String community = secretary.made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Poreuze randen", "minimum": 1, "maximum": 9}""".formatted(partnership, meetingOf));
		secretary.created(community + "/invitations", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		assertThat(now(participant)).contains("U bent uitgenodigd.", "/communities/" + Client.id(community));
		participant.created(community + "/enrolments", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		assertThat(now(participant)).doesNotContain("U bent uitgenodigd.");
	}

	@Test
	@Order(8)
	void howMuchIsAskedOfTheDatabaseDoesNotGrowWithWhatThereIs() {
		participant.page("/");
		long before = questions();
		for (int number = 0; number < 12; number++) {
			secretary.created("/api/v1/actions", """
					{"partnershipId": "%s", "title": "Actie %d", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Doen"}]}"""
					.formatted(partnership, number, DemoAccounts.PARTICIPANT));
			secretary.created("/api/v1/meetings", """
					{"partnershipId": "%s", "title": "Bijeenkomst %d", "plannedOn": "2018-12-%d"}""".formatted(partnership, number, 10 + number));
		}
		assertThat(participant.page("/")).contains("En nog ", "Actie 11");
		assertThat(questions()).isLessThanOrEqualTo(before);
		assertThat(before).as("questions").isBetween(1L, 59L);
	}

	/** How many times a connection is asked for to make the page once more. */
	private long questions() {
		long earlier = questions.asked.get();
		participant.page("/");
		return questions.asked.get() - earlier;
	}

	@Test
	@Order(9)
	void whoHasNoRightInAPartnershipSeesNothingOfIt() {
		assertThat(stranger.page("/")).doesNotContain("Stuurgroep", "Vervoer", "pilot", partnership);
		assertThat(app.get("", "/", "Accept", "text/html").status()).isIn(302, 401);
		app.context().getBean(JdbcClient.class).sql("delete from register.visit where person_id = ?").param(DemoAccounts.PARTICIPANT.value()).update();
		assertThat(participant.page("/")).as("what is not known is a first visit").contains("Dit is uw eerste bezoek.");
	}

	@Test
	@Order(10)
	void whoWantsQuietSaysSoHere() {
		assertThat(participant.submit("/", "/voorkeuren", Map.of("quiet", "true")).status()).isEqualTo(302);
		assertThat(participant.page("/")).contains("name=\"quiet\" value=\"true\" checked");
	}

	@Test
	@Order(11)
	void whoAdministersTheInstallationFindsWhatAsksForAttention() {
		app.context().getBean(JdbcClient.class)
				.sql("""
				insert into register.retention_proposal (id, kind, person_id, unused_since, proposed_on) values (gen_random_uuid(), 'CLOSED_ACCOUNT', ?, '2017-01-01', '2018-11-01')""")
				.param(DemoAccounts.PARTICIPANT.value()).update();
		Client administrator = new Client(app, Running.ADMINISTRATOR);
		assertThat(now(administrator)).contains("Er worden geen reservekopieën gemaakt", "Voorstellen om gegevens te verwijderen waarover u beslist: 1.",
				"href=\"/beheer/bewaartermijnen\"");
		assertThat(administrator.page("/?asOf=2018-10-02")).as("it is known only as it is now").doesNotContain("reservekopieën");
		assertThat(secretary.page("/")).doesNotContain("reservekopieën", "/beheer/bewaartermijnen");
	}

	@Test
	@Order(12)
	void whoAuditsFindsTheLastCheckAndCheckpoint() {
		app.give("/api/v1/partnerships/" + partnership, DemoAccounts.AUDITOR, "AUDITOR");
		assertThat(now(stranger)).contains("Het logboek is nog nooit gecontroleerd.", "checkpoint van het logboek", "href=\"/controle");
		app.context().getBean(JdbcClient.class).sql("""
				insert into register.ledger_check (id, asked_at, state, finished_at, first_bad, known_later, how)
				values (gen_random_uuid(), '2018-11-12 09:00Z', 'BROKEN', '2018-11-12 09:05Z', 3, 4, 'Feit 3 is veranderd.')""").update();
		assertThat(now(stranger)).contains("Het logboek is niet meer zoals het is vastgelegd.", "maandag 12 november 2018 om 10:05", "/controle/controles/")
				.doesNotContain("nog nooit gecontroleerd");
		app.context().getBean(JdbcClient.class).sql("""
				insert into register.ledger_check (id, asked_at, state, finished_at, checkpoints, how)
				values (gen_random_uuid(), '2018-11-12 10:00Z', 'CONTINUED', '2018-11-12 10:05Z', 2, 'Van 9 feiten zijn er nog 3.')""").update();
		assertThat(now(stranger)).contains("Er zijn feiten kwijt die al bekend waren gemaakt.").doesNotContain("Het logboek is niet meer", "was in orde");
		assertThat(now(new Client(app, Running.ADMINISTRATOR))).contains("Er zijn feiten kwijt die al bekend waren gemaakt.");
		String check = app.context().getBean(JdbcClient.class).sql("select id::text from register.ledger_check where state = 'CONTINUED'").query(String.class).single();
		assertThat(stranger.page("/controle/controles/" + check)).contains("Er zijn feiten kwijt<", "Van 9 feiten zijn er nog 3.", "utrecht-status-badge--warning")
				.doesNotContain("In orde");
		assertThat(participant.page("/")).doesNotContain("Het logboek");
	}

	private void at(String moment) {
		clock.standAt(Instant.parse(moment));
	}

	private long events(String word) {
		return app.context().getBean(JdbcClient.class).sql("select count(*) from log.domain_event where payload_type ilike ?").param("%" + word + "%").query(Long.class).single();
	}

	private static String now(Client user) {
		return block(user, "nu");
	}

	private static String news(Client user) {
		return block(user, "nieuws");
	}

	private static String next(Client user) {
		return block(user, "volgende");
	}

	private static String block(Client user, String id) {
		String page = user.page("/");
		Matcher found = Pattern.compile("aria-labelledby=\"" + id + "\">(.*?)</section>", Pattern.DOTALL).matcher(page);
		assertThat(found.find()).as(page).isTrue();
		return found.group(1);
	}

	/** Counts the connections that requests ask for: jobs in the background ask as well, at any moment. */
	private static final class Questions implements BeanPostProcessor {

		final AtomicLong asked = new AtomicLong();

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return bean instanceof DataSource database ? new DelegatingDataSource(database) {
				@Override
				public Connection getConnection() throws SQLException {
					if (RequestContextHolder.getRequestAttributes() != null) {
						asked.incrementAndGet();
					}
					return super.getConnection();
				}
			} : bean;
		}
	}
}
