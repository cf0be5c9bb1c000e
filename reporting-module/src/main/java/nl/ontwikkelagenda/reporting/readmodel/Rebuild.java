package nl.ontwikkelagenda.reporting.readmodel;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Folds the whole log into new generations beside the ones that serve, all of them in one pass. Reading, folding and writing overlap; versions are written with {@code COPY} as
 * soon as they have ended, current documents now and then together with the position (a checkpoint, from which the next process resumes), indexes at the end, those of two views at
 * once while nobody is served.
 */
final class Rebuild {

	/**
	 * One of the views.
	 *
	 * @param rebuild what asked for it
	 * @param goal    what that becomes when it succeeds
	 */
	record Part(Folding<?, ?> view, UUID rebuild, RebuildState.State goal) {
	}

	/** More than so many views are counted in the log, which is read by people. */
	private static final int NAMED = 3;
	private static final int BATCH = 1_000;
	private static final int CHUNK = 1 << 20;
	private static final int CHUNKS_WAITING = 8;
	private static final long NEXT_LOOK_MILLIS = 50;

	private final DataSource dataSource;
	private final EventLog log;
	private final List<Part> parts;
	private final List<? extends Folding<?, ?>> views;
	private final Tuning tuning;
	private final Progress progress;
	private final Pace pace;
	private final LongSupplier live;
	private final JsonMapper json;
	private final Map<Folding<?, ?>, CopyRows> rows = new HashMap<>();
	private final Thread thread = new Thread(this::run, "views-rebuild");
	private final long began = System.nanoTime();
	private final long from;
	private long lastCheckpoint = System.nanoTime();
	private final Set<Connection> working = new HashSet<>();
	private volatile @Nullable Throwable failure;
	private volatile boolean stopped;
	private volatile RebuildState.Phase phase = RebuildState.Phase.READING;
	private volatile long position;
	private volatile long target;
	/** Positions of the log per second while it was read; negative as long as that goes on. */
	private volatile double rate = -1;
	private final AtomicInteger done = new AtomicInteger();

	/** @param live how far the views that serve are */
	Rebuild(DataSource dataSource, EventLog log, List<Part> parts, JsonMapper json, Tuning tuning, Progress progress, Pace pace, LongSupplier live) {
		this.dataSource = dataSource;
		this.log = log;
		this.parts = List.copyOf(parts);
		this.views = parts.stream().<Folding<?, ?>>map(Part::view).toList();
		this.json = json;
		this.tuning = tuning;
		this.progress = progress;
		this.pace = pace;
		this.live = live;
		this.from = views.stream().mapToLong(Folding::position).min().orElse(0);
		this.position = from;
	}

	List<Part> parts() {
		return parts;
	}

	long position() {
		return position;
	}

	/** How far the log was when it was last asked. */
	long target() {
		return Math.max(target, position);
	}

	RebuildState.Phase phase() {
		return phase;
	}

	/** Positions of the log per second while it was read, pauses included; what came after that does not count. */
	double perSecond() {
		double known = rate;
		return known >= 0 ? known : (position - from) / Math.max(0.001, (System.nanoTime() - began) / 1e9);
	}

	/** Of how many views this phase is done; 0 while the log is read, which is of all at once. */
	int done() {
		return done.get();
	}

	private void enter(RebuildState.Phase next) {
		done.set(0);
		phase = next;
	}

	void start() {
		thread.setDaemon(true);
		thread.start();
	}

	boolean isOver() {
		return !thread.isAlive();
	}

	/** Why it ended without result; what is stored is complete up to the last checkpoint. */
	@Nullable
	Throwable failure() {
		return failure;
	}

	boolean wasStopped() {
		return stopped;
	}

	/** Makes it end soon, also in the middle of an index; does not wait for it. */
	void stopSoon() {
		stopped = true;
		thread.interrupt();
		synchronized (working) {
			working.forEach(Rebuild::cancelStatement);
		}
	}

	private static void cancelStatement(Connection connection) {
		try {
			connection.unwrap(PGConnection.class).cancelQuery();
		} catch (SQLException e) {
			// then it ends after the statement
		}
	}

	void stop() throws InterruptedException {
		while (thread.isAlive()) {
			stopSoon();
			thread.join(50);
		}
	}

	/** Does its work on a connection of its own, which {@link #stopSoon()} can break off. */
	private interface Work {
		void on(Connection connection) throws SQLException, InterruptedException;
	}

	private void run() {
		try {
			connected(connection -> {
				for (Folding<?, ?> view : views) {
					makeRoom(connection, view);
				}
				drain(connection, Long.MAX_VALUE);
				rate = perSecond();
				enter(RebuildState.Phase.INDEXING);
				makeIndexes(connection);
				enter(RebuildState.Phase.COMPARING);
				for (Part part : parts) {
					compare(connection, part);
					done.incrementAndGet();
				}
				enter(RebuildState.Phase.CATCHING_UP);
				// what came in the meantime
				drain(connection, Long.MAX_VALUE);
			});
		} catch (SQLException | RuntimeException | InterruptedException | Error e) {
			failure = e;
		}
	}

	private void connected(Work work) throws SQLException, InterruptedException {
		try (Connection connection = dataSource.getConnection()) {
			connection.setAutoCommit(false);
			Generations.allowLongStatements(connection);
			synchronized (working) {
				working.add(connection);
			}
			try {
				// what is lost in a crash is done again
				Generations.execute(connection, "set synchronous_commit = off");
				// who waits for a quiet moment now waits in no transaction
				connection.commit();
				work.on(connection);
			} finally {
				synchronized (working) {
					working.remove(connection);
				}
				connection.rollback();
				Generations.execute(connection, "reset synchronous_commit");
				connection.commit();
				connection.setAutoCommit(true);
			}
		}
	}

	private void makeIndexes(Connection connection) throws SQLException, InterruptedException {
		Queue<Folding<?, ?>> waiting = new ConcurrentLinkedQueue<>(largestFirst(connection));
		FutureTask<?> whenQuiet = new FutureTask<>(() -> {
			connected(second -> makeIndexesWhileQuiet(second, waiting));
			return null;
		});
		Thread second = new Thread(whenQuiet, "views-rebuild-indexes");
		second.setDaemon(true);
		second.start();
		try {
			for (Folding<?, ?> view = waiting.poll(); view != null; view = waiting.poll()) {
				makeIndexes(connection, view);
			}
			await(whenQuiet);
		} finally {
			waiting.clear();
			while (second.isAlive()) {
				second.interrupt();
				synchronized (working) {
					working.stream().filter(other -> !other.equals(connection)).forEach(Rebuild::cancelStatement);
				}
				second.join(10);
			}
		}
	}

	private void makeIndexesWhileQuiet(Connection connection, Queue<Folding<?, ?>> waiting) throws SQLException, InterruptedException {
		while (!waiting.isEmpty()) {
			Folding<?, ?> view = pace.isQuiet() ? waiting.poll() : null;
			if (view == null) {
				Thread.sleep(NEXT_LOOK_MILLIS);
			} else {
				makeIndexes(connection, view);
			}
		}
	}

	private void makeIndexes(Connection connection, Folding<?, ?> view) throws SQLException, InterruptedException {
		Generations.makeIndexes(connection, view.generation(), view.model(), pace);
		connection.commit();
		done.incrementAndGet();
	}

	/** So that the last ones, which one process makes alone, are small. */
	private List<Folding<?, ?>> largestFirst(Connection connection) throws SQLException {
		Map<Folding<?, ?>, Long> sizes = new HashMap<>();
		for (Folding<?, ?> view : views) {
			if (view.error() == null) {
				sizes.put(view, Generations.size(connection, view.generation()));
			}
		}
		connection.commit();
		return sizes.entrySet().stream().sorted(Map.Entry.<Folding<?, ?>, Long>comparingByValue().reversed()).<Folding<?, ?>>map(Map.Entry::getKey).toList();
	}

	/** Old against new, once, when the old one is as far. */
	private void compare(Connection connection, Part part) throws SQLException, InterruptedException {
		Folding<?, ?> view = part.view();
		if (view.error() != null || part.goal() == RebuildState.State.RETURNED) {
			return;
		}
		Long serving = Generations.serving(connection, view.model().name());
		connection.commit();
		if (serving == null) {
			return;
		}
		while (live.getAsLong() < view.position()) {
			Thread.sleep(20);
		}
		long began = System.nanoTime();
		Long common = GenerationComparison.commonPosition(connection, serving, view.generation());
		if (common != null) {
			RebuildState.Comparison comparison = new GenerationComparison(json, serving, view.generation(), common).summary(connection);
			Rebuilds.update(connection, """
					update view.rebuild_part set replaces = ?, compared_at = ?, before = ?, after = ?, added = ?, missing = ?, different = ? where rebuild_id = ? and name = ?""",
					serving, comparison.position(), comparison.before(), comparison.after(), comparison.added(), comparison.missing(), comparison.different(), part.rebuild(),
					view.model().name());
		}
		connection.commit();
		pace.worked(System.nanoTime() - began);
	}

	/** Makes the tables, or removes what was written to them after the last checkpoint. */
	private static void makeRoom(Connection connection, Folding<?, ?> view) throws SQLException {
		Generations.makeTables(connection, view.generation());
		Generations.execute(connection, view.position() == 0
				? "truncate " + Generations.versions(view.generation())
				: "delete from " + Generations.versions(view.generation()) + " where to_position > " + view.position());
		connection.commit();
	}

	/** Folds the rest, up to and including a position; for the thread that keeps the live views, when this one has ended well. It does not wait for others. */
	void finish(Connection connection, long upTo) throws SQLException, InterruptedException {
		drain(connection, upTo);
	}

	private void drain(Connection connection, long upTo) throws SQLException, InterruptedException {
		BlockingQueue<List<EventLog.Entry>> read = new ArrayBlockingQueue<>(4);
		Throwable[] readFailure = new Throwable[1];
		long start = views.stream().filter(view -> view.error() == null).mapToLong(Folding::position).min().orElse(upTo);
		Thread reader = new Thread(() -> read(start, upTo, read, readFailure), "views-rebuild-reader");
		reader.setDaemon(true);
		// what was forgotten is read beside the writer, who may be busy for long
		try (Connection recalls = dataSource.getConnection(); Writer writer = new Writer(connection)) {
			reader.start();
			fold(recalls, read, writer, upTo);
			if (readFailure[0] != null) {
				throw new IllegalStateException("The log could not be read", readFailure[0]);
			}
			checkpoint(writer);
			writer.settle();
		} finally {
			// what it calls may have swallowed an interrupt, and then it waits for room
			while (reader.isAlive()) {
				reader.interrupt();
				read.clear();
				reader.join(10);
			}
		}
	}

	private void read(long start, long upTo, BlockingQueue<List<EventLog.Entry>> read, Throwable[] failed) {
		try {
			List<EventLog.Entry> entries;
			long at = start;
			do {
				entries = at >= upTo ? List.of() : log.readAfter(at, BATCH);
				if (!entries.isEmpty()) {
					at = entries.getLast().when().position();
				}
				read.put(entries);
			} while (!entries.isEmpty());
		} catch (InterruptedException e) {
			// whoever folds has stopped
		} catch (RuntimeException | Error e) {
			failed[0] = e;
			try {
				read.put(List.of());
			} catch (InterruptedException stopped) {
				// nobody is waiting for it
			}
		}
	}

	private void fold(Connection recalls, BlockingQueue<List<EventLog.Entry>> read, Writer writer, long upTo) throws SQLException, InterruptedException {
		Ticker ticker = new Ticker(progress);
		target = log.safePosition();
		Dispatch dispatch = new Dispatch(views);
		for (List<EventLog.Entry> entries = read.take(); !entries.isEmpty(); entries = read.take()) {
			long began = System.nanoTime();
			List<EventLog.Entry> batch = entries;
			if (entries.getLast().when().position() > upTo) {
				batch = entries.stream().filter(entry -> entry.when().position() <= upTo).toList();
			}
			for (Folding<?, ?> view : views) {
				view.recall(recalls, batch);
			}
			for (EventLog.Entry entry : batch) {
				dispatch.take(entry);
			}
			long last = Math.min(upTo, entries.getLast().when().position());
			for (Folding<?, ?> view : views) {
				view.passed(last);
				collect(view, writer);
			}
			position = last;
			checkpointOrForget(writer);
			if (upTo == Long.MAX_VALUE) {
				pace.worked(System.nanoTime() - began);
			}
			if (ticker.due()) {
				target = log.safePosition();
				ticker.at(views.size() > NAMED ? Integer.toString(views.size()) : views.stream().map(view -> view.model().name()).collect(Collectors.joining(", ")), last, target);
			}
		}
		if (upTo != Long.MAX_VALUE) {
			views.forEach(view -> view.passed(upTo));
		}
	}

	private void collect(Folding<?, ?> view, Writer writer) throws SQLException, InterruptedException {
		CopyRows chunk = rows.computeIfAbsent(view, v -> new CopyRows());
		for (Folding.Ended<?> ended : view.ended()) {
			chunk.add(view.generation(), ended.version(), ended.to());
		}
		view.ended().clear();
		if (chunk.size() > CHUNK) {
			rows.remove(view);
			writer.submit(view, chunk);
		}
	}

	/** Folding goes on while a checkpoint is written, until it needs twice the memory that it may have. */
	private void checkpointOrForget(Writer writer) throws SQLException, InterruptedException {
		if (weight() > 2 * tuning.memory()) {
			writer.settle();
		}
		if (!writer.isSettled()) {
			return;
		}
		if (weight() > tuning.memory()) {
			views.forEach(view -> view.forgetDownTo(view.weight() / 2));
		}
		if (weight() > tuning.memory() || System.nanoTime() - lastCheckpoint > tuning.checkpoint().toNanos()) {
			checkpoint(writer);
		}
	}

	private long weight() {
		return views.stream().mapToLong(Folding::weight).sum();
	}

	/** Sees to it that everything that was folded gets into the tables, and that the positions say so. */
	private void checkpoint(Writer writer) throws SQLException, InterruptedException {
		for (Map.Entry<Folding<?, ?>, CopyRows> chunk : rows.entrySet()) {
			if (!chunk.getValue().isEmpty()) {
				writer.submit(chunk.getKey(), chunk.getValue());
			}
		}
		rows.clear();
		writer.checkpoint(views.stream().<Folding.Unwritten<?>>map(Folding::handOver).toList());
		lastCheckpoint = System.nanoTime();
	}

	private static void await(Future<?> future) throws SQLException, InterruptedException {
		try {
			future.get();
		} catch (ExecutionException e) {
			switch (e.getCause()) {
				case SQLException cause -> throw cause;
				case InterruptedException cause -> throw cause;
				case RuntimeException cause -> throw cause;
				case Error cause -> throw cause;
				case null, default -> throw new IllegalStateException(e.getCause());
			}
		}
	}

	/**
	 * Writes on a thread of its own, in the order in which it was asked to; one connection, so that a later commit vouches for all before it. So when something could not be written, nothing
	 * after it is: whoever folds is told, and the rebuild is tried again from what was written before.
	 */
	private static final class Writer implements AutoCloseable {

		private final Connection connection;
		private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("views-rebuild-writer").factory());
		private final Semaphore room = new Semaphore(CHUNKS_WAITING);
		private final Queue<Future<?>> running = new ArrayDeque<>();
		private @Nullable Future<?> lastCheckpoint;
		private volatile boolean failed;

		Writer(Connection connection) {
			this.connection = connection;
		}

		void submit(Folding<?, ?> view, CopyRows chunk) throws SQLException, InterruptedException {
			room.acquire();
			running.add(inOrder(() -> {
				try {
					copy(Generations.versions(view.generation()) + CopyRows.VERSION, chunk);
					connection.commit();
				} catch (SQLException e) {
					connection.rollback();
					if (!DataErrors.is(e)) {
						throw e;
					}
					// PostgreSQL does not take the rows of one view; the others go on
					view.refuse(e);
				} finally {
					room.release();
				}
				return null;
			}));
			awaitDone();
		}

		private Future<?> inOrder(Callable<?> write) {
			return thread.submit(() -> {
				if (failed) {
					return null;
				}
				try {
					return write.call();
				} catch (Exception | Error e) {
					failed = true;
					throw e;
				}
			});
		}

		private void awaitDone() throws SQLException, InterruptedException {
			for (Future<?> oldest = running.peek(); oldest != null && oldest.isDone(); oldest = running.peek()) {
				await(running.remove());
			}
		}

		/** Whether the last checkpoint that it was asked for is written; fails when it could not be. */
		boolean isSettled() throws SQLException, InterruptedException {
			boolean done = lastCheckpoint == null || lastCheckpoint.isDone();
			awaitDone();
			return done;
		}

		/** Waits until everything that it was asked for is written. */
		void settle() throws SQLException, InterruptedException {
			while (!running.isEmpty()) {
				await(running.remove());
			}
		}

		void checkpoint(List<Folding.Unwritten<?>> views) {
			Future<?> checkpoint = inOrder(() -> {
				for (Folding.Unwritten<?> view : views) {
					writeOrSetAside(view);
				}
				return null;
			});
			running.add(checkpoint);
			lastCheckpoint = checkpoint;
		}

		private void writeOrSetAside(Folding.Unwritten<?> unwritten) throws SQLException {
			Folding<?, ?> view = unwritten.view();
			SQLException refused = view.refused();
			if (refused != null) {
				view.setAside(refused);
			}
			try {
				if (view.error() == null) {
					write(unwritten);
				} else {
					Generations.setAside(connection, view.generation(), unwritten.position(), view.error());
				}
				connection.commit();
			} catch (SQLException e) {
				connection.rollback();
				if (!DataErrors.is(e)) {
					throw e;
				}
				view.setAside(e);
				Generations.setAside(connection, view.generation(), unwritten.position(), view.error());
				connection.commit();
			}
		}

		private void write(Folding.Unwritten<?> unwritten) throws SQLException {
			long generation = unwritten.view().generation();
			if (!unwritten.changed().isEmpty()) {
				try (var statement = connection.prepareStatement("delete from " + Generations.documents(generation) + " where generation = " + generation + " and id = any(?)")) {
					statement.setArray(1, connection.createArrayOf("text", unwritten.changed().keySet().toArray()));
					statement.executeUpdate();
				}
				CopyRows documents = new CopyRows();
				for (Version<?> version : unwritten.changed().values()) {
					if (version != null) {
						documents.add(generation, version, null);
						if (documents.size() > CHUNK) {
							copy(Generations.documents(generation) + CopyRows.DOCUMENT, documents);
							documents = new CopyRows();
						}
					}
				}
				copy(Generations.documents(generation) + CopyRows.DOCUMENT, documents);
			}
			try (var statement = connection.prepareStatement("update view.generation set position = ? where id = ?")) {
				statement.setLong(1, unwritten.position());
				statement.setLong(2, generation);
				statement.executeUpdate();
			}
		}

		private void copy(String target, CopyRows rows) throws SQLException {
			try {
				connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target, rows.stream(), 1 << 16);
			} catch (IOException e) {
				throw new SQLException("Copying to " + target + " broke off", e);
			}
		}

		@Override
		public void close() {
			thread.shutdownNow();
			boolean interrupted = false;
			while (!thread.isTerminated()) {
				try {
					thread.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS);
				} catch (InterruptedException e) {
					interrupted = true;
				}
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
