package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

/** Somebody who may do anything in the database changes something: it is always found, and the first event that was changed is named. */
class TamperingTest {

	private static final int EVENTS = 700;
	private static final TestDatabase DATABASE = TestDatabase.migrated();

	@TempDir private static Path directory;
	private static List<SignedNote> published = List.of();
	private static List<VerifierKey> keys = List.of();

	@BeforeAll
	static void seal() {
		try (LedgerFixture instance = new LedgerFixture(DATABASE, directory)) {
			SealEvents sealer = instance.sealer();
			for (int i = 0; i < EVENTS / 50; i++) {
				instance.append(50);
				sealer.run();
			}
			published = instance.published();
			keys = instance.verifierKeys();
			assertThat(instance.checker().check()).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.events()).isEqualTo(EVENTS));
		}
	}

	@Test
	void everyKindOfDeedIsFound() {
		deeds(Tampering.values().length + 14, 20210329);
	}

	@Test
	@Tag("nightly")
	void everyOneOfAThousandDeedsIsFound() {
		deeds(1_000, new Random().nextLong());
	}

	private static void deeds(int number, long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < number; i++) {
			Tampering tampering = Tampering.values()[i % Tampering.values().length];
			long index = random.nextInt(EVENTS - 1);
			TestDatabase copy = DATABASE.copy();
			try (LedgerFixture victim = new LedgerFixture(copy.owner(), directory)) {
				tampering.on(victim.jdbc, index);
				Verdict verdict = victim.checker().check(published, keys);
				assertThat(verdict).as("seed %d: %s at %d", seed, tampering, index).isInstanceOfSatisfying(Broken.class, broken -> {
					if (tampering.first(index) >= 0) {
						assertThat(broken.index()).as("%s at %d: %s", tampering, index, broken.how()).isEqualTo(tampering.first(index));
					}
				});
			} finally {
				copy.drop();
			}
		}
	}
}
