package nl.ontwikkelagenda.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;

/** The log as the views read it: straight from the bytes of the row to the event, in the one order of the {@link OrderedEventStorageEngine}. */
final class JdbcEventLog implements EventLog {

	/** How often is looked for events that another instance has committed. */
	private static final Duration NEXT_LOOK = Duration.ofMillis(100);

	/** A file of actors that is not emptied: there are as many as people who ever did something. */
	private static final Map<String, Actor> ACTORS = new ConcurrentHashMap<>();

	private static final String COLUMNS = "aggregate_identifier, sequence_number, payload_type, payload_revision, payload, meta_data ->> 'actor', time_stamp";

	/** How to read one type of event as it is written today. */
	private record Decoder(@Nullable String revision, ObjectReader reader) {
	}

	private final OrderedEventStorageEngine engine;
	private final EventSerializer serializer;
	/** Made when the first event of a type is read: all of them take a tenth of the time of a start. */
	private final Map<String, Decoder> decoders = new ConcurrentHashMap<>();

	JdbcEventLog(OrderedEventStorageEngine engine, EventSerializer serializer) {
		this.engine = engine;
		this.serializer = serializer;
	}

	@Override
	public long safePosition() {
		return engine.safePosition();
	}

	@Override
	public List<Entry> readAfter(long position, int limit) {
		List<List<Entry>> rows = engine.guard().readAfter(position, limit, COLUMNS, this::entries);
		List<Entry> entries = new ArrayList<>(rows.size());
		rows.forEach(entries::addAll);
		return entries;
	}

	private List<Entry> entries(ResultSet row, long position) throws SQLException {
		Decoder decoder = decoders.computeIfAbsent(row.getString(4), this::decoder);
		if (decoder == null || !Objects.equals(decoder.revision(), row.getString(5))) {
			return upcast(position);
		}
		Object event;
		try {
			event = decoder.reader().readValue(row.getBytes(6));
		} catch (JacksonException e) {
			// an upcaster may know what to make of it
			return upcast(position);
		}
		Instant at = row.getObject(8, OffsetDateTime.class).toInstant();
		Actor by = ACTORS.computeIfAbsent(row.getString(7), Actor::new);
		return List.of(new Entry(row.getString(2), event, new Recorded(position, row.getLong(3), at, by)));
	}

	/** Null for a name that is no longer used. */
	private @Nullable Decoder decoder(String name) {
		Class<?> type = serializer.types().typeOf(name);
		return type == null ? null : new Decoder(serializer.typeForClass(type).getRevision(), serializer.readerOf(type));
	}

	/** An older revision, a name that is no longer used, or what cannot be read: seldom, so by the long way through the upcasters. */
	private List<Entry> upcast(long position) {
		try (var events = engine.readEvents(new GlobalSequenceTrackingToken(position - 1), false)) {
			return events.takeWhile(event -> event.trackingToken().position().orElseThrow() == position).map(event -> LoggedEvent.entry(event, position)).toList();
		}
	}

	@Override
	public OptionalLong positionOf(UUID eventId) {
		return engine.positionOf(eventId);
	}

	@Override
	public void awaitNews(long position, Duration patience) throws InterruptedException {
		long deadline = System.nanoTime() + patience.toNanos();
		boolean heard = false;
		while (!heard) {
			long before = engine.bell().count();
			long left = deadline - System.nanoTime();
			if (left <= 0 || engine.guard().anyAfter(position)) {
				return;
			}
			heard = engine.bell().await(before, Duration.ofNanos(Math.min(left, NEXT_LOOK.toNanos())));
		}
	}
}
