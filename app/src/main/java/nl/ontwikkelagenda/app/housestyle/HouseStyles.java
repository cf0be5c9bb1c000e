package nl.ontwikkelagenda.app.housestyle;

import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.attachment.KeptFiles;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the papers of a partnership look: as it chose, or plain. */
@Component
public class HouseStyles {

	private final Documents documents;
	private final KeptFiles files;

	HouseStyles(Documents documents, KeptFiles files) {
		this.documents = documents;
		this.files = files;
	}

	/** Without its logo when that was removed since. */
	public HouseStyle of(PartnershipView partnership) {
		PartnershipView.HouseStyle chosen = partnership.houseStyle();
		return chosen == null ? HouseStyle.plain(partnership.name()) : new HouseStyle(partnership.name(), chosen.colour(), chosen.tint(), logo(chosen.logoId()));
	}

	private HouseStyle.@Nullable Logo logo(@Nullable UUID id) {
		if (id == null) {
			return null;
		}
		AttachmentId attachment = new AttachmentId(id);
		Optional<AttachmentView.File> file = documents.find(ReadModels.ATTACHMENTS, attachment.toString(), AsOf.NOW).map(Stored::document).map(AttachmentView::file);
		return file.flatMap(found -> files.content(attachment).map(content -> new HouseStyle.Logo(found.type(), content))).orElse(null);
	}
}
