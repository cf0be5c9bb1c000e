package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every view up to date. Of all instances on one database one does the work (the keeper); the others follow how far it is and one of them takes over when it is gone.
 */
public final class ReadModelEngine {

	/** Held by the keeper's connection for as long as it lives. */
	public static final long CLAIM = 7_236_921_437L;

	private static final Logger LOG = LoggerFactory.getLogger(ReadModelEngine.class);
	private static final Duration IDLE = Duration.ofSeconds(1);
	private static final Duration WHILE_BUILDING = Duration.ofMillis(50);
	private static final long FOLLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
	private static final long LISTEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
	private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(2);
	private static final long CLAIM_NANOS = TimeUnit.SECONDS.toNanos(1);
	private static final long LEFT_TO_NEWER_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final DataSource dataSource;
	private final EventLog log;
	private final Map<String, ReadModel<?, ?>> models = new LinkedHashMap<>();
	private final JsonMapper json;
	private final Progress progress;
	private final Tuning tuning;
	private final Pace pace;
	private final Rebuilds rebuilds;

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition moved = lock.newCondition();
	private final Condition asked = lock.newCondition();
	private long reached = -1;
	private long wanted = -1;
	private int waiting;
	private int listening;

	private volatile boolean stopping;
	private volatile boolean lookNow;
	/** Until then the views are left to an instance of a newer version. */
	private long leftToNewerUntil = System.nanoTime();
	private volatile @Nullable Keeper keeper;
	private volatile @Nullable Thread thread;

	/**
	 * @param dataSource of the application's account; the engine holds one connection for as long as it runs, two more while it builds
	 * @param json       writes and reads documents; a document must come out as it went in
	 * @param progress   hears of every catch-up and rebuild that takes over two seconds
	 * @param pace       of rebuilds beside views that serve
	 */
	public ReadModelEngine(DataSource dataSource, EventLog log, List<? extends ReadModel<?, ?>> models, JsonMapper json, Progress progress, Pace pace) {
		this(dataSource, log, models, json, progress, pace, Tuning.usual());
	}

	ReadModelEngine(DataSource dataSource, EventLog log, List<? extends ReadModel<?, ?>> models, JsonMapper json, Progress progress, Pace pace, Tuning tuning) {
		this.tuning = tuning;
		this.pace = pace;
		this.dataSource = dataSource;
		this.log = log;
		this.json = json;
		this.progress = progress;
		for (ReadModel<?, ?> model : models) {
			if (this.models.put(model.name(), model) != null) {
				throw new IllegalArgumentException("There are two views named " + model.name());
			}
			// a filter that cannot be shows now, and not at the first list
			new Fields(model).indexes("none");
		}
		this.rebuilds = new Rebuilds(dataSource, this.models, json, () -> lookNow = true);
	}

	public synchronized void start() {
		if (thread == null) {
			stopping = false;
			Thread started = new Thread(this::run, "views");
			started.setDaemon(true);
			started.start();
			thread = started;
		}
	}

	/** Ends after the batch that is being written; the next start goes on from there. */
	public synchronized void stop() {
		Thread running = thread;
		if (running != null) {
			stopping = true;
			running.interrupt();
			boolean interrupted = false;
			while (running.isAlive()) {
				try {
					running.join();
				} catch (InterruptedException e) {
					interrupted = true;
				}
			}
			thread = null;
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * For a log that has lost its end: when the views tell of facts after {@code head}, all of them are thrown away, and are built anew from the start. Other instances must not be
	 * running.
	 *
	 * @return whether they did
	 */
	public boolean forgetBeyond(long head) {
		boolean wasRunning = isRunning();
		stop();
		try (Connection connection = dataSource.getConnection(); var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			boolean beyond;
			try (ResultSet row = statement.executeQuery("select position > " + head + " from view.keeper for update")) {
				row.next();
				beyond = row.getBoolean(1);
			}
			if (beyond) {
				statement.execute("update view.generation set state = 'cancelled', serving = false, position = coalesce(position, 0) where serving or state = 'building'");
				statement.execute("update view.keeper set position = 0, newest = null; truncate view.moment");
			}
			connection.commit();
			connection.setAutoCommit(true);
			return beyond;
		} catch (SQLException e) {
			throw new IllegalStateException("The views could not be compared with the log", e);
		} finally {
			if (wasRunning) {
				start();
			}
		}
	}

	public boolean isRunning() {
		return thread != null;
	}

	/** The position up to which every view holds everything, those set aside excepted; -1 while that is not known or a view is still being built for the first time. */
	public long position() {
		lock.lock();
		try {
			return reached;
		} finally {
			lock.unlock();
		}
	}

	/** Waits until the views have reached {@code position}; false when they have not within {@code patience}, or when interrupted. */
	public boolean awaitPosition(long position, Duration patience) {
		long nanos = patience.toNanos();
		lock.lock();
		try {
			waiting++;
			if (reached < position) {
				wanted = Math.max(wanted, position);
				asked.signalAll();
			}
			while (reached < position) {
				if (nanos <= 0) {
					return false;
				}
				nanos = moved.awaitNanos(nanos);
			}
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		} finally {
			waiting--;
			lock.unlock();
		}
	}

	/**
	 * Waits until the views have gone beyond {@code position}, at most {@code patience}; tells whether they have. For whoever follows what comes, however many they are: nothing is
	 * done sooner for their sake, and where another instance keeps the views they hear of it a quarter of a second later.
	 */
	public boolean awaitBeyond(long position, Duration patience) throws InterruptedException {
		long nanos = patience.toNanos();
		lock.lockInterruptibly();
		try {
			listening++;
			while (reached <= position && nanos > 0) {
				nanos = moved.awaitNanos(nanos);
			}
			return reached > position;
		} finally {
			listening--;
			lock.unlock();
		}
	}

	/** Every generation there is, newest first: for health, and for whoever watches a rebuild. */
	public List<ViewState> states() {
		Keeper here = keeper;
		try (Connection connection = dataSource.getConnection()) {
			return Generations.all(connection).stream().map(state -> {
				long built = here == null || state.state() != ViewState.State.BUILDING ? -1 : here.built(state.generation());
				return built <= state.position() ? state : state.at(built);
			}).toList();
		} catch (SQLException e) {
			throw new IllegalStateException("The state of the views could not be read", e);
		}
	}

	/** Rebuilds that are, were or are to be; whichever instance keeps the views does the work. */
	public Rebuilds rebuilds() {
		return rebuilds;
	}

	/**
	 * Folds the whole log anew into generations beside the ones that serve and lets those that succeed take over; whichever instance keeps the views does the work. Returns when
	 * it is done.
	 *
	 * @param names    views to rebuild; empty for all
	 * @param listener hears how far it is: at every new phase, and every two seconds
	 * @return what came of it
	 * @throws IllegalArgumentException when there is no view of such a name
	 * @throws RuleBroken               when another rebuild is under way
	 */
	public RebuildState rebuild(Collection<String> names, Consumer<RebuildState> listener) throws InterruptedException {
		RebuildState told = rebuilds.ask(new RebuildId(UUID.randomUUID()), RebuildState.Cause.COMMAND_LINE, null, names, RebuildState.TakeOver.WHEN_BUILT);
		long toldAt = System.nanoTime();
		while (true) {
			RebuildState now = rebuilds.find(told.id()).orElseThrow();
			if (now.state().isOver()) {
				return now;
			}
			if (now.phase() != told.phase() || System.nanoTime() - toldAt >= TELL_NANOS) {
				listener.accept(now);
				told = now;
				toldAt = System.nanoTime();
			}
			Thread.sleep(100);
		}
	}

	private void run() {
		String told = "";
		while (!stopping) {
			try {
				keepOrFollow();
			} catch (InterruptedException e) {
				// only stop() does this
			} catch (SQLException | RuntimeException | Error e) {
				if (e instanceof UnknownFact) {
					leftToNewerUntil = System.nanoTime() + LEFT_TO_NEWER_NANOS;
				}
				if (!stopping) {
					String trouble = String.valueOf(e.getMessage());
					if (!trouble.equals(told)) {
						LOG.warn("Keeping the views was interrupted and is tried again", e);
						told = trouble;
					}
					pause();
				}
			}
		}
		reach(-1);
	}

	private void pause() {
		try {
			Thread.sleep(500);
		} catch (InterruptedException e) {
			// only stop() does this
		}
	}

	private void keepOrFollow() throws SQLException, InterruptedException {
		try (Connection connection = dataSource.getConnection()) {
			connection.setAutoCommit(false);
			boolean clean = false;
			try {
				if (System.nanoTime() - leftToNewerUntil >= 0 && claimed(connection)) {
					keep(connection);
				} else {
					follow(connection);
				}
				clean = true;
			} catch (InterruptedException e) {
				clean = true;
				throw e;
			} finally {
				release(connection, clean);
			}
		}
	}

	private static boolean claimed(Connection connection) throws SQLException {
		try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + CLAIM + ")")) {
			row.next();
			boolean claimed = row.getBoolean(1);
			connection.commit();
			return claimed;
		}
	}

	/** Gives the claim back; a connection of which that is not certain is thrown away, and with it the claim. */
	private static void release(Connection connection, boolean clean) throws SQLException {
		try {
			connection.rollback();
			Generations.execute(connection, "select pg_advisory_unlock_all()");
			connection.commit();
			connection.setAutoCommit(true);
			if (!clean) {
				connection.abort(Runnable::run);
			}
		} catch (SQLException e) {
			connection.abort(Runnable::run);
		}
	}

	private void keep(Connection connection) throws SQLException, InterruptedException {
		Keeper here = new Keeper(connection, dataSource, log, models, json, progress, tuning, pace);
		try {
			here.prepare();
			keeper = here;
			while (!stopping) {
				long settled = isWanted(here.position()) ? log.safePosition() : -1;
				if (here.step()) {
					reach(here.isComplete() ? here.position() : -1);
				} else {
					// what was settled before an empty read holds nothing that is not in the views
					reach(here.isComplete() ? Math.max(here.position(), settled) : -1);
					if (lookNow) {
						lookNow = false;
						here.lookAround();
					}
					log.awaitNews(here.position(), here.isRebuilding() ? WHILE_BUILDING : IDLE);
				}
			}
		} finally {
			keeper = null;
			here.stop();
		}
	}

	/** Watches for about a second how far the keeper is, and frees the claim of one that is paused or lost: its connection ends, so it cannot write any more either. */
	private void follow(Connection connection) throws SQLException, InterruptedException {
		try (var statement = connection.prepareStatement("""
				select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database cross join view.keeper k
				where l.locktype = 'advisory' and l.granted and d.datname = current_database() and l.objsubid = 1 and (l.classid::bigint << 32) + l.objid::bigint = ?
					and k.beat < clock_timestamp() - make_interval(secs => ?)""")) {
			statement.setLong(1, CLAIM);
			statement.setDouble(2, tuning.lost().toMillis() / 1000.0);
			statement.execute();
		}
		connection.commit();
		long end = System.nanoTime() + CLAIM_NANOS;
		while (!stopping && System.nanoTime() < end) {
			reach(keptUpTo(connection));
			lock.lockInterruptibly();
			try {
				long pause = waiting > 0 ? FOLLOW_NANOS : listening > 0 ? LISTEN_NANOS : CLAIM_NANOS;
				asked.awaitNanos(Math.min(pause, end - System.nanoTime()));
			} finally {
				lock.unlock();
			}
		}
	}

	private long keptUpTo(Connection connection) throws SQLException {
		List<ViewState> states = Generations.all(connection);
		connection.commit();
		boolean complete = states.stream().anyMatch(state -> state.serving() && models.containsKey(state.name())) || models.keySet().stream()
				.allMatch(name -> states.stream().anyMatch(state -> state.name().equals(name) && state.state() == ViewState.State.SET_ASIDE));
		try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("select position from view.keeper")) {
			row.next();
			long position = row.getLong(1);
			connection.commit();
			return complete ? position : -1;
		}
	}

	private void reach(long position) {
		lock.lock();
		try {
			if (position != reached) {
				reached = position;
				moved.signalAll();
			}
		} finally {
			lock.unlock();
		}
	}

	private boolean isWanted(long position) {
		lock.lock();
		try {
			return waiting > 0 && wanted > position;
		} finally {
			lock.unlock();
		}
	}
}
