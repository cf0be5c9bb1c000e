package nl.ontwikkelagenda.reporting.readmodel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.reporting.readmodel.Notes.LabelView;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteLabelled;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteReworded;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteWritten;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteView;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;
import nl.ontwikkelagenda.reporting.redaction.RedactionEvent.TextRedacted;
import nl.ontwikkelagenda.reporting.redaction.RedactionId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ReadModelEngineTest {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final Instant MORNING = Instant.parse("2018-09-24T08:00:00Z");
	private static final Tuning QUICK = new Tuning(1 << 26, Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(12));
	/** Room for a few dozen documents only, so that they are written and read back all the time. */
	private static final Tuning CRAMPED = new Tuning(60_000, Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(12));
	private static final String CURRENT = "select g.name, d.id, d.from_position, d.recorded_at, d.sequence, d.partnership_id, d.body, d.search "
			+ "from view.document d join view.generation g on g.id = d.generation where g.serving order by 1, 2";
	private static final String EARLIER = "select g.name, d.id, d.from_position, d.to_position, d.recorded_at, d.sequence, d.partnership_id, d.body, d.search "
			+ "from view.document_version d join view.generation g on g.id = d.generation where g.serving order by 1, 2, 3";

	@AutoClose private final ViewDatabase database = new ViewDatabase();
	private final MemoryLog log = new MemoryLog();
	private final JdbcDocuments documents = new JdbcDocuments(database.application(), DocumentJson.mapper());
	private ReadModelEngine engine = engine(QUICK, log, Notes.NOTES, Notes.LABELS);

	private ReadModelEngine engine(Tuning tuning, EventLog log, ReadModel<?, ?>... models) {
		return new ReadModelEngine(database.application(), log, List.of(models), DocumentJson.mapper(), (what, position, target) -> {
		}, Pace.FULL, tuning);
	}

	private void restartedAs(Tuning tuning, ReadModel<?, ?>... models) {
		engine.stop();
		engine = engine(tuning, log, models);
		engine.start();
	}

	private void reached() {
		assertThat(engine.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
	}

	private void assertClean(ReadModel<?, ?>... models) {
		Checker.Result result = new Checker(database.application(), log, List.of(models), DocumentJson.mapper(), 5).check();
		assertThat(result.first()).isEmpty();
		assertThat(result.position()).isEqualTo(log.safePosition());
		assertThat(result.documents()).isPositive();
	}

	private ViewState serving(String name) {
		return engine.states().stream().filter(state -> state.name().equals(name) && state.serving()).findFirst().orElseThrow();
	}

	private static @Nullable NoteView failingOn(String title, @Nullable NoteView current, NoteEvent event, nl.ontwikkelagenda.agenda.partnership.Recorded when) {
		if (event instanceof NoteReworded reworded && reworded.title().equals(title)) {
			throw new IllegalStateException("no good: " + title);
		}
		return NoteView.on(current, event, when);
	}

	@AfterEach
	void stop() {
		engine.stop();
	}

	@Test
	void batchesAndSingleFactsGiveTheSameRows() {
		Notes.happen(log, 1, 700, 40);
		engine.start();
		assertThat(engine.awaitPosition(log.safePosition(), PATIENCE)).isTrue();

		try (ViewDatabase other = new ViewDatabase()) {
			MemoryLog slow = new MemoryLog();
			ReadModelEngine oneByOne = new ReadModelEngine(other.application(), slow, List.of(Notes.NOTES, Notes.LABELS), DocumentJson.mapper(), (what, position, target) -> {
			}, Pace.FULL);
			oneByOne.start();
			for (EventLog.Entry entry : log.upTo(Long.MAX_VALUE)) {
				long position = slow.append(entry.aggregate(), entry.when().sequence(), entry.event(), entry.when().at());
				assertThat(oneByOne.awaitPosition(position, PATIENCE)).isTrue();
			}
			oneByOne.stop();

			assertThat(other.rows(CURRENT)).isEqualTo(database.rows(CURRENT)).hasSizeGreaterThan(30);
			assertThat(other.rows(EARLIER)).isEqualTo(database.rows(EARLIER)).hasSizeGreaterThan(300);
			assertThat(other.rows("select * from view.moment order by 1")).isEqualTo(database.rows("select * from view.moment order by 1"));
		}
	}

	@Test
	void aRestartGoesOnWhereTheLastOneStoodAndFoldsNothingTwice() {
		Notes.happen(log, 2, 300, 20);
		engine.start();
		reached();
		long before = log.safePosition();
		engine.stop();
		Notes.happen(log, 3, 300, 20);
		AtomicLong lowest = new AtomicLong(Long.MAX_VALUE);
		log.beforeReading(position -> lowest.accumulateAndGet(position, Math::min));
		restartedAs(QUICK, Notes.NOTES, Notes.LABELS);
		reached();
		assertThat(lowest).hasValue(before);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void aTextThatIsRedactedIsInNoVersionOfNoGeneration() throws InterruptedException {
		Notes.happen(log, 31, 300, 20);
		long written = log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "geheim", LocalDate.EPOCH), MORNING);
		log.append("x", 1, new NoteLabelled("x", "school"), MORNING);
		log.append("x", 2, new Notes.NoteEvent.NoteSeen("x"), MORNING);
		log.append("x", 3, new NoteReworded("x", "openbaar"), MORNING);
		log.append("y", 0, new NoteWritten("y", Notes.PARTNERSHIPS.getFirst(), "geheim", LocalDate.EPOCH), MORNING);
		engine.start();
		reached();
		engine.rebuild(List.of("notes"), state -> {
		});
		redact(written, "x");
		reached();
		assertClean(Notes.NOTES, Notes.LABELS);
		assertThat(database.rows(EARLIER).stream().filter(row -> row.toString().contains("[verwijderd]"))).hasSize(3);
		assertThat(database.rows("select id from view.document where body::text like '%geheim%' union all select id from view.document_version where body::text like '%geheim%'"))
				.as("another wrote the same, and that stays").hasSize(1);
		Notes.happen(log, 32, 100, 20);
		log.append("y", 1, new NoteReworded("y", "ook openbaar"), MORNING);
		reached();
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	private void redact(long position, String note) {
		log.replace(position, written -> new NoteWritten(note, Notes.PARTNERSHIPS.getFirst(), "[verwijderd]", LocalDate.EPOCH));
		log.append("redaction", 0, new TextRedacted(RedactionId.of("00000000-0000-7000-8000-00000000000a"), Notes.PARTNERSHIPS.getFirst(), new UUID(0, position), "/title", "",
				LegalGround.CONFIDENTIAL, new FreeText("Vertrouwelijk", ""), LocalDate.EPOCH), MORNING);
	}

	@Test
	void aViewThatThrowsIsSetAsideAndTheOthersGoOn() {
		ReadModel<NoteView, NoteEvent> failing = Notes.notes(1, (current, event, when) -> failingOn("poison", current, event, when));
		restartedAs(QUICK, failing, Notes.LABELS);
		Notes.happen(log, 4, 200, 20);
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "before", LocalDate.EPOCH), MORNING);
		long poison = log.append("x", 1, new NoteReworded("x", "poison"), MORNING);
		Notes.happen(log, 5, 200, 20);
		reached();
		ViewState state = serving("notes");
		assertThat(state.state()).isEqualTo(ViewState.State.SET_ASIDE);
		assertThat(state.position()).isEqualTo(poison - 1);
		assertThat(state.error()).contains("no good: poison");
		assertThat(serving("labels")).extracting(ViewState::state, ViewState::position).containsExactly(ViewState.State.ACTIVE, log.safePosition());
		assertThat(documents.find(Notes.NOTES, "x", AsOf.NOW).orElseThrow().document().title()).isEqualTo("before");
		assertClean(Notes.LABELS);

		// as long as the fold is not mended, a rebuild fails at the same fact and what served goes on serving
		restartedAs(QUICK, failing, Notes.LABELS);
		assertThat(over(RebuildState.Cause.START)).extracting(RebuildState::state).isEqualTo(RebuildState.State.FAILED);
		assertThat(serving("notes").generation()).isEqualTo(state.generation());

		restartedAs(QUICK, Notes.NOTES, Notes.LABELS);
		await(() -> serving("notes").state() == ViewState.State.ACTIVE);
		assertThat(serving("notes")).extracting(ViewState::state, ViewState::error).containsExactly(ViewState.State.ACTIVE, null);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void whatChangedInAViewWhileItWasSetAsideIsToldOnceAfterwards() {
		Map<ReadModel<?, ?>, Scope> everything = Map.of(Notes.NOTES, new Scope(Set.copyOf(Notes.PARTNERSHIPS), List.of(), null));
		restartedAs(QUICK, Notes.notes(1, (current, event, when) -> failingOn("poison", current, event, when)), Notes.LABELS);
		Notes.happen(log, 4, 200, 20);
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "before", LocalDate.EPOCH), MORNING);
		log.append("x", 1, new NoteReworded("x", "poison"), MORNING);
		log.append("x", 2, new NoteReworded("x", "after"), MORNING);
		reached();
		long followed = log.safePosition();
		List<Change<?>> told = new ArrayList<>(documents.changes(everything, 0, followed, Documents.Direction.OLDEST_FIRST, 10_000));
		assertThat(told).noneMatch(change -> change.after() != null && ((NoteView) change.after().document()).title().equals("after"));

		restartedAs(QUICK, Notes.NOTES, Notes.LABELS);
		await(() -> serving("notes").state() == ViewState.State.ACTIVE);
		log.append("y", 0, new NoteWritten("y", Notes.PARTNERSHIPS.getFirst(), "next", LocalDate.EPOCH), MORNING);
		reached();

		List<Change<?>> late = documents.changes(everything, followed, log.safePosition(), Documents.Direction.OLDEST_FIRST, 1);
		assertThat(late).as("what is told at one place comes together").extracting(Change::id).containsExactly("x", "x", "y");
		assertThat(late).extracting(Change::toldAt).containsOnly(followed + 1);
		told.addAll(late);
		assertThat(told).extracting(Change::position).as("every change once, and none forgotten").doesNotHaveDuplicates()
				.containsExactlyElementsOf(documents.positions(everything, log.safePosition()));
		assertThat(documents.changes(everything, 0, log.safePosition(), Documents.Direction.OLDEST_FIRST, 10_000)).as("who comes later is told the same").isEqualTo(told);
	}

	@Test
	void aDocumentThatPostgresRefusesSetsItsViewAsideAlone() throws InterruptedException {
		engine.start();
		Notes.happen(log, 6, 100, 10);
		long poison = log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "nul \0 character", LocalDate.EPOCH), MORNING);
		Notes.happen(log, 7, 100, 10);
		reached();
		assertThat(serving("notes")).extracting(ViewState::state, ViewState::position).containsExactly(ViewState.State.SET_ASIDE, poison - 1);
		assertClean(Notes.LABELS);
		List<RebuildState> told = new ArrayList<>();
		RebuildState rebuilt = engine.rebuild(List.of(), told::add);
		assertThat(told).allSatisfy(state -> assertThat(state.state().isOver()).isFalse());
		assertThat(rebuilt.state()).isEqualTo(RebuildState.State.TAKEN_OVER);
		assertThat(rebuilt.readModels()).extracting(RebuildState.Part::name).containsExactly("notes", "labels");
		assertThat(rebuilt.readModels().getFirst().error()).contains("PostgreSQL refuses a document");
		assertThat(rebuilt.readModels().getLast().error()).isNull();
		assertThat(rebuilt.readModels().getLast().comparison()).satisfies(comparison -> assertThat(comparison.isSame()).isTrue());
		assertClean(Notes.LABELS);
	}

	@Test
	void aFactThatCannotBeReadSetsAsideWhoWantsItAndTheOthersGoOn() {
		ReadModel<LabelView, NoteLabelled> labelled = new ReadModel<>("labelled", 1, LabelView.class, NoteLabelled.class, LabelView::key, LabelView::on, List.of("label"),
				LabelView::label);
		restartedAs(QUICK, Notes.NOTES, labelled);
		Notes.happen(log, 8, 100, 10);
		long poison = log.append("x", 0, new EventLog.Unreadable(NoteWritten.class, "no day"), MORNING);
		Notes.happen(log, 9, 100, 10);
		reached();
		assertThat(serving("notes")).extracting(ViewState::state, ViewState::position).containsExactly(ViewState.State.SET_ASIDE, poison - 1);
		assertThat(serving("notes").error()).contains("NoteWritten", "no day");
		assertClean(labelled);

		log.replace(poison, fact -> new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "read after all", LocalDate.EPOCH));
		restartedAs(QUICK, Notes.NOTES, labelled);
		await(() -> serving("notes").state() == ViewState.State.ACTIVE);
		assertClean(Notes.NOTES, labelled);
	}

	/** The log as a version reads it that is older than some of its facts. */
	private record Older(EventLog log) implements EventLog {

		static final String UNKNOWN = "from a newer version";

		@Override
		public long safePosition() {
			return log.safePosition();
		}

		@Override
		public List<Entry> readAfter(long position, int limit) {
			List<Entry> entries = log.readAfter(position, limit);
			for (Entry entry : entries) {
				if (entry.event() instanceof NoteWritten written && written.title().equals(UNKNOWN)) {
					throw new UnknownFact("at position " + entry.when().position());
				}
			}
			return entries;
		}

		@Override
		public OptionalLong positionOf(UUID eventId) {
			return log.positionOf(eventId);
		}

		@Override
		public void awaitNews(long position, Duration patience) throws InterruptedException {
			log.awaitNews(position, patience);
		}
	}

	@Test
	void whatOnlyANewerVersionKnowsIsLeftToIt() {
		engine = engine(QUICK, new Older(log), Notes.NOTES, Notes.LABELS);
		engine.start();
		Notes.happen(log, 19, 100, 10);
		reached();
		ReadModelEngine newer = engine(QUICK, log, Notes.NOTES, Notes.LABELS);
		newer.start();
		try {
			log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), Older.UNKNOWN, LocalDate.EPOCH), MORNING);
			Notes.happen(log, 20, 100, 10);
			assertThat(newer.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
			reached();
			assertClean(Notes.NOTES, Notes.LABELS);
		} finally {
			newer.stop();
		}
	}

	@Test
	void aRaisedVersionIsBuiltBesideTheOldOneAndTakesOver() {
		Notes.happen(log, 8, 3_000, 100);
		engine.start();
		reached();
		long first = serving("notes").generation();
		ReadModel<NoteView, NoteEvent> second = Notes.notes(2, (current, event, when) -> event instanceof NoteReworded reworded
				? NoteView.on(current, new NoteReworded(reworded.noteId(), reworded.title() + "!"), when)
				: NoteView.on(current, event, when));
		CountDownLatch mayBuild = new CountDownLatch(1);
		log.beforeReading(position -> {
			if (Thread.currentThread().getName().equals("views-rebuild-reader")) {
				awaitLatch(mayBuild);
			}
		});
		restartedAs(QUICK, second, Notes.LABELS);
		reached();
		assertThat(serving("notes")).as("the old one serves").extracting(ViewState::generation, ViewState::version, ViewState::mixed).containsExactly(first, 1, true);
		log.append("during", 0, new NoteWritten("during", Notes.PARTNERSHIPS.getFirst(), "written during the rollout", LocalDate.EPOCH), MORNING);
		reached();
		assertThat(documents.find(second, "during", AsOf.NOW).orElseThrow().document().title()).as("by the new version").isEqualTo("written during the rollout");
		assertThat(documents.find(Notes.NOTES, "during", AsOf.NOW)).as("by who knows the old version").isPresent();
		mayBuild.countDown();
		RebuildState rollout = over(RebuildState.Cause.START);
		assertThat(rollout.state()).isEqualTo(RebuildState.State.TAKEN_OVER);
		assertThat(requireNonNull(rollout.readModels().getFirst().comparison()).different()).isPositive();
		assertThat(documents.find(second, "during", AsOf.NOW)).isPresent();
		assertClean(second, Notes.LABELS);
		assertThat(database.rows("select state, serving from view.generation where id = " + first)).containsExactly("retired|f");
		assertThatThrownBy(() -> engine.rebuilds().goBack(rollout.id())).isInstanceOf(RuleBroken.class).hasMessageContaining("deze versie van de toepassing");

		ReadModel<NoteView, NoteEvent> third = Notes.notes(3, NoteView::on);
		restartedAs(QUICK, third, Notes.LABELS);
		await(() -> serving("notes").version() == 3);
		assertClean(third, Notes.LABELS);
		// of the retired ones the last is kept for going back
		await(() -> database.rows("select version from view.generation where state = 'retired'").equals(List.of("2")));
		await(() -> database.rows("select to_regclass('view.document_" + first + "'), to_regclass('view.document_version_" + first + "')").equals(List.of("null|null")));
	}

	@Test
	void aKeeperThatDiesInTheMiddleOfABatchLeavesNothingOfIt() {
		engine.start();
		Notes.happen(log, 9, 200, 20);
		reached();
		database.execute("""
				create sequence view.deaths;
				create function view.die() returns trigger language plpgsql as $$
				begin
				  if new.position > old.position and nextval('view.deaths') % 3 <> 0 then
				    perform pg_terminate_backend(pg_backend_pid());
				  end if;
				  return new;
				end $$;
				create trigger dies before update on view.keeper for each row execute function view.die()""");
		Notes.happen(log, 10, 200, 20);
		reached();
		Notes.happen(log, 12, 200, 20);
		reached();
		assertThat(Integer.parseInt(database.rows("select last_value from view.deaths").getFirst())).as("times that the keeper got that far").isGreaterThanOrEqualTo(6);
		database.execute("drop trigger dies on view.keeper");
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	/** Counts who reads, as only the keeper does. */
	private record Watched(EventLog log, AtomicInteger reads) implements EventLog {

		@Override
		public long safePosition() {
			return log.safePosition();
		}

		@Override
		public List<Entry> readAfter(long position, int limit) {
			reads.incrementAndGet();
			return log.readAfter(position, limit);
		}

		@Override
		public OptionalLong positionOf(UUID eventId) {
			return log.positionOf(eventId);
		}

		@Override
		public void awaitNews(long position, Duration patience) throws InterruptedException {
			log.awaitNews(position, patience);
		}
	}

	@Test
	void ofTwoEnginesOneWorksAndTheOtherFollowsAndTakesOver() {
		AtomicInteger otherReads = new AtomicInteger();
		ReadModelEngine other = engine(QUICK, new Watched(log, otherReads), Notes.NOTES, Notes.LABELS);
		engine.start();
		Notes.happen(log, 13, 200, 20);
		reached();
		other.start();
		try {
			Notes.happen(log, 14, 200, 20);
			assertThat(other.awaitPosition(log.safePosition(), PATIENCE)).as("the follower knows how far the keeper is").isTrue();
			assertThat(otherReads).hasValue(0);
			engine.stop();
			Notes.happen(log, 15, 200, 20);
			assertThat(other.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
			assertThat(otherReads.get()).isPositive();
			assertClean(Notes.NOTES, Notes.LABELS);
		} finally {
			other.stop();
		}
	}

	@Test
	void aKeeperThatWasPausedTooLongHasLostTheMeansToWrite() {
		Tuning impatient = new Tuning(1 << 26, Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(1));
		AtomicReference<@Nullable Thread> paused = new AtomicReference<>();
		CountDownLatch resumed = new CountDownLatch(1);
		AtomicBoolean pause = new AtomicBoolean();
		log.beforeReading(position -> {
			if ((pause.get() && paused.compareAndSet(null, Thread.currentThread())) || Thread.currentThread().equals(paused.get())) {
				awaitLatch(resumed);
			}
		});
		restartedAs(impatient, Notes.NOTES, Notes.LABELS);
		Notes.happen(log, 16, 200, 20);
		reached();
		pause.set(true);
		Notes.happen(log, 17, 200, 20);
		await(() -> paused.get() != null);
		ReadModelEngine other = engine(impatient, log, Notes.NOTES, Notes.LABELS);
		other.start();
		try {
			assertThat(other.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
			resumed.countDown();
			Notes.happen(log, 18, 200, 20);
			assertThat(other.awaitPosition(log.safePosition(), PATIENCE)).isTrue();
			reached();
			assertClean(Notes.NOTES, Notes.LABELS);
		} finally {
			other.stop();
		}
	}

	@Test
	void aRebuildWhileFactsArriveEndsWhereTheLiveViewsStand() throws InterruptedException {
		Notes.happen(log, 19, 30_000, 2_000);
		restartedAs(CRAMPED, Notes.NOTES, Notes.LABELS);
		reached();
		long before = serving("notes").generation();
		AtomicBoolean done = new AtomicBoolean();
		Thread arriving = new Thread(() -> {
			for (int seed = 100; !done.get() && seed < 2_000; seed++) {
				Notes.happen(log, seed, 20, 5);
				sleep(5);
			}
		});
		arriving.start();
		try {
			RebuildState rebuilt = engine.rebuild(List.of("notes"), state -> {
			});
			assertThat(rebuilt.state()).isEqualTo(RebuildState.State.TAKEN_OVER);
			assertThat(rebuilt.readModels()).singleElement().satisfies(part -> {
				assertThat(part.replaces()).isEqualTo(before);
				assertThat(part.generation()).isGreaterThan(before).isEqualTo(serving("notes").generation());
				assertThat(part.comparison()).satisfies(comparison -> assertThat(comparison.isSame()).as(comparison.toString()).isTrue());
			});
		} finally {
			done.set(true);
			arriving.join();
		}
		reached();
		assertClean(Notes.NOTES, Notes.LABELS);
		assertThatThrownBy(() -> engine.rebuild(List.of("nothing"), state -> {
		})).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("notes, labels");
	}

	@Test
	void aRebuildThatWasKilledGoesOnFromItsLastCheckpoint() {
		Notes.happen(log, 20, 30_000, 500);
		CountDownLatch stuck = new CountDownLatch(1);
		log.beforeReading(position -> {
			if (position > 5_000 && Thread.currentThread().getName().equals("views-rebuild-reader")) {
				if (database.rows("select min(position) > 5000 from view.generation").equals(List.of("t"))) {
					stuck.countDown();
					awaitLatch(new CountDownLatch(1));
				}
				// until a checkpoint is due
				sleep(50);
			}
		});
		engine.start();
		awaitLatch(stuck);
		engine.stop();
		// as if chunks had been written after the last checkpoint
		database.execute(
				"insert into view.document_version_1 select generation, id, 900000, 900001, recorded_at, sequence, partnership_id, body, search from view.document_1 limit 50");
		long checkpoint = Long.parseLong(database.rows("select min(position) from view.generation").getFirst());
		AtomicLong lowest = new AtomicLong(Long.MAX_VALUE);
		log.beforeReading(position -> {
			if (Thread.currentThread().getName().equals("views-rebuild-reader")) {
				lowest.accumulateAndGet(position, Math::min);
			}
		});
		restartedAs(CRAMPED, Notes.NOTES, Notes.LABELS);
		reached();
		assertThat(lowest).hasValue(checkpoint);
		assertThat(serving("notes").generation()).isLessThanOrEqualTo(2);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void aRebuildThatCannotReadTheLogIsResumed() {
		Notes.happen(log, 21, 12_000, 300);
		AtomicInteger failures = new AtomicInteger();
		log.beforeReading(position -> {
			if (position > 4_000 && Thread.currentThread().getName().equals("views-rebuild-reader") && failures.incrementAndGet() <= 2) {
				throw new IllegalStateException("the log is away");
			}
		});
		engine.start();
		reached();
		assertThat(failures.get()).isGreaterThan(2);
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void aViewThatIsNoLongerKnownIsRetired() {
		engine.start();
		Notes.happen(log, 22, 50, 5);
		reached();
		restartedAs(QUICK, Notes.NOTES);
		Notes.happen(log, 23, 50, 5);
		reached();
		assertThat(engine.states()).filteredOn(ViewState::serving).extracting(ViewState::name).containsExactly("notes");
		assertThatThrownBy(() -> documents.find(Notes.LABELS, "school", AsOf.NOW)).isInstanceOf(ViewNotReady.class);
	}

	@Test
	void theSequenceIsTheAggregatesOwnAlsoWhenTheDocumentLooksTheSame() {
		engine.start();
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "title", LocalDate.EPOCH), MORNING);
		log.append("x", 1, new NoteEvent.NoteLabelled("x", "school"), MORNING);
		long seen = log.append("x", 2, new NoteEvent.NoteSeen("x"), MORNING);
		reached();
		Stored<NoteView> note = documents.find(Notes.NOTES, "x", AsOf.NOW).orElseThrow();
		assertThat(note.sequence()).isEqualTo(2);
		assertThat(note.position()).isEqualTo(seen);
		assertThat(documents.find(Notes.NOTES, "x", new AsOf(seen - 1)).orElseThrow().sequence()).isEqualTo(1);
		Stored<LabelView> label = documents.find(Notes.LABELS, "school", AsOf.NOW).orElseThrow();
		assertThat(label.sequence()).as("no aggregate of its own").isEqualTo(-1);
	}

	@Test
	void anOldFactThatIsReadAsTwoIsOneStepOfTheDocument() throws InterruptedException {
		engine.start();
		log.append("x", 0, new NoteWritten("x", Notes.PARTNERSHIPS.getFirst(), "title", LocalDate.EPOCH), MORNING);
		long split = log.appendAsTwo("x", 1, new NoteEvent.NoteLabelled("x", "school"), new NoteReworded("x", "other"), MORNING);
		log.append("x", 2, new NoteEvent.NoteLabelled("x", "ouders"), MORNING);
		reached();
		NoteView then = documents.find(Notes.NOTES, "x", new AsOf(split)).orElseThrow().document();
		assertThat(then.title()).isEqualTo("other");
		assertThat(then.labels()).containsExactly("school");
		assertClean(Notes.NOTES, Notes.LABELS);
		engine.rebuild(List.of(), state -> {
		});
		assertClean(Notes.NOTES, Notes.LABELS);
	}

	@Test
	void theCatalogueFitsItsDocuments() {
		ReadModelEngine real = engine(QUICK, log, ReadModels.ALL.toArray(ReadModel[]::new));
		real.start();
		try {
			assertThat(real.awaitPosition(0, PATIENCE)).isTrue();
			for (ReadModel<?, ?> model : ReadModels.ALL) {
				for (String field : model.filters()) {
					assertThat(documents.list(model, new ListQuery(java.util.Map.of(), "a", List.of(), 1, 1, null), AsOf.NOW).total()).as(field).isZero();
				}
			}
		} finally {
			real.stop();
		}
	}

	private Optional<RebuildState> latest(RebuildState.Cause cause) {
		return engine.rebuilds().list(1, 100).rebuilds().stream().filter(rebuild -> rebuild.cause() == cause).findFirst();
	}

	/** The latest rebuild with this cause, when it is over. */
	private RebuildState over(RebuildState.Cause cause) {
		await(() -> latest(cause).filter(rebuild -> rebuild.state().isOver()).isPresent());
		return latest(cause).orElseThrow();
	}

	private interface Condition {
		boolean holds();
	}

	private static void await(Condition condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.holds()) {
			assertThat(System.nanoTime()).as("patience").isLessThan(end);
			sleep(20);
		}
	}

	private static void awaitLatch(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
