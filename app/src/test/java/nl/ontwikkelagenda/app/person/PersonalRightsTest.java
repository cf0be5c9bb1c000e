package nl.ontwikkelagenda.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may ask about what is known of him: that it is corrected, that it is only kept, and that two entries are seen to be his. */
@TestInstance(Lifecycle.PER_CLASS)
class PersonalRightsTest {

	private static final String PEOPLE = "/api/v1/people";

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client administrator = new Client(app, Running.ADMINISTRATOR);
	private String partnership = "";

	@BeforeAll
	void found() {
		partnership = app.partnership("Regio van wie rechten heeft");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
	}

	private String enter(String name) {
		return secretary.made(PEOPLE, "{\"name\": \"" + name + "\", \"function\": \"Leraar\", \"email\": \"x@school.example.org\"}");
	}

	private void open(String username, String person) {
		app.context().getBean(Accounts.class).open(username, PersonId.of(Client.id(person)), DemoAccounts.PASSWORD, false);
	}

	@Test
	void hisEntryIsCorrectedByHimselfAndWhoDidThatStaysWithoutWhatItWas() {
		String person = enter("Jannie Verkeerd");
		open("jannie", person);
		Answer corrected = app.send("jannie", "PATCH", PEOPLE + "/me", "{\"name\": \"Jannie Juist\", \"phone\": \"085 000 1111\"}");
		assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
		assertThat(app.get("jannie", PEOPLE + "/me").json().path("name").asString()).isEqualTo("Jannie Juist");
		app.send("secretaris", "PATCH", person, "{\"function\": \"Directeur\"}");
		app.send("secretaris", "PATCH", person, "{\"function\": \"Directeur\"}");

		JsonNode changes = secretary.read(person + "/changes").path("items");
		assertThat(changes).hasSize(2);
		assertThat(changes.get(0).path("changedBy").asString()).isEqualTo(DemoAccounts.SECRETARY.toString());
		assertThat(changes.get(1).path("changedBy").asString()).isEqualTo(Client.id(person));
		assertThat(changes.get(1).path("fields").valueStream().map(JsonNode::asString)).containsExactly("name", "phone");
		assertThat(changes.toString()).doesNotContain("Verkeerd", "Juist", "Directeur");
		assertThat(app.get("jannie", PEOPLE + "/me/data").json().path("registers").path("personChange")).hasSize(2);
		assertThat(app.send("jannie", "PATCH", PEOPLE + "/me", "{\"email\": \"geen adres\"}").isProblem(400).wrongFields()).containsExactly("email");
	}

	@Test
	void whatIsKnownOfHimIsOnlyKeptWhileThatIsRestricted() {
		String person = enter("Bep Beperkt");
		open("bep", person);
		Answer restricted = app.post("bep", PEOPLE + "/me/restriction", "{\"ground\": \"ACCURACY_CONTESTED\"}");
		assertThat(restricted.status()).as(restricted.body()).isEqualTo(201);
		assertThat(secretary.read(person).path("restriction").path("ground").asString()).isEqualTo("ACCURACY_CONTESTED");
		secretary.refused(person + "/restriction", "{\"ground\": \"OBJECTION\"}", "a-person-is-restricted-once");
		Client.refused(app.send("secretaris", "PATCH", person, "{\"function\": \"Anders\"}"), "a-restricted-person-is-only-kept");
		assertThat(app.send("bep", "PATCH", PEOPLE + "/me", "{\"function\": \"Docent\"}").status()).isEqualTo(200);
		assertThat(administrator.page("/samenwerkingsverbanden/" + Client.id(partnership))).as("cannot be chosen").doesNotContain("Bep Beperkt");

		secretary.ended(person + "/restriction");
		assertThat(secretary.read(person).has("restriction")).isFalse();
		app.send("secretaris", "DELETE", person + "/restriction", null).isProblem(404);
		assertThat(administrator.page("/samenwerkingsverbanden/" + Client.id(partnership))).contains("Bep Beperkt");
		assertThat(secretary.read(person + "/changes").path("items").valueStream().map(change -> change.path("kind").asString())).containsExactly("RELEASED", "CORRECTED",
				"RESTRICTED");
	}

	@Test
	void twoEntriesOfOnePersonAreOne() throws InterruptedException {
		String first = enter("Dolf Dubbel");
		String second = enter("D. Dubbel");
		open("dolf", second);
		app.give(partnership, PersonId.of(Client.id(second)), "PARTICIPANT");
		app.give(partnership, PersonId.of(Client.id(first)), "BOARD");
		secretary.created(first + "/restriction", "{\"ground\": \"OBJECTION\"}");
		secretary.ended(first + "/restriction");
		app.post("secretaris", first + "/joined-entries", "{\"personId\": \"" + Client.id(second) + "\"}").isProblem(403);
		administrator.refused(first + "/joined-entries", "{\"personId\": \"" + Client.id(first) + "\"}", "two-entries-are-joined");
		administrator.refused(first + "/joined-entries", "{\"personId\": \"" + DemoAccounts.ADMINISTRATOR + "\"}", "another-joins-an-entry");
		app.post(Running.ADMINISTRATOR, first + "/joined-entries", "{\"personId\": \"" + Running.unknownId() + "\"}").isProblem(404);

		administrator.created(first + "/joined-entries", "{\"personId\": \"" + Client.id(second) + "\"}");
		Thread.sleep(1_100);

		assertThat(secretary.read(second).path("personId").asString()).as("the register redirects").isEqualTo(Client.id(first));
		assertThat(secretary.read(PEOPLE + "?search=dubbel").path("items")).hasSize(1);
		People people = app.context().getBean(People.class);
		assertThat(people.names(List.of(PersonId.of(Client.id(second))))).containsValue("Dolf Dubbel");
		assertThat(people.withName(List.of("D. Dubbel")).get("d. dubbel")).containsExactly(PersonId.of(Client.id(first)));
		assertThat(administrator.read(first + "/joined-entries").path("items").get(0).path("personId").asString()).isEqualTo(Client.id(second));
		assertThat(app.get("dolf", PEOPLE + "/me").json().path("personId").asString()).as("the account is that of the entry that counts").isEqualTo(Client.id(first));
		JsonNode data = app.get("dolf", PEOPLE + "/me/data").json();
		assertThat(data.path("registers").path("person")).hasSize(2);
		assertThat(data.path("facts").toString()).contains("\"BOARD\"", "\"PARTICIPANT\"");
		assertThat(app.get("dolf", partnership).status()).as("he has the rights of both").isEqualTo(200);
	}

	@Test
	void hisAccountIsTheOneWithWhichHeLogsInAndAClosedOneKeepsItsAddress() {
		Accounts accounts = app.context().getBean(Accounts.class);
		String counts = enter("Jan Vroeger");
		String other = enter("Jan Nu");
		open("jan-vroeger", counts);
		accounts.close("jan-vroeger");
		open("jan-nu", other);
		accounts.reachAt(PersonId.of(Client.id(other)), "jan@school.example.org");
		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(other) + "\"}");
		assertThat(app.get("jan-nu", PEOPLE + "/me").json().path("personId").asString()).isEqualTo(Client.id(counts));
		assertThat(accounts.withEmail("jan@school.example.org")).extracting(Accounts.Account::username).containsExactly("jan-nu");

		String twice = enter("Jan Toen");
		open("jan-toen", twice);
		accounts.close("jan-toen");
		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(twice) + "\"}");
		assertThat(app.get("jan-nu", PEOPLE + "/me").status()).as("a closed one does not take its place").isEqualTo(200);

		String without = enter("Klaas Zonder");
		String closed = enter("Klaas Gesloten");
		open("klaas", closed);
		accounts.reachAt(PersonId.of(Client.id(closed)), "klaas@school.example.org");
		accounts.close("klaas");
		administrator.created(without + "/joined-entries", "{\"personId\": \"" + Client.id(closed) + "\"}");
		open("klaas", without);
		assertThat(accounts.withEmail("klaas@school.example.org")).extracting(Accounts.Account::username).as("opened again").containsExactly("klaas");
	}

	@Test
	void whoHasTwoEntriesIsAskedAndAnswersUnderBoth() throws InterruptedException {
		String counts = enter("Jo Samengevoegd");
		String other = enter("J. Samengevoegd");
		open("jo", counts);
		for (String person : List.of(counts, other)) {
			app.give(partnership, PersonId.of(Client.id(person)), "PARTICIPANT");
		}
		String place = "\"partnershipId\": \"" + Client.id(partnership) + "\"";
		String meeting = secretary.made("/api/v1/meetings", "{%s, \"title\": \"Overleg voor Jo\", \"plannedOn\": \"2040-02-01\"}".formatted(place));
		String invitation = secretary.made(meeting + "/invitations", "{\"personId\": \"%s\"}".formatted(Client.id(other)));
		String action = secretary.made("/api/v1/actions", """
				{%s, "title": "Taak voor Jo", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Belt iedereen", "of": "WORK",
				"deadline": {"phrase": "voor de kerstvakantie", "saidOn": "2018-09-24"}}]}""".formatted(place, Client.id(other)));
		String agenda = secretary.made("/api/v1/agendas", "{%s, \"title\": \"Agenda om mee te lezen\"}".formatted(place));
		secretary.created(agenda + "/reading-along", "{}");
		secretary.created(agenda + "/readers", "{\"personId\": \"%s\"}".formatted(Client.id(other)));
		String promise = secretary.read(action).at("/promises/0/promiseId").asString();
		String acceptance = action + "/promises/" + promise + "/acceptance";
		app.post("jo", acceptance, "{\"personId\": \"%s\"}".formatted(Client.id(other))).isProblem(403);

		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(other) + "\"}");
		Thread.sleep(1_100);

		Client jo = new Client(app, "jo");
		assertThat(jo.page("/")).contains("Laat weten of u komt.", "Belt iedereen", "Lees mee en zeg wat u ervan vindt.");
		assertThat(app.get("jo", "/api/v1/calendar.ics").body()).contains("Overleg voor Jo", "Belt iedereen");
		assertThat(jo.read("/api/v1/actions?mine=true").toString()).contains("Taak voor Jo");
		assertThat(jo.read("/api/v1/people/me/reminders").toString()).contains("Belt iedereen");
		assertThat(jo.created(invitation + "/answers", "{\"reply\": \"YES\"}").json().path("reply").asString()).isEqualTo("YES");
		String room = "/bijeenkomsten/" + Client.id(meeting);
		assertThat(jo.submit(room, room + "/antwoord", Map.of("invitation", Client.id(invitation), "reply", "MAYBE")).status()).isEqualTo(303);
		jo.created(acceptance, "{\"personId\": \"%s\"}".formatted(Client.id(other)));
		jo.created(agenda + "/comments", "{\"words\": \"Goed zo\"}");
		assertThat(jo.page("/agendas/" + Client.id(agenda))).contains("Goed zo");
		jo.ended(agenda + "/readers/" + Client.id(other));
	}

	@Test
	void whoWasInvitedAndWasThereUnderHisOtherEntryMayComeAndIsCertified() throws InterruptedException {
		String counts = enter("Mo Elders");
		String other = enter("M. Elders");
		open("mo", counts);
		app.give(partnership, PersonId.of(Client.id(counts)), "PARTICIPANT");
		String place = "\"partnershipId\": \"" + Client.id(partnership) + "\"";
		String board = secretary.id("/api/v1/bodies", "{%s, \"kind\": \"BOARD\", \"name\": \"Besloten bestuur\"}".formatted(place));
		secretary.created("/api/v1/bodies/" + board + "/access", "{\"access\": \"RESTRICTED\"}");
		String meeting = secretary.made("/api/v1/meetings", "{%s, \"bodyId\": \"%s\", \"title\": \"Besloten overleg\", \"plannedOn\": \"2040-02-01\"}".formatted(place, board));
		secretary.created(meeting + "/invitations", "{\"personId\": \"%s\"}".formatted(Client.id(other)));
		String body = secretary.id("/api/v1/bodies", "{%s, \"kind\": \"COMMUNITY\", \"name\": \"Leren\"}".formatted(place));
		String community = secretary.made("/api/v1/communities",
				"{%s, \"bodyId\": \"%s\", \"title\": \"Leren\", \"minimum\": 1, \"maximum\": 2, \"sessions\": 1, \"sessionsNeeded\": 1}".formatted(place, body));
		secretary.created("/api/v1/stakeholders", "{%s, \"personId\": \"%s\", \"sector\": \"EDUCATION\", \"perspective\": \"PRACTICE\"}".formatted(place, Client.id(counts)));
		secretary.created(community + "/enrolments", "{\"personId\": \"" + Client.id(counts) + "\"}");
		secretary.created(community + "/start", "{}");
		String session = secretary.made("/api/v1/meetings",
				"{%s, \"bodyId\": \"%s\", \"title\": \"Bijeenkomst\", \"happenedOn\": \"2020-03-12\"}".formatted(place, body));
		app.get("mo", meeting).isProblem(404);

		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(other) + "\"}");
		Thread.sleep(1_100);
		secretary.created(session + "/attendance", "{\"personId\": \"" + Client.id(other) + "\"}");

		assertThat(app.get("mo", meeting).status()).isEqualTo(200);
		assertThat(new Client(app, "mo").read(PEOPLE + "/me/participations").at("/items/0/attended").intValue()).isEqualTo(1);
		secretary.created(community + "/certificates", "{\"personId\": \"" + Client.id(counts) + "\"}");
	}

	@Test
	void whatHeAskedForUnderHisOtherEntryGoesAlong() {
		String counts = enter("Nel Keuze");
		String other = enter("N. Keuze");
		open("nel", other);
		String checkpoints = "/api/v1/audit/subscriptions/me";
		String preferences = PEOPLE + "/me/preferences";
		app.send("nel", "PUT", checkpoints, "{\"daily\": true}");
		app.send("nel", "PUT", preferences, "{\"quietInSchoolHolidays\": true}");
		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(other) + "\"}");
		assertThat(app.get("nel", checkpoints).json().path("daily").asBoolean()).isTrue();
		assertThat(app.get("nel", preferences).json().path("quietInSchoolHolidays").asBoolean()).isTrue();

		String third = enter("Nelly Keuze");
		app.context().getBean(Preferences.class).set(PersonId.of(Client.id(third)), new Preferences.Preference(false));
		administrator.created(counts + "/joined-entries", "{\"personId\": \"" + Client.id(third) + "\"}");
		assertThat(app.get("nel", preferences).json().path("quietInSchoolHolidays").asBoolean()).as("that of the entry that counts").isTrue();
		app.send("nel", "PUT", checkpoints, "{\"daily\": false}");
		assertThat(app.context().getBean(JdbcClient.class).sql("select count(*) from register.checkpoint_subscription where person_id in (?::uuid, ?::uuid)")
				.params(Client.id(counts), Client.id(other)).query(Long.class).single()).isZero();
	}

	@Test
	void anErasureTakesEveryEntryOfHim() {
		String first = enter("Ed Eenmaal");
		String second = enter("Ed Andermaal");
		administrator.created(first + "/joined-entries", "{\"personId\": \"" + Client.id(second) + "\"}");
		administrator.created(second + "/erasure", "{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek\", \"redactions\": [], \"exceptions\": []}");
		for (String gone : List.of(first, second)) {
			app.get("secretaris", gone).isProblem(404);
			assertThat(administrator.read(gone + "/erasure").path("ground").asString()).isEqualTo("ERASURE_REQUEST");
		}
		assertThat(app.context().getBean(JdbcClient.class).sql("select count(*) from register.person where id in (?::uuid, ?::uuid)").params(Client.id(first), Client.id(second))
				.query(Long.class).single()).isZero();
	}

	@Test
	void aFormThatIsSentTwiceEntersOnceAndSaysWhoItLooksLike() {
		String page = "/samenwerkingsverbanden/" + Client.id(partnership);
		Map<String, String> typed = Map.of("sleutel", Running.unknownId(), "name", "Kees Tweekeer", "function", "Leraar");
		for (int press = 0; press < 2; press++) {
			assertThat(secretary.submit(page, page + "/personen", typed).status()).isEqualTo(303);
		}
		assertThat(secretary.read(PEOPLE + "?search=tweekeer").path("total").intValue()).isEqualTo(1);

		Map<String, String> again = Map.of("sleutel", Running.unknownId(), "name", "kees tweekeer", "function", "Ouder");
		Answer asked = secretary.submit(page, page + "/personen", again);
		assertThat(asked.status()).isEqualTo(400);
		assertThat(asked.body()).contains("lijkt op iemand die er al staat: Kees Tweekeer (Leraar)", "Dit is iemand anders");
		Map<String, String> another = new HashMap<>(again);
		another.put("another", "ja");
		assertThat(secretary.submit(page, page + "/personen", another).status()).isEqualTo(303);
		assertThat(secretary.read(PEOPLE + "?search=tweekeer").path("total").intValue()).isEqualTo(2);
	}

	@Test
	void theRegisterIsKeptOnPages() {
		String person = enter("Pia Pagina");
		String other = enter("Pia Dubbelpagina");
		String page = "/personen/" + Client.id(person);
		assertThat(secretary.page("/personen?zoek=pagina")).contains("Pia Pagina", page);
		assertThat(secretary.submit(page, page + "/verbetering", Map.of("name", "Pia Pagina", "function", "Directeur", "email", "geen adres")).status()).isEqualTo(400);
		assertThat(secretary.submit(page, page + "/verbetering", Map.of("name", "Pia Pagina", "function", "Directeur")).status()).isEqualTo(303);
		assertThat(secretary.submit(page, page + "/beperking", Map.of("ground", "OBJECTION")).status()).isEqualTo(303);
		assertThat(secretary.page(page)).contains("Directeur", "alleen bewaard", "Er is bezwaar gemaakt", "Verbeterd: functie, e-mailadres", "Verwerking beperkt").doesNotContain(
				"Voeg samen");
		assertThat(secretary.submit(page, page + "/beperking/opheffen", Map.of()).status()).isEqualTo(303);
		assertThat(administrator.submit(page, page + "/samenvoeging", Map.of("personId", Client.id(other))).status()).isEqualTo(303);
		assertThat(administrator.page("/personen/" + Client.id(other))).contains("Samengevoegd uit 2 vermeldingen");
		assertThat(app.get("deelnemer", page, "Accept", "text/html").status()).isEqualTo(403);

		Client himself = new Client(app, "pia");
		open("pia", person);
		assertThat(himself.submit("/mijn-gegevens", "/mijn-gegevens/verbetering", Map.of("name", "Pia Zelf", "function", "Directeur")).status()).isEqualTo(303);
		assertThat(himself.submit("/mijn-gegevens", "/mijn-gegevens/beperking", Map.of("ground", "OBJECTION")).status()).isEqualTo(303);
		assertThat(himself.page("/mijn-gegevens")).contains("Pia Zelf", "worden nu alleen bewaard");
		assertThat(himself.submit("/mijn-gegevens", "/mijn-gegevens/beperking/opheffen", Map.of()).status()).isEqualTo(303);
	}

	@Test
	void whoErasesFindsTheFilesThatNameHim() {
		String person = enter("Fenna Bestand");
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Ontwikkeltafel", "happenedOn": "2021-09-15"}""".formatted(Client.id(partnership)));
		attach(meeting, "verslag.txt", "Aanwezig: FENNA BESTAND en anderen");
		attach(meeting, "fenna bestand.txt", "Een brief");
		attach(meeting, "ander.txt", "Iemand anders, Fenna Bestandsma");
		app.get("secretaris", person + "/files").isProblem(403);
		JsonNode found = administrator.read(person + "/files").path("items");
		assertThat(found.valueStream().map(file -> file.path("name").asString() + " " + file.path("found").asString())).containsExactlyInAnyOrder("verslag.txt TEXT",
				"fenna bestand.txt NAME");

		String mentions = administrator.read(person + "/mentions").path("items").valueStream()
				.map(text -> "{\"eventId\": \"" + text.path("eventId").asString() + "\", \"pointer\": \"" + text.path("pointer").asString() + "\"}")
				.collect(Collectors.joining(", "));
		String erasing = "{\"ground\": \"ERASURE_REQUEST\", \"reason\": \"Verzoek\", \"redactions\": [" + mentions + "], \"exceptions\": [], \"files\": [%s]}";
		Function<String, String> decision = name -> "{\"attachmentId\": \""
				+ found.valueStream().filter(file -> file.path("name").asString().equals(name)).findFirst().orElseThrow()
						.path("attachmentId").asString()
				+ "\"%s}";
		administrator.refused(person + "/erasure", erasing.formatted(""), "every-file-is-decided-on");
		administrator.refused(person + "/erasure", erasing.formatted("{\"attachmentId\": \"" + Running.unknownId() + "\"}, " + decision.apply("verslag.txt").formatted("")),
				"a-decision-is-about-a-file-of-this-person");
		assertThat(app.post(Running.ADMINISTRATOR, person + "/erasure", erasing.formatted(decision.apply("verslag.txt").formatted(", \"ground\": \"ARCHIVING\""))).isProblem(400)
				.wrongFields()).containsExactly("files[0].reason");
		assertThat(administrator.page("/personen/" + Client.id(person) + "/wissen")).contains("Gaat dit bestand weg?", "noemt deze persoon in de titel of de naam");
		administrator.created(person + "/erasure", erasing.formatted(decision.apply("verslag.txt").formatted("") + ", " + decision.apply("fenna bestand.txt").formatted(
				", \"ground\": \"ARCHIVING\", \"reason\": \"Hoort bij het archief\"")));
		assertThat(administrator.read(person + "/erasure").path("files")).hasSize(2);
		assertThat(secretary.read(meeting + "/attachments").path("items").valueStream().filter(file -> file.path("removed").asBoolean())).hasSize(1);
		assertThat(secretary.read(meeting + "/attachments").toString()).doesNotContainIgnoringCase("fenna bestand.txt");
	}

	private void attach(String meeting, String name, String content) {
		Answer attached = app.send("secretaris", "POST", meeting + "/files", content, "Content-Type", "application/octet-stream", "Content-Disposition",
				"attachment; filename=\"" + name + "\"");
		assertThat(attached.status()).as(attached.body()).isEqualTo(201);
	}
}
