package nl.ontwikkelagenda.app.reference;

import java.time.Duration;

import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.springframework.stereotype.Component;

/** The views as they are at the fact that an automation reacts to: what it finds must not depend on how far they have come, or on when it asks again. */
@Component
class ViewsUpTo {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ReadModelEngine views;

	ViewsUpTo(ReadModelEngine views) {
		this.views = views;
	}

	AsOf position(long position) {
		if (!views.awaitPosition(position, PATIENCE)) {
			throw new IllegalStateException("The views do not show position " + position + " yet");
		}
		return new AsOf(position);
	}
}
