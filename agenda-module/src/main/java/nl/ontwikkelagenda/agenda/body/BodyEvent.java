package nl.ontwikkelagenda.agenda.body;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What happened to a body. */
public sealed interface BodyEvent {

	BodyId bodyId();

	record BodyEstablished(BodyId bodyId, PartnershipId partnershipId, BodyKind kind, FreeText name, Access access) implements BodyEvent {
	}
}
