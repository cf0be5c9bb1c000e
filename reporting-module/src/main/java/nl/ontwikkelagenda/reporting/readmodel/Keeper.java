package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import nl.ontwikkelagenda.reporting.redaction.RedactionEvent.TextRedacted;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of the one instance that keeps the views, on the connection that holds the claim: whoever loses the claim has lost the means to write as well. */
final class Keeper {

	private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
	private static final int BATCH = 1_000;
	private static final String BEAT = "update view.keeper set beat = clock_timestamp()";
	private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
	/** By when they ceased to serve: one that was gone back to, and then left again, is older than the one that it took over from. */
	private static final Comparator<ViewState> LATEST_FIRST = Comparator.comparing(ViewState::retiredAt, Comparator.nullsLast(Comparator.reverseOrder()))
			.thenComparing(ViewState::generation, Comparator.reverseOrder());
	private static final int RETRIES_SKIPPED_WHEN_FULL = 12;

	private final Connection connection;
	private final DataSource dataSource;
	private final EventLog log;
	private final Map<String, ReadModel<?, ?>> models;
	private final JsonMapper json;
	private final Progress progress;
	private final Ticker ticker;
	private final Map<String, Folding<?, ?>> live = new LinkedHashMap<>();
	private final Set<String> setAside = new HashSet<>();
	private final Tuning tuning;
	private final Pace pace;
	private Dispatch dispatch = new Dispatch(List.of());
	private volatile long position;
	private @Nullable Instant newest;
	private long target;
	private long lastBeat = System.nanoTime();
	private long mayRetry = System.nanoTime() - 1;
	private long lastLook = System.nanoTime();
	private volatile @Nullable Rebuild rebuild;
	/** Everything is being folded from the start: what was redacted up to here is nowhere. -1 when something is gone on with. */
	private long cleanUpTo = -1;

	Keeper(Connection connection, DataSource dataSource, EventLog log, Map<String, ReadModel<?, ?>> models, JsonMapper json, Progress progress, Tuning tuning,
			Pace pace) {
		this.connection = connection;
		this.dataSource = dataSource;
		this.log = log;
		this.models = models;
		this.json = json;
		this.progress = progress;
		this.tuning = tuning;
		this.pace = pace;
		this.ticker = new Ticker(progress);
	}

	/** Takes up where the last keeper left off: joins the views that are up to date and begins building the others. */
	void prepare() throws SQLException, InterruptedException {
		try (var statement = connection.prepareStatement("update view.keeper set backend = pg_backend_pid(), beat = clock_timestamp() returning position, newest");
				ResultSet row = statement.executeQuery()) {
			row.next();
			position = row.getLong(1);
			newest = Generations.instant(row, 2);
		}
		// at once, as the sign of life before it may be old, and then the others would end this connection
		connection.commit();
		CountDownLatch prepared = new CountDownLatch(1);
		Thread beating = Thread.ofPlatform().daemon().name("views-beat").start(() -> beatUntil(prepared));
		try {
			takeUp();
		} finally {
			prepared.countDown();
			beating.join();
		}
		sweep();
		startRebuild();
	}

	/** What is done on this connection, such as making the tables of all views, is seen by others when it is committed, and may take longer than they wait. */
	private void beatUntil(CountDownLatch prepared) {
		try {
			while (!prepared.await(tuning.lost().toMillis() / 4, TimeUnit.MILLISECONDS)) {
				try (Connection other = dataSource.getConnection()) {
					Generations.execute(other, BEAT);
				}
			}
		} catch (SQLException e) {
			LOG.debug("No sign of life could be given", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void takeUp() throws SQLException, InterruptedException {
		target = log.safePosition();
		List<ViewState> states = Generations.all(connection);
		cleanUpTo = position == 0 && states.stream().allMatch(state -> state.position() == 0) ? target : -1;
		for (ViewState state : states) {
			if (state.serving() && models.get(state.name()) == null) {
				Generations.retire(connection, state.generation());
			}
		}
		forgetWhatCannotBeBuilt(states);
		join(states.stream().filter(ViewState::serving).collect(Collectors.toMap(ViewState::name, Function.identity())));
		connection.commit();
		liveChanged();
	}

	/** A new version of the application does not go on with what another one was building. */
	private void forgetWhatCannotBeBuilt(List<ViewState> states) throws SQLException {
		for (ViewState state : states) {
			ReadModel<?, ?> model = models.get(state.name());
			if (state.state() == ViewState.State.BUILDING && (model == null || model.version() != state.version())) {
				Generations.cancel(connection, state.generation());
			}
		}
		Generations.execute(connection, """
				update view.generation g set state = 'cancelled' where state = 'building' and not exists (select from view.rebuild_part p join view.rebuild r on r.id = p.rebuild_id
					where g.id in (p.generation, p.replaces) and r.state in ('waiting', 'building', 'built', 'taking_over', 'returning'))""");
		Generations.execute(connection, """
				update view.rebuild r set state = 'failed', phase = null, ended_at = clock_timestamp(), trouble = 'De toepassing is vervangen door een andere versie; begin opnieuw.'
				where state in ('waiting', 'building', 'built', 'taking_over', 'returning') and not exists (select from view.rebuild_part p
					join view.generation g on g.id in (p.generation, p.replaces) where p.rebuild_id = r.id and g.state = 'building')""");
	}

	private void join(Map<String, ViewState> serving) throws SQLException, InterruptedException {
		boolean nothingYet = position == 0 && target < BATCH;
		List<ReadModel<?, ?>> needed = new ArrayList<>();
		for (ReadModel<?, ?> model : models.values()) {
			ViewState state = serving.get(model.name());
			if (state == null) {
				if (nothingYet) {
					live.put(model.name(), new Folding<>(model, Generations.begin(connection, model), 0, json));
				} else {
					needed.add(model);
				}
			} else if (!join(model, state)) {
				needed.add(model);
			}
		}
		Rebuilds.askAtStart(connection, needed);
	}

	/** Answers whether what serves is all that this view needs. One that was set aside gets a new chance at every start: its fold may have been mended. */
	private boolean join(ReadModel<?, ?> model, ViewState serving) throws SQLException {
		if (serving.state() != ViewState.State.ACTIVE) {
			setAside.add(model.name());
			return false;
		}
		boolean own = serving.version() == model.version() && !serving.mixed();
		if (!own) {
			// it goes on serving with what happens from now on, as far as the new fold can read it, until its own generation is there
			Generations.mix(connection, serving.generation());
		}
		live.put(model.name(), new Folding<>(model, serving.generation(), position, json, own ? null : DocumentJson.ofAnotherVersion(json)));
		return own;
	}

	private void liveChanged() {
		dispatch = new Dispatch(live.values());
	}

	/** Drops what serves nobody, but keeps of every view the last one that served and the last one that failed. */
	private void sweep() throws SQLException {
		List<ViewState> states = Generations.all(connection);
		connection.commit();
		Set<String> kept = new HashSet<>();
		List<Long> useless = states.stream().sorted(LATEST_FIRST).filter(state -> !state.serving() && state.state() != ViewState.State.BUILDING)
				.filter(state -> state.state() == ViewState.State.CANCELLED || isOvertaken(state, states) || !kept.add(state.name() + state.state())).map(ViewState::generation)
				.toList();
		if (useless.isEmpty()) {
			return;
		}
		// on a thread and connection of its own, as detaching waits for every reader there is
		Thread.ofPlatform().daemon().name("views-sweep").start(() -> {
			try (Connection other = dataSource.getConnection()) {
				Generations.dropAll(other, useless);
			} catch (SQLException e) {
				LOG.warn("Old generations of views could not be dropped now; the next sweep tries again: {}", e.getMessage());
			}
		});
	}

	/** A failure is no news any more once a later generation serves. */
	private static boolean isOvertaken(ViewState state, List<ViewState> states) {
		return state.state() == ViewState.State.SET_ASIDE
				&& states.stream().anyMatch(other -> other.state() == ViewState.State.ACTIVE && other.name().equals(state.name()) && other.generation() > state.generation());
	}

	/** Begins with all that was asked for and does not wait for its takeover, or goes on with it. */
	private void startRebuild() throws SQLException {
		List<Rebuild.Part> parts = new ArrayList<>();
		try (var statement = connection.prepareStatement(
				"""
				select g.name, g.version, g.id, g.position, r.id, r.state, r.take_over from view.generation g
				join view.rebuild_part p on g.id in (p.generation, p.replaces) join view.rebuild r on r.id = p.rebuild_id
				where g.state = 'building' and (g.id is not distinct from p.replaces) = (r.state = 'returning') and r.state in ('waiting', 'building', 'taking_over', 'returning') order by g.id""");
				ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				ReadModel<?, ?> model = models.get(row.getString(1));
				if (model != null && model.version() == row.getInt(2)) {
					RebuildState.State goal = switch (row.getString(6)) {
						case "returning" -> RebuildState.State.RETURNED;
						case "taking_over" -> RebuildState.State.TAKEN_OVER;
						default -> row.getString(7).equals("when_built") ? RebuildState.State.TAKEN_OVER : RebuildState.State.BUILT;
					};
					parts.add(new Rebuild.Part(new Folding<>(model, row.getLong(3), row.getLong(4), json), row.getObject(5, UUID.class), goal));
				}
			}
		}
		for (UUID id : rebuilds(parts)) {
			Rebuilds.move(connection, id, RebuildState.State.BUILDING, null, RebuildState.State.WAITING);
		}
		connection.commit();
		if (!parts.isEmpty()) {
			Rebuild started = new Rebuild(dataSource, log, parts, json, tuning, progress, live.isEmpty() ? Pace.FULL : pace, this::position);
			rebuild = started;
			started.start();
		}
	}

	private static Set<UUID> rebuilds(List<Rebuild.Part> parts) {
		return parts.stream().map(Rebuild.Part::rebuild).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	long position() {
		return position;
	}

	/**
	 * Whether {@link #position()} speaks for all views that serve. Where some serve, those that are built for the first time do not count: who asks for them is told to come back,
	 * and the others are not held up. Where none does, all are waited for.
	 */
	boolean isComplete() {
		return !live.isEmpty() || setAside.containsAll(models.keySet());
	}

	/** How far a generation that is being built here has come; -1 when it is not. */
	long built(long generation) {
		Rebuild running = rebuild;
		return running != null && running.parts().stream().anyMatch(part -> part.view().generation() == generation) ? running.position() : -1;
	}

	boolean isRebuilding() {
		return rebuild != null;
	}

	/** One batch, if there is one; answers whether there was. */
	boolean step() throws SQLException, InterruptedException {
		switchIfBuilt();
		List<EventLog.Entry> entries = log.readAfter(position, BATCH);
		if (!entries.isEmpty()) {
			fold(entries);
			// what comes in while it keeps up is nothing to tell
			if (position < target && ticker.due()) {
				ticker.at("alle", position, target);
			}
		} else {
			target = position;
			ticker.reset();
		}
		if (System.nanoTime() - lastBeat > tuning.lost().toNanos() / 4) {
			lookAround();
		}
		watchRebuild();
		return !entries.isEmpty();
	}

	/** Shows that this keeper is alive, and begins what others have asked for. */
	void lookAround() throws SQLException {
		lastBeat = System.nanoTime();
		Generations.execute(connection, "set local synchronous_commit = off; " + BEAT);
		connection.commit();
		if (rebuild == null && System.nanoTime() - mayRetry > 0) {
			startRebuild();
		}
	}

	/** Shows how far the rebuild is, and stops it when it was cancelled. */
	private void watchRebuild() throws SQLException {
		Rebuild running = rebuild;
		if (running == null || running.wasStopped() || System.nanoTime() - lastLook < WATCH_NANOS) {
			return;
		}
		lastLook = System.nanoTime();
		if (isCancelled(running)) {
			running.stopSoon();
			return;
		}
		Generations.execute(connection, "set local synchronous_commit = off");
		for (UUID id : rebuilds(running.parts())) {
			Rebuilds.update(connection,
					"update view.rebuild set phase = ?, position = ?, target = ?, per_second = ?, done = ? where id = ? and state in ('building', 'taking_over', 'returning')",
					Rebuilds.word(running.phase()), running.position(), running.target(), running.perSecond(), running.done(), id);
		}
		connection.commit();
	}

	private boolean isCancelled(Rebuild running) throws SQLException {
		try (var statement = connection.prepareStatement("select count(*) from view.generation where id = any(?) and state in ('building', 'set_aside')")) {
			statement.setArray(1, connection.createArrayOf("bigint", running.parts().stream().map(part -> part.view().generation()).toArray()));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getInt(1) < running.parts().size();
			}
		} finally {
			connection.commit();
		}
	}

	private void fold(List<EventLog.Entry> entries) throws SQLException {
		try {
			for (Folding<?, ?> view : live.values()) {
				view.recall(connection, entries);
			}
			entries.forEach(dispatch::take);
			Flush.write(connection, live.values());
			commit(entries);
		} catch (SQLException e) {
			try {
				connection.rollback();
			} catch (SQLException broken) {
				e.addSuppressed(broken);
				throw e;
			}
			live.values().forEach(view -> view.forgetAll(position));
			if (!DataErrors.is(e)) {
				throw e;
			}
			List<List<EventLog.Entry>> onePositionEach = entries.stream()
					.collect(Collectors.collectingAndThen(Collectors.groupingBy(entry -> entry.when().position(), TreeMap::new, Collectors.toList()),
							each -> List.copyOf(each.values())));
			if (onePositionEach.size() > 1) {
				for (List<EventLog.Entry> each : onePositionEach) {
					fold(each);
				}
			} else {
				foldApart(entries);
			}
		}
	}

	/** Finds the view whose rows PostgreSQL does not take, and sets it aside. */
	private void foldApart(List<EventLog.Entry> entries) throws SQLException {
		for (Folding<?, ?> view : live.values()) {
			Savepoint before = connection.setSavepoint();
			try {
				view.recall(connection, entries);
				entries.forEach(view::take);
				Flush.write(connection, List.of(view));
				connection.releaseSavepoint(before);
			} catch (SQLException e) {
				connection.rollback(before);
				view.forgetAll(position);
				if (!DataErrors.is(e)) {
					throw e;
				}
				view.setAside(e);
			}
		}
		commit(entries);
	}

	private void commit(List<EventLog.Entry> entries) throws SQLException {
		List<EventLog.Entry> rises = new ArrayList<>();
		Instant latest = newest;
		for (EventLog.Entry entry : entries) {
			if (latest == null || entry.when().at().isAfter(latest)) {
				latest = entry.when().at();
				rises.add(entry);
			}
		}
		long upTo = entries.getLast().when().position();
		List<Folding<?, ?>> failed = new ArrayList<>();
		for (Folding<?, ?> view : live.values()) {
			if (view.error() != null) {
				Generations.setAside(connection, view);
				failed.add(view);
			}
		}
		Flush.moments(connection, rises);
		Flush.position(connection, upTo, latest);
		boolean buildsAgain = redact(entries);
		connection.commit();
		position = upTo;
		newest = latest;
		for (Folding<?, ?> view : live.values()) {
			view.written();
			view.passed(upTo);
			view.forgetDownTo(tuning.memory() / 4 / live.size());
		}
		for (Folding<?, ?> view : failed) {
			LOG.error("View {} is set aside at position {}: {}", view.model().name(), view.position(), view.error());
			live.remove(view.model().name());
			setAside.add(view.model().name());
		}
		if (!failed.isEmpty()) {
			liveChanged();
		}
		if (buildsAgain) {
			sweep();
			startRebuild();
		}
		lastBeat = System.nanoTime();
	}

	/**
	 * What was said in a text that these facts remove is said nowhere any more: documents that tell of it are folded anew, what does not serve is dropped, and what is being built
	 * begins again. Answers whether something does.
	 */
	private boolean redact(List<EventLog.Entry> entries) throws SQLException {
		boolean redacted = false;
		for (EventLog.Entry entry : entries) {
			if (entry.event() instanceof TextRedacted event && entry.when().position() > cleanUpTo) {
				OptionalLong at = log.positionOf(event.eventId());
				if (at.isPresent()) {
					for (Folding<?, ?> view : serving()) {
						new Refolding<>(connection, log, json, view).from(at.getAsLong());
					}
				}
				redacted = true;
			}
		}
		if (redacted) {
			forgetWhatDoesNotServe();
		}
		return redacted;
	}

	/** Those that are kept up to date, and those that were set aside and still serve. */
	private List<Folding<?, ?>> serving() throws SQLException {
		List<Folding<?, ?>> serving = new ArrayList<>(live.values());
		for (ViewState state : Generations.all(connection)) {
			ReadModel<?, ?> model = models.get(state.name());
			if (model != null && state.serving() && !live.containsKey(state.name())) {
				boolean own = state.version() == model.version() && !state.mixed();
				serving.add(new Folding<>(model, state.generation(), state.position(), json, own ? null : DocumentJson.ofAnotherVersion(json)));
			}
		}
		return serving;
	}

	private void forgetWhatDoesNotServe() throws SQLException {
		Rebuild running = rebuild;
		rebuild = null;
		if (running != null) {
			stopped(running);
		}
		Generations.execute(connection, """
				update view.generation g set state = 'cancelled' from view.rebuild_part p, view.rebuild r
				where g.state = 'building' and p.generation = g.id and r.id = p.rebuild_id and r.state = 'built'""");
		Generations.execute(connection,
				"""
				update view.rebuild set state = 'failed', phase = null, ended_at = clock_timestamp(), trouble = 'Er is intussen een tekst gelakt; begin opnieuw.' where state = 'built'""");
		for (ViewState state : Generations.all(connection)) {
			if (state.state() == ViewState.State.BUILDING) {
				Generations.clear(connection, state.generation());
			} else if (!state.serving()) {
				Generations.empty(connection, state.generation());
			}
		}
	}

	private static void stopped(Rebuild running) {
		try {
			running.stop();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** The step from built to serving: between two batches, so that the new generation stands exactly where all others stand. */
	private void switchIfBuilt() throws SQLException, InterruptedException {
		Rebuild built = rebuild;
		if (built == null || !built.isOver()) {
			return;
		}
		Throwable failure = built.failure();
		if (failure != null) {
			rebuild = null;
			if (built.wasStopped()) {
				sweep();
				startRebuild();
			} else {
				note(built, failure);
			}
			return;
		}
		if (built.parts().stream().anyMatch(part -> part.view().error() == null && part.view().position() > position)) {
			return;
		}
		built.finish(connection, position);
		Map<String, Folding<?, ?>> joining = new HashMap<>();
		for (UUID id : rebuilds(built.parts())) {
			conclude(id, built.parts().stream().filter(part -> part.rebuild().equals(id)).toList(), joining);
		}
		connection.commit();
		live.putAll(joining);
		setAside.removeAll(joining.keySet());
		liveChanged();
		rebuild = null;
		sweep();
		startRebuild();
	}

	/** Lets what one rebuild made serve, or wait; unless it was cancelled in the meantime. */
	private void conclude(UUID id, List<Rebuild.Part> parts, Map<String, Folding<?, ?>> joining) throws SQLException {
		List<Rebuild.Part> good = parts.stream().filter(part -> part.view().error() == null).toList();
		RebuildState.State goal = good.isEmpty() ? RebuildState.State.FAILED : parts.getFirst().goal();
		String trouble = good.isEmpty() ? "Geen van de overzichten kon worden gebouwd; wat ervoor in gebruik was, blijft dat." : null;
		if (!Rebuilds.move(connection, id, goal, trouble, RebuildState.State.BUILDING, RebuildState.State.TAKING_OVER, RebuildState.State.RETURNING)) {
			return;
		}
		Rebuilds.update(connection, "update view.rebuild set position = ?, target = greatest(target, ?) where id = ?", position, position, id);
		Rebuilds.update(connection, """
				update view.rebuild_part p set error = g.error from view.generation g
				where p.rebuild_id = ? and g.id in (p.generation, p.replaces) and g.state = 'set_aside' and not g.serving""", id);
		for (Rebuild.Part part : parts) {
			Folding<?, ?> view = part.view();
			String name = view.model().name();
			if (view.error() != null) {
				LOG.error("Building view {} failed at position {}: {}", name, view.position(), view.error());
				if (!live.containsKey(name)) {
					setAside.add(name);
				}
			} else if (goal != RebuildState.State.BUILT) {
				if (goal == RebuildState.State.TAKEN_OVER) {
					Rebuilds.update(connection, "update view.rebuild_part set replaces = ? where rebuild_id = ? and name = ?", Generations.serving(connection, name), id, name);
				}
				Generations.caughtUp(connection, name, position);
				Generations.switchTo(connection, view.generation(), name);
				joining.put(name, view);
			}
		}
	}

	/** A rebuild that broke off is resumed after a while. One for which there is no room is given up, and the room given back, as the log needs it more. */
	private void note(Rebuild broken, Throwable failure) throws SQLException {
		boolean full = DataErrors.isNoRoom(failure);
		LOG.warn("Building views stopped; {}", full ? "the disk of the database is full" : "it is tried again from its last checkpoint", failure);
		mayRetry = System.nanoTime() + tuning.retry().toNanos() * (full ? RETRIES_SKIPPED_WHEN_FULL : 1);
		for (Rebuild.Part part : full ? broken.parts() : List.<Rebuild.Part>of()) {
			giveUp(part);
		}
		for (UUID id : rebuilds(broken.parts())) {
			Rebuilds.update(connection, "update view.rebuild set phase = null, trouble = ? where id = ? and state in ('building', 'taking_over', 'returning', 'failed')",
					full ? "De schijf van de database is vol; wat gebouwd was, is weggehaald." : "Onderbroken door een storing; het gaat verder waar het gebleven was.", id);
		}
		connection.commit();
		sweep();
	}

	private void giveUp(Rebuild.Part part) throws SQLException {
		if (part.goal() == RebuildState.State.RETURNED) {
			// it served before and holds what nobody else has: it only waits
			return;
		}
		boolean asked = Rebuilds.update(connection,
				"update view.rebuild set state = 'failed', ended_at = clock_timestamp() where id = ? and cause <> 'start' and state <> 'cancelled'",
				part.rebuild()) == 1;
		if (asked) {
			Generations.cancel(connection, part.view().generation());
		} else {
			Generations.clear(connection, part.view().generation());
		}
	}

	/** Leaves everything as the last commit left it. */
	void stop() throws InterruptedException {
		Rebuild running = rebuild;
		if (running != null) {
			running.stop();
		}
	}
}
