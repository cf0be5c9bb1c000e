package nl.ontwikkelagenda.app.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import org.axonframework.common.IdentifierFactory;

/** Ids of messages and events as UUIDs of version 7: they arrive in order, so the unique index on them only grows at its end. */
public final class TimeOrderedIds extends IdentifierFactory {

	private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

	@Override
	public String generateIdentifier() {
		return ids.generate().toString();
	}
}
