package nl.ontwikkelagenda.cop.library;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an item of the library. */
public sealed interface KnowledgeItemCommand {

	KnowledgeItemId knowledgeItemId();

	/**
	 * @param authors     as the publication names them: they are public, and no persons of the register
	 * @param region      where an example comes from
	 * @param publication how it appeared; the publisher of what is only announced
	 * @param expected    the words for when it will appear, of what is only announced; absent for what has appeared
	 * @param consultedOn when somebody read it; absent when that is not known
	 */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record CatalogueItem(@TargetAggregateIdentifier KnowledgeItemId knowledgeItemId, PartnershipId partnershipId, KnowledgeItemKind kind, FreeText title,
			@Nullable FreeText authors, @Nullable FreeText region, Publication publication, @Nullable FreeText expected, @Nullable LocalDate consultedOn,
			LocalDate cataloguedOn) implements KnowledgeItemCommand {
	}

	/** What was announced has appeared. */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record NotePublication(@TargetAggregateIdentifier KnowledgeItemId knowledgeItemId, Publication publication, LocalDate notedOn) implements KnowledgeItemCommand {
	}

	/** @param address where it was read; absent when that is where it was already known to be */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record ConsultItem(@TargetAggregateIdentifier KnowledgeItemId knowledgeItemId, @Nullable FreeText address, LocalDate consultedOn) implements KnowledgeItemCommand {
	}

	/**
	 * @param usedIn a theme, a community or a table
	 * @param remark what for
	 */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record UseItem(@TargetAggregateIdentifier KnowledgeItemId knowledgeItemId, UUID usedIn, @Nullable FreeText remark, LocalDate usedOn) implements KnowledgeItemCommand {
	}

	/** @param supersededBy the item to read instead */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SupersedeItem(@TargetAggregateIdentifier KnowledgeItemId knowledgeItemId, KnowledgeItemId supersededBy, @Nullable FreeText reason,
			LocalDate supersededOn) implements KnowledgeItemCommand {
	}
}
