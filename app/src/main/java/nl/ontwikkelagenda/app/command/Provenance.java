package nl.ontwikkelagenda.app.command;

import java.util.HashMap;
import java.util.Map;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What every event says about where it came from: who ({@code actor}), in which role ({@code role}), the first message of the chain ({@code correlationId}) and the message
 * that caused it ({@code causationId}). Commands are not stored, so behind an automation the cause is the event that it reacted to, not the command it sent.
 */
class Provenance implements CorrelationDataProvider {

	static final String ACTOR = "actor";
	static final String ROLE = "role";
	static final String CORRELATION = "correlationId";
	static final String CAUSATION = "causationId";

	@Override
	public Map<String, ?> correlationDataFor(Message<?> message) {
		Map<String, Object> data = new HashMap<>();
		data.put(CORRELATION, message.getMetaData().getOrDefault(CORRELATION, message.getIdentifier()));
		if (message instanceof CommandMessage<?>) {
			data.put(CAUSATION, message.getMetaData().getOrDefault(CAUSATION, message.getIdentifier()));
			for (String key : new String[]{ACTOR, ROLE}) {
				if (message.getMetaData().containsKey(key)) {
					data.put(key, message.getMetaData().get(key));
				}
			}
		} else {
			data.put(CAUSATION, message.getIdentifier());
		}
		return data;
	}
}
