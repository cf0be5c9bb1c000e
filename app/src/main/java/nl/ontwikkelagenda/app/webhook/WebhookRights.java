package nl.ontwikkelagenda.app.webhook;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;

import org.springframework.stereotype.Component;

/** Who may have changes of a partnership brought somewhere: its secretaries and administrators. */
@Component
class WebhookRights {

	private static final Set<Right> NEEDED = EnumSet.of(Right.SECRETARY, Right.ADMINISTRATOR);

	private final Readers readers;

	WebhookRights(Readers readers) {
		this.readers = readers;
	}

	/**
	 * Checks the caller.
	 *
	 * @throws NotFound   when he holds no right in this partnership
	 * @throws NotAllowed when he holds none that will do
	 */
	void check(PartnershipId partnership) {
		readers.check(NEEDED.toArray(Right[]::new), partnership);
	}

	/** Where this person may do it today. */
	Set<PartnershipId> partnerships(PersonId person) {
		return readers.heldNow(person).stream().filter(held -> NEEDED.contains(held.right())).map(held -> held.partnershipId()).collect(Collectors.toSet());
	}

	/** Whether who made it may still do so. */
	boolean stillHeld(Webhook webhook) {
		return partnerships(webhook.personId()).contains(webhook.partnershipId());
	}
}
