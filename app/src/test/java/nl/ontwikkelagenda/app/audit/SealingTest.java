package nl.ontwikkelagenda.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.Ontwikkelagenda;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.app.cli.Program;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.SigningKey;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import nl.ontwikkelagenda.reporting.audit.Witness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@BesideOthers
class SealingTest {

	@TempDir private Path directory;
	private TestDatabase database = TestDatabase.migrated();

	private LedgerFixture instance() {
		return new LedgerFixture(database, directory);
	}

	@Test
	void everyEventIsSealedOnceWhileTwoInstancesSealAndManyAppend() throws Exception {
		try (LedgerFixture one = instance(); LedgerFixture other = instance(); ExecutorService threads = Executors.newFixedThreadPool(8)) {
			one.sealer().run();
			List<Future<?>> work = new ArrayList<>();
			for (int writer = 0; writer < 6; writer++) {
				LedgerFixture on = writer % 2 == 0 ? one : other;
				work.add(threads.submit(() -> {
					for (int i = 0; i < 30; i++) {
						on.append(10);
					}
				}));
			}
			for (LedgerFixture sealing : List.of(one, other)) {
				SealEvents sealer = sealing.sealer();
				work.add(threads.submit(() -> {
					for (int i = 0; i < 60; i++) {
						sealer.run();
					}
				}));
			}
			for (Future<?> done : work) {
				done.get();
			}
			one.sealer().run();
			assertThat(one.jdbc.sql("select count(*) from ledger.leaf").query(Long.class).single()).isEqualTo(1_800);
			assertThat(one.checker().check()).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.events()).isEqualTo(1_800));
			assertThat(one.ledger.runs()).hasSize(1);
		}
	}

	@Test
	void whatWasHalfDoneWhenAnInstanceDiedIsDoneByAnother() throws IOException {
		try (LedgerFixture dying = instance(); LedgerFixture other = instance()) {
			dying.append(300);
			dying.sealer().run();
			dying.append(300);
			dying.transaction.executeWithoutResult(status -> {
				dying.sealer().run();
				status.setRollbackOnly();
			});
			// what that published outside was rolled back inside, as no instance does: a file is written after the commit
			Path file = dying.file.of(dying.ledger.name());
			List<SignedNote> notes = dying.published();
			Files.writeString(file, notes.getFirst() + "\n" + "half a no");
			other.append(1);
			other.sealer().run();
			assertThat(other.checker().check()).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.events()).isEqualTo(601));
			assertThat(other.ledger.runs()).hasSize(1);
		}
	}

	@Test
	void checkpointsComeAfter256EventsAndOnlyWhenThereIsNews() {
		try (LedgerFixture instance = instance()) {
			SealEvents patient = new SealEvents(instance.ledger, instance.keys, instance.file, instance.log, instance.jdbc, instance.transaction, Duration.ofHours(1));
			instance.append(10);
			patient.run();
			assertThat(sizes(instance)).as("the first at once").containsExactly(10L);
			instance.append(200);
			patient.run();
			assertThat(sizes(instance)).as("the others when there is enough, or it is time").containsExactly(10L);
			instance.append(800);
			patient.run();
			assertThat(sizes(instance)).containsExactly(10L, 266L, 522L, 778L);
			instance.sealer().run();
			instance.sealer().run();
			assertThat(sizes(instance)).hasSize(5).last().isEqualTo(1_010L);
		}
	}

	private static List<Long> sizes(LedgerFixture instance) {
		return instance.published().stream().map(note -> Checkpoint.parse(note.text()).size()).toList();
	}

	@Test
	void afterARestoreOfAShorterBackupItGoesOnAsAnotherLogAndSaysSo() throws IOException {
		TestDatabase backup;
		try (LedgerFixture instance = instance()) {
			instance.append(100);
			instance.sealer().run();
		}
		backup = database.copy();
		SignedNote lost;
		SignedNote kept;
		List<VerifierKey> keys;
		try (LedgerFixture instance = instance()) {
			kept = instance.published().getLast();
			instance.append(50);
			instance.sealer().run();
			lost = instance.published().getLast();
			keys = instance.verifierKeys();
		}
		database = backup;
		try (LedgerFixture restored = instance()) {
			restored.append(30);
			restored.sealer().run();
			SignedNote newest = restored.published().getLast();
			Checkpoint checkpoint = Checkpoint.parse(newest.text());
			assertThat(checkpoint.origin()).isEqualTo(restored.ledger.name() + "/vervolg-2");
			assertThat(checkpoint.size()).isEqualTo(130);
			Checkpoint ended = Checkpoint.parse(lost.text());
			assertThat(checkpoint.continued()).isEqualTo(new Checkpoint.Continuation(ended.origin(), 150, ended.root(), 100));
			restored.sealer().run();
			assertThat(restored.ledger.runs()).as("once").hasSize(2);
			assertThat(restored.checker().check()).as("what was lost was said, signed").isInstanceOfSatisfying(Verdict.Continued.class,
					continued -> {
						assertThat(continued.events()).isEqualTo(130);
						assertThat(continued.losses()).isEqualTo("Het logboek is een vervolg: van de 150 feiten die al bekend waren gemaakt zijn er nog 100.");
					});
			JdbcClient superuser = JdbcClient.create(database.owner());
			superuser.sql("update log.domain_event set payload_revision = '2' where global_index = 42").update();
			assertThat(restored.checker().check()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.index()).isEqualTo(41));
			superuser.sql("update log.domain_event set payload_revision = null where global_index = 42").update();

			SigningKey own = SigningKey.generate("getuige", VerifierKey.Kind.COSIGNATURE);
			Witness witness = new Witness(new Local(restored), keys, own);
			assertThat(witness.look(lost, Instant.now())).isInstanceOf(Witness.Verdict.Continued.class);
			assertThat(witness.look(kept, Instant.now())).isInstanceOf(Witness.Verdict.Continued.class);
			Checkpoint forged = Checkpoint.parse(kept.text());
			String other = new Checkpoint(forged.origin(), forged.size(), Hash.of(new byte[Hash.LENGTH]), forged.madeAt(), null).text();
			assertThat(witness.look(new SignedNote(other, kept.signatures()), Instant.now())).isInstanceOf(Witness.Verdict.Forked.class);
		}
		try (LedgerFixture restoredAgain = instance()) {
			restoredAgain.jdbc.sql("select 1").query(Integer.class).single();
			new LedgerFixture(database.owner(), directory).jdbc.sql("delete from log.domain_event where global_index > 120").update();
			restoredAgain.append(1);
			restoredAgain.sealer().run();
			Checkpoint checkpoint = Checkpoint.parse(restoredAgain.published().getLast().text());
			assertThat(checkpoint.origin()).endsWith("/vervolg-3");
			assertThat(checkpoint.continued()).isNotNull().satisfies(continued -> {
				assertThat(continued.kept()).isEqualTo(120);
				assertThat(continued.size()).isEqualTo(130);
				assertThat(continued.origin()).endsWith("/vervolg-2");
			});
		}
	}

	/** Somebody with all rights changes a fact, works out the whole ledger anew, and has the application started again. */
	@Test
	void whatIsOtherThanWasPublishedIsNotMadeGoodByAStart() throws IOException {
		try (LedgerFixture instance = instance()) {
			instance.append(600);
			instance.sealer().run();
			try (LedgerFixture superuser = new LedgerFixture(database.owner(), directory)) {
				superuser.jdbc.sql("update log.domain_event set payload_revision = '2' where global_index = 42").update();
				superuser.makeLedgerOfWhatIsThere();
			}
			instance.append(10);
			SealEvents restarted = instance.sealer();
			restarted.run();
			restarted.run();
			assertThat(instance.ledger.runs()).hasSize(1);
			assertThat(sizes(instance)).last().isEqualTo(600L);
			assertThat(instance.checker().check()).isInstanceOf(Verdict.Broken.class);
		}
	}

	/** Somebody with all rights cuts off the end of the log and of its ledger, and has the application started again: it goes on, but that is never told as if nothing had happened. */
	@Test
	void whatWasCutOffIsToldAlsoAfterAStart() {
		try (LedgerFixture instance = instance()) {
			instance.append(300);
			instance.sealer().run();
			instance.append(300);
			instance.sealer().run();
			Tampering.ROLL_BACK.on(JdbcClient.create(database.owner()), 400);
			assertThat(instance.checker().check()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.index()).isEqualTo(400));
			instance.append(20);
			instance.sealer().run();

			String lost = "Het logboek is een vervolg: van de 600 feiten die al bekend waren gemaakt zijn er nog 400.";
			assertThat(instance.checker().check(instance.verifierKeys())).isInstanceOfSatisfying(Verdict.Continued.class, continued -> {
				assertThat(continued.events()).isEqualTo(420);
				assertThat(continued.losses()).isEqualTo(lost);
			});
			LedgerChecks checks = new LedgerChecks(instance.jdbc, instance.checker(), Clock.systemUTC());
			new CheckLedgerDaily(checks).run();
			assertThat(checks.page(1, 1)).singleElement().satisfies(nightly -> {
				assertThat(nightly.state()).isEqualTo(LedgerChecks.State.CONTINUED);
				assertThat(nightly.losses()).isEqualTo(lost);
				assertThat(nightly.finding()).isNull();
			});
			StringWriter out = new StringWriter();
			assertThat(Program.commandLine(Ontwikkelagenda.class).setOut(new PrintWriter(out)).execute("check-ledger", "--key=" + instance.verifierKeys().getFirst(),
					"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + TestDatabase.APPLICATION,
					"--spring.datasource.password=" + TestDatabase.APPLICATION,
					"--spring.flyway.enabled=false", "--spring.main.banner-mode=off", "--ontwikkelagenda.keys-directory=" + directory.resolve("keys"),
					"--ontwikkelagenda.audit.directory=" + directory.resolve("ledger"))).as(out.toString()).isEqualTo(5);
			assertThat(out.toString()).startsWith("VERVOLG: de 420 feiten die er zijn, zijn zoals ze zijn gepubliceerd, in 6 checkpoints.").contains(lost).doesNotContain("OK");
		}
	}

	@Test
	void withoutItsKeysALedgerSealsNothing() throws IOException {
		try (LedgerFixture instance = instance()) {
			instance.append(10);
			instance.sealer().run();
			try (var keys = Files.list(directory.resolve("keys"))) {
				for (Path key : keys.toList()) {
					Files.delete(key);
				}
			}
			assertThatThrownBy(() -> instance.sealer().run()).isInstanceOf(IllegalStateException.class).hasMessageContaining("rotate-key");
		}
	}

	@Test
	void whatIsHalfOrStrangeInTheFileIsPassedBy() throws IOException {
		try (LedgerFixture instance = instance()) {
			instance.append(10);
			SealEvents sealer = instance.sealer();
			sealer.run();
			Files.writeString(instance.file.of(instance.ledger.name()), "something\n\n\u2014 strange", StandardOpenOption.APPEND);
			instance.append(10);
			sealer.run();
			assertThat(sizes(instance)).containsExactly(10L, 20L);
		}
	}

	@Test
	void aBundleOfEverythingIsGood() throws IOException {
		try (LedgerFixture instance = instance()) {
			instance.append(2_000);
			instance.sealer().run();
			Path file = directory.resolve("bundle.zip");
			try (var out = Files.newOutputStream(file)) {
				new Bundles(new JdbcBundledFacts(instance.jdbc), instance.ledger).write(
						new Bundles.Scope(PartnershipId.of("0199d3a0-0000-7000-8000-000000000002"), null, 0, Long.MAX_VALUE,
								Map.of("partnershipId", "0199d3a0-0000-7000-8000-000000000002")),
						instance.ledger.newest().orElseThrow(),
						out);
			}
			try (var in = Files.newInputStream(file)) {
				assertThat(new BundleVerifier(instance.verifierKeys()).verify(in)).isInstanceOfSatisfying(BundleVerifier.Verdict.Good.class, good -> {
					assertThat(good.events()).isEqualTo(2_000);
					assertThat(good.contiguous()).isTrue();
				});
			}
		}
	}

	/** Ten events to an aggregate: this part begins with the fifth of one and ends with the third of another. */
	@Test
	void aBundleOfAPeriodHoldsExactlyWhatWasRecordedInIt() throws IOException {
		try (LedgerFixture instance = instance()) {
			instance.append(100);
			instance.sealer().run();
			String partnership = "0199d3a0-0000-7000-8000-000000000002";
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			new Bundles(new JdbcBundledFacts(instance.jdbc), instance.ledger).write(
					new Bundles.Scope(PartnershipId.of(partnership), null, 34, 63, Map.of("partnershipId", partnership, "from", "2018-09-24", "to", "2018-09-24")),
					instance.ledger.newest().orElseThrow(), out);
			assertThat(new BundleVerifier(instance.verifierKeys()).verify(new ByteArrayInputStream(out.toByteArray())))
					.isEqualTo(new BundleVerifier.Verdict.Good(instance.ledger.newest().orElseThrow().checkpoint(), 29, 4, true));
			assertThat(BundleLines.of(out.toByteArray()).stream().map(line -> line.path("eventId").asString())).containsExactlyElementsOf(
					instance.jdbc.sql("select event_identifier::text from log.domain_event where global_index > 34 and global_index <= 63 order by global_index")
							.query(String.class).list());
			assertThat(BundleLines.of(out.toByteArray()).getFirst().path("sequence").intValue()).isEqualTo(4);
		}
	}

	/** The log of an instance, without HTTP in between. */
	private record Local(LedgerFixture instance) implements Witness.Log {

		@Override
		public SignedNote newest() {
			return instance.ledger.newest().orElseThrow().note();
		}

		@Override
		public List<Hash> consistency(String origin, long from, long to) {
			return instance.ledger.prover(instance.ledger.newest().orElseThrow().run()).consistency(from, to);
		}
	}
}
