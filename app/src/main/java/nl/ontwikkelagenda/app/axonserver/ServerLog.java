package nl.ontwikkelagenda.app.axonserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.StatusRuntimeException;
import nl.ontwikkelagenda.app.store.LogUnavailable;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What Axon Server is asked, by position, each question with a time-out. Nothing it says is ever taken back, so its head is the safe position. */
final class ServerLog {

	private static final int BUFFER = 1_000;
	private static final int MOST_PARKED = 4;

	/** An event as the server keeps it, at its place. */
	record Placed(long position, Event event) {
	}

	private final AxonServerConnectionManager connections;
	private final Supplier<Places> places;
	private final Duration patience;
	/** Streams that were not read to their end, by the position up to which they were: who goes through the log need not open one for every batch. */
	private final Map<Long, EventStream> parked = new LinkedHashMap<>();
	private volatile @Nullable Places known;

	/** @param patience how long one answer may take */
	ServerLog(AxonServerConnectionManager connections, Supplier<Places> places, Duration patience) {
		this.connections = connections;
		this.places = places;
		this.patience = patience;
	}

	/** The same server, with places as they are now. */
	ServerLog withNewPlaces() {
		return new ServerLog(connections, places, patience);
	}

	/** Position of the last event; 0 when there is none. */
	long head() {
		Long last = answer(channel().getLastToken());
		return last == null || last < 0 ? 0 : places().position(last);
	}

	/** How many events there are. */
	long size() {
		Long last = answer(channel().getLastToken());
		return last == null ? 0 : last + 1;
	}

	/** At most {@code limit} events after this position. */
	List<Placed> readAfter(long position, int limit) {
		long head = head();
		List<Placed> found = new ArrayList<>();
		if (position >= head) {
			return found;
		}
		EventStream stream = streamAfter(position);
		long at = position;
		try {
			while (found.size() < limit && at < head) {
				EventWithToken next = stream.nextIfAvailable(patience.toMillis(), TimeUnit.MILLISECONDS);
				if (next == null) {
					throw new LogUnavailable("Axon Server does not go on with the events after " + at, stream.getError().orElse(new TimeoutException()));
				}
				at = places().position(next.getToken());
				found.add(new Placed(at, next.getEvent()));
			}
		} catch (InterruptedException e) {
			stream.close();
			Thread.currentThread().interrupt();
			return List.of();
		} catch (RuntimeException e) {
			stream.close();
			throw away(e);
		}
		park(stream, at, at < head);
		return found;
	}

	private EventStream streamAfter(long position) {
		EventStream waiting;
		synchronized (parked) {
			waiting = parked.remove(position);
		}
		if (waiting != null && !waiting.isClosed()) {
			return waiting;
		}
		try {
			return channel().openStream(places().tokenAfter(position) - 1, BUFFER);
		} catch (RuntimeException e) {
			throw away(e);
		}
	}

	private void park(EventStream stream, long position, boolean more) {
		EventStream superfluous = stream;
		if (more) {
			synchronized (parked) {
				superfluous = parked.put(position, stream);
				if (parked.size() > MOST_PARKED) {
					superfluous = parked.remove(parked.keySet().iterator().next());
				}
			}
		}
		if (superfluous != null) {
			superfluous.close();
		}
	}

	/** The events of one aggregate from this sequence on. */
	List<Event> aggregate(String id, long from) {
		List<Event> events = new ArrayList<>();
		AggregateEventStream stream = channel().openAggregateStream(id, from);
		try {
			while (stream.hasNext()) {
				events.add(stream.next());
			}
			return events;
		} catch (InterruptedException e) {
			stream.cancel();
			Thread.currentThread().interrupt();
			throw new LogUnavailable("Interrupted", e);
		} catch (RuntimeException e) {
			throw away(e);
		}
	}

	/** The newest snapshot of an aggregate; absent when it has none. */
	List<Event> snapshots(String aggregate) {
		try {
			return channel().loadSnapshots(aggregate, Long.MAX_VALUE, 1).asStream().toList();
		} catch (RuntimeException e) {
			throw away(e);
		}
	}

	void keepSnapshot(Event snapshot) {
		answer(channel().appendSnapshot(snapshot));
	}

	/** Before the first event recorded at or after this moment, as the server sees it. */
	long positionBefore(long epochMillis) {
		Long token = answer(channel().getTokenAt(epochMillis));
		return token == null || token < 0 ? 0 : places().position(token) - 1;
	}

	/**
	 * Stores these events, all or none.
	 *
	 * @throws ConcurrencyException             another event has the sequence of one of them
	 * @throws AggregateStreamCreationException the same, and it is the first of its aggregate
	 * @throws LogUnavailable                   the server does not answer; they may be stored
	 */
	void append(List<Event> events) {
		AppendEventsTransaction transaction = channel().startAppendEventsTransaction();
		events.forEach(transaction::appendEvent);
		try {
			answer(transaction.commit());
		} catch (LogUnavailable e) {
			if (isSequenceTaken(e)) {
				throw events.getFirst().getAggregateSequenceNumber() == 0
						? new AggregateStreamCreationException("It exists: " + e.getMessage(), e.getCause())
						: new ConcurrencyException("Another writer was first: " + e.getMessage(), e.getCause());
			}
			throw e;
		}
	}

	/** The server says so in the trailers of its answer. */
	private static boolean isSequenceTaken(Throwable failure) {
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			if ((cause instanceof AxonServerException refused && refused.getErrorCategory() == ErrorCategory.INVALID_EVENT_SEQUENCE)
					|| (cause instanceof StatusRuntimeException && GrpcExceptionParser.parse(cause) instanceof ConcurrencyException)) {
				return true;
			}
		}
		return false;
	}

	/** Whether the server answers now. */
	boolean isThere() {
		try {
			head();
			return true;
		} catch (LogUnavailable e) {
			return false;
		}
	}

	private EventChannel channel() {
		try {
			return connections.getConnection().eventChannel();
		} catch (RuntimeException e) {
			throw away(e);
		}
	}

	/** Read when it is first needed, which is after the migrations. */
	private Places places() {
		Places now = known;
		if (now == null) {
			now = places.get();
			known = now;
		}
		return now;
	}

	private <T> @Nullable T answer(CompletableFuture<T> asked) {
		try {
			return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (ExecutionException e) {
			throw away(e.getCause() == null ? e : e.getCause());
		} catch (TimeoutException e) {
			throw away(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw away(e);
		}
	}

	private static LogUnavailable away(Throwable failure) {
		return failure instanceof LogUnavailable known ? known : new LogUnavailable("Axon Server does not do what it is asked now: " + failure.getMessage(), failure);
	}
}
