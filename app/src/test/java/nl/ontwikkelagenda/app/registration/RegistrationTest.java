package nl.ontwikkelagenda.app.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody without an account registers for the programme Mét andere ogen, and confirms by mail. */
@TestInstance(Lifecycle.PER_CLASS)
class RegistrationTest {

	private static final String SECRETARY = "secretaris";
	private static final String FORM = "application/x-www-form-urlencoded";
	private static final Pattern LINK = Pattern.compile("https://agenda\\.regio\\.example(/aanmelden/bevestiging/[A-Za-z0-9_-]{43})\\s");

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final SendMails sending = app.context().getBean(SendMails.class);
	private final RegisterConfirmedStakeholders recording = app.context().getBean(RegisterConfirmedStakeholders.class);
	private final ForgetUnconfirmedRegistrations forgetting = app.context().getBean(ForgetUnconfirmedRegistrations.class);
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);
	private String programme = "";
	private String school = "";

	@BeforeAll
	void theProgramme() {
		clock.standAt(Instant.parse("2020-03-01T09:00:00Z"));
		Answer founded = created(app.post(Running.ADMINISTRATOR, "/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "Mét andere ogen", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}"""));
		String path = String.valueOf(founded.header("Location"));
		programme = id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		school = created(app.post(SECRETARY, path + "/organisations", """
				{"name": "School Voorbeeld", "sector": "EDUCATION", "joinedOn": "2019-01-01"}""")).json().path("organisations").get(0).path("organisationId").asString();
	}

	@BeforeEach
	void inMarch() {
		clock.standAt(Instant.parse("2020-03-12T09:00:00Z"));
		server.received();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	@Test
	void whoConfirmsByMailIsAStakeholder() {
		assertThat(register(person("Anna Voorbeeld", "anna@school.example.org")).header("Location")).contains("/aanmelden?verzonden");
		assertThat(stakeholders("Anna Voorbeeld")).as("not before it is confirmed").isEmpty();
		assertThat(waiting("anna@school.example.org")).isEqualTo(1);

		Received mail = onlyMail();
		assertThat(mail.to()).isEqualTo("anna@school.example.org");
		assertThat(mail.subject()).isEqualTo("Bevestig uw aanmelding bij Mét andere ogen");
		assertThat(mail.text()).as("nothing that a stranger could have typed").doesNotContain("Anna");
		String link = link(mail);
		assertThat(jdbc.sql("select count(*) from register.registration r where r::text like '%' || ? || '%'").param(link.substring(link.lastIndexOf('/') + 1)).query(Long.class)
				.single()).as("only the hash of the secret is kept").isZero();

		assertThat(app.get("", link).body()).contains("Ja, meld mij aan");
		recording.run();
		assertThat(stakeholders("Anna Voorbeeld")).as("looking is not confirming").isEmpty();
		Answer done = confirm(link);
		assertThat(done.status()).as(done.body()).isEqualTo(302);
		assertThat(done.header("Location")).endsWith("/aanmelden/bevestigd");
		assertThat(app.get("", "/aanmelden/bevestigd").body()).contains("U bent aangemeld");
		recording.run();
		recording.run();

		List<JsonNode> registered = stakeholders("Anna Voorbeeld");
		assertThat(registered).hasSize(1);
		JsonNode stakeholder = registered.getFirst();
		assertThat(List.of(stakeholder.path("organisationId").asString(), stakeholder.path("sector").asString(), stakeholder.path("perspective").asString(),
				stakeholder.path("registeredOn").asString())).containsExactly(school, "EDUCATION", "PRACTICE", "2020-03-12");
		assertThat(waiting("anna@school.example.org")).isZero();
		assertThat(app.get("", link).status()).as("one use").isEqualTo(410);
		assertThat(confirm(link).status()).isEqualTo(410);
	}

	@Test
	void whatIsWrongIsNamedAndWhatWasTypedIsKept() {
		Map<String, String> form = person("Bart \"Voorbeeld\"", "bart bij school");
		form.put("sector", "ONBEKEND");
		form.put("organisation", Running.unknownId());
		form.put("function", " ");
		Answer again = register(form);
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.body()).contains("value=\"Bart &quot;Voorbeeld&quot;\"", "value=\"bart bij school\"", "Schrijf een e-mailadres als", "Kies een sector.",
				"Kies een organisatie uit de lijst.", "Vul in wat u doet", "href=\"#email\"", "<option value=\"PRACTICE\" selected=\"selected\">Praktijk</option>");
		form = person("B".repeat(201), "bart\u0000@school.example.org");
		assertThat(register(form).body()).contains("Geef een tekst van hoogstens 200 tekens.", "Geef een tekst van één regel, zonder onleesbare tekens.");
		assertThat(waiting("bart bij school")).isZero();
	}

	@Test
	void whoIsKnownGetsTheSameAnswerAndStaysOnePerson() {
		confirmed(person("Carla Voorbeeld", "carla@school.example.org"));
		String before = stakeholders("Carla Voorbeeld").getFirst().path("personId").asString();

		Answer known = register(person("Carla Voorbeeld", "Carla@School.example.org"));
		Answer unknown = register(person("Daan Voorbeeld", "daan@school.example.org"));
		assertThat(known.status()).isEqualTo(unknown.status());
		assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
		sending.run();
		Received mail = server.received().stream().filter(one -> one.to().equals("Carla@School.example.org")).findFirst().orElseThrow();
		confirm(link(mail));
		recording.run();
		assertThat(stakeholders("Carla Voorbeeld")).hasSize(1).allMatch(one -> one.path("personId").asString().equals(before));
		assertThat(app.get(SECRETARY, "/api/v1/people?search=Carla").json().path("total").intValue()).isEqualTo(1);
	}

	@Test
	void whatIsNotConfirmedInAWeekIsForgotten() {
		register(person("Emma Voorbeeld", "emma@school.example.org"));
		String link = link(onlyMail());
		clock.standAt(clock.instant().plus(Registrations.VALID).minusSeconds(1));
		forgetting.run();
		assertThat(app.get("", link).status()).isEqualTo(200);
		clock.standAt(clock.instant().plusSeconds(1));
		assertThat(confirm(link).status()).isEqualTo(410);
		forgetting.run();
		assertThat(waiting("emma@school.example.org")).isZero();
		assertThat(app.get(SECRETARY, "/api/v1/people?search=Emma").json().path("total").intValue()).isZero();
	}

	@Test
	void nobodysMailboxIsFilledByOthers() {
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(register(person("Fleur Voorbeeld", "fleur@school.example.org")).status()).isEqualTo(302);
			sending.run();
		}
		List<Received> mails = server.received();
		assertThat(mails).hasSize(3);
		assertThat(app.get("", link(mails.getFirst())).status()).as("the last one counts").isEqualTo(410);
		assertThat(app.get("", link(mails.getLast())).status()).isEqualTo(200);
	}

	@Test
	void aLinkThatIsUsedTwiceAtOnceCountsOnce() throws Exception {
		register(person("Gijs Voorbeeld", "gijs@school.example.org"));
		Registrations registrations = app.context().getBean(Registrations.class);
		String link = link(onlyMail());
		String secret = link.substring(link.lastIndexOf('/') + 1);
		try (var threads = Executors.newFixedThreadPool(4)) {
			List<Future<Boolean>> all = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				all.add(threads.submit(() -> registrations.confirm(secret)));
			}
			int confirmed = 0;
			for (Future<Boolean> one : all) {
				confirmed += one.get() ? 1 : 0;
			}
			assertThat(confirmed).isEqualTo(1);
		}
		recording.run();
		assertThat(stakeholders("Gijs Voorbeeld")).hasSize(1);
	}

	@Test
	void onlyProgrammesAreForEverybodyAndFormsNeedTheirToken() {
		String region = id(app.partnership("Regio"));
		assertThat(app.get("", "/aanmelden?programma=" + region, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("", "/aanmelden?programma=" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("", "/aanmelden?programma=x", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("", "/aanmelden", "Accept", "text/html").body()).contains("Mét andere ogen").doesNotContain("Regio<");
		assertThat(app.post("", "/aanmelden", "programma=" + programme, "Content-Type", FORM).status()).isEqualTo(403);
		assertThat(app.get("", "/aanmelden/bevestiging/geraden", "Accept", "text/html").status()).isEqualTo(410);
		assertThat(app.get("", "/problems/only-stakeholders-take-part").body()).contains("/aanmelden");
	}

	@Test
	void whereNoMailGoesOutThePageSaysWhomToAsk() {
		Running without = Running.application();
		String path = String.valueOf(created(without.post(Running.ADMINISTRATOR, "/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "Zonder mail", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}""")).header("Location"));
		assertThat(without.get("", "/aanmelden?programma=" + id(path), "Accept", "text/html").body()).contains("Aanmelden per mail kan hier niet", "Vraag de secretaris")
				.doesNotContain("Meld mij aan");
	}

	@Test
	void aMailServerThatIsAwayDelaysTheLinkOnly() {
		server.goDown();
		try {
			register(person("Hugo Voorbeeld", "hugo@school.example.org"));
			sending.run();
			JsonNode mails = app.get(Running.ADMINISTRATOR, "/api/v1/outgoing-mails?state=WAITING").json();
			assertThat(mails.toString()).contains("registrationId").doesNotContain("hugo", "@");
		} finally {
			server.comeBack();
		}
		clock.standAt(clock.instant().plus(Duration.ofMinutes(2)));
		assertThat(confirm(link(onlyMail())).status()).isEqualTo(302);
	}

	private void confirmed(Map<String, String> form) {
		register(form);
		confirm(link(onlyMail()));
		recording.run();
	}

	private Map<String, String> person(String name, String email) {
		return new LinkedHashMap<>(Map.of("programma", programme, "name", name, "email", email, "function", "Leraar", "organisation", school, "sector", "EDUCATION", "perspective",
				"PRACTICE"));
	}

	private Answer register(Map<String, String> form) {
		return submit("/aanmelden?programma=" + programme, "/aanmelden", form);
	}

	private Answer confirm(String link) {
		return submit(link, link, Map.of());
	}

	/** A page that has no form any more gives the token of another. */
	private Answer submit(String page, String path, Map<String, String> form) {
		boolean hasForm = app.get("", page, "Accept", "text/html").body().contains("_csrf");
		return new Client(app, "").submit(hasForm ? page : "/aanmelden?programma=" + programme, path, form);
	}

	private Received onlyMail() {
		sending.run();
		List<Received> mails = server.received();
		assertThat(mails).hasSize(1);
		return mails.getFirst();
	}

	private static String link(Received mail) {
		Matcher link = LINK.matcher(mail.text());
		assertThat(link.find()).as(mail.text()).isTrue();
		return link.group(1);
	}

	private List<JsonNode> stakeholders(String name) {
		List<String> people = app.get(SECRETARY, "/api/v1/people?pageSize=100&search=" + name.split(" ")[0]).json().path("items").valueStream()
				.map(person -> person.path("personId").asString()).toList();
		return app.get(SECRETARY, "/api/v1/stakeholders?pageSize=100&partnershipId=" + programme).json().path("items").valueStream()
				.filter(stakeholder -> people.contains(stakeholder.path("personId").asString())).toList();
	}

	private long waiting(String email) {
		return jdbc.sql("select count(*) from register.registration where email_index = any(?)")
				.param(app.context().getBean(Sealer.class).digests(SealedTable.REGISTRATION, "email", email)).query(Long.class).single();
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
