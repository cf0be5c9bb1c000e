package nl.ontwikkelagenda.app.axonserver;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/** The events in Axon Server as they are. */
final class ServerRecordedEvents implements RecordedEvents {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServerLog log;

	ServerRecordedEvents(ServerLog log) {
		this.log = log;
	}

	@Override
	public List<Placed> readAfter(long position, int limit) {
		return log.readAfter(position, limit).stream().map(placed -> new Placed(placed.position(), recorded(placed.event()))).toList();
	}

	static RecordedEvent recorded(Event event) {
		String aggregate = event.getAggregateIdentifier();
		return new RecordedEvent(event.getMessageIdentifier(), aggregate.isEmpty() ? event.getMessageIdentifier() : aggregate, orNull(event.getAggregateType()),
				event.getAggregateSequenceNumber(), event.getPayload().getType(), orNull(event.getPayload().getRevision()), Instant.ofEpochMilli(event.getTimestamp()),
				event.getPayload().getData().toStringUtf8(), metadata(event.getMetaDataMap()));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static String metadata(Map<String, MetaDataValue> values) {
		Map<String, String> texts = new TreeMap<>();
		values.forEach((name, value) -> texts.put(name, value.getTextValue()));
		return JSON.writeValueAsString(texts);
	}
}
