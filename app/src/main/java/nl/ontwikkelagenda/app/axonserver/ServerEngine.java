package nl.ontwikkelagenda.app.axonserver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import nl.ontwikkelagenda.app.axonserver.ServerLog.Placed;
import nl.ontwikkelagenda.app.store.CommitBell;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.app.store.OrderedEventStorageEngine;

import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The log in Axon Server, with the same positions as tokens as the one in PostgreSQL. Unlike the connector's own event store it stores the events before the transaction of the
 * database is committed, not after: so what is refused by the server leaves nothing behind, and who has stored them knows where they are.
 */
final class ServerEngine extends AbstractEventStorageEngine {

	private static final int BATCH = 256;

	private final ServerLog log;
	private final CommitBell bell = new CommitBell();

	private static final class Builder extends AbstractEventStorageEngine.Builder {
	}

	ServerEngine(ServerLog log, EventSerializer events, Serializer general, EventUpcaster upcasters) {
		super(new Builder().eventSerializer(new GrpcMetaDataAwareSerializer(events)).snapshotSerializer(new GrpcMetaDataAwareSerializer(general)).upcasterChain(upcasters)
				.snapshotFilter(snapshot -> true));
		this.log = log;
	}

	ServerLog log() {
		return log;
	}

	CommitBell bell() {
		return bell;
	}

	/** As events of this version, each with its position. */
	Stream<TrackedEventMessage<?>> messages(List<Placed> events) {
		return EventUtils.upcastAndDeserializeTrackedEvents(events.stream().map(ServerEngine::tracked), getEventSerializer(), upcasterChain);
	}

	private static TrackedEventData<?> tracked(Placed placed) {
		return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(placed.position()), new GrpcBackedDomainEventData(placed.event()));
	}

	@Override
	protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
		if (events.isEmpty()) {
			return;
		}
		long before = log.head();
		log.append(events.stream().map(event -> stored(event, serializer)).toList());
		bell.ring();
		if (CurrentUnitOfWork.isStarted()) {
			long position = positionOf(events.getLast().getIdentifier(), before);
			CurrentUnitOfWork.get().root().resources().merge(OrderedEventStorageEngine.APPENDED_UP_TO, position, (earlier, now) -> Math.max((Long) earlier, (Long) now));
		}
	}

	/** Where an event is that is somewhere after {@code before}. */
	long positionOf(String eventId, long before) {
		long at = before;
		for (List<Placed> events = log.readAfter(at, BATCH); !events.isEmpty(); events = log.readAfter(at, BATCH)) {
			Optional<Placed> found = events.stream().filter(placed -> placed.event().getMessageIdentifier().equals(eventId)).findFirst();
			if (found.isPresent()) {
				return found.get().position();
			}
			at = events.getLast().position();
		}
		throw new EventStoreException("Axon Server has stored an event but does not show it.");
	}

	private static Event stored(EventMessage<?> event, Serializer serializer) {
		var payload = event.serializePayload(serializer, byte[].class);
		String revision = payload.getType().getRevision();
		Event.Builder stored = Event.newBuilder().setMessageIdentifier(event.getIdentifier()).setTimestamp(event.getTimestamp().toEpochMilli())
				.setPayload(SerializedObject.newBuilder()
						.setType(payload.getType().getName()).setRevision(revision == null ? "" : revision).setData(ByteString.copyFrom(payload.getData())));
		if (event instanceof DomainEventMessage<?> ofAggregate) {
			stored.setAggregateIdentifier(ofAggregate.getAggregateIdentifier()).setAggregateSequenceNumber(ofAggregate.getSequenceNumber()).setAggregateType(ofAggregate.getType());
		}
		event.getMetaData().forEach((name, value) -> stored.putMetaData(name, MetaDataValue.newBuilder().setTextValue(value.toString()).build()));
		return stored.build();
	}

	@Override
	protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
		log.keepSnapshot(Event.newBuilder(stored(snapshot, serializer)).setSnapshot(true).build());
	}

	@Override
	protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
		return log.aggregate(identifier, firstSequenceNumber).stream().map(GrpcBackedDomainEventData::new);
	}

	@Override
	protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken trackingToken, boolean mayBlock) {
		long after = trackingToken == null ? 0 : trackingToken.position().orElseThrow(() -> new EventStoreException("This token has no position: " + trackingToken));
		return log.readAfter(after, BATCH).stream().map(ServerEngine::tracked);
	}

	@Override
	protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
		return log.snapshots(aggregateIdentifier).stream().map(GrpcBackedDomainEventData::new);
	}

	@Override
	public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
		List<Event> events = log.aggregate(aggregateIdentifier, 0);
		return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast().getAggregateSequenceNumber());
	}

	@Override
	public TrackingToken createTailToken() {
		return new GlobalSequenceTrackingToken(0);
	}

	@Override
	public TrackingToken createHeadToken() {
		return new GlobalSequenceTrackingToken(log.head());
	}

	@Override
	public TrackingToken createTokenAt(Instant moment) {
		return new GlobalSequenceTrackingToken(log.positionBefore(moment.toEpochMilli()));
	}
}
