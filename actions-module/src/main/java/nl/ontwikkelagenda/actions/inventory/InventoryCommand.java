package nl.ontwikkelagenda.actions.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an inventory. */
public sealed interface InventoryCommand {

	InventoryId inventoryId();

	/**
	 * @param actionId      the action that it is part of
	 * @param unit          what is counted, as in "fte"
	 * @param organisations to whom the question is put
	 * @param closesOn      last day for answers
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenInventory(@TargetAggregateIdentifier InventoryId inventoryId, PartnershipId partnershipId, @Nullable ActionId actionId, @Nullable ThemeId themeId,
			FreeText question, FreeText unit, List<OrganisationId> organisations, LocalDate openedOn, LocalDate closesOn) implements InventoryCommand {
	}

	/** @param personId who answers for the organisation he works for; absent when it is not known who did */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record GiveAnswer(@TargetAggregateIdentifier InventoryId inventoryId, OrganisationId organisationId, @Nullable PersonId personId, BigDecimal amount,
			@Nullable FreeText remark, LocalDate answeredOn) implements InventoryCommand {
	}

	/** @param personId who corrects it, for the organisation he works for; absent when it is not known who did */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record CorrectAnswer(@TargetAggregateIdentifier InventoryId inventoryId, OrganisationId organisationId, @Nullable PersonId personId, BigDecimal amount,
			@Nullable FreeText remark, FreeText reason, LocalDate correctedOn) implements InventoryCommand {
	}

	/** Notes that no answer is to be expected of an organisation; should it answer after all, that counts. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record NoteNonResponse(@TargetAggregateIdentifier InventoryId inventoryId, OrganisationId organisationId, FreeText reason, LocalDate notedOn) implements InventoryCommand {
	}

	/** @param closesOn the new last day for answers */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ExtendInventory(@TargetAggregateIdentifier InventoryId inventoryId, LocalDate closesOn, FreeText reason, LocalDate extendedOn) implements InventoryCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CloseInventory(@TargetAggregateIdentifier InventoryId inventoryId, LocalDate closedOn) implements InventoryCommand {
	}
}
