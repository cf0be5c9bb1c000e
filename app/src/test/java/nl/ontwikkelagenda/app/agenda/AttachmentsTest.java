package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attachments of a meeting: links, and files that are what their names say. */
class AttachmentsTest {

	private static final Running APP = Running.application();
	private static final String SECRETARY = "secretaris";
	private static final String REPORT = "%PDF-1.7 Verslag van de ontwikkeltafel";
	private static String meeting = "";

	@BeforeAll
	static void aTableThatMet() {
		String partnership = APP.partnership("Bijlagen");
		APP.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		APP.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		meeting = String.valueOf(created(APP.post(SECRETARY, "/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Ontwikkeltafel Grijs gebied", "happenedOn": "2021-09-15"}""".formatted(partnership.substring(partnership.lastIndexOf('/') + 1))))
				.header("Location"));
	}

	@Test
	void aLinkKeepsTheDateOnWhichItWasConsulted() {
		JsonNode link = created(APP.post(SECRETARY, meeting + "/attachments", """
				{"title": "Midterm Met Andere Ogen", "address": "https://www.aanpakmetandereogen.nl/midterm.pdf", "consultedOn": "2021-09-10"}""")).json();
		assertThat(link.path("link").path("consultedOn").asString()).isEqualTo("2021-09-10");
		APP.get(SECRETARY, "/api/v1/attachments/" + link.path("attachmentId").asString() + "/content").isProblem(404);
		assertThat(APP.post(SECRETARY, meeting + "/attachments", """
				{"title": "Script", "address": "javascript:alert(1)"}""").isProblem(409).json().path("type").asString()).isEqualTo("/problems/an-address-is-a-web-address");
	}

	@Test
	void aFileIsDownloadedAsItWasSentAndNeverShown() {
		JsonNode attached = created(upload("attachment; filename*=UTF-8''verslag%20re%C3%BCnie.pdf", REPORT)).json();
		assertThat(attached.path("title").asString()).isEqualTo("verslag reünie.pdf");
		assertThat(attached.path("file").path("type").asString()).isEqualTo("application/pdf");
		assertThat(attached.path("file").path("size").intValue()).isEqualTo(REPORT.length());
		assertThat(attached.path("file").path("sha256").asString()).matches("[0-9a-f]{64}");
		Answer content = APP.get("deelnemer", path(attached) + "/content");
		assertThat(content.body()).isEqualTo(REPORT);
		assertThat(content.header("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(content.header("Content-Disposition")).startsWith("attachment;");
		assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
		APP.get("auditor", path(attached) + "/content").isProblem(404);
		APP.get("auditor", path(attached)).isProblem(404);
	}

	@Test
	void removingAFileKeepsTheFact() {
		JsonNode attached = created(upload("attachment; filename=\"verslag.txt\"", "Wie was er?")).json();
		Answer removed = APP.send(SECRETARY, "DELETE", path(attached), null);
		assertThat(removed.status()).as(removed.body()).isEqualTo(200);
		assertThat(removed.json().path("removed").booleanValue()).isTrue();
		assertThat(removed.json().path("file").path("sha256").asString()).isEqualTo(attached.path("file").path("sha256").asString());
		APP.get(SECRETARY, path(attached) + "/content").isProblem(404);
		assertThat(files(attached)).isZero();
	}

	@Test
	void aRefusedFileLeavesNothingBehind() {
		long before = APP.context().getBean(JdbcClient.class).sql("select count(*) from register.attachment").query(Long.class).single();
		APP.send("deelnemer", "POST", meeting + "/files", REPORT, "Content-Type", "application/octet-stream", "Content-Disposition", "attachment; filename=\"verslag.pdf\"")
				.isProblem(403);
		assertThat(APP.context().getBean(JdbcClient.class).sql("select count(*) from register.attachment").query(Long.class).single()).isEqualTo(before);
	}

	@Test
	void theSameUploadTwiceIsOneAttachment() {
		String[] headers = {"Content-Type", "application/octet-stream", "Content-Disposition", "attachment; filename=\"twee.txt\"", "Idempotency-Key", Running.unknownId()};
		JsonNode first = created(APP.send(SECRETARY, "POST", meeting + "/files", "Eén keer", headers)).json();
		assertThat(created(APP.send(SECRETARY, "POST", meeting + "/files", "Eén keer", headers)).json()).isEqualTo(first);
		assertThat(files(first)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({"verslag.pdf, Geen PDF", "verslag.exe, MZ", "verslag, %PDF-1.7", "foto.png, %PDF-1.7", "brief.docx, %PDF-1.7", "script.html, <script>", "verslag.txt, a\u0001b"})
	void aFileIsWhatItsNameSays(String name, String content) {
		assertThat(upload("attachment; filename=\"" + name + "\"", content).isProblem(400).wrongFields()).containsExactly("body");
	}

	@ParameterizedTest
	@ValueSource(strings = {"attachment", "attachment; filename=\"../../etc/passwd.txt\"", "attachment; filename=\"c:\\\\x\\\\y.txt\"", "attachment; filename=\"\"", "x; y; z"})
	void aFileHasAPlainName(String disposition) {
		assertThat(upload(disposition, "Tekst").isProblem(400).wrongFields()).containsExactly("Content-Disposition");
	}

	@Test
	void aFileIsAtMostTenMegabytes() {
		created(upload("attachment; filename=\"groot.csv\"", "a;b\n".repeat(2_621_440)));
		assertThat(upload("attachment; filename=\"groter.csv\"", "a;b\n".repeat(2_621_441)).isProblem(413).json().path("detail").asString()).contains("10 MB");
		APP.post(SECRETARY, meeting + "/attachments", "{\"title\": \"" + "x".repeat(1_100_000) + "\"}").isProblem(413);
	}

	private static Answer upload(String disposition, String content) {
		return APP.send(SECRETARY, "POST", meeting + "/files", content, "Content-Type", "application/octet-stream", "Content-Disposition", disposition);
	}

	private static long files(JsonNode attachment) {
		return APP.context().getBean(JdbcClient.class).sql("select count(*) from register.attachment where id = ?::uuid").param(attachment.path("attachmentId").asString())
				.query(Long.class).single();
	}

	private static String path(JsonNode attachment) {
		return "/api/v1/attachments/" + attachment.path("attachmentId").asString();
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}
}
