package nl.ontwikkelagenda.agenda.attachment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachFile;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent.AttachmentAdded;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent.AttachmentRemoved;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.WebAddress;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Attachment {

	@AggregateIdentifier private AttachmentId attachmentId;
	private boolean removed;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(AttachLink c, References references) {
		WebAddress.require(c.link().address());
		standsSomewhere(c.partnershipId(), c.attachedTo(), references);
		apply(new AttachmentAdded(c.attachmentId(), c.partnershipId(), c.attachedTo(), c.title(), c.link(), null));
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(AttachFile c, References references, Files files) {
		standsSomewhere(c.partnershipId(), c.attachedTo(), references);
		files.keep(c.attachmentId(), c.content());
		apply(new AttachmentAdded(c.attachmentId(), c.partnershipId(), c.attachedTo(), c.title(), null, c.file()));
	}

	private static void standsSomewhere(PartnershipId partnership, UUID attachedTo, References references) {
		references.require(partnership, "partnershipId", partnership);
		references.require(partnership, "attachedTo", attachedTo);
	}

	@CommandHandler
	void decide(RemoveAttachment c, Files files) {
		if (removed) {
			throw new RuleBroken("a-removed-attachment-is-gone", "Deze bijlage is al verwijderd; dat zij er was, blijft vastgelegd.");
		}
		files.remove(attachmentId);
		apply(new AttachmentRemoved(attachmentId, c.reason()));
	}

	@EventSourcingHandler
	void evolve(AttachmentEvent event) {
		switch (event) {
			case AttachmentAdded e -> attachmentId = e.attachmentId();
			case AttachmentRemoved e -> removed = true;
		}
	}
}
