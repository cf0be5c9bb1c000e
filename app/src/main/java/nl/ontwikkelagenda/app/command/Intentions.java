package nl.ontwikkelagenda.app.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.app.command.Intent.Once;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stands in for the one transaction of events and idempotency row, where events are stored elsewhere. Before a command its intention is written; its events are marked with the
 * request; and whoever meets an intention without an outcome looks among the events of its aggregate whether it had its effect, and writes the outcome down.
 */
class Intentions implements CorrelationDataProvider {

	/** Metadata: digest of actor and idempotency key. */
	static final String REQUEST = "request";

	/** What was intended, and with which aggregate. */
	record Intention(Actor actor, Once once, String aggregate) {
	}

	/** The first event of a request in its aggregate, and the last sequence that was looked at. */
	private record Looked(Optional<String> eventId, long sequence) {
	}

	private final JdbcTemplate jdbc;
	private final IdempotencyKeys keys;
	private final EventStorageEngine events;
	private final Positions positions;
	private final TransactionTemplate apart;

	/** Where an event is. */
	@FunctionalInterface
	interface Positions {
		long of(String eventId);
	}

	/** @param apart a transaction of its own, whatever goes on around it */
	Intentions(JdbcTemplate jdbc, IdempotencyKeys keys, EventStorageEngine events, Positions positions, TransactionTemplate apart) {
		this.jdbc = jdbc;
		this.keys = keys;
		this.events = events;
		this.positions = positions;
		this.apart = apart;
	}

	/** Writes it down; answers the earlier one with the same key, of which nobody knows what came of it. */
	Optional<Intention> write(Intention intention) {
		Once once = intention.once();
		int written = jdbc.update("""
				insert into register.idempotency_intention (actor, key, fingerprint, status, resource, aggregate) values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
				intention.actor().value(), once.key(), once.fingerprint(), once.status(), once.resource(), intention.aggregate());
		return written == 1
				? Optional.empty()
				: jdbc.query("select * from register.idempotency_intention where actor = ? and key = ?", Intentions::intention, intention.actor().value(), once.key()).stream()
						.findFirst();
	}

	/**
	 * Finds out what came of an earlier intention; the caller holds the key.
	 *
	 * @throws AlreadyDone          it had its effect
	 * @throws IdempotencyKeyReused the same, and this is another request
	 */
	void settle(Intention earlier, Intention now, Sending sending) {
		Looked looked = look(earlier);
		looked.eventId().ifPresent(eventId -> {
			long position = positions.of(eventId);
			apart.executeWithoutResult(status -> {
				keys.remember(earlier.actor(), earlier.once(), position);
				forget(earlier.actor(), earlier.once());
			});
			throw new AlreadyDone(keys.find(now.actor(), now.once()).orElseThrow());
		});
		apart.executeWithoutResult(status -> {
			forget(earlier.actor(), earlier.once());
			write(now);
		});
		sending.lookedUpTo = earlier.aggregate().equals(now.aggregate()) ? looked.sequence() : null;
	}

	private Looked look(Intention intention) {
		String request = IdempotencyKeys.digest(intention.actor(), intention.once().key());
		DomainEventStream stream = events.readEvents(intention.aggregate(), 0);
		String last = null;
		long sequence = -1;
		while (stream.hasNext()) {
			DomainEventMessage<?> event = stream.next();
			sequence = event.getSequenceNumber();
			if (request.equals(event.getMetaData().get(REQUEST))) {
				last = event.getIdentifier();
			}
		}
		return new Looked(Optional.ofNullable(last), sequence);
	}

	/** Its outcome is known. */
	void forget(Actor actor, Once once) {
		jdbc.update("delete from register.idempotency_intention where actor = ? and key = ?", actor.value(), once.key());
	}

	int forgetOld(int limit) {
		return jdbc.update("""
				delete from register.idempotency_intention where (actor, key) in (
					select actor, key from register.idempotency_intention where written_at < now() - interval '7 days' order by written_at limit ?)""", limit);
	}

	/**
	 * An event that came between the look and the decision may have been of the earlier attempt.
	 *
	 * @throws ConcurrencyException then, so that all is done again
	 */
	static void verifyNothingCameBetween(Sending sending, @Nullable Long version) {
		Long looked = sending.lookedUpTo;
		if (looked != null && looked != (version == null ? -1 : version)) {
			throw new ConcurrencyException("Another event came in between");
		}
	}

	@Override
	public Map<String, ?> correlationDataFor(Message<?> message) {
		Once once = Sending.CURRENT.isBound() ? Sending.current().intent.once() : null;
		return once == null ? Map.of() : Map.of(REQUEST, IdempotencyKeys.digest(Sending.current().intent.actor(), once.key()));
	}

	private static Intention intention(ResultSet row, int number) throws SQLException {
		return new Intention(new Actor(row.getString("actor")), new Once(row.getString("key"), row.getString("fingerprint"), row.getInt("status"), row.getString("resource")),
				row.getString("aggregate"));
	}
}
