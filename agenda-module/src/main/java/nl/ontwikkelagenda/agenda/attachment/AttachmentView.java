package nl.ontwikkelagenda.agenda.attachment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent.AttachmentAdded;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent.AttachmentRemoved;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * An attachment: a link, or a file that can be downloaded until it is removed.
 *
 * @param reason why it was removed
 */
@RecordBuilder
public record AttachmentView(AttachmentId attachmentId, PartnershipId partnershipId, UUID attachedTo, String title, @Nullable Link link, @Nullable File file, Instant addedAt,
		boolean removed, @Nullable String reason) implements AttachmentViewBuilder.With {

	public record Link(String address, LocalDate consultedOn) {
	}

	/** @param sha256 of the content, in lower case hexadecimal */
	public record File(String name, String type, long size, String sha256) {
	}

	public static AttachmentView on(@Nullable AttachmentView current, AttachmentEvent event, Recorded when) {
		return switch (event) {
			case AttachmentAdded e ->
				new AttachmentView(e.attachmentId(), e.partnershipId(), e.attachedTo(), e.title().text(), link(e.link()), file(e.file()), when.at(), false, null);
			case AttachmentRemoved e -> requireNonNull(current).withRemoved(true).withReason(FreeText.wordsOf(e.reason()));
		};
	}

	private static @Nullable Link link(@Nullable AttachedLink link) {
		return link == null ? null : new Link(link.address().text(), link.consultedOn());
	}

	private static @Nullable File file(@Nullable AttachedFile file) {
		return file == null ? null : new File(file.name().text(), file.type(), file.size(), file.sha256());
	}
}
