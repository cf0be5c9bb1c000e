package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict.Broken;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Somebody who may do anything in the database changes something: it is always found, and the first event that was changed is named. Each deed is undone by rolling it back, so that
 * the next one begins with the same database.
 */
class TamperingTest {

	private static final int EVENTS = 700;
	private static final List<Tampering> EVERY_TAMPERING = List.of(Tampering.values());
	private static final int PER_CHECKPOINT = 50;
	private static final TestDatabase DATABASE = TestDatabase.migrated();

	@TempDir private static Path directory;
	private static List<SignedNote> published = List.of();
	private static List<VerifierKey> keys = List.of();

	@BeforeAll
	static void seal() {
		try (LedgerFixture instance = new LedgerFixture(DATABASE, directory)) {
			SealEvents sealer = instance.sealer();
			for (int i = 0; i < EVENTS / PER_CHECKPOINT; i++) {
				instance.append(PER_CHECKPOINT);
				sealer.run();
			}
			published = instance.published();
			keys = instance.verifierKeys();
		}
	}

	@Test
	void everyKindOfDeedIsFound() throws SQLException {
		deeds(Tampering.values().length, 20210329);
	}

	@Test
	@Tag("nightly")
	void everyOneOfAThousandDeedsIsFound() throws SQLException {
		deeds(1_000, new Random().nextLong());
	}

	private static void deeds(int number, long seed) throws SQLException {
		Random random = new Random(seed);
		try (Connection superuser = DATABASE.owner().getConnection();
				LedgerFixture victim = new LedgerFixture(new SingleConnectionDataSource(uncommitted(superuser), true), directory)) {
			superuser.setAutoCommit(false);
			assertThat(check(victim)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.events()).isEqualTo(EVENTS));
			for (int i = 0; i < number; i++) {
				Tampering tampering = EVERY_TAMPERING.get(i % EVERY_TAMPERING.size());
				long index = random.nextInt(EVENTS - 1);
				tampering.on(victim.jdbc, index);
				if (tampering == Tampering.CHANGE_EVENT_AND_WHOLE_LEDGER) {
					victim.makeLedgerOfWhatIsThere();
				}
				assertThat(check(victim)).as("seed %d: %s at %d", seed, tampering, index).isInstanceOfSatisfying(Broken.class,
						broken -> assertThat(broken.index()).as("seed %d: %s at %d: %s", seed, tampering, index, broken.how())
								.isEqualTo(tampering.first(index, EVENTS, PER_CHECKPOINT)));
				superuser.rollback();
			}
			assertThat(check(victim)).as("after all was undone").isInstanceOf(Verdict.Sound.class);
		}
	}

	private static Verdict check(LedgerFixture victim) {
		return victim.checker().check(published, keys, (checked, total) -> {
		});
	}

	/** The same connection for whoever thinks that each statement is by itself. */
	private static Connection uncommitted(Connection connection) {
		return (Connection) Proxy.newProxyInstance(TamperingTest.class.getClassLoader(), new Class<?>[] {Connection.class},
				(proxy, method, arguments) -> switch (method.getName()) {
					case "getAutoCommit" -> true;
					case "setAutoCommit", "commit", "rollback", "close" -> null;
					default -> {
						try {
							yield method.invoke(connection, arguments);
						} catch (InvocationTargetException e) {
							throw e.getCause();
						}
					}
				});
	}
}
