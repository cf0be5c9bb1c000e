package nl.ontwikkelagenda.app.axonserver;

import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is kept in PostgreSQL with the head of Axon Server, which may lose its last second when the power fails. What tells of facts that are no longer there is set back to what
 * there is. The ledger is compared by its sealer, which then goes on in a run that says so.
 */
final class LostEnd {

	private static final Logger LOG = LoggerFactory.getLogger(LostEnd.class);

	private final ServerLog log;
	private final ReadModelEngine views;
	private final Automations automations;

	LostEnd(ServerLog log, ReadModelEngine views, Automations automations) {
		this.log = log;
		this.views = views;
		this.automations = automations;
	}

	void compare() {
		long head = log.head();
		int setBack = automations.setBack(head);
		boolean forgotten = views.forgetBeyond(head);
		if (forgotten || setBack > 0) {
			LOG.error(
					"Axon Server heeft het einde van het logboek verloren: het gaat nog tot en met feit {}. De leesmodellen worden opnieuw gemaakt: {}; automatiseringen teruggezet: {}.",
					head, forgotten ? "ja" : "niet nodig", setBack);
		}
	}
}
