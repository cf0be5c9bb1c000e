package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.faults.KillTest.Kill.Who;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed, and when: what was acknowledged is there once, and nothing else. */
@BesideOthers
class KillTest {

	private static final int CLIENTS = 6;

	/** One kill: of whom, and how many milliseconds after everybody got on again since the last. */
	record Kill(Who who, int afterMillis) {

		enum Who {
			/** The application, by {@code kill -9}. */
			APPLICATION,
			/** The application, and once more while it starts. */
			STARTING_APPLICATION,
			/** The first process of PostgreSQL. */
			POSTGRES,
			/** A process of PostgreSQL that serves the application. */
			BACKEND,
			/** Both, as when the machine stops. */
			BOTH
		}
	}

	/** Stays when the test fails: what the application printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;
	private int ofApplication;
	private int ofPostgres;

	@Test
	void everything_acknowledged_is_there_once_after_a_few_kills(TestReporter reporter) throws Exception {
		run(List.of(new Kill(Who.BACKEND, 300), new Kill(Who.APPLICATION, 200), new Kill(Who.BOTH, 300)), Installation::stop, reporter);
		assertThat(ofApplication + ofPostgres).isGreaterThanOrEqualTo(4);
	}

	/** System properties: {@code faults.kills} (of the application, and as many of PostgreSQL; takes some 20 s for each), {@code faults.seed}. */
	@Test
	@Tag("faults")
	void everything_acknowledged_is_there_once_after_many_kills(TestReporter reporter) throws Exception {
		int each = Integer.getInteger("faults.kills", 100);
		int few = Math.max(1, each / 10);
		List<Who> all = new ArrayList<>();
		all.addAll(Collections.nCopies(Math.max(0, each - 3 * few), Who.APPLICATION));
		all.addAll(Collections.nCopies(few, Who.STARTING_APPLICATION));
		all.addAll(Collections.nCopies(few, Who.BOTH));
		all.addAll(Collections.nCopies((each - few) / 2, Who.POSTGRES));
		all.addAll(Collections.nCopies(each - few - (each - few) / 2, Who.BACKEND));
		Random random = new Random(Integer.getInteger("faults.seed", 20180924));
		Collections.shuffle(all, random);
		String figures = run(all.stream().map(who -> new Kill(who, random.nextInt(2_000))).toList(), Installation::interrupt, reporter);
		assertThat(Math.min(ofApplication, ofPostgres)).isGreaterThanOrEqualTo(each);
		Reliability.record("`kill -9` of the application and of PostgreSQL, again and again",
				"%d times the application, %d times PostgreSQL; %s".formatted(ofApplication, ofPostgres,
						figures));
	}

	/** Nobody has to look further than the end of what is printed; a second start on the same directory ends with one sentence. */
	private void saysWhatOneHasToKnow(Installation installation) throws Exception {
		assertThat(installation.output()).containsSubsequence("adres        " + installation.address(""), "gegevens     ", directory.toString(),
				"overzichten  bij tot en met feit ", "demo         ", "beheerder", "wachtwoord", "klaar in", "Ctrl-C");
		assertThat(installation.command("serve", 3)).contains("al in gebruik door een andere Ontwikkelagenda").doesNotContain("\tat ");
	}

	@FunctionalInterface
	private interface End {
		void of(Installation installation) throws Exception;
	}

	/** @param end leaves nothing that runs */
	private String run(List<Kill> plan, End end, TestReporter reporter) throws Exception {
		long began = System.nanoTime();
		try (Installation installation = new Installation(directory)) {
			dieWhileTheDemoIsTold(installation);
			assertThat(installation.output()).contains("De geschiedenis van de demo wordt verteld … ");
			saysWhatOneHasToKnow(installation);
			Clients clients = new Clients(installation, CLIENTS);
			clients.begin();
			clients.awaitProgress(3);
			for (Kill kill : plan) {
				Thread.sleep(kill.afterMillis);
				kill(installation, kill.who);
				clients.awaitProgress(2);
				clients.askAgain();
			}
			clients.close();
			assertThat(clients.faults).isEmpty();
			reporter.publishEntry(
					Map.of("kills", "" + (ofApplication + ofPostgres), "acknowledged", "" + clients.acknowledged.size(), "sent again", clients.sentAgain.toString(), "repeated",
							clients.repeated.toString(), "answered 202", clients.later.toString(), "answered 503", clients.unavailable.toString(), "not answered",
							clients.unreachable.toString(), "read", clients.read.toString(), "events", "" + installation.events(), "seconds",
							"" + (System.nanoTime() - began) / 1_000_000_000));
			Checker.check(installation, clients);
			assertThat(installation.unforeseen()).isEmpty();
			end.of(installation);
			return clients.figures();
		}
	}

	/** The very first start breaks off halfway through the demo's history; the next one goes on where it stopped. */
	private void dieWhileTheDemoIsTold(Installation installation) throws Exception {
		installation.start();
		for (int i = 0; i < 3_000 && installation.events() < 12; i++) {
			Thread.sleep(20);
		}
		installation.killApplication();
		ofApplication++;
		installation.start();
		installation.awaitReady();
	}

	private void kill(Installation installation, Who who) throws Exception {
		switch (who) {
			case APPLICATION -> {
				installation.killApplication();
				ofApplication++;
				installation.start();
			}
			case STARTING_APPLICATION -> {
				installation.killApplication();
				installation.start();
				Thread.sleep(new Random(ofApplication).nextInt(1_000, 6_000));
				installation.killApplication();
				ofApplication += 2;
				installation.start();
			}
			case POSTGRES -> {
				assertThat(installation.killPostgres()).isTrue();
				ofPostgres++;
			}
			case BACKEND -> {
				assertThat(installation.killBackend()).isTrue();
				ofPostgres++;
			}
			case BOTH -> {
				assertThat(installation.killPostgres()).isTrue();
				installation.killApplication();
				ofApplication++;
				ofPostgres++;
				installation.start();
			}
		}
	}
}
