package nl.ontwikkelagenda.app.command;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** One attempt to have a command's effect: what is asked, and what came of it. Used by the thread that sends. */
class Sending {

	/** Bound while a command is dispatched; a command that comes to the bus without it did not come through the door. */
	static final ScopedValue<Sending> CURRENT = ScopedValue.newInstance();

	/** That something of this type happened to this aggregate. */
	record Recorded(Class<?> type, Object aggregate) {
	}

	final Intent intent;
	/** Whether an earlier attempt met another writer on the same aggregate. */
	final boolean afterCollision;
	final Set<Recorded> events = new HashSet<>();
	@Nullable Long position;
	@Nullable Long sequence;
	/** An earlier request with the same key of which it is not known what came. */
	Intentions.@Nullable Intention earlier;
	/** Sequence up to which the aggregate was looked through for it; null when it was not. */
	@Nullable Long lookedUpTo;

	Sending(Intent intent, boolean afterCollision) {
		this.intent = intent;
		this.afterCollision = afterCollision;
	}

	static Sending current() {
		if (!CURRENT.isBound()) {
			throw new IllegalStateException("Commands are sent through Commands, or by an automation through its CommandGateway");
		}
		return CURRENT.get();
	}
}
