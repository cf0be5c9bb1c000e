package nl.ontwikkelagenda.agenda.attachment;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** What happened to an attachment. */
public sealed interface AttachmentEvent {

	AttachmentId attachmentId();

	/** @param attachedTo the meeting or other thing that it belongs to */
	record AttachmentAdded(AttachmentId attachmentId, PartnershipId partnershipId, UUID attachedTo, FreeText title, @Nullable AttachedLink link,
			@Nullable AttachedFile file) implements AttachmentEvent {
	}

	/** The file is gone; that it was there stays. */
	record AttachmentRemoved(AttachmentId attachmentId, @Nullable FreeText reason) implements AttachmentEvent {
	}
}
