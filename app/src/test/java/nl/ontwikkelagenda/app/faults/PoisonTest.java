package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fact that somebody cannot digest: he alone stops, and says so; everybody else goes on, and when the cause is mended he catches up. */
@Tag("faults")
class PoisonTest {

	private static final int CLIENTS = 6;
	private static final String VIEW = "themes";
	private static final String VIEWS = "reporting-module/nl.ontwikkelagenda.reporting.readmodel.ReadModels";
	private static final String FOLD = "ThemeView::on";
	/** A fold that does something else for one theme. */
	private static final String OTHER_FOLD = """
			(current, event, when) -> {
				ThemeView next = ThemeView.on(current, event, when);
				if (next != null && next.title().equals("Gif")) {
					%s
				}
				return next;
			}""";
	/** The split of a theme, by a program that does not know what a day is. */
	private static final String NO_DAY = """
			insert into log.domain_event (event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload, meta_data, time_stamp)
			select gen_random_uuid(), aggregate_identifier, sequence_number + 1, aggregate_type, 'agenda.ThemeSplit',
				jsonb_build_object('themeId', payload -> 'themeId', 'partnershipId', payload -> 'partnershipId', 'agendaId', payload -> 'agendaId', 'parts', '[]'::jsonb, 'splitOn', 'geen dag'),
				meta_data, time_stamp
			from log.domain_event where payload_type = 'agenda.ThemeRaised' and payload ->> 'themeId' = ?""";
	private static final String UPCASTER = """
			package nl.ontwikkelagenda.app.store;

			import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
			import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
			import org.springframework.stereotype.Component;

			@Component
			class SplitOnSomeDay extends SingleEventUpcaster {

				@Override
				protected boolean canUpcast(IntermediateEventRepresentation event) {
					return event.getType().getName().equals("agenda.ThemeSplit");
				}

				@Override
				protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
					return event.upcastPayload(event.getType(), String.class, payload -> payload.replace("geen dag", "2024-03-11"));
				}
			}
			""";

	/** Stays when the test fails: what the application printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;

	private final HttpClient http = HttpClient.newHttpClient();

	/** What makes somebody stop while everybody works, and what mends it. */
	private interface Poison {

		/** Answers the release in which it is mended. */
		@Nullable
		Release given(Installation installation, Clients clients) throws Exception;
	}

	@Test
	void a_view_that_throws() throws Exception {
		Release faulty = new Release(directory.resolve("faulty")).changed(VIEWS, FOLD, OTHER_FOLD.formatted("throw new IllegalStateException(\"gif\");")).compiled();
		run("a release with a view that throws, then one in which it is mended", faulty, (installation, clients) -> {
			raise(installation, "Gif");
			awaitState(installation, "SET_ASIDE");
			return null;
		});
	}

	@Test
	void a_view_whose_documents_PostgreSQL_refuses() throws Exception {
		Release faulty = new Release(directory.resolve("faulty"))
				.changed(VIEWS, FOLD, OTHER_FOLD.formatted("return nl.ontwikkelagenda.agenda.theme.ThemeViewBuilder.builder(next).title(\"\\0\").build();")).compiled();
		run("a release with a view whose documents PostgreSQL refuses, then one in which it is mended", faulty, (installation, clients) -> {
			raise(installation, "Gif");
			awaitState(installation, "SET_ASIDE");
			return null;
		});
	}

	@Test
	void a_fact_that_cannot_be_read() throws Exception {
		Release mended = new Release(directory.resolve("mended")).with("nl.ontwikkelagenda.app.store.SplitOnSomeDay", UPCASTER).compiled();
		run("a fact that cannot be read, for views, automations and its own thing, then a release that can read it", null, (installation, clients) -> {
			String theme = raise(installation, "Gif");
			assertThat(installation.database().sql(NO_DAY).param(theme).update()).isEqualTo(1);
			awaitState(installation, "SET_ASIDE");
			HttpResponse<String> refused = sent(installation, "secretaris", "/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Een idee\"}");
			isUnavailable(refused);
			JsonNode letter = letter(installation);
			assertThat(letter.path("automation").asString()).isEqualTo("RaisePartsWhenThemeSplit");
			assertThat(sent(installation, "beheerder", "/api/v1/dead-letters/" + letter.path("deadLetterId").asString() + "/dropping", "{\"reason\": \"Er zijn geen delen.\"}")
					.statusCode()).isEqualTo(201);
			return mended;
		});
	}

	@Test
	void a_bit_that_turned_in_what_is_stored() throws Exception {
		run("a stored fact of which a bit turned, and turned back", null, (installation, clients) -> {
			clients.awaitProgress(5);
			JdbcClient database = installation.database();
			long victim = sealed(database);
			String asItWas = database.sql("select payload::text from log.domain_event where global_index = ?").param(victim).query(String.class).single();
			String title = database.sql("select payload -> 'title' ->> 'text' from log.domain_event where global_index = ?").param(victim).query(String.class).single();
			char[] turned = title.toCharArray();
			turned[0] = (char) (turned[0] ^ 1);
			write(database, victim, asItWas.replace(title, new String(turned)));
			assertThat(installation.checkLedgerThatIsBroken()).contains("" + victim);
			String meeting = database.sql("select aggregate_identifier from log.domain_event where global_index = ?").param(victim).query(String.class).single();
			write(database, victim, asItWas.replace(meeting, (char) (meeting.charAt(0) ^ 0x40) + meeting.substring(1)));
			isUnavailable(sent(installation, "secretaris", "/api/v1/meetings/" + meeting + "/invitations", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}"));
			clients.awaitProgress(3);
			write(database, victim, asItWas);
			return null;
		});
	}

	/** It is the installation that can not do this now, and somebody will mend it. */
	private static void isUnavailable(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	private void run(String name, @Nullable Release release, Poison poison) throws Exception {
		try (Installation installation = new Installation(directory)) {
			installation.withRelease(release);
			installation.start();
			installation.awaitReady();
			Clients clients = new Clients(installation, CLIENTS);
			clients.begin();
			clients.awaitProgress(3);
			Release mended = poison.given(installation, clients);
			clients.awaitProgress(5);
			assertThat(installation.unforeseen()).isEmpty();
			installation.stop();
			installation.withRelease(mended);
			installation.start();
			installation.awaitReady();
			long began = System.nanoTime();
			awaitState(installation, "ACTIVE");
			double seconds = (System.nanoTime() - began) / 1e9;
			clients.awaitProgress(2);
			clients.close();
			assertThat(clients.faults).isEmpty();
			Checker.check(installation, clients);
			Reliability.record(name, "%s; all there again %.1f s after the start".formatted(clients.figures(), seconds));
			installation.stop();
		}
	}

	/** Raises a theme on an agenda of the demo; answers its id. The answer may be short when its view has just stopped. */
	private String raise(Installation installation, String title) throws Exception {
		String agenda = get(installation, "secretaris", "/api/v1/agendas").at("/items/0/agendaId").asString();
		HttpResponse<String> answer = sent(installation, "secretaris", "/api/v1/agendas/" + agenda + "/themes",
				"{\"title\": \"" + title + "\"}");
		assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
		return installation.database().sql("select payload ->> 'themeId' from log.domain_event where payload_type = 'agenda.ThemeRaised' and payload -> 'title' ->> 'text' = ?")
				.param(title).query(String.class).single();
	}

	/** Until the view is in this state, and no other view is in another than active. */
	private void awaitState(Installation installation, String state) throws Exception {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		while (true) {
			String found = "";
			for (JsonNode view : get(installation, "beheerder", "/api/v1/read-models?pageSize=100").path("items")) {
				if (view.path("serving").asBoolean() && view.path("name").asString().equals(VIEW)) {
					found = view.path("state").asString();
				} else if (view.path("serving").asBoolean()) {
					assertThat(view.path("state").asString()).as(view.toString()).isEqualTo("ACTIVE");
				}
			}
			if (found.equals(state)) {
				return;
			}
			assertThat(System.nanoTime()).as("the view is " + found).isLessThan(end);
			Thread.sleep(200);
		}
	}

	private JsonNode letter(Installation installation) throws Exception {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		JsonNode letters = get(installation, "beheerder", "/api/v1/dead-letters");
		while (letters.path("total").intValue() == 0) {
			assertThat(System.nanoTime()).as("a dead letter").isLessThan(end);
			Thread.sleep(200);
			letters = get(installation, "beheerder", "/api/v1/dead-letters");
		}
		return letters.at("/items/0");
	}

	/** A fact that the ledger holds already: a meeting that nobody does anything more with, with a title. */
	private static long sealed(JdbcClient database) throws InterruptedException {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		while (true) {
			Long found = database.sql("""
					select max(e.global_index) from log.domain_event e join ledger.leaf l on l.global_index = e.global_index join ledger.checkpoint c on l.leaf_index < c.tree_size
					where payload_type = 'agenda.MeetingPlanned' and time_stamp > '2022-01-01' and payload -> 'title' ->> 'text' like '% straks'
						and exists (select from log.domain_event i where i.payload_type = 'agenda.InvitationSent' and i.payload ->> 'meetingId' = e.aggregate_identifier)""")
					.query(Long.class).optional().orElse(null);
			if (found != null && found > 0) {
				return found;
			}
			assertThat(System.nanoTime()).as("sealed in time").isLessThan(end);
			Thread.sleep(500);
		}
	}

	private static void write(JdbcClient database, long position, String payload) {
		assertThat(database.sql("update log.domain_event set payload = ?::jsonb where global_index = ?").param(payload).param(position).update()).isEqualTo(1);
	}

	private JsonNode get(Installation installation, String user, String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = http.send(request(installation, user, path).build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

	private HttpResponse<String> sent(Installation installation, String user, String path, String body) throws IOException, InterruptedException {
		return http.send(request(installation, user, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(Installation installation, String user, String path) {
		return HttpRequest.newBuilder(installation.address(path)).timeout(Duration.ofSeconds(60)).header("Authorization", Running.authorization(user));
	}
}
