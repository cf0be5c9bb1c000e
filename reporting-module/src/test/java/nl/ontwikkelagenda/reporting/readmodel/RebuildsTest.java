package nl.ontwikkelagenda.reporting.readmodel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference.FieldDifference;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference.Kind;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteReworded;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteWritten;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteView;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Cause;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.State;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.TakeOver;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A rebuild from being asked for to its end, beside views that go on serving. */
@Execution(ExecutionMode.CONCURRENT)
class RebuildsTest {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final Instant MORNING = Instant.parse("2018-09-24T08:00:00Z");
	private static final Tuning QUICK = new Tuning(1 << 26, Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(2));
	private static final PersonId SOMEBODY = new PersonId(UUID.randomUUID());

	@AutoClose private final ViewDatabase database = new ViewDatabase();
	private final MemoryLog log = new MemoryLog();
	private final JdbcDocuments documents = new JdbcDocuments(database.application(), DocumentJson.mapper());
	private ReadModelEngine engine = engine(Pace.FULL, Notes.NOTES, Notes.LABELS);
	/** While it is closed, what rebuilds reads no further than its position. */
	private CountDownLatch gate = new CountDownLatch(0);

	private ReadModelEngine engine(Pace pace, ReadModel<?, ?>... models) {
		return new ReadModelEngine(database.application(), log, List.of(models), DocumentJson.mapper(), (what, position, target) -> {
		}, pace, QUICK);
	}

	private void restartedAs(Pace pace, ReadModel<?, ?>... models) {
		engine.stop();
		engine = engine(pace, models);
		engine.start();
		reached();
	}

	@BeforeEach
	void start() {
		Notes.happen(log, 1, 3_000, 100);
		engine.start();
		reached();
		// the first build of all
		await(() -> engine.rebuilds().list(1, 10).rebuilds().stream().allMatch(rebuild -> rebuild.state().isOver()));
	}

	@AfterEach
	void stop() {
		gate.countDown();
		engine.stop();
	}

	/** What rebuilds stops before this position until the gate opens. */
	private void gateAt(long position) {
		gate = new CountDownLatch(1);
		log.beforeReading(at -> {
			if (at >= position && Thread.currentThread().getName().equals("views-rebuild-reader")) {
				try {
					assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
				} catch (InterruptedException e) {
					throw new IllegalStateException("stopped", e);
				}
			}
		});
	}

	private RebuildState ask(TakeOver takeOver, String... names) {
		return engine.rebuilds().ask(new RebuildId(UUID.randomUUID()), Cause.PERSON, SOMEBODY, List.of(names), takeOver);
	}

	private RebuildState now(RebuildState rebuild) {
		return engine.rebuilds().find(rebuild.id()).orElseThrow();
	}

	private RebuildState until(RebuildState rebuild, State state) {
		await(() -> now(rebuild).state() == state || now(rebuild).state().isOver());
		assertThat(now(rebuild).state()).as(now(rebuild).toString()).isEqualTo(state);
		return now(rebuild);
	}

	private void reached() {
		assertThat(engine.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
	}

	private ViewState serving(String name) {
		return engine.states().stream().filter(state -> state.name().equals(name) && state.serving()).findFirst().orElseThrow();
	}

	private String title(String id) {
		return documents.find(Notes.NOTES, id, AsOf.NOW).orElseThrow().document().title();
	}

	private void assertClean(ReadModel<?, ?>... models) {
		reached();
		assertThat(new Checker(database.application(), log, List.of(models), DocumentJson.mapper(), 5).check().first()).isEmpty();
	}

	private List<String> tables() {
		return database.rows("select relname from pg_class where relkind = 'r' and relname ~ '^document_[0-9]+$' order by relname");
	}

	@Test
	void showsHowFarItIsAndGoesOnServing() {
		gateAt(2_000);
		RebuildState asked = ask(TakeOver.WHEN_BUILT, "notes");
		assertThat(asked.state()).isEqualTo(State.WAITING);
		assertThat(asked.personId()).isEqualTo(SOMEBODY);
		await(() -> now(asked).position() > 1_000);
		RebuildState halfway = now(asked);
		assertThat(halfway.state()).isEqualTo(State.BUILDING);
		assertThat(halfway.phase()).isEqualTo(RebuildState.Phase.READING);
		assertThat(halfway.target()).isEqualTo(log.safePosition());
		assertThat(halfway.perSecond()).isPositive();
		assertThat(halfway.secondsLeft()).isNotNull();
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "written meanwhile", LocalDate.EPOCH), MORNING);
		reached();
		assertThat(title("x")).isEqualTo("written meanwhile");
		gate.countDown();

		RebuildState done = until(asked, State.TAKEN_OVER);
		assertThat(done.endedAt()).isNotNull();
		assertThat(done.phase()).isNull();
		assertThat(done.readModels()).singleElement().satisfies(part -> {
			assertThat(part.generation()).isEqualTo(serving("notes").generation());
			assertThat(part.comparison()).isNotNull().satisfies(comparison -> {
				assertThat(comparison.isSame()).isTrue();
				assertThat(comparison.after()).isPositive();
			});
		});
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void showsOfHowManyReadModelsTheIndexesAreMadeAndHowFastTheLogWasRead() throws SQLException {
		gateAt(2_000);
		RebuildState asked = ask(TakeOver.WHEN_BUILT);
		await(() -> now(asked).position() > 1_000);
		assertThat(now(asked).done()).as("all are read at once").isNull();
		try (Connection other = database.application().getConnection()) {
			other.setAutoCommit(false);
			Generations.execute(other, "lock table view.document_" + asked.readModels().getLast().generation() + " in row exclusive mode");
			gate.countDown();
			await(() -> Integer.valueOf(1).equals(now(asked).done()));
			RebuildState indexing = now(asked);
			assertThat(indexing.phase()).isEqualTo(RebuildState.Phase.INDEXING);
			assertThat(indexing.readModels()).hasSize(2);
			assertThat(indexing.secondsLeft()).as("nothing of the log is read").isNull();
			assertThat(indexing.perSecond()).isPositive();
			for (int i = 0; i < 2; i++) {
				log.append("x" + i, 0, new NoteWritten("x" + i, Notes.PARTNERSHIPS.getFirst(), "written meanwhile", LocalDate.EPOCH), MORNING);
				reached();
			}
			assertThat(now(asked).perSecond()).isEqualTo(indexing.perSecond());
			other.rollback();
		}
		assertThat(until(asked, State.TAKEN_OVER).done()).isNull();
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	/** What is written after it must not vouch for what is missing. */
	@Test
	void whatCouldNotBeWrittenOnceIsWrittenAfterAll() {
		gateAt(1_500);
		RebuildState asked = ask(TakeOver.WHEN_BUILT, "notes");
		await(() -> now(asked).position() > 1_500);
		long generation = now(asked).readModels().getFirst().generation();
		database.execute("""
				create sequence view.failures;
				create function view.fail_once() returns trigger language plpgsql as $$
				begin
					if nextval('view.failures') = 1 then
						raise exception 'broken' using errcode = '58030';
					end if;
					return new;
				end $$;
				create trigger failing before insert on view.document_version_%d for each row execute function view.fail_once()""".formatted(generation));
		gate.countDown();

		until(asked, State.TAKEN_OVER);
		assertThat(database.rows("select last_value > 1 from view.failures")).containsExactly("t");
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void theSecondIsRefusedAndAskingAgainWithTheSameIdIsAskingOnce() {
		gateAt(1_000);
		RebuildState first = ask(TakeOver.WHEN_BUILT, "notes");
		assertThat(engine.rebuilds().ask(first.id(), Cause.PERSON, SOMEBODY, List.of("notes"), TakeOver.WHEN_BUILT).id()).isEqualTo(first.id());
		assertThatThrownBy(() -> ask(TakeOver.WHEN_BUILT, "labels")).isInstanceOf(RuleBroken.class).extracting("rule").isEqualTo("one-rebuild-at-a-time");
		ReadModelEngine other = engine(Pace.FULL, Notes.NOTES, Notes.LABELS);
		assertThatThrownBy(() -> other.rebuilds().ask(new RebuildId(UUID.randomUUID()), Cause.SCHEDULE, null, List.of(), TakeOver.WHEN_BUILT)).isInstanceOf(RuleBroken.class);
		gate.countDown();
		until(first, State.TAKEN_OVER);
		until(ask(TakeOver.WHEN_BUILT, "labels"), State.TAKEN_OVER);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void whatAnotherInstanceAsksIsDoneByTheOneThatKeepsTheViews() {
		ReadModelEngine other = engine(Pace.FULL, Notes.NOTES, Notes.LABELS);
		other.start();
		try {
			RebuildState asked = other.rebuilds().ask(new RebuildId(UUID.randomUUID()), Cause.PERSON, SOMEBODY, List.of(), TakeOver.WHEN_BUILT);
			until(asked, State.TAKEN_OVER);
			gateAt(1_500);
			RebuildState second = other.rebuilds().ask(new RebuildId(UUID.randomUUID()), Cause.PERSON, SOMEBODY, List.of(), TakeOver.WHEN_BUILT);
			await(() -> now(second).position() > 1_000);
			engine.stop();
			gate.countDown();
			until(second, State.TAKEN_OVER);
			assertThat(other.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
			assertThat(new Checker(database.application(), log, List.of(Notes.NOTES, Notes.LABELS), DocumentJson.mapper(), 5).check().first()).isEmpty();
		} finally {
			other.stop();
		}
	}

	@Test
	void cancelledItLeavesNothingBehind() {
		List<String> before = tables();
		long generation = serving("notes").generation();
		gateAt(1_500);
		RebuildState asked = ask(TakeOver.WHEN_BUILT);
		await(() -> now(asked).position() > 1_000);
		assertThat(tables()).hasSizeGreaterThan(before.size());
		assertThat(engine.rebuilds().cancel(asked.id()).state()).isEqualTo(State.CANCELLED);
		await(() -> tables().equals(before));
		assertThat(serving("notes").generation()).isEqualTo(generation);
		assertThatThrownBy(() -> engine.rebuilds().cancel(asked.id())).isInstanceOf(RuleBroken.class);
		gate.countDown();
		until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void itCanWaitToBeToldToTakeOverAlsoThroughARestart() {
		long before = serving("notes").generation();
		RebuildState built = until(ask(TakeOver.WHEN_ASKED, "notes"), State.BUILT);
		assertThat(serving("notes").generation()).isEqualTo(before);
		assertThatThrownBy(() -> engine.rebuilds().goBack(built.id())).isInstanceOf(RuleBroken.class);
		restartedAs(Pace.FULL, Notes.NOTES, Notes.LABELS);
		Notes.happen(log, 2, 500, 20);
		reached();
		assertThat(now(built).state()).isEqualTo(State.BUILT);
		engine.rebuilds().takeOver(built.id());
		until(built, State.TAKEN_OVER);
		assertThat(serving("notes").generation()).isGreaterThan(before);
		assertClean(Notes.NOTES, Notes.LABELS);
		assertThatThrownBy(() -> engine.rebuilds().takeOver(built.id())).isInstanceOf(RuleBroken.class);

		RebuildState refused = until(ask(TakeOver.WHEN_ASKED, "notes"), State.BUILT);
		engine.rebuilds().cancel(refused.id());
		assertThat(serving("notes").generation()).isEqualTo(built.readModels().getFirst().generation());
	}

	@Test
	void backAgainWithAllThatHappenedSince() {
		long before = serving("notes").generation();
		RebuildState rebuild = until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		long after = serving("notes").generation();
		Notes.happen(log, 3, 1_500, 40);
		reached();
		engine.rebuilds().goBack(rebuild.id());
		RebuildState returned = until(rebuild, State.RETURNED);
		assertThat(serving("notes").generation()).isEqualTo(before);
		assertThat(returned.endedAt()).isNotNull();
		Notes.happen(log, 4, 300, 10);
		assertClean(Notes.NOTES, Notes.LABELS);
		assertThatThrownBy(() -> engine.rebuilds().goBack(rebuild.id())).isInstanceOf(RuleBroken.class);
		assertThat(database.rows("select to_regclass('view.document_" + after + "') is null")).as("kept for a while").containsExactly("f");

		RebuildState another = until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		engine.rebuilds().goBack(another.id());
		until(another, State.RETURNED);
		assertThat(serving("notes").generation()).as("it took the place of the one gone back to").isEqualTo(before);
		long last = another.readModels().getFirst().generation();

		engine.rebuilds().dropOlderThan(Duration.ofHours(1));
		assertThat(database.rows("select to_regclass('view.document_" + last + "') is null")).as("kept for a while").containsExactly("f");
		engine.rebuilds().dropOlderThan(Duration.ZERO);
		assertThat(database.rows("select to_regclass('view.document_" + last + "') is null")).containsExactly("t");
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void thereIsNoWayBackToWhatIsGone() {
		RebuildState first = until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		RebuildState second = until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		assertThatThrownBy(() -> engine.rebuilds().goBack(first.id())).isInstanceOf(RuleBroken.class).extracting("rule").isEqualTo("only-the-last-takeover-is-undone");
		await(() -> {
			// nothing is dropped while a sweep is at it
			engine.rebuilds().dropOlderThan(Duration.ZERO);
			return engine.states().stream().noneMatch(state -> state.state() == ViewState.State.RETIRED);
		});
		assertThatThrownBy(() -> engine.rebuilds().goBack(second.id())).isInstanceOf(RuleBroken.class);
		assertThat(now(second).state()).isEqualTo(State.TAKEN_OVER);
		assertThat(engine.rebuilds().differences(second.id(), "notes", 1, 10)).isEmpty();
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void tellsWhatIsDifferentFieldByField() {
		log.append("kept", 0, new NoteWritten("kept", Notes.PARTNERSHIPS.getFirst(), "before", LocalDate.EPOCH), MORNING);
		log.append("lost", 0, new NoteWritten("lost", Notes.PARTNERSHIPS.getFirst(), "spoiled in the old one", LocalDate.EPOCH), MORNING);
		log.append("other", 0, new NoteWritten("other", Notes.PARTNERSHIPS.getFirst(), "the same", LocalDate.EPOCH), MORNING);
		log.append("extra", 0, new NoteWritten("extra", Notes.PARTNERSHIPS.getFirst(), "gone from the old one", LocalDate.EPOCH), MORNING);
		reached();
		String table = Generations.documents(serving("notes").generation());
		database.execute("update " + table + " set body = body || '{\"title\": \"spoiled\", \"labels\": [\"school\"]}' where id = 'kept'");
		database.execute("update " + table + " set id = 'ghost' where id = 'lost'");
		database.execute("delete from " + table + " where id = 'extra'");

		RebuildState built = until(ask(TakeOver.WHEN_ASKED, "notes", "labels"), State.BUILT);
		RebuildState.Comparison notes = requireNonNull(built.readModels().getFirst().comparison());
		assertThat(List.of(notes.added(), notes.missing(), notes.different())).containsExactly(2L, 1L, 1L);
		assertThat(notes.after()).isEqualTo(notes.before() + 1);
		assertThat(requireNonNull(built.readModels().getLast().comparison()).isSame()).isTrue();
		// what happens later is no difference, and is not shown either
		log.append("other", 1, new NoteReworded("other", "no longer the same"), MORNING);
		reached();

		Rebuilds.Differences differences = engine.rebuilds().differences(built.id(), "notes", 1, 10).orElseThrow();
		assertThat(differences.total()).isEqualTo(4);
		assertThat(differences.documents()).extracting(DocumentDifference::id, DocumentDifference::kind).containsExactly(org.assertj.core.groups.Tuple.tuple("extra", Kind.ADDED),
				org.assertj.core.groups.Tuple.tuple("ghost", Kind.MISSING), org.assertj.core.groups.Tuple.tuple("kept", Kind.DIFFERENT),
				org.assertj.core.groups.Tuple.tuple("lost", Kind.ADDED));
		assertThat(differences.documents().get(2).fields()).containsExactly(new FieldDifference("labels[0]", "\"school\"", null),
				new FieldDifference("title", "\"spoiled\"", "\"before\""));
		assertThat(differences.documents().getFirst().fields()).contains(new FieldDifference("title", null, "\"gone from the old one\""));
		assertThat(engine.rebuilds().differences(built.id(), "notes", 2, 3).orElseThrow().documents()).extracting(DocumentDifference::id).containsExactly("lost");
		engine.rebuilds().takeOver(built.id());
		until(built, State.TAKEN_OVER);
		assertThat(engine.rebuilds().differences(built.id(), "notes", 1, 10).orElseThrow().total()).as("also afterwards").isEqualTo(4);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void aViewThatThrowsIsReportedAndTheOthersTakeOver() {
		Set<String> poison = ConcurrentHashMap.newKeySet();
		ReadModel<NoteView, NoteEvent> touchy = Notes.notes(1, (current, event, when) -> {
			if (event instanceof NoteWritten written && poison.contains(written.noteId())) {
				throw new IllegalStateException("no good");
			}
			return NoteView.on(current, event, when);
		});
		restartedAs(Pace.FULL, touchy, Notes.LABELS);
		long before = serving("notes").generation();
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "x", LocalDate.EPOCH), MORNING);
		reached();
		poison.add("x");
		RebuildState both = until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		assertThat(both.readModels().getFirst().error()).contains("no good");
		assertThat(both.readModels().getLast().error()).isNull();
		assertThat(serving("notes").generation()).isEqualTo(before);
		assertThat(serving("notes").state()).isEqualTo(ViewState.State.ACTIVE);

		RebuildState alone = ask(TakeOver.WHEN_BUILT, "notes");
		await(() -> now(alone).state() == State.FAILED);
		assertThat(now(alone).trouble()).startsWith("Geen van de overzichten");
		assertThat(title("x")).isEqualTo("x");
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	/** PostgreSQL says that its disk is full whenever a rebuild saves how far it is, as it does when it cannot extend a table. */
	@Test
	void onAFullDiskItGivesUpAndTheSpaceBack() {
		database.execute(
				"""
				create function view.full_disk() returns trigger language plpgsql as $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$;
				create trigger full_disk before update of position on view.generation for each row when (new.position > 0 and new.state = 'building') execute function view.full_disk()""");
		List<String> before = tables();
		RebuildState asked = ask(TakeOver.WHEN_BUILT);
		await(() -> now(asked).state() == State.FAILED);
		assertThat(now(asked).trouble()).startsWith("De schijf van de database is vol");
		await(() -> tables().equals(before));
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "x", LocalDate.EPOCH), MORNING);
		reached();
		assertThat(title("x")).isEqualTo("x");
		database.execute("drop trigger full_disk on view.generation");
		until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	/** As above, with a file system that is really full. */
	@Test
	@Tag("faults")
	void onADiskThatIsReallyFullWhatServesGoesOn(@TempDir Path directory) throws Exception {
		try (SmallDisk disk = new SmallDisk(directory, "512k")) {
			database.administer("create tablespace small location '" + directory + "'");
			database.administer("grant create on tablespace small to public");
			database.administer("alter database " + database.name() + " set default_tablespace = small");
			restartedAs(Pace.FULL, Notes.NOTES, Notes.LABELS);
			List<String> before = tables();
			RebuildState asked = ask(TakeOver.WHEN_BUILT);
			await(() -> now(asked).state() == State.FAILED);
			assertThat(now(asked).trouble()).startsWith("De schijf van de database is vol");
			await(() -> tables().equals(before));
			log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "x", LocalDate.EPOCH), MORNING);
			reached();
			assertThat(title("x")).isEqualTo("x");
			database.administer("alter database " + database.name() + " reset default_tablespace");
			restartedAs(Pace.FULL, Notes.NOTES, Notes.LABELS);
			until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
			assertClean(Notes.NOTES, Notes.LABELS);
			engine.stop();
			database.administer("drop tablespace small");
		}
	}

	@Test
	void whatAStartHasToBuildDoesNotWaitForWhatWasAskedAndTheOtherWayRound() {
		RebuildState built = until(ask(TakeOver.WHEN_ASKED, "labels"), State.BUILT);
		ReadModel<NoteView, NoteEvent> second = Notes.notes(2, NoteView::on);
		restartedAs(Pace.FULL, second, Notes.LABELS);
		await(() -> serving("notes").version() == 2);
		assertThat(now(built).state()).isEqualTo(State.BUILT);
		engine.rebuilds().takeOver(built.id());
		until(built, State.TAKEN_OVER);
		assertClean(second, Notes.LABELS);

		RebuildState overtaken = until(ask(TakeOver.WHEN_ASKED, "notes"), State.BUILT);
		ReadModel<NoteView, NoteEvent> third = Notes.notes(3, NoteView::on);
		restartedAs(Pace.FULL, third, Notes.LABELS);
		assertThat(now(overtaken).state()).isEqualTo(State.FAILED);
		assertThat(now(overtaken).trouble()).contains("andere versie");
		await(() -> serving("notes").version() == 3);
		assertClean(third, Notes.LABELS);
	}

	@Test
	void aViewThatIsNewDoesNotHoldUpTheOthers() {
		restartedAs(Pace.FULL, Notes.NOTES);
		gateAt(1_000);
		restartedAs(Pace.FULL, Notes.NOTES, Notes.LABELS);
		assertThatThrownBy(() -> documents.find(Notes.LABELS, "school", AsOf.NOW)).isInstanceOf(ViewNotReady.class);
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "x", LocalDate.EPOCH), MORNING);
		reached();
		assertThat(title("x")).isEqualTo("x");
		gate.countDown();
		await(() -> engine.states().stream().anyMatch(state -> state.name().equals("labels") && state.serving()));
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void oneThatIsSlowedDownWorksOnlyItsShareOfTheTime() {
		AtomicLong worked = new AtomicLong();
		restartedAs(nanos -> {
			worked.addAndGet(nanos);
			TimeUnit.NANOSECONDS.sleep(nanos * 3);
		}, Notes.NOTES, Notes.LABELS);
		long began = System.nanoTime();
		until(ask(TakeOver.WHEN_BUILT), State.TAKEN_OVER);
		assertThat(System.nanoTime() - began).isGreaterThan(4 * worked.get());
		assertThat(worked.get()).isPositive();
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	/** As notes were shown before they could be labelled. */
	record OldNote(String noteId, String title) {

		static @Nullable OldNote on(@Nullable OldNote current, NoteEvent event) {
			return switch (event) {
				case NoteWritten e -> new OldNote(e.noteId(), e.title());
				case NoteReworded e when current != null -> new OldNote(e.noteId(), e.title());
				case NoteEvent.NoteBinned e -> null;
				case NoteReworded e -> null;
				case NoteEvent.NoteLabelled e -> current;
				case NoteEvent.NoteSeen e -> current;
			};
		}
	}

	/** As they are shown now. */
	record NewNote(String noteId, String title, List<String> labels, int seen, @Nullable Instant seenAt) {

		static @Nullable NewNote on(@Nullable NewNote current, NoteEvent event, Instant at) {
			return switch (event) {
				case NoteWritten e -> new NewNote(e.noteId(), e.title(), List.of(), 0, null);
				case NoteEvent.NoteBinned e -> null;
				case NoteEvent e when current == null -> null;
				case NoteReworded e -> new NewNote(e.noteId(), e.title(), current.labels, current.seen, current.seenAt);
				case NoteEvent.NoteLabelled e ->
					new NewNote(e.noteId(), current.title, java.util.stream.Stream.concat(current.labels.stream(), java.util.stream.Stream.of(e.label()))
							.toList(), current.seen, current.seenAt);
				case NoteEvent.NoteSeen e -> new NewNote(e.noteId(), current.title, current.labels, current.seen + 1, at);
			};
		}
	}

	/** One that cannot do without what the old ones lack. */
	record StrictNote(String noteId, Notes.Length length) {
	}

	@Test
	void documentsOfTheOldShapeServeUntilThoseOfTheNewShapeAreThere() {
		ReadModel<OldNote, NoteEvent> old = new ReadModel<>("notes", 4, OldNote.class, NoteEvent.class, NoteEvent::noteId, (current, event, when) -> OldNote.on(current, event),
				List.of("title"), OldNote::title);
		ReadModel<NewNote, NoteEvent> young = new ReadModel<>("notes", 5, NewNote.class, NoteEvent.class, NoteEvent::noteId,
				(current, event, when) -> NewNote.on(current, event, when.at()), List.of("title", "seen"), NewNote::title);
		ReadModel<StrictNote, NoteEvent> strict = new ReadModel<>("notes", 6, StrictNote.class, NoteEvent.class, NoteEvent::noteId,
				(current, event, when) -> new StrictNote(event.noteId(), Notes.Length.SHORT), List.of("length"), note -> "");
		restartedAs(Pace.FULL, old);
		await(() -> serving("notes").version() == 4);
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "title", LocalDate.EPOCH), MORNING);
		log.append("x", 1, new NoteEvent.NoteLabelled("x", "school"), MORNING);
		reached();

		gateAt(1_000);
		restartedAs(Pace.FULL, young);
		assertThat(documents.find(young, "x", AsOf.NOW).orElseThrow().document()).isEqualTo(new NewNote("x", "title", List.of(), 0, null));
		assertThat(documents.list(young, new ListQuery(java.util.Map.of("title", "title"), null, List.of("seen"), 1, 10, null), AsOf.NOW).total()).isEqualTo(1);
		log.append("x", 2, new NoteEvent.NoteLabelled("x", "ouders"), MORNING);
		reached();
		assertThat(documents.find(young, "x", AsOf.NOW).orElseThrow().document().labels()).containsExactly("ouders");
		gate.countDown();
		await(() -> serving("notes").version() == 5);
		assertThat(documents.find(young, "x", AsOf.NOW).orElseThrow().document().labels()).containsExactly("school", "ouders");
		assertClean(young);

		gateAt(1_000);
		restartedAs(Pace.FULL, strict);
		assertThatThrownBy(() -> documents.find(strict, "x", AsOf.NOW)).isInstanceOf(ViewNotReady.class);
		log.append("x", 3, new NoteEvent.NoteSeen("x"), MORNING);
		reached();
		assertThat(serving("notes").error()).contains("another version");
		gate.countDown();
		await(() -> serving("notes").version() == 6);
		assertClean(strict);
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("patience").isLessThan(end);
			try {
				Thread.sleep(20);
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
