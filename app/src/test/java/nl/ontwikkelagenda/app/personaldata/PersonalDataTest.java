package nl.ontwikkelagenda.app.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A participant of whom something of every kind is recorded sees and takes along all of it, and nothing of others. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class PersonalDataTest {

	private static final String ME = DemoAccounts.PARTICIPANT.toString();
	private static final int MANY = 210;
	private static final String ANSWER = "Dat zeg ik alleen hier";

	/** Columns with ids of other things, or with what is no id. */
	private static final Set<String> OF_NO_PERSON = Set.of("id", "action_id", "agenda_id", "attachment_id", "delivery_id", "enclosure_id", "event_id", "event_identifier",
			"item_id",
			"mail_id", "meeting_id", "organisation_id", "partnership_id", "promise_id", "rebuild_id", "registration_id", "report_id", "round_id", "subject_id", "subscription_id",
			"webhook_id", "witness_id", "email_index", "name_index", "stop_hash", "token_hash", "hash", "continues_root");

	/** Columns in which a person can stand and that the registers do not tell, with why not. */
	private static final Map<String, String> TOLD_OTHERWISE = Map.ofEntries(Map.entry("log.domain_event.payload", "the facts"),
			Map.entry("log.domain_event.meta_data", "the facts"),
			Map.entry("log.domain_event.aggregate_identifier", "the facts"), Map.entry("log.snapshot_event.payload", "made of the facts, and of nothing else"),
			Map.entry("log.snapshot_event.meta_data", "of the last of those facts"), Map.entry("view.document.body", "the documents"),
			Map.entry("view.document.id", "the documents"), Map.entry("view.document.search", "made of the body"),
			Map.entry("view.document_version.body", "what documents were before; made of the facts"), Map.entry("view.document_version.id", "as the body"),
			Map.entry("view.document_version.search", "as the body"), Map.entry("register.dead_letter.payload", "a fact that waits"),
			Map.entry("register.dead_letter.metadata", "of a fact that waits"), Map.entry("register.dead_letter.diagnostics", "how often it was tried"),
			Map.entry("register.dead_letter.token", "a place in the log"), Map.entry("register.token.token", "a place in the log"),
			Map.entry("register.job.task_data", "what a job works on, by id, while it waits"),
			Map.entry("register.action_import.plan", "actions of a file until they are facts, a moment later; the row is told to who handed it in"),
			Map.entry("register.attachment.content", "the files"), Map.entry("register.report_run.file", "made of documents, for a day; the row is told to who asked for it"),
			Map.entry("register.sealed_round.content", "nobody can tell who answered what"), Map.entry("register.webhook.secret", "a secret; the row is told"));

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final Client secretary = new Client(app, "secretaris");
	private final Client me = new Client(app, "deelnemer");
	private final Client administrator = new Client(app, Running.ADMINISTRATOR);
	private String partnership = "";
	private String other = "";

	@BeforeAll
	void somethingOfEveryKind() {
		clock.standAt(Instant.parse("2020-03-12T09:00:00Z"));
		String path = app.partnership("Regio met gegevens");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, ME, "PARTICIPANT");
		other = secretary.id("/api/v1/people", """
				{"name": "Anna Voorbeeld", "function": "Leraar", "email": "anna@school.example.org"}""");
		administrator.created(path + "/mandates", """
				{"personId": "%s", "subject": "Jeugdhulp in het onderwijs", "from": "2020-01-01"}""".formatted(ME));
		me.app().send("deelnemer", "PUT", "/api/v1/people/me/preferences", "{\"quietInSchoolHolidays\": true}");
		me.created("/api/v1/calendar-feeds", "{\"kind\": \"PERSONAL\"}");
		community();
		meeting();
		action();
		reflection();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	private void community() {
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(partnership));
		secretary.created("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "role": "CHAIR"}""".formatted(ME));
		String community = secretary.made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Monitoring", "minimum": 1, "maximum": 1, "sessions": 1, "sessionsNeeded": 1}""".formatted(partnership, body));
		for (String person : List.of(ME, other)) {
			secretary.created("/api/v1/stakeholders", """
					{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, person));
		}
		secretary.created(community + "/invitations", "{\"personId\": \"" + ME + "\"}");
		secretary.created(community + "/enrolments", "{\"personId\": \"" + other + "\"}");
		me.created(community + "/enrolments", "{}");
		secretary.ended(community + "/enrolments/" + other);
		secretary.created(community + "/start", "{}");
		String session = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Bijeenkomst van de community", "happenedOn": "2020-03-12"}""".formatted(partnership, body));
		for (String person : List.of(ME, other)) {
			secretary.created(session + "/attendance", "{\"personId\": \"" + person + "\"}");
		}
		me.created(community + "/insights", """
				{"kind": "PRACTICE", "words": "Meten is pas weten na een gesprek."}""");
		secretary.created(community + "/certificates", "{\"personId\": \"" + ME + "\"}");
		secretary.created(secretary.made("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "Hulp in de klas", "bodyId": "%s"}""".formatted(partnership, body)) + "/uptakes",
				"{\"personId\": \"" + ME + "\"}");
	}

	private void meeting() {
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie", "plannedOn": "2020-04-20"}""".formatted(partnership));
		secretary.created(meeting + "/invitations", "{\"personId\": \"" + ME + "\"}");
	}

	private void action() {
		String action = secretary.made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Leerlingenvervoer", "promises": [
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een overleg plannen", "deadline": {"phrase": "voor de zomervakantie"}},
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Alleen van een ander"}]}""".formatted(partnership, ME, other));
		secretary.created(action + "/calls", "{\"text\": \"Wie denkt mee?\"}");
		me.created(action + "/participants", "{}");
	}

	private void reflection() {
		String members = IntStream.range(0, 4).mapToObj(number -> secretary.id("/api/v1/people", """
				{"name": "Lid %d", "function": "Leraar"}""".formatted(number))).map(person -> ", \"" + person + "\"").collect(Collectors.joining());
		String round = secretary.made("/api/v1/reflection-rounds", """
				{"partnershipId": "%s", "title": "Nulmeting", "members": ["%s"%s], "closesOn": "2020-04-01"}""".formatted(partnership, ME, members));
		me.created(round + "/answers", """
				{"answers": [{"question": "3.1", "remark": "%s"}]}""".formatted(ANSWER));
	}

	@Test
	void everyRegisterThatKnowsHimIsThereWithoutSecrets() {
		JsonNode registers = me.read("/api/v1/people/me/data").path("registers");
		assertThat(registers.propertyNames()).contains("person", "account", "preference", "calendarFeed", "outgoingMail");
		assertThat(registers.at("/person/0/email").asString()).isEqualTo("deelnemer@demo.example");
		assertThat(registers.at("/account/0/username").asString()).isEqualTo("deelnemer");
		assertThat(registers.at("/preference/0/quietInSchoolHolidays").booleanValue()).isTrue();
		assertThat(registers.path("outgoingMail").valueStream().map(mail -> mail.path("subject").asString())).contains("Er is een plaats voor u in Monitoring");
		assertThat(registers.at("/outgoingMail/0/writtenAt").asString()).isEqualTo("2020-03-12T09:00:00.000Z");
		assertThat(registers.toString()).doesNotContain("Hash", "bcrypt", "anna@");
	}

	/** A column of a table. */
	private record Column(String schema, String table, String name, String type, boolean told) {

		/** The condition that he stands in it. */
		String names() {
			return switch (type) {
				case "uuid" -> name + " = '" + ME + "'";
				case "bytea" -> "encode(" + name + ", 'escape') like '%" + ME + "%'";
				default -> name + "::text like '%" + ME + "%'";
			};
		}

		String from() {
			return schema + "." + table;
		}

		@Override
		public String toString() {
			return from() + "." + name;
		}
	}

	/** What he did to others or with the installation, and what another read of him. */
	private void plantRowsInWhichHeIsNotTheOwner(JdbcClient owner) {
		for (String row : List.of("person_change (person_id, kind, changed_by, changed_at) values (:other::uuid, 'CORRECTED', :me::uuid, now())",
				"retention_proposal (id, kind, person_id, unused_since, proposed_on, state, decided_by, decided_at, reason, kept_until) "
						+ "values (gen_random_uuid(), 'PERSON', :other::uuid, now(), now(), 'KEPT', :me::uuid, now(), 'Er loopt een zaak', now())",
				"dropped_letter (id, processing_group, event_id, payload_type, parked_at, dropped_by, dropped_at, reason) "
						+ "values (gen_random_uuid(), 'Planted', gen_random_uuid(), 'planted', now(), :me::uuid, now(), 'Niet meer nodig')",
				"witness (id, verifier_key, added_by, added_at) values (gen_random_uuid(), 'planted', :me::uuid, now())",
				"ledger_check (id, asked_by, asked_at, state, finished_at) values (gen_random_uuid(), :me::uuid, now(), 'SOUND', now())",
				"erasure (person_id, erased_by, ground, reason, redacted, erased_at) values (:other::uuid, :me::uuid, 'ERASURE_REQUEST', 'Verzoek', 0, now())",
				"audit_access (at, person_id, partnership_id, kind, scope) values (now(), :other::uuid, gen_random_uuid(), 'READ', jsonb_build_object('address', '/api/v1/people/{id}', 'id', :me))",
				"report_run (id, person_id, partnership_id, question, format, state) values (gen_random_uuid(), :me::uuid, gen_random_uuid(), jsonb_build_object('by', :me), 'PDF', 'FAILED')",
				"idempotency (actor, key, fingerprint, status, resource, position) values ('person:' || :me, 'planted', '', 201, '/', 0)",
				"idempotency_intention (actor, key, fingerprint, status, resource, aggregate) values ('person:' || :me, 'planted', '', 201, '/', '')")) {
			owner.sql("insert into register." + row).param("me", ME).param("other", other).update();
		}
		owner.sql("insert into view.rebuild (id, cause, person_id, take_over, state) values (gen_random_uuid(), 'person', ?::uuid, 'when_asked', 'cancelled')").param(ME).update();
	}

	@Test
	void everyColumnInWhichHeCanStandIsTold() {
		JdbcClient owner = JdbcClient.create(app.database().owner());
		plantRowsInWhichHeIsNotTheOwner(owner);
		List<Column> columns = owner.sql("select table_schema, table_name, column_name, data_type, " + Registers.NAMES + """
				 from information_schema.columns join pg_class on pg_class.oid = format('%I.%I', table_schema, table_name)::regclass
				where table_schema not in ('pg_catalog', 'information_schema') and relkind in ('r', 'p') and not relispartition order by 1, 2, 3""")
				.query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5))).list();
		Set<String> sealed = SealedTable.ALL.stream().flatMap(table -> table.columns().stream().map(column -> "register." + table.name() + "." + column))
				.collect(Collectors.toSet());
		assertThat(columns.stream().filter(column -> Set.of("uuid", "jsonb", "bytea").contains(column.type()) && !column.told() && !OF_NO_PERSON.contains(column.name()))
				.map(Column::toString).filter(column -> !sealed.contains(column)))
				.as("""
						columns that can have the id of a person in them. Who is told everything about himself is told these too: Registers does so by the names person_id, actor and …_by. 						What has no person in it, or is told otherwise, is said here""")
				.allMatch(TOLD_OTHERWISE::containsKey);
		assertThat(columns.stream().filter(column -> !column.told() && count(owner, column.from(), column.names()) > 0).map(Column::toString))
				.as("columns that have his id in them, whatever their type").allMatch(TOLD_OTHERWISE::containsKey);
		assertThat(columns.stream().filter(column -> column.told() && !Set.of("person_id", "joined_into").contains(column.name())))
				.as("a row in which he is the one, of every column that says who did something").allMatch(column -> count(owner, column.from(), column.names()) > 0);

		JsonNode registers = me.read("/api/v1/people/me/data").path("registers");
		columns.stream().filter(Column::told).collect(Collectors.groupingBy(Column::from)).forEach((table, told) -> {
			String names = told.stream().map(Column::names).collect(Collectors.joining(" or "));
			assertThat(registers.path(Registers.camelCase(told.getFirst().table())).size()).as(table).isEqualTo((int) count(owner, table, names));
		});
		assertThat(registers.at("/personChange/0/changedBy").asString()).isEqualTo(ME);
		assertThat(registers.at("/auditAccess").valueStream().map(access -> access.at("/scope/id").asString())).contains(ME);
		assertThat(registers.toString()).as("nothing of others").doesNotContain(other);
		assertThat(registers.propertyNames()).as("registers that words/registers.properties has").isNotEmpty().allMatch(RegisterWords::isKnown);
		assertThat(FileText.of("mijn-gegevens.pdf", app.bytes("deelnemer", "/mijn-gegevens/gegevens.pdf"))).hasValueSatisfying(text -> assertThat(text.replaceAll("\\s+", " "))
				.contains(registers.propertyNames().stream().map(RegisterWords::name).toList())
				.contains("gebruikersnaam: deelnemer", "geen herinneringen in de schoolvakanties: ja", "waarvan: uw eigen agenda").doesNotContain("personId", "T09:00:00"));
	}

	private static long count(JdbcClient database, String table, String condition) {
		return database.sql("select count(*) from " + table + " where " + condition).query(Long.class).single();
	}

	@Test
	void everyViewThatNamesHimIsThere() {
		JsonNode documents = me.read("/api/v1/people/me/data").path("documents");
		assertThat(documents.valueStream().map(document -> document.path("kind").asString())).contains("rights", "mandates", "seats", "stakeholders", "enrolments", "insights",
				"meetings", "invitations", "actions", "participants", "barriers", "reflection-rounds");
		JsonNode enrolment = content(documents, "enrolments");
		assertThat(enrolment.path("standing").asString()).isEqualTo("SEATED");
		assertThat(enrolment.path("certifiedOn").asString()).isEqualTo("2020-03-12");
		assertThat(content(documents, "meetings").path("attendance")).hasSize(1);
		assertThat(content(documents, "actions").path("promises")).hasSize(1);
		assertThat(content(documents, "actions").at("/promises/0/deadline/phrase").asString()).isEqualTo("voor de zomervakantie");
		assertThat(content(documents, "reflection-rounds").path("members")).hasSize(1);
		assertThat(content(documents, "rights").path("rights")).as("a document about him is his whole").isNotEmpty();
		assertThat(documents.toString()).as("nothing of others").doesNotContain(other, "Alleen van een ander");
	}

	@Test
	void everyFactThatNamesHimOrIsHisIsThere() {
		JsonNode facts = me.read("/api/v1/people/me/data").path("facts");
		Set<String> types = facts.valueStream().map(fact -> fact.path("type").asString()).collect(Collectors.toSet());
		assertThat(types).contains("agenda.RightGiven", "agenda.MandateGranted", "cop.StakeholderRegistered", "cop.StakeholderInvited", "cop.StakeholderWaitlisted",
				"cop.StakeholderPromoted", "agenda.AttendanceRecorded", "cop.InsightShared", "cop.ParticipationCertified", "agenda.BarrierTakenUp", "agenda.InvitationSent",
				"cop.ReflectionRoundOpened");
		assertThat(facts.valueStream().filter(fact -> fact.path("byMyself").booleanValue()).map(fact -> fact.path("type").asString())).contains("cop.StakeholderWaitlisted",
				"cop.InsightShared").doesNotContain("cop.StakeholderPromoted", "agenda.RightGiven");
		assertThat(facts.toString()).contains("Meten is pas weten").doesNotContain("salt", "Alleen van een ander");
		long naming = app.context().getBean(JdbcClient.class).sql("select count(*) from log.domain_event where payload::text like :me or meta_data::text like :me")
				.param("me", "%" + ME + "%").query(Long.class).single();
		assertThat(facts).hasSize((int) naming);
	}

	@Test
	void textsAndFilesThatNameHimAreThere() {
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Overleg over Deelnemer (demo)", "plannedOn": "2020-05-20"}""".formatted(partnership));
		for (String[] file : new String[][] {{"lijst.txt", "Genodigd: deelnemer@demo.example"}, {"ander.txt", "Genodigd: iemand anders"}}) {
			assertThat(app.send("secretaris", "POST", meeting + "/files", file[1], "Content-Type", "application/octet-stream", "Content-Disposition",
					"attachment; filename=\"" + file[0] + "\"").status()).isEqualTo(201);
		}
		JsonNode data = me.read("/api/v1/people/me/data");
		assertThat(data.path("mentions").valueStream().map(mention -> mention.path("type").asString() + ": " + mention.path("text").asString()))
				.contains("agenda.MeetingPlanned: Overleg over Deelnemer (demo)");
		assertThat(data.path("files").valueStream().map(file -> file.path("name").asString() + " " + file.path("found").asString())).containsExactly("lijst.txt TEXT");
		assertThat(new Client(app, "secretaris").read("/api/v1/people/me/data").path("files").valueStream().map(file -> file.path("found").asString())).contains("ADDED");
		assertThat(me.readyPage("/mijn-gegevens/alles")).contains("Overleg over Deelnemer (demo)", "noemt u in de tekst");
		byte[] pdf = app.bytes("deelnemer", "/mijn-gegevens/gegevens.pdf");
		assertThat(FileText.of("mijn-gegevens.pdf", pdf)).hasValueSatisfying(
				text -> assertThat(text).contains("deelnemer@demo.example", "Overleg over Deelnemer (demo)", "lijst.txt", "Leerlingenvervoer").doesNotContain("Anna Voorbeeld",
						ANSWER));
	}

	@Test
	void whatSomebodyTypedIsNoDay() {
		RegisterWords words = app.context().getBean(RegisterWords.class);
		assertThat(words.row("accessToken", Map.of("name", "2020-02-30", "createdAt", "2020-03-12T09:00:00.000Z")))
				.isEqualTo(Map.of("naam", "2020-02-30", "gemaakt op", "donderdag 12 maart 2020 om 10:00"));
		assertThat(words.row("reminder", Map.of("day", "2020-03-12"))).isEqualTo(Map.of("op", "donderdag 12 maart 2020"));
	}

	@Test
	void whatHeAnsweredInAReflectionIsNowhere() {
		assertThat(me.read("/api/v1/people/me/data").toString()).doesNotContain(ANSWER, "sealed");
	}

	@Test
	void thePageShowsItAndGivesTheFile() {
		assertThat(me.page("/mijn-gegevens")).contains("deelnemer@demo.example", "Gebruikersnaam: deelnemer", "/mijn-gegevens/alles", "/mijn-gegevens/gegevens.json");
		assertThat(me.readyPage("/mijn-gegevens/alles"))
				.contains("Deelname aan communities", "Leerlingenvervoer", "Er is een plaats voor u in Monitoring", "Bewijs van deelname gegeven")
				.doesNotContain("Anna Voorbeeld", ANSWER);
		var file = app.get("deelnemer", "/mijn-gegevens/gegevens.json");
		assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"mijn-gegevens.json\"");
		assertThat(file.json().path("documents")).hasSameSizeAs(me.read("/api/v1/people/me/data").path("documents"));
		assertThat(app.get("", "/api/v1/people/me/data").status()).isEqualTo(401);
		assertThat(me.page("/deelname")).contains("/mijn-gegevens");
	}

	/** What was found is his alone and is given once: who comes again finds what was added meanwhile. */
	@Test
	void whatIsLookedUpIsGivenOnceAndToNobodyElse() {
		assertThat(app.get("deelnemer", "/mijn-gegevens/alles", "Accept", "text/html")).satisfies(first -> {
			assertThat(first.header("Refresh")).isEqualTo("1");
			assertThat(first.body()).contains("Bezig", "/mijn-gegevens/gegevens.pdf").doesNotContain("Teksten die u noemen");
		});
		assertThat(secretary.readyPage("/mijn-gegevens/alles")).doesNotContain("Er is een plaats voor u in Monitoring");
		assertThat(me.readyPage("/mijn-gegevens/alles")).contains("Er is een plaats voor u in Monitoring").doesNotContain("Overleg met Deelnemer (demo)");
		secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Overleg met Deelnemer (demo)", "plannedOn": "2020-05-21"}""".formatted(partnership));
		assertThat(me.readyPage("/mijn-gegevens/alles")).contains("Overleg met Deelnemer (demo)");
	}

	/** More than is read at once, so that what lies on the border of two pages is neither lost nor there twice; a page shows the latest and says that there are more. */
	@Test
	void whoDidVeryMuchTakesAlongAllOfIt() {
		Client busy = new Client(app, "projectleider");
		app.give("/api/v1/partnerships/" + partnership, DemoAccounts.PROJECT_LEAD, "PARTICIPANT");
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Lang overleg", "plannedOn": "2020-06-20"}""".formatted(partnership));
		for (int number = 0; number < MANY; number++) {
			secretary.created(meeting + "/items", "{\"title\": \"Punt %d\", \"introducedBy\": {\"personId\": \"%s\"}}".formatted(number, DemoAccounts.PROJECT_LEAD));
		}
		JsonNode data = busy.read("/api/v1/people/me/data");
		assertThat(data.path("documents").valueStream().map(document -> document.path("content").path("title").asString("")).filter(title -> title.startsWith("Punt ")))
				.hasSize(MANY).doesNotHaveDuplicates();
		assertThat(data.path("facts").valueStream().filter(fact -> fact.path("content").path("title").asString("").startsWith("Punt "))).hasSize(MANY);
		assertThat(data.path("facts").valueStream().map(fact -> fact.path("position").longValue()).toList()).doesNotHaveDuplicates().isSorted();
		assertThat(busy.readyPage("/mijn-gegevens/alles")).contains("Punt %d<".formatted(MANY - 1), "Zoveel andere staan alleen in de download: ");
		assertThat(FileText.of("mijn-gegevens.pdf", app.bytes("projectleider", "/mijn-gegevens/gegevens.pdf")))
				.hasValueSatisfying(text -> assertThat(text).contains("Punt 0", "Punt 209"));
	}

	@Test
	void ofAListOnlyOnesOwnPartIsShown() {
		assertThat(OwnPart.of("""
				{"title": {"text": "T", "salt": "s"}, "members": ["a", "b"], "empty": [], "nested": {"list": [{"who": "b", "what": 1}], "day": "2020-01-01"},
				 "promises": [{"owner": {"id": "a"}, "deadline": {"phrase": "nu"}}, {"owner": {"id": "b"}}]}""", Set.of("a", "z")))
				.isEqualTo(Map.of("title", "T", "members", List.of("a"), "nested", Map.of("day", "2020-01-01"), "promises",
						List.of(Map.of("owner", Map.of("id", "a"), "deadline", Map.of("phrase", "nu")))));
		assertThat(OwnPart.of("""
				{"ballots": [{"personId": "a", "dots": [{"theme": "x"}]}, {"personId": "b", "dots": [{"theme": "y"}]}]}""", Set.of("a")))
				.isEqualTo(Map.of("ballots", List.of(Map.of("personId", "a", "dots", List.of(Map.of("theme", "x"))))));
		assertThat(OwnPart.whole("{\"all\": [\"a\", {\"text\": \"T\", \"salt\": \"s\"}]}")).isEqualTo(Map.of("all", List.of("a", "T")));
	}

	private static JsonNode content(JsonNode documents, String kind) {
		return documents.valueStream().filter(document -> document.path("kind").asString().equals(kind)).findFirst().orElseThrow().path("content");
	}
}
