package nl.ontwikkelagenda.agenda.partnership;

import java.util.UUID;

/** Whether a partnership has a picture that can be its logo; answered from the views. */
@FunctionalInterface
public interface Logos {

	/** @param attachment a plain id, because a partnership comes before its attachments */
	boolean isPicture(PartnershipId partnership, UUID attachment);
}
