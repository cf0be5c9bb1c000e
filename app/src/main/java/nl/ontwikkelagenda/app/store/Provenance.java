package nl.ontwikkelagenda.app.store;

import java.util.HashMap;
import java.util.Map;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Hands on, from each message to those it causes: who acts ({@link #ACTOR}), by which right ({@link #ROLE}, not for jobs), the first message of the chain
 * ({@link #CORRELATION}) and the message that directly caused it ({@link #CAUSATION}).
 */
public final class Provenance implements CorrelationDataProvider {

	/** Metadata: {@code person:<id>} or {@code job:<name>}. */
	public static final String ACTOR = "actor";
	/** Metadata: name of the right that was used; absent for jobs. */
	public static final String ROLE = "role";
	/** Metadata: id of the first message of the chain. */
	public static final String CORRELATION = "correlationId";
	/** Metadata: id of the message that directly caused this one. */
	public static final String CAUSATION = "causationId";

	@Override
	public Map<String, ?> correlationDataFor(Message<?> message) {
		var given = message.getMetaData();
		Map<String, Object> handedOn = new HashMap<>();
		handedOn.put(CAUSATION, message.getIdentifier());
		handedOn.put(CORRELATION, given.getOrDefault(CORRELATION, message.getIdentifier()));
		Object actor = given.get(ACTOR);
		if (actor != null) {
			handedOn.put(ACTOR, actor);
			Object role = given.get(ROLE);
			if (role != null && !actor.toString().startsWith("job:")) {
				handedOn.put(ROLE, role);
			}
		}
		return handedOn;
	}
}
