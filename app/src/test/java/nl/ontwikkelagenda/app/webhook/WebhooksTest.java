package nl.ontwikkelagenda.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.app.webhook.Receiver.Received;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes is brought to the system of a partner: signed, in its order, at least once, for as long as who made the webhook may see it. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class WebhooksTest {

	private static final String WEBHOOKS = "/api/v1/webhooks";

	private final Path keys = temporary();
	private final String[] settings = {"ontwikkelagenda.webhooks.private-addresses=true", "ontwikkelagenda.webhooks.timeout=1s", "ontwikkelagenda.keys-directory=" + keys};
	private final MailServer mailServer = new MailServer();
	private final Running app = mailServer.application(settings);
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final SendWebhooks sending = app.context().getBean(SendWebhooks.class);
	private final JdbcClient owner = JdbcClient.create(app.database().owner());
	private final Client secretary = new Client(app, "secretaris");
	private Receiver receiver = new Receiver();
	private Instant now = Instant.parse("2026-03-02T08:00:00Z");
	private String partnership = "";
	private String agenda = "";

	@BeforeEach
	void anAgendaAndAPartner() {
		at(now);
		receiver = new Receiver();
		partnership = app.partnership("Regio met een partner");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de partner"}""".formatted(Client.id(partnership)));
		app.context().getBean(SendMails.class).run();
		mailServer.received();
	}

	@AfterEach
	void nothingIsBroughtAnyMore() {
		owner.sql("delete from register.webhook").update();
		receiver.close();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		mailServer.close();
	}

	@Test
	void whatChangesIsBroughtSignedAndInItsOrder() {
		theme("Van ervoor");
		String webhook = made();
		for (String title : List.of("Thuiszitters", "Vervoer", "Lerarentekort")) {
			theme(title);
		}
		sending.run();
		sending.run();
		assertThat(receiver.received()).hasSize(1).allSatisfy(received -> {
			assertThat(received.signed()).isTrue();
			assertThat(received.timestamp()).isEqualTo(now.getEpochSecond());
			assertThat(received.body().path("type").asString()).isEqualTo("changes");
			assertThat(received.body().at("/data/webhookId").asString()).isEqualTo(webhook);
		});
		assertThat(receiver.sentences()).isEqualTo(recorded().subList(2, recorded().size()));
		theme("Later");
		sending.run();
		assertThat(receiver.received()).hasSize(2).extracting(Received::id).doesNotHaveDuplicates();
		List<JsonNode> taken = app.get(Running.ADMINISTRATOR, "/api/v1/audit/accesses?partnershipId=" + Client.id(partnership) + "&kind=EXPORTED").json().path("items")
				.valueStream()
				.toList();
		assertThat(taken).as("once an hour").singleElement().satisfies(access -> {
			assertThat(access.path("personId").asString()).isEqualTo(DemoAccounts.SECRETARY.toString());
			assertThat(access.path("scope").toString()).contains("\"command\":\"webhook\"", webhook, agenda);
		});
		JsonNode log = secretary.read(WEBHOOKS + "/" + webhook + "/deliveries");
		assertThat(log.path("items").valueStream().map(delivery -> delivery.path("state").asString())).containsExactly("DELIVERED", "DELIVERED");
		assertThat(log.at("/items/0/attempts/0/status").intValue()).isEqualTo(204);
		assertThat(secretary.read(WEBHOOKS + "/" + webhook).has("secret")).as("shown once").isFalse();
	}

	@Test
	void aReceiverThatStumblesGetsTheSameAgainBeforeAllThatCameLater() {
		String webhook = made();
		theme("Eerst");
		receiver.answer(Receiver.Answer.status(500), Receiver.Answer.status(302), Receiver.Answer.status(404));
		sending.run();
		for (Duration wait : List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5))) {
			theme("Voor " + wait);
			int before = receiver.received().size();
			at(now.plus(wait).minusMillis(1));
			sending.run();
			assertThat(receiver.received()).as("before " + wait).hasSize(before);
			at(now.plusMillis(1));
			sending.run();
			assertThat(receiver.received()).as("after " + wait).hasSizeGreaterThan(before);
		}
		sending.run();
		List<Received> received = receiver.received();
		assertThat(received).allMatch(Received::signed).hasSize(5);
		assertThat(received.subList(0, 4)).extracting(Received::id).containsOnly(received.getFirst().id());
		assertThat(received.subList(0, 4)).extracting(Received::body).as("the same said again").containsOnly(received.getFirst().body());
		assertThat(received.getLast().sentences()).anyMatch(told -> told.contains("Voor PT10S")).noneMatch(told -> told.contains("Eerst"));
		assertThat(receiver.mostAtOnce()).isEqualTo(1);
		JsonNode first = secretary.read(WEBHOOKS + "/" + webhook + "/deliveries?state=DELIVERED").at("/items/1");
		assertThat(first.path("attempts").valueStream().map(attempt -> attempt.path("status").intValue())).containsExactly(500, 302, 404, 204);
	}

	@Test
	void afterMoreThanADayItPausesWithAMailAndGoesOnWhenTold() {
		String webhook = made();
		theme("Te bewaren");
		receiver.stumble(100);
		Instant start = now;
		while (state(webhook).equals("ACTIVE")) {
			sending.run();
			at(now.plus(Duration.ofMinutes(30)));
			assertThat(Duration.between(start, now)).isLessThan(Duration.ofDays(3));
		}
		assertThat(Duration.between(start, now)).isGreaterThan(Duration.ofDays(1));
		assertThat(secretary.read(WEBHOOKS + "/" + webhook).path("pausedAs").asString()).isEqualTo("UNDELIVERABLE");
		app.context().getBean(SendMails.class).run();
		assertThat(mailServer.received()).hasSize(1).allSatisfy(mail -> {
			assertThat(mail.to()).isEqualTo("secretaris@demo.example");
			assertThat(mail.subject()).isEqualTo("Uw koppeling met 127.0.0.1 staat stil");
			assertThat(mail.text()).contains("meer dan een dag lang", "https://agenda.regio.example/meldingen/koppelingen/" + webhook);
		});
		int tried = receiver.received().size();
		theme("Van tijdens de pauze");
		at(now.plus(Duration.ofDays(40)));
		sending.run();
		assertThat(receiver.received()).hasSize(tried);
		receiver.stumble(0);
		secretary.created(WEBHOOKS + "/" + webhook + "/activations", "");
		secretary.refused(WEBHOOKS + "/" + webhook + "/activations", "", "only-a-paused-webhook-is-activated");
		sending.run();
		List<Received> after = receiver.received().subList(tried, receiver.received().size());
		assertThat(after.getFirst().id()).isEqualTo(receiver.received().getFirst().id());
		assertThat(after).flatExtracting(Received::sentences).anyMatch(told -> told.contains("Te bewaren")).anyMatch(told -> told.contains("Van tijdens de pauze"));
	}

	@Test
	void whoSaysThatHeIsGoneIsPausedAtOnce() {
		String webhook = made();
		theme("Te laat");
		receiver.answer(Receiver.Answer.status(410));
		sending.run();
		assertThat(secretary.read(WEBHOOKS + "/" + webhook).path("pausedAs").asString()).isEqualTo("GONE");
	}

	@Test
	void redirectsAreNotFollowed() {
		made();
		theme("Elders");
		receiver.answer(exchange -> {
			exchange.getResponseHeaders().set("Location", receiver.address() + "/elders");
			exchange.sendResponseHeaders(307, -1);
		});
		sending.run();
		assertThat(receiver.received()).hasSize(1);
	}

	@Test
	void aSlowReceiverKeepsNoOtherWaitingAndAnEndlessAnswerIsNotRead() {
		String slow = made();
		try (Receiver quick = new Receiver()) {
			made(secretary, "AGENDA", agenda, quick);
			theme("Haast");
			receiver.answer(exchange -> Thread.sleep(30_000), Receiver.endless());
			long start = System.nanoTime();
			sending.run();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			assertThat(quick.sentences()).anyMatch(told -> told.contains("Haast"));
		}
		assertThat(secretary.read(WEBHOOKS + "/" + slow + "/deliveries").at("/items/0/attempts/0/error").asString()).isEqualTo("De server antwoordde niet op tijd.");
		at(now.plusSeconds(11));
		sending.run();
		assertThat(secretary.read(WEBHOOKS + "/" + slow + "/deliveries").at("/items/0/state").asString()).isEqualTo("DELIVERED");
	}

	@Test
	void whoMayNoLongerDoSoBringsNothing() {
		app.give(partnership, DemoAccounts.PROJECT_LEAD, "SECRETARY");
		String webhook = made(new Client(app, "projectleider"), "AGENDA", agenda, receiver);
		app.send(Running.ADMINISTRATOR, "DELETE", partnership + "/rights/" + DemoAccounts.PROJECT_LEAD + "/SECRETARY", null);
		theme("Niet meer voor hem");
		sending.run();
		assertThat(receiver.received()).isEmpty();
		assertThat(secretary.read(WEBHOOKS + "/" + webhook).path("pausedAs").asString()).isEqualTo("RIGHT_LOST");
		app.get("projectleider", WEBHOOKS + "/" + webhook).isProblem(403);
	}

	@Test
	void aTestIsBroughtAlsoWhilePausedAndAnythingCanBeSentAgain() {
		String webhook = made();
		secretary.created(WEBHOOKS + "/" + webhook + "/pauses", "");
		String test = Client.id(secretary.created(WEBHOOKS + "/" + webhook + "/tests", "").header("Location"));
		theme("Wacht");
		receiver.answer(Receiver.Answer.status(500));
		sending.run();
		assertThat(receiver.received()).hasSize(1).allSatisfy(received -> assertThat(received.body().path("type").asString()).isEqualTo("test")).allMatch(Received::signed);
		String delivery = WEBHOOKS + "/" + webhook + "/deliveries/" + test;
		assertThat(secretary.read(delivery).path("state").asString()).as("tried once").isEqualTo("FAILED");
		secretary.created(delivery + "/attempts", "");
		sending.run();
		assertThat(secretary.read(delivery).path("state").asString()).isEqualTo("DELIVERED");
		assertThat(receiver.received()).extracting(Received::id).containsExactly(test, test);
		assertThat(secretary.read(delivery).path("attempts").size()).isEqualTo(2);
		secretary.created(WEBHOOKS + "/" + webhook + "/activations", "");
		sending.run();
		String changes = receiver.received().getLast().id();
		secretary.created(WEBHOOKS + "/" + webhook + "/deliveries/" + changes + "/attempts", "");
		sending.run();
		assertThat(receiver.received().getLast().id()).isEqualTo(changes);
		assertThat(receiver.received().getLast().sentences()).isEqualTo(receiver.received().get(2).sentences()).isNotEmpty();
		at(now.plus(Duration.ofDays(31)));
		sending.run();
		assertThat(secretary.read(WEBHOOKS + "/" + webhook + "/deliveries").path("total").intValue()).as("kept for 30 days").isZero();
	}

	@Test
	void whatAServerThatDiedWasBringingIsBroughtAgainUnderTheSameId() throws Exception {
		String webhook = made();
		theme("Onderweg");
		Running dying = Running.with("spring.datasource.url=" + app.database().url(), settings[0], "ontwikkelagenda.webhooks.timeout=20s", settings[2]);
		dying.context().getBean(RecordingClock.class).standAt(now);
		receiver.answer(exchange -> Thread.sleep(20_000));
		Thread.ofPlatform().daemon().start(dying.context().getBean(SendWebhooks.class)::run);
		long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
		while (receiver.received().isEmpty() && System.nanoTime() < end) {
			Thread.sleep(50);
		}
		dying.context().close();
		sending.run();
		assertThat(receiver.received()).as("it is claimed").hasSize(1);
		owner.sql("update register.webhook set free_from = now()").update();
		sending.run();
		assertThat(receiver.received()).hasSize(2).extracting(Received::id).containsOnly(receiver.received().getFirst().id());
		assertThat(state(webhook)).isEqualTo("ACTIVE");
	}

	@Test
	void twoInstancesBringEverythingOnceAndInOrderWhileManyWrite() throws Exception {
		made();
		Running other = Running.with("spring.datasource.url=" + app.database().url(), settings[0], settings[2]);
		other.context().getBean(RecordingClock.class).standAt(now);
		try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
			List<Future<?>> writing = new ArrayList<>();
			for (int writer = 0; writer < 3; writer++) {
				int number = writer;
				writing.add(threads.submit(() -> {
					for (int i = 0; i < 12; i++) {
						theme("Thema " + number + "-" + i);
					}
				}));
			}
			List<Future<?>> bringing = new ArrayList<>();
			for (Running each : List.of(app, other)) {
				bringing.add(threads.submit(() -> {
					while (writing.stream().anyMatch(one -> !one.isDone())) {
						each.context().getBean(SendWebhooks.class).run();
					}
				}));
			}
			for (Future<?> one : bringing) {
				one.get();
			}
			for (Future<?> one : writing) {
				one.get();
			}
		} finally {
			other.context().close();
		}
		sending.run();
		assertThat(receiver.sentences()).isEqualTo(recorded().subList(1, recorded().size()));
		assertThat(receiver.received()).allMatch(Received::signed).extracting(Received::id).doesNotHaveDuplicates();
		assertThat(receiver.mostAtOnce()).isEqualTo(1);
	}

	@Test
	void anAddressThatLeadsToAPrivateNetworkLaterIsNotConnectedTo() {
		String webhook = made();
		theme("Geheim");
		Running strict = Running.with("spring.datasource.url=" + app.database().url(), settings[2]);
		strict.context().getBean(RecordingClock.class).standAt(now);
		try {
			for (String address : List.of(receiver.address(), receiver.address().replace("127.0.0.1", "localhost"))) {
				owner.sql("update register.webhook set address = ?").param(address).update();
				owner.sql("update register.webhook_delivery set next_attempt_at = ?").param(java.sql.Timestamp.from(now)).update();
				strict.context().getBean(SendWebhooks.class).run();
			}
		} finally {
			strict.context().close();
		}
		assertThat(receiver.received()).isEmpty();
		assertThat(secretary.read(WEBHOOKS + "/" + webhook + "/deliveries").at("/items/0/attempts").valueStream().map(attempt -> attempt.path("error").asString())).hasSize(2)
				.containsOnly("Het adres leidt naar een besloten netwerk.");
	}

	@Test
	void addressesThatNobodyOutsideHasAreRefused() {
		Client outside = new Client(Running.application(), "secretaris");
		String other = outside.app().partnership("Regio met vreemde adressen");
		outside.app().give(other, DemoAccounts.SECRETARY, "SECRETARY");
		for (String address : List.of("http://93.184.215.14/berichten", "https://127.0.0.1/", "https://localhost:8443/", "https://127.1/", "https://2130706433/", "https://[::1]/",
				"https://[::ffff:10.0.0.1]/", "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/", "https://[fd00:ec2::254]/", "https://169.254.169.254/latest/meta-data/",
				"https://10.1.2.3/", "https://172.16.0.1/", "https://192.168.1.1/", "https://100.64.0.1/", "https://0.0.0.0/", "https://[fe80::1]/", "https://224.0.0.1/",
				"https://naam:wachtwoord@93.184.215.14/", "https://93.184.215.14/#deel", "ftp://93.184.215.14/", "file:///etc/passwd", "https://", "berichten",
				"https://bestaat-niet.invalid/")) {
			Answer refused = outside.app().post("secretaris", WEBHOOKS, making("PARTNERSHIP", Client.id(other), address)).isProblem(400);
			assertThat(refused.wrongFields()).as(address).containsExactly("address");
		}
		assertThat(outside.read(WEBHOOKS + "?partnershipId=" + Client.id(other)).path("total").intValue()).isZero();
		String webhook = outside.id(WEBHOOKS, making("PARTNERSHIP", Client.id(other), "https://93.184.215.14/berichten"));
		outside.ended(WEBHOOKS + "/" + webhook);
	}

	@Test
	void onlySecretariesAndAdministratorsMakeAndSeeThem() {
		String webhook = made();
		app.post("deelnemer", WEBHOOKS, making("AGENDA", agenda, receiver.address())).isProblem(403);
		app.post("projectleider", WEBHOOKS, making("AGENDA", agenda, receiver.address())).isProblem(403);
		Client elsewhere = new Client(app, "auditor");
		app.give(app.partnership("Regio van een ander"), DemoAccounts.AUDITOR, "SECRETARY");
		app.post(elsewhere.user(), WEBHOOKS, making("AGENDA", agenda, receiver.address())).isProblem(404);
		app.get(elsewhere.user(), WEBHOOKS + "/" + webhook).isProblem(404);
		app.post("", WEBHOOKS, making("AGENDA", agenda, receiver.address())).isProblem(401);
		assertThat(app.post("secretaris", WEBHOOKS, making("PERSON", agenda, receiver.address())).isProblem(400).wrongFields()).containsExactly("kind");
		app.get("deelnemer", WEBHOOKS + "/" + webhook).isProblem(403);
		for (String path : List.of("/tests", "/pauses", "/activations", "/secrets")) {
			app.post("deelnemer", WEBHOOKS + "/" + webhook + path, "").isProblem(403);
		}
		assertThat(new Client(app, Running.ADMINISTRATOR).read(WEBHOOKS + "?partnershipId=" + Client.id(partnership)).path("total").intValue()).isEqualTo(1);
		secretary.ended(WEBHOOKS + "/" + webhook);
		app.get("secretaris", WEBHOOKS + "/" + webhook).isProblem(404);
	}

	@Test
	void theSecretIsSealedWithAKeyOutsideTheDatabase() throws IOException {
		String webhook = made();
		String shown = secretary.created(WEBHOOKS + "/" + webhook + "/secrets", "").json().path("secret").asString();
		assertThat(shown).startsWith("whsec_");
		theme("Met het nieuwe geheim");
		sending.run();
		assertThat(receiver.received().getLast().signed()).as("no longer with the first").isFalse();
		receiver.keep(shown);
		byte[] secret = java.util.Base64.getDecoder().decode(shown.substring("whsec_".length()));
		byte[] kept = owner.sql("select secret from register.webhook where id = cast(? as uuid)").param(webhook).query(byte[].class).single();
		assertThat(kept).hasSizeGreaterThan(secret.length);
		assertThat(java.util.Collections.indexOfSubList(boxed(kept), boxed(secret))).isEqualTo(-1);
		Path key = keys.resolve("webhooks.key");
		Path aside = keys.resolve("aside");
		Files.move(key, aside);
		theme("Zonder sleutel");
		sending.run();
		assertThat(secretary.read(WEBHOOKS + "/" + webhook).path("pausedAs").asString()).isEqualTo("SECRET_LOST");
		Files.move(aside, key);
		secretary.created(WEBHOOKS + "/" + webhook + "/activations", "");
		sending.run();
		assertThat(receiver.received().getLast().signed()).isTrue();
		assertThat(receiver.received().getLast().sentences()).anyMatch(told -> told.contains("Zonder sleutel"));
	}

	private static List<Byte> boxed(byte[] bytes) {
		List<Byte> boxed = new ArrayList<>();
		for (byte each : bytes) {
			boxed.add(each);
		}
		return boxed;
	}

	private String made() {
		return made(secretary, "AGENDA", agenda, receiver);
	}

	private static String made(Client who, String kind, String subject, Receiver receiver) {
		Answer made = who.created(WEBHOOKS, making(kind, subject, receiver.address()));
		receiver.keep(made.json().path("secret").asString());
		return Client.id(made.header("Location"));
	}

	private static String making(String kind, String subject, String address) {
		return "{\"kind\": \"%s\", \"subjectId\": \"%s\", \"address\": \"%s\"}".formatted(kind, subject, address);
	}

	private void theme(String title) {
		secretary.created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"" + title + "\"}");
	}

	private String state(String webhook) {
		return secretary.read(WEBHOOKS + "/" + webhook).path("state").asString();
	}

	/** Everything that changed in the agenda according to the pages, oldest first. */
	private List<String> recorded() {
		List<String> all = new ArrayList<>();
		for (String page = "/api/v1/changes?limit=100&agendaId=" + agenda; !page.isEmpty();) {
			JsonNode read = secretary.read(page);
			read.path("items").forEach(item -> all.add(item.path("sentence").asString()));
			page = read.path("next").asString("");
		}
		return all.reversed();
	}

	private void at(Instant moment) {
		now = moment.truncatedTo(ChronoUnit.MILLIS);
		clock.standAt(now);
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("keys");
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
