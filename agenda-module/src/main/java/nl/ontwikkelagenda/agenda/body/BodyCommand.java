package nl.ontwikkelagenda.agenda.body;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a body. */
public sealed interface BodyCommand {

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record EstablishBody(@TargetAggregateIdentifier BodyId bodyId, PartnershipId partnershipId, BodyKind kind, FreeText name, Access access) implements BodyCommand {
	}
}
