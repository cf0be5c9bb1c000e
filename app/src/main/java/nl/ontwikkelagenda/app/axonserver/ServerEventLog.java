package nl.ontwikkelagenda.app.axonserver;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import nl.ontwikkelagenda.app.axonserver.ServerLog.Placed;
import nl.ontwikkelagenda.app.store.LoggedEvent;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in Axon Server as the views read it. */
final class ServerEventLog implements EventLog {

	/** How often is looked for events that another instance has stored. */
	private static final Duration NEXT_LOOK = Duration.ofMillis(100);
	private static final int AT_ONCE = 1_000;

	private final ServerEngine engine;
	private final ServerLog log;
	private final JdbcClient database;

	ServerEventLog(ServerEngine engine, JdbcClient database) {
		this.engine = engine;
		this.log = engine.log();
		this.database = database;
	}

	@Override
	public long safePosition() {
		return log.head();
	}

	@Override
	public List<Entry> readAfter(long position, int limit) {
		return engine.messages(log.readAfter(position, limit)).map(event -> LoggedEvent.entry(event, event.trackingToken().position().orElseThrow())).toList();
	}

	/** The ledger knows all but the last ones. */
	@Override
	public OptionalLong positionOf(UUID eventId) {
		var sealed = database.sql("select global_index from ledger.leaf where event_identifier = ? order by run desc limit 1").param(eventId).query(Long.class).optional();
		return sealed.isPresent() ? OptionalLong.of(sealed.get()) : unsealed(eventId.toString());
	}

	private OptionalLong unsealed(String eventId) {
		long at = database.sql("select coalesce(max(global_index), 0) from ledger.leaf where run = (select max(number) from ledger.run)").query(Long.class).single();
		for (List<Placed> events = log.readAfter(at, AT_ONCE); !events.isEmpty(); events = log.readAfter(at, AT_ONCE)) {
			for (Placed placed : events) {
				if (placed.event().getMessageIdentifier().equals(eventId)) {
					return OptionalLong.of(placed.position());
				}
			}
			at = events.getLast().position();
		}
		return OptionalLong.empty();
	}

	@Override
	public void awaitNews(long position, Duration patience) throws InterruptedException {
		long deadline = System.nanoTime() + patience.toNanos();
		boolean heard = false;
		while (!heard) {
			long before = engine.bell().count();
			long left = deadline - System.nanoTime();
			if (left <= 0 || log.head() > position) {
				return;
			}
			heard = engine.bell().await(before, Duration.ofNanos(Math.min(left, NEXT_LOOK.toNanos())));
		}
	}
}
