package nl.ontwikkelagenda.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

	private static final String LOG = "select global_index, event_identifier, payload_type, payload, meta_data, time_stamp from log.domain_event order by global_index";
	private static final String PARTNERSHIP = "{\"name\": \"Samenwerkingsverband Gouwestreek\", \"kind\": \"REGION\", \"schoolRegion\": \"MIDDEN\"}";

	@TempDir private static Path directory;

	private TestDatabase source;
	private Path backup;
	private Manifest manifest;
	private List<Map<String, Object>> before;
	private String key;
	private Answer answered;

	/** The demo is told, people go on working, and meanwhile a backup is made. */
	@BeforeAll
	void aBackupIsMadeWhilePeopleWork() throws Exception {
		source = TestDatabase.migrated();
		key = UUID.randomUUID().toString();
		backup = directory.resolve("agenda.zip");
		Running running = on(source, "ontwikkelagenda.demo-history=true");
		try (var context = running.context()) {
			answered = found(running, key);
			assertThat(answered.status()).as(answered.body()).isEqualTo(201);
			AtomicBoolean ready = new AtomicBoolean();
			CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
				while (!ready.get()) {
					assertThat(found(running, UUID.randomUUID().toString()).status()).isEqualTo(201);
				}
			});
			before = facts(source);
			manifest = BackupFile.write(backups(source), backup);
			ready.set(true);
			work.join();
		}
	}

	@Test
	void whatIsPutBackIsUsedAsIfNothingHadHappened() {
		TestDatabase target = TestDatabase.migrated();
		assertThat(backups(target).restore(backup)).isEqualTo(manifest);

		List<Map<String, Object>> restored = facts(target);
		assertThat(restored).hasSize((int) manifest.facts()).startsWith(before.toArray(Map[]::new));
		assertThat(facts(source)).containsAll(restored);
		Running running = on(target);
		try (var context = running.context()) {
			assertThat(running.get("secretaris", "/api/v1/meetings").json().path("total").asLong()).isPositive();
			assertThat(context.getBean(Checker.class).check().isClean()).isTrue();
			long facts = running.events();
			Answer again = found(running, key);
			assertThat(again.status()).isEqualTo(201);
			assertThat(again.body()).as("the same request gets the same answer").isEqualTo(answered.body());
			assertThat(running.events()).isEqualTo(facts);
			assertThat(found(running, UUID.randomUUID().toString()).status()).isEqualTo(201);
			assertThat(facts(target).getLast().get("global_index")).as("positions go on after the last one")
					.satisfies(last -> assertThat((Long) last).isGreaterThan(manifest.lastFact()));
		}
	}

	@Test
	void everyTableComesBackRowByRow() {
		TestDatabase target = TestDatabase.migrated();
		backups(target).restore(backup);

		Manifest again = backups(target).write(OutputStream.nullOutputStream());
		assertThat(again.tables()).isEqualTo(manifest.tables());
		assertThat(again.counters()).isEqualTo(manifest.counters());
		assertThat(manifest.tables()).extracting(Manifest.Table::name).contains("log.domain_event", "register.person", "register.account", "register.attachment", "register.token");
		assertThat(manifest.tables()).extracting(Manifest.Table::name).noneMatch(name -> name.startsWith("view."));
	}

	@Test
	void onlyItsOwnerCanReadIt() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
		assertThat(backup.resolveSibling("agenda.zip.unfinished")).doesNotExist();
	}

	@Test
	void anExistingFileIsNotOverwritten() {
		assertThatThrownBy(() -> BackupFile.write(backups(source), backup)).isInstanceOf(BackupRefused.class).hasMessageContaining("bestaat al");
	}

	@Test
	void aDatabaseWithFactsIsLeftAlone() {
		List<Map<String, Object>> facts = facts(source);
		assertThatThrownBy(() -> backups(source).restore(backup)).isInstanceOf(BackupRefused.class).hasMessageContaining("staan al feiten");
		assertThat(facts(source)).isEqualTo(facts);
	}

	@Test
	void aFactThatWasChangedInTheFileIsNoticed() throws IOException {
		Path changed = copy("changed.zip");
		edit(changed, "tables/log.domain_event.copy", text -> text.replaceFirst("Gouwestreek", "Gouwestroom"));
		assertLeavesNothing(changed, "beschadigd");
	}

	@Test
	void aBackupOfAnotherVersionIsRefused() throws IOException {
		Path other = copy("other.zip");
		edit(other, Manifest.ENTRY, text -> text.replaceFirst("\"schemaVersion\" : \"\\d+\"", "\"schemaVersion\" : \"1\""));
		assertLeavesNothing(other, "versie");
		edit(other, Manifest.ENTRY, text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2"));
		assertLeavesNothing(other, "andere versie");
	}

	@Test
	void aFileThatEndsTooSoonIsRefused() throws IOException {
		Path cut = copy("cut.zip");
		try (var file = new RandomAccessFile(cut.toFile(), "rw")) {
			file.setLength(file.length() / 2);
		}
		assertLeavesNothing(cut, "beschadigd");
	}

	@Test
	void whatIsNoBackupIsRefused() throws IOException {
		Path text = Files.writeString(directory.resolve("notulen.txt"), "Verslag van de werksessie");
		assertLeavesNothing(text, "beschadigd");
		assertLeavesNothing(directory.resolve("nergens.zip"), "bestaat niet");
	}

	@Test
	void oneThatFailsHalfwayLeavesNothing() throws IOException {
		TestDatabase broken = TestDatabase.migrated();
		new JdbcTemplate(broken.owner()).execute("alter table flyway_schema_history rename to lost");
		Path failed = Files.createDirectory(directory.resolve("failed"));
		assertThatThrownBy(() -> BackupFile.write(backups(broken), failed.resolve("agenda.zip"))).isInstanceOf(BackupRefused.class);
		assertThat(failed).isEmptyDirectory();
	}

	@Test
	void everyDayABackupIsMadeAndTheLastOnesAreKept() throws IOException {
		Path kept = Files.createDirectory(directory.resolve("daily"));
		Files.writeString(kept.resolve("ontwikkelagenda-2025-12-31T010000Z.zip.unfinished"), "Half, toen de stroom uitviel");
		Files.writeString(kept.resolve("agenda.zip.unfinished"), "Niet van ons");
		Instant day = Instant.parse("2026-01-01T01:00:00Z");
		for (int i = 0; i < 4; i++) {
			Clock clock = Clock.fixed(day.plus(Duration.ofDays(i)), ZoneOffset.UTC);
			new MakeBackups(backups(source), new BackupSettings(kept, "02:00", 2), clock).run();
			Files.writeString(kept.resolve("leesmij.txt"), "Niet van ons");
		}
		try (var files = Files.list(kept)) {
			assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("ontwikkelagenda-2026-01-03T010000Z.zip",
					"ontwikkelagenda-2026-01-04T010000Z.zip", "agenda.zip.unfinished",
					"leesmij.txt");
		}
	}

	private void assertLeavesNothing(Path file, String why) {
		TestDatabase target = TestDatabase.migrated();
		List<Manifest.Table> empty = backups(target).write(OutputStream.nullOutputStream()).tables();
		assertThatThrownBy(() -> {
			Backups.manifestOf(file);
			backups(target).restore(file);
		}).isInstanceOf(BackupRefused.class).hasMessageContaining(why).hasMessageEndingWith(".");
		assertThat(backups(target).write(OutputStream.nullOutputStream()).tables()).isEqualTo(empty);
	}

	private Path copy(String name) throws IOException {
		return Files.copy(backup, directory.resolve(name));
	}

	private static void edit(Path zip, String entry, UnaryOperator<String> change) throws IOException {
		try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
			Path path = files.getPath(entry);
			String text = Files.readString(path);
			String changed = change.apply(text);
			assertThat(changed).isNotEqualTo(text);
			Files.writeString(path, changed);
		}
	}

	private static Answer found(Running running, String key) {
		return running.post(Running.ADMINISTRATOR, "/api/v1/partnerships", PARTNERSHIP, "Idempotency-Key", key);
	}

	private static Backups backups(TestDatabase database) {
		return new Backups(database.owner(), Clock.systemUTC());
	}

	private static List<Map<String, Object>> facts(TestDatabase database) {
		return new JdbcTemplate(database.owner()).queryForList(LOG);
	}

	private static Running on(TestDatabase database, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("spring.datasource.url=" + database.url());
		return Running.with(all.toArray(String[]::new));
	}
}
