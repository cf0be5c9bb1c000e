package nl.ontwikkelagenda.app.rest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import nl.ontwikkelagenda.app.command.Intent;

/** New ids: UUIDv7, so that they sort by the moment they were made. */
public final class Ids {

	private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

	private Ids() {
	}

	public static UUID next() {
		return GENERATOR.generate();
	}

	/**
	 * A new id, but the same idempotency key of the same user always comes down to the same one; so that making a thing twice is noticed where no event is stored.
	 *
	 * @param what the kind of thing, as one key may be used for things of several kinds
	 */
	public static UUID next(Intent intent, String what) {
		Intent.Once once = intent.once();
		return once == null ? next() : UUID.nameUUIDFromBytes((what + " " + intent.actor() + " " + once.key()).getBytes(StandardCharsets.UTF_8));
	}
}
