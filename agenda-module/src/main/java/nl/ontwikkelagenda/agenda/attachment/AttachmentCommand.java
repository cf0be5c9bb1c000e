package nl.ontwikkelagenda.agenda.attachment;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an attachment. */
public sealed interface AttachmentCommand {

	AttachmentId attachmentId();

	/** @param attachedTo the meeting or other thing that it belongs to */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AttachLink(@TargetAggregateIdentifier AttachmentId attachmentId, PartnershipId partnershipId, UUID attachedTo, FreeText title,
			AttachedLink link) implements AttachmentCommand {
	}

	/** @param attachedTo the meeting or other thing that it belongs to */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AttachFile(@TargetAggregateIdentifier AttachmentId attachmentId, PartnershipId partnershipId, UUID attachedTo, FreeText title, AttachedFile file,
			Content content) implements AttachmentCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RemoveAttachment(@TargetAggregateIdentifier AttachmentId attachmentId, @Nullable FreeText reason) implements AttachmentCommand {
	}
}
