package nl.ontwikkelagenda.reporting.readmodel;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of the one instance that keeps the views, on the connection that holds the claim: whoever loses the claim has lost the means to write as well. */
final class Keeper {

	private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
	private static final int BATCH = 1_000;

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
	private Dispatch dispatch = new Dispatch(List.of());
	private long position;
	private @Nullable Instant newest;
	private long target;
	private long lastBeat = System.nanoTime();
	private long lastFailure = Long.MIN_VALUE / 2;
	private volatile @Nullable Rebuild rebuild;

	Keeper(Connection connection, DataSource dataSource, EventLog log, Map<String, ReadModel<?, ?>> models, JsonMapper json, Progress progress, Tuning tuning) {
		this.connection = connection;
		this.dataSource = dataSource;
		this.log = log;
		this.models = models;
		this.json = json;
		this.progress = progress;
		this.tuning = tuning;
		this.ticker = new Ticker(progress);
	}

	/** Takes up where the last keeper left off: joins the views that are up to date and begins building the others. */
	void prepare() throws SQLException {
		try (var statement = connection.prepareStatement("update view.keeper set backend = pg_backend_pid(), beat = clock_timestamp() returning position, newest");
				ResultSet row = statement.executeQuery()) {
			row.next();
			position = row.getLong(1);
			OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
			newest = at == null ? null : at.toInstant();
		}
		target = log.safePosition();
		List<ViewState> states = Generations.all(connection);
		for (ViewState state : states) {
			ReadModel<?, ?> model = models.get(state.name());
			boolean building = state.state() == ViewState.State.BUILDING;
			if (state.serving() && model == null) {
				Generations.retire(connection, state.generation());
			} else if (building && (model == null || model.version() != state.version())) {
				Generations.retire(connection, state.generation());
			} else if (state.state() == ViewState.State.ACTIVE && model != null && model.version() != state.version()) {
				// still answers those who know this version, but nobody here can fold it any further
				Folding<?, ?> frozen = new Folding<>(model, state.generation(), position, json);
				frozen.setAside(new IllegalStateException("version " + model.version() + " of this view is being built"));
				Generations.setAside(connection, frozen);
			}
		}
		Map<String, ViewState> serving = states.stream().filter(ViewState::serving).collect(Collectors.toMap(ViewState::name, Function.identity()));
		boolean nothingYet = position == 0 && target < BATCH;
		for (ReadModel<?, ?> model : models.values()) {
			ViewState state = serving.get(model.name());
			if (state != null && state.version() == model.version() && state.state() == ViewState.State.ACTIVE) {
				live.put(model.name(), new Folding<>(model, state.generation(), position, json));
			} else if (state == null && nothingYet) {
				live.put(model.name(), new Folding<>(model, Generations.begin(connection, model), 0, json));
			} else {
				// also a view that was set aside gets a new chance at every start: its fold may have been mended
				Generations.ask(connection, model);
			}
		}
		connection.commit();
		liveChanged();
		sweep();
		startRebuild();
	}

	private void liveChanged() {
		dispatch = new Dispatch(live.values());
	}

	/** Drops what serves nobody, but keeps of every view the last one that served and the last one that failed. */
	private void sweep() throws SQLException {
		List<ViewState> states = Generations.all(connection);
		connection.commit();
		Set<String> kept = new HashSet<>();
		List<Long> useless = states.stream().filter(state -> !state.serving() && state.state() != ViewState.State.BUILDING)
				.filter(state -> isOvertaken(state, states) || !kept.add(state.name() + state.state())).map(ViewState::generation).toList();
		if (useless.isEmpty()) {
			return;
		}
		// on a thread and connection of its own, as detaching waits for every reader there is
		Thread.ofPlatform().daemon().name("views-sweep").start(() -> {
			try (Connection other = dataSource.getConnection()) {
				for (long generation : useless) {
					Generations.drop(other, generation);
				}
			} catch (SQLException e) {
				LOG.warn("Old generations of views could not be dropped now; the next start tries again", e);
			}
		});
	}

	/** A failure is no news any more once a later generation serves. */
	private static boolean isOvertaken(ViewState state, List<ViewState> states) {
		return state.state() == ViewState.State.SET_ASIDE
				&& states.stream().anyMatch(other -> other.state() == ViewState.State.ACTIVE && other.name().equals(state.name()) && other.generation() > state.generation());
	}

	private void startRebuild() throws SQLException {
		List<Folding<?, ?>> views = new ArrayList<>();
		for (ViewState state : Generations.all(connection)) {
			ReadModel<?, ?> model = models.get(state.name());
			if (state.state() == ViewState.State.BUILDING && model != null && model.version() == state.version()) {
				views.add(new Folding<>(model, state.generation(), state.position(), json));
			}
		}
		connection.commit();
		if (!views.isEmpty()) {
			Rebuild started = new Rebuild(dataSource, log, views, tuning, progress);
			rebuild = started;
			started.start();
		}
	}

	long position() {
		return position;
	}

	/** Whether every view is either kept up to date or set aside, so that {@link #position()} speaks for all. */
	boolean isComplete() {
		return models.keySet().stream().allMatch(name -> live.containsKey(name) || setAside.contains(name));
	}

	/** How far a generation that is being built here has come; -1 when it is not. */
	long built(long generation) {
		Rebuild running = rebuild;
		return running != null && running.views().stream().anyMatch(view -> view.generation() == generation) ? running.position() : -1;
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
			if (ticker.due()) {
				ticker.at("views", position, target);
			}
		} else {
			target = position;
			ticker.reset();
		}
		if (System.nanoTime() - lastBeat > tuning.lost().toNanos() / 4) {
			lookAround();
		}
		return !entries.isEmpty();
	}

	/** Shows that this keeper is alive, and begins what others have asked for. */
	void lookAround() throws SQLException {
		lastBeat = System.nanoTime();
		Generations.execute(connection, "set local synchronous_commit = off; update view.keeper set beat = clock_timestamp()");
		connection.commit();
		if (rebuild == null && System.nanoTime() - lastFailure > tuning.retry().toNanos()) {
			startRebuild();
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
		lastBeat = System.nanoTime();
	}

	/** The step from built to serving: between two batches, so that the new generation stands exactly where all others stand. */
	private void switchIfBuilt() throws SQLException, InterruptedException {
		Rebuild built = rebuild;
		if (built == null || !built.isOver()) {
			return;
		}
		Throwable failure = built.failure();
		if (failure != null) {
			LOG.warn("Building views stopped and is tried again from its last checkpoint", failure);
			rebuild = null;
			lastFailure = System.nanoTime();
			return;
		}
		List<? extends Folding<?, ?>> good = built.views().stream().filter(view -> view.error() == null).toList();
		if (good.stream().anyMatch(view -> view.position() > position)) {
			return;
		}
		built.finish(connection, position);
		Map<String, Folding<?, ?>> joining = new HashMap<>();
		for (Folding<?, ?> view : built.views()) {
			String name = view.model().name();
			if (view.error() == null) {
				Generations.switchTo(connection, view.generation(), name);
				joining.put(name, view);
			} else {
				LOG.error("Building view {} failed at position {}: {}", name, view.position(), requireNonNull(view.error()));
				if (!live.containsKey(name)) {
					setAside.add(name);
				}
			}
		}
		connection.commit();
		live.putAll(joining);
		setAside.removeAll(joining.keySet());
		liveChanged();
		rebuild = null;
		sweep();
		startRebuild();
	}

	/** Leaves everything as the last commit left it. */
	void stop() throws InterruptedException {
		Rebuild running = rebuild;
		if (running != null) {
			running.stop();
		}
	}
}
