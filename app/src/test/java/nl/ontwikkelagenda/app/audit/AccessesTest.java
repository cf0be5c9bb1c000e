package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who watches over a partnership sees who took something along and who was refused. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessesTest {

	private static final Running APP = Running.application();
	private final Client auditor = new Client(APP, "auditor");
	private final Client secretary = new Client(APP, "secretaris");
	private String partnership = "";

	@BeforeAll
	void aPartnershipWithAnAuditor() {
		partnership = Client.id(APP.partnership("Regio die toeziet"));
		APP.give("/api/v1/partnerships/" + partnership, DemoAccounts.SECRETARY, "SECRETARY");
		APP.give("/api/v1/partnerships/" + partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		APP.give("/api/v1/partnerships/" + partnership, DemoAccounts.AUDITOR, "AUDITOR");
	}

	private List<JsonNode> accesses(String question) {
		return auditor.read("/api/v1/audit/accesses?partnershipId=" + partnership + question).path("items").valueStream().toList();
	}

	@Test
	void everyFileThatIsTakenAlongIsWrittenDown() {
		assertThat(APP.get("secretaris", "/api/v1/actions?format=csv&search=Jansen&partnershipId=" + partnership).status()).isEqualTo(200);
		assertThat(APP.get("secretaris", "/api/v1/partnerships/" + partnership + "/action-list?format=pdf").status()).isEqualTo(200);
		assertThat(APP.get("secretaris", "/api/v1/actions?partnershipId=" + partnership).status()).isEqualTo(200);
		String file = Client.id(APP.send("secretaris", "POST", "/api/v1/partnerships/" + partnership + "/files", "Gewone woorden", "Content-Type", "application/octet-stream",
				"Content-Disposition", "attachment; filename=\"brief.txt\"").header("Location"));
		assertThat(APP.get("secretaris", "/api/v1/attachments/" + file + "/content").status()).isEqualTo(200);
		List<JsonNode> taken = accesses("&kind=EXPORTED&personId=" + DemoAccounts.SECRETARY);
		assertThat(taken).extracting(access -> access.path("scope").path("address").asString()).containsExactly("/api/v1/attachments/{id}/content",
				"/api/v1/partnerships/{id}/action-list", "/api/v1/actions");
		assertThat(taken.getLast().path("scope").path("format").asString()).isEqualTo("csv");
		assertThat(taken.toString()).doesNotContain("Jansen");
	}

	@Test
	void everythingThatAnAuditorReadsIsWrittenDown() {
		String of = "?partnershipId=" + partnership;
		for (String address : List.of("/api/v1/decisions" + of, "/api/v1/minutes" + of, "/api/v1/search" + of + "&search=Jansen", "/api/v1/meetings" + of + "&asOf=2018-09-25",
				"/api/v1/changes" + of,
				"/api/v1/people/me", "/api/v1/audit/checkpoints", "/api/v1/partnerships/" + partnership, "/besluiten")) {
			assertThat(APP.get("auditor", address, "Accept", address.startsWith("/api") ? "application/json" : "text/html").status()).as(address).isEqualTo(200);
		}
		APP.get("auditor", "/api/v1/decisions/" + Running.unknownId()).isProblem(404);
		assertThat(APP.get("deelnemer", "/api/v1/decisions" + of).status()).isEqualTo(200);
		accesses("&kind=EXPORTED");
		List<JsonNode> read = accesses("&kind=READ");
		assertThat(read).allMatch(access -> access.path("personId").asString().equals(DemoAccounts.AUDITOR.toString()));
		assertThat(read).extracting(access -> access.path("scope").path("address").asString()).startsWith("/api/v1/audit/accesses", "/besluiten", "/api/v1/partnerships/{id}",
				"/api/v1/audit/checkpoints", "/api/v1/people/me", "/api/v1/changes", "/api/v1/meetings", "/api/v1/search", "/api/v1/minutes", "/api/v1/decisions");
		assertThat(read.toString()).doesNotContain("Jansen");
	}

	private long counted(String address) {
		return accesses("&kind=READ&pageSize=100").stream().filter(access -> access.path("scope").path("address").asString().equals(address)).count();
	}

	private int asAuditor(String address, String... headers) {
		return APP.get("auditor", address, headers).status();
	}

	@Test
	void aPictureCountsAndWhateverARequestSaysOfItselfItIsWrittenDown() {
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(partnership));
		String picture = "/api/v1/traces/" + body + "/chain.svg";
		assertThat(asAuditor(picture)).isEqualTo(200);
		assertThat(asAuditor(picture, "HX-Request", "true")).isEqualTo(200);
		assertThat(asAuditor(picture, "HX-Request", "true")).isEqualTo(200);
		assertThat(counted("/api/v1/traces/{id}/chain.svg")).isEqualTo(3);
		String moment = Instant.now().toString();
		assertThat(asAuditor("/api/v1/bodies/" + body + "?asOf=" + moment, "HX-Request", "true")).isEqualTo(200);
		assertThat(accesses("&kind=READ").toString()).contains(moment.toLowerCase(Locale.ROOT));
	}

	@Test
	void whatAnOpenPageAsksForByItselfCountsOnceAnHour() {
		String meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie", "plannedOn": "2031-04-20"}""".formatted(partnership));
		String part = "/bijeenkomsten/" + meeting + "/carrousel";
		assertThat(asAuditor(part, "Accept", "text/html", "HX-Request", "true")).isEqualTo(200);
		assertThat(asAuditor(part, "Accept", "text/html", "HX-Request", "true")).isEqualTo(200);
		assertThat(counted("/bijeenkomsten/{id}/carrousel")).isEqualTo(1);
		assertThat(asAuditor(part, "Accept", "text/html")).isEqualTo(200);
		assertThat(counted("/bijeenkomsten/{id}/carrousel")).as("a page that somebody opens").isGreaterThan(1);
		assertThat(asAuditor("/bijeenkomsten/" + meeting + "/stand", "Accept", "text/html", "HX-Request", "true")).isEqualTo(200);
		assertThat(counted("/bijeenkomsten/{id}/stand")).as("another part of the same meeting").isEqualTo(1);
	}

	@Test
	void whatAProgramFetchesByASecretAddressIsWrittenDownOfItsOwner() {
		String of = "{\"kind\": \"PARTNERSHIP\", \"subjectId\": \"" + partnership + "\"}";
		for (String[] feed : new String[][] {{"/api/v1/change-feeds", of, "/feeds/{secret}.atom"}, {"/api/v1/calendar-feeds", of, "/calendars/{secret}.ics"}}) {
			JsonNode made = secretary.created(feed[0], feed[1]).json();
			String address = made.path("address").asString();
			Running.Answer first = APP.get("", address);
			assertThat(first.status()).as(first.body()).isEqualTo(200);
			List<JsonNode> taken = accesses("&kind=EXPORTED&personId=" + DemoAccounts.SECRETARY);
			assertThat(taken.getFirst().at("/scope/address").asString()).isEqualTo(feed[2]);
			assertThat(taken.getFirst().at("/scope/subject").asString()).isEqualTo(partnership);
			assertThat(taken.toString()).doesNotContain(address.split("[/.]")[2]);
			assertThat(APP.get("", address).status()).isEqualTo(200);
			assertThat(APP.get("projectleider", address).status()).as("whoever fetches it").isEqualTo(200);
			assertThat(accesses("&kind=EXPORTED&personId=" + DemoAccounts.SECRETARY)).as("once an hour").hasSameSizeAs(taken);
			assertThat(accesses("&kind=EXPORTED&personId=" + DemoAccounts.PROJECT_LEAD)).isEmpty();
		}
	}

	@Test
	void whatIsThereAndNotShownIsWrittenDownWhereItIs() {
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Besloten overleg"}""".formatted(partnership));
		secretary.created("/api/v1/bodies/" + body + "/access", "{\"access\": \"RESTRICTED\"}");
		int before = accesses("&kind=REFUSED&pageSize=100").size();
		APP.get("deelnemer", "/api/v1/bodies/" + Running.unknownId()).isProblem(404);
		APP.get("secretaris", "/api/v1/partnerships/" + partnership + "/nothing").isProblem(404);
		APP.get("", "/api/v1/bodies/" + body);
		assertThat(accesses("&kind=REFUSED&pageSize=100")).as("what is nowhere, what is seen, and who is nobody").hasSize(before);
		for (int again = 0; again < 2; again++) {
			APP.get("deelnemer", "/api/v1/bodies/" + body).isProblem(404);
			APP.get("projectleider", "/api/v1/partnerships/" + partnership).isProblem(404);
			assertThat(APP.get("projectleider", "/geschiedenis/" + body, "Accept", "text/html").status()).isEqualTo(404);
		}
		List<JsonNode> refused = accesses("&kind=REFUSED&pageSize=100");
		assertThat(refused).hasSize(before + 3);
		assertThat(refused.subList(0, 3)).extracting(access -> access.path("personId").asString() + access.at("/scope/address").asString() + access.at("/scope/id").asString())
				.containsExactly(DemoAccounts.PROJECT_LEAD + "/geschiedenis/{id}" + body, DemoAccounts.PROJECT_LEAD + "/api/v1/partnerships/{id}" + partnership,
						DemoAccounts.PARTICIPANT + "/api/v1/bodies/{id}" + body);
	}

	/** What a handler answers goes through a converter or a view, where it is seen; nothing writes past these, and what can be taken along is of a kind that is known as such. */
	@Test
	void noAnswerGoesPastTheRegister() {
		var handlers = APP.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();
		Set<String> kinds = new TreeSet<>();
		Set<String> past = new TreeSet<>();
		handlers.forEach((mapping, handler) -> {
			mapping.getProducesCondition().getProducibleMediaTypes().stream().map(type -> new MediaType(type.getType(), type.getSubtype()))
					.filter(type -> !RecordedAccess.FILES.contains(type))
					.map(MediaType::toString).forEach(kinds::add);
			Class<?> answered = handler.getReturnType().getParameterType();
			String whole = handler.getReturnType().getGenericParameterType().getTypeName();
			if (answered == void.class || Stream.of("Emitter", "Streaming", "Callable", "DeferredResult", "Future").anyMatch(whole::contains)) {
				past.add(handler.getShortLogMessage() + ": " + whole);
			}
		});
		assertThat(handlers).hasSizeGreaterThan(300);
		assertThat(kinds).as("kinds that are shown, not taken along; what comes as an attachment is taken along whatever its kind").isSubsetOf("application/json", "text/html",
				"text/css",
				"text/plain", "text/event-stream", "image/svg+xml", "application/octet-stream", "application/zip", "application/vnd.oai.openapi");
		assertThat(past).as("what writes by itself: a stream, which is written down when it opens, and what went wrong")
				.allMatch(handler -> handler.contains("SseEmitter") || handler.contains("ServerErrors#error"));
	}

	@Test
	void aPageAndTheHistoryOfItCountOnce() {
		int before = accesses("&kind=READ&pageSize=100").size();
		assertThat(APP.get("auditor", "/geschiedenis/" + partnership, "Accept", "text/html").status()).isEqualTo(200);
		assertThat(accesses("&kind=HISTORY_READ")).isNotEmpty();
		assertThat(accesses("&kind=READ&pageSize=100").size() - before).as("the two lists themselves").isEqualTo(2);
	}

	@Test
	void calendarsAndFeedsAreTakenAlong() {
		assertThat(APP.get("deelnemer", "/api/v1/calendar.ics").status()).isEqualTo(200);
		assertThat(APP.get("deelnemer", "/api/v1/atom-feeds?partnershipId=" + partnership).status()).isEqualTo(200);
		assertThat(accesses("&kind=EXPORTED&personId=" + DemoAccounts.PARTICIPANT)).extracting(access -> access.path("scope").path("address").asString())
				.startsWith("/api/v1/atom-feeds", "/api/v1/calendar.ics");
	}

	@Test
	void whoTakesAlongWhatIsKnownOfHimselfIsWrittenDownWhereHeHoldsRights() {
		new Client(APP, "deelnemer").read("/api/v1/people/me/data");
		assertThat(accesses("&kind=OWN_DATA_EXPORTED")).singleElement().satisfies(access -> assertThat(access.path("personId").asString())
				.isEqualTo(DemoAccounts.PARTICIPANT.toString()));
	}

	@Test
	void everyRefusalIsWrittenDown() {
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		APP.post("deelnemer", "/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Een agenda van Jansen"}""".formatted(partnership)).isProblem(403);
		APP.get("deelnemer", "/api/v1/audit/accesses?partnershipId=" + partnership).isProblem(403);
		List<JsonNode> refused = accesses("&kind=REFUSED&personId=" + DemoAccounts.PARTICIPANT);
		assertThat(refused).extracting(access -> access.path("scope").path("method").asString() + " " + access.path("scope").path("address").asString())
				.startsWith("GET /api/v1/audit/accesses", "POST /api/v1/agendas", "GET /api/v1/audit/bundles");
		assertThat(refused.toString()).doesNotContain("Jansen");
	}

	@Test
	void aRefusalIsAnsweredWhenItIsWrittenDown() throws Exception {
		CompletableFuture<Running.Answer> answer;
		try (Connection other = APP.database().owner().getConnection(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table register.audit_access in exclusive mode");
			answer = CompletableFuture.supplyAsync(() -> APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership));
			assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).as("nothing can be written down meanwhile").isInstanceOf(TimeoutException.class);
		}
		answer.join().isProblem(403);
	}

	@Test
	void whatIsOfNoPartnershipIsForWhoAdministersTheInstallation() {
		assertThat(APP.get("deelnemer", "/beheer/leesmodellen", "Accept", "text/html").status()).isEqualTo(403);
		List<JsonNode> refused = new Client(APP, Running.ADMINISTRATOR).read("/api/v1/audit/accesses?kind=REFUSED").path("items").valueStream().toList();
		assertThat(refused.getFirst().path("scope").path("address").asString()).isEqualTo("/beheer/**");
		assertThat(refused.getFirst().has("partnershipId")).isFalse();
		assertThat(APP.get("auditor", "/api/v1/audit/accesses").isProblem(400).wrongFields()).containsExactly("partnershipId");
	}

	@Test
	void aQuestionThatCannotBeReadHidesNoRefusal() {
		int before = accesses("&kind=REFUSED&pageSize=100").size();
		String written = "%" + Integer.toHexString(partnership.charAt(0)) + partnership.substring(1);
		APP.get("deelnemer", "/api/v1/audit/bundles?x=%ff&partnershipId=" + written).isProblem(403);
		List<JsonNode> after = accesses("&kind=REFUSED&pageSize=100");
		assertThat(after).hasSize(before + 1);
		assertThat(after.getFirst().path("scope").path("partnershipId").asString()).isEqualTo(partnership);
		assertThat(APP.get("deelnemer", "/beheer/leesmodellen?%ff=x", "Accept", "text/html").status()).isEqualTo(403);
	}

	@Test
	void theListIsFilteredAndPaged() {
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		JsonNode page = auditor.read("/api/v1/audit/accesses?kind=REFUSED&pageSize=1&partnershipId=" + partnership);
		assertThat(page.path("items").size()).isEqualTo(1);
		assertThat(page.path("total").intValue()).isGreaterThan(1);
		assertThat(accesses("&until=2018-01-01")).isEmpty();
		assertThat(accesses("&from=2018-01-01")).isNotEmpty();
		assertThat(APP.get("auditor", "/api/v1/audit/accesses?kind=X&partnershipId=" + partnership).isProblem(400).wrongFields()).containsExactly("kind");
		APP.get("projectleider", "/api/v1/audit/accesses?partnershipId=" + partnership).isProblem(404);
	}

	@Test
	void nothingIsChangedOrRemovedAfterwards() {
		APP.get("deelnemer", "/api/v1/audit/bundles?partnershipId=" + partnership).isProblem(403);
		JdbcClient application = JdbcClient.create(APP.context().getBean(DataSource.class));
		assertThatThrownBy(() -> application.sql("delete from register.audit_access").update()).isInstanceOf(DataAccessException.class).rootCause()
				.hasMessageContaining("permission denied");
		assertThatThrownBy(() -> application.sql("update register.audit_access set kind = 'EXPORTED'").update()).isInstanceOf(DataAccessException.class).rootCause()
				.hasMessageContaining("permission denied");
	}
}
