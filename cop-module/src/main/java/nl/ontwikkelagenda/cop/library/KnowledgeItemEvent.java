package nl.ontwikkelagenda.cop.library;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** What happened to an item of the library. */
public sealed interface KnowledgeItemEvent {

	KnowledgeItemId knowledgeItemId();

	/** @param expected the words for when it will appear; absent for what has appeared */
	record ItemCatalogued(KnowledgeItemId knowledgeItemId, PartnershipId partnershipId, KnowledgeItemKind kind, FreeText title, @Nullable FreeText authors,
			@Nullable FreeText region, Publication publication, @Nullable FreeText expected, LocalDate cataloguedOn) implements KnowledgeItemEvent {
	}

	/** What was announced has appeared. */
	record ItemPublished(KnowledgeItemId knowledgeItemId, Publication publication, LocalDate notedOn) implements KnowledgeItemEvent {
	}

	/** @param address where it was read, when that is another place than was known */
	record ItemConsulted(KnowledgeItemId knowledgeItemId, @Nullable FreeText address, LocalDate consultedOn) implements KnowledgeItemEvent {
	}

	/** @param usedIn a theme, a community or a table */
	record ItemUsed(KnowledgeItemId knowledgeItemId, UUID usedIn, @Nullable FreeText remark, LocalDate usedOn) implements KnowledgeItemEvent {
	}

	record ItemSuperseded(KnowledgeItemId knowledgeItemId, KnowledgeItemId supersededBy, @Nullable FreeText reason, LocalDate supersededOn) implements KnowledgeItemEvent {
	}
}
