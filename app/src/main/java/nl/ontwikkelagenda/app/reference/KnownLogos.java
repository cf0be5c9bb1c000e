package nl.ontwikkelagenda.app.reference;

import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.partnership.Logos;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the view of attachments. */
@Component
class KnownLogos implements Logos {

	private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/svg+xml");

	private final Documents documents;

	KnownLogos(Documents documents) {
		this.documents = documents;
	}

	@Override
	public boolean isPicture(PartnershipId partnership, UUID attachment) {
		return documents.find(ReadModels.ATTACHMENTS, attachment.toString(), AsOf.NOW).map(Stored::document).filter(found -> found.attachedTo().equals(partnership.value()))
				.filter(KnownLogos::isPicture).isPresent();
	}

	private static boolean isPicture(AttachmentView attachment) {
		return !attachment.removed() && attachment.file() != null && PICTURES.contains(attachment.file().type());
	}
}
