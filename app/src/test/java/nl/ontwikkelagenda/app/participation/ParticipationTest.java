package nl.ontwikkelagenda.app.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.paper.Conformance;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A participant waits for a seat, is promoted, attends and gets a certificate. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ParticipationTest {

	private static final String SECRETARY = "secretaris";
	private static final String PARTICIPANT = "deelnemer";
	private static final String MINE = "/api/v1/people/me/participations";

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final SendMails sending = app.context().getBean(SendMails.class);
	private String partnership = "";
	private String body = "";
	private String community = "";
	private String first = "";

	@BeforeAll
	void theProgramme() {
		clock.standAt(Instant.parse("2020-03-12T09:00:00Z"));
		String path = app.partnership("Mét andere ogen");
		partnership = id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "AUDITOR");
		body = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Poreuze randen"}""".formatted(partnership)));
		community = made("/api/v1/communities",
				"""
				{"partnershipId": "%s", "bodyId": "%s", "title": "Poreuze randen & <zorg>", "minimum": 1, "maximum": 1, "sessions": 2, "sessionsNeeded": 1, "startsOn": "2020-04-01"}"""
						.formatted(partnership, body));
		first = id(made("/api/v1/people", """
				{"name": "Anna Voorbeeld", "function": "Leraar", "email": "anna@school.example.org"}"""));
		stakeholder(first);
		stakeholder(DemoAccounts.PARTICIPANT.toString());
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	@Test
	@Order(1)
	void whoIsEnrolledOrWaitsIsToldSo() {
		assertThat(mine()).isEmpty();
		enrol(first);
		enrol(DemoAccounts.PARTICIPANT.toString());

		List<Received> mails = mails();
		assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder("anna@school.example.org", "deelnemer@demo.example");
		assertThat(to(mails, "anna@school.example.org").subject()).isEqualTo("U doet mee aan Poreuze randen & <zorg>");
		assertThat(to(mails, "anna@school.example.org").text()).contains("Beste Anna Voorbeeld,", "De community begint op woensdag 1 april 2020.");
		assertThat(to(mails, "deelnemer@demo.example").text()).contains("U staat op de wachtlijst");
		assertThat(mine()).hasSize(1);
		assertThat(mine().getFirst().path("standing").asString()).isEqualTo("WAITING");
		assertThat(mine().getFirst().path("place").intValue()).isEqualTo(1);
	}

	@Test
	@Order(2)
	void whoIsPromotedFromTheWaitingListIsToldOnce() {
		assertThat(app.send(SECRETARY, "DELETE", community + "/enrolments/" + first, null).status()).isEqualTo(200);
		List<Received> mails = mails();
		assertThat(mails).hasSize(1);
		assertThat(mails.getFirst().to()).isEqualTo("deelnemer@demo.example");
		assertThat(mails.getFirst().subject()).isEqualTo("Er is een plaats voor u in Poreuze randen & <zorg>");
		assertThat(mails.getFirst().text()).contains("U stond op de wachtlijst en doet nu mee.", "https://agenda.regio.example/deelname");
		assertThat(mails()).isEmpty();
		assertThat(mine().getFirst().path("standing").asString()).isEqualTo("SEATED");
		assertThat(mine().getFirst().has("place")).isFalse();
	}

	@Test
	@Order(3)
	void whatIsRecordedLongAfterwardsIsNoNews() {
		clock.standAt(Instant.parse("2020-03-25T09:00:00Z"));
		created(app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s", "enrolledOn": "2020-03-16"}""".formatted(first)));
		assertThat(mails()).isEmpty();
	}

	@Test
	@Order(4)
	void sessionsAttendedAreShownAndThereIsNoCertificateYet() throws Exception {
		clock.standAt(Instant.parse("2020-06-12T09:00:00Z"));
		created(app.post(SECRETARY, community + "/start", """
				{"startedOn": "2020-04-01"}"""));
		String attended = session("2020-04-16");
		created(app.post(SECRETARY, attended + "/attendance", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT)));
		session("2020-06-11");
		JsonNode mine = mine().getFirst();
		assertThat(mine.path("attended").intValue()).isEqualTo(1);
		assertThat(mine.path("sessions").valueStream().map(one -> one.path("heldOn").asString() + " " + one.path("attended").booleanValue())).containsExactly("2020-04-16 true",
				"2020-06-11 false");
		assertThat(certificate(PARTICIPANT).statusCode()).isEqualTo(404);
		assertThat(page()).contains("Poreuze randen &amp; &lt;zorg&gt;", "U was bij 1 van de 2 bijeenkomsten").doesNotContain("(PDF)");
	}

	@Test
	@Order(5)
	void theCertificateSaysWhoTookPartInWhat() throws Exception {
		clock.standAt(Instant.parse("2021-02-01T09:00:00Z"));
		created(app.post(SECRETARY, community + "/conclusion", """
				{"result": "Twee bijeenkomsten"}"""));
		created(app.post(SECRETARY, community + "/certificates", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT)));

		HttpResponse<byte[]> answer = certificate(PARTICIPANT);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"bewijs-van-deelname.pdf\"");
		assertThat(Conformance.faults(answer.body())).isEmpty();
		try (PDDocument document = Loader.loadPDF(answer.body())) {
			assertThat(document.getNumberOfPages()).isEqualTo(1);
			assertThat(new PDFTextStripper().getText(document)).contains("Mét andere ogen", "Bewijs van deelname", "Deelnemer (demo)", "Poreuze randen & <zorg>",
					"en was aanwezig bij 1 bijeenkomst.", "Vastgesteld op maandag 1 februari 2021");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Bewijs van deelname: Poreuze randen & <zorg>");
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
			assertThat(fonts(document)).isNotEmpty().allSatisfy(font -> {
				assertThat(font.isEmbedded()).as(font.getName()).isTrue();
				assertThat(font.getName()).contains("LiberationSans");
			});
		}
		assertThat(certificate(SECRETARY).statusCode()).isEqualTo(200);
		assertThat(certificate("auditor").statusCode()).as("no staff").isEqualTo(403);
		assertThat(certificate("projectleider").statusCode()).as("not in this partnership").isEqualTo(404);
		assertThat(certificate("").statusCode()).isEqualTo(401);
		assertThat(mine().getFirst().path("certifiedOn").asString()).isEqualTo("2021-02-01");
		assertThat(page()).contains("Bewijs van deelname (PDF)");
		assertThat(app.get(PARTICIPANT, MINE + "?asOf=2020-03-12").json().path("items").get(0).path("attended").intValue()).isZero();
	}

	@Test
	@Order(6)
	void theNameOnItIsTheOneThatIsKnownNow() throws Exception {
		Answer renamed = app.send(SECRETARY, "PATCH", "/api/v1/people/" + DemoAccounts.PARTICIPANT, """
				{"name": "Bart Łukasz-Żółć"}""");
		assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
		try (PDDocument document = Loader.loadPDF(certificate(PARTICIPANT).body())) {
			assertThat(new PDFTextStripper().getText(document)).contains("Bart Łukasz-Żółć");
		}
	}

	private HttpResponse<byte[]> certificate(String user) throws IOException, InterruptedException {
		String enrolment = read("/api/v1/enrolments?communityId=" + id(community) + "&personId=" + DemoAccounts.PARTICIPANT).at("/items/0/enrolmentId").asString();
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/api/v1/enrolments/" + enrolment + "/certificate"));
		if (!user.isEmpty()) {
			request.header("Authorization", Running.authorization(user));
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		}
	}

	private static List<PDFont> fonts(PDDocument document) {
		var resources = document.getPage(0).getResources();
		return StreamSupport.stream(resources.getFontNames().spliterator(), false).map(name -> {
			try {
				return resources.getFont(name);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}

	private String page() {
		return app.get(PARTICIPANT, "/deelname", "Accept", "text/html").body();
	}

	private String session(String day) {
		return made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Bijeenkomst van de community", "happenedOn": "%s"}""".formatted(partnership, body, day));
	}

	private void stakeholder(String person) {
		created(app.post(SECRETARY, "/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, person)));
	}

	private void enrol(String person) {
		created(app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s"}""".formatted(person)));
	}

	private List<Received> mails() {
		sending.run();
		return server.received();
	}

	private static Received to(List<Received> mails, String address) {
		return mails.stream().filter(mail -> mail.to().equals(address)).findFirst().orElseThrow();
	}

	private List<JsonNode> mine() {
		Answer answer = app.get(PARTICIPANT, MINE);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().path("items").valueStream().toList();
	}

	private JsonNode read(String path) {
		return app.get(SECRETARY, path).json();
	}

	private String made(String path, String content) {
		return String.valueOf(created(app.post(SECRETARY, path, content)).header("Location"));
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
