package nl.ontwikkelagenda.actions.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to an inventory. */
public sealed interface InventoryEvent {

	InventoryId inventoryId();

	/** What one of the organisations answered, or did not. */
	sealed interface OfOrganisation extends InventoryEvent {

		PartnershipId partnershipId();

		OrganisationId organisationId();
	}

	/**
	 * @param actionId      the action that it is part of
	 * @param unit          what is counted, as in "fte"
	 * @param organisations to whom the question is put
	 * @param closesOn      last day for answers
	 */
	record InventoryOpened(InventoryId inventoryId, PartnershipId partnershipId, @Nullable ActionId actionId, @Nullable ThemeId themeId, FreeText question, FreeText unit,
			List<OrganisationId> organisations, LocalDate openedOn, LocalDate closesOn) implements InventoryEvent {
	}

	/**
	 * @param personId who answered for the organisation; absent when it is not known
	 * @param amount   in the unit of the inventory
	 */
	record AnswerGiven(InventoryId inventoryId, PartnershipId partnershipId, OrganisationId organisationId, @Nullable PersonId personId, BigDecimal amount,
			@Nullable FreeText remark, LocalDate answeredOn) implements OfOrganisation {
	}

	/**
	 * Takes the place of the answer that was given, amount and remark alike.
	 *
	 * @param earlier the amount until then
	 */
	record AnswerCorrected(InventoryId inventoryId, PartnershipId partnershipId, OrganisationId organisationId, @Nullable PersonId personId, BigDecimal earlier,
			BigDecimal amount, @Nullable FreeText remark, FreeText reason, LocalDate correctedOn) implements OfOrganisation {
	}

	/** No answer is to be expected of an organisation. */
	record NonResponseNoted(InventoryId inventoryId, PartnershipId partnershipId, OrganisationId organisationId, FreeText reason, LocalDate notedOn) implements OfOrganisation {
	}

	/** @param closesOn the new last day for answers */
	record InventoryExtended(InventoryId inventoryId, LocalDate closesOn, FreeText reason, LocalDate extendedOn) implements InventoryEvent {
	}

	/**
	 * The result, which never changes.
	 *
	 * @param total       of all answers, in the unit of the inventory
	 * @param answers     how many organisations answered
	 * @param nonResponse the organisations that did not
	 */
	record InventoryClosed(InventoryId inventoryId, BigDecimal total, int answers, List<OrganisationId> nonResponse, LocalDate closedOn) implements InventoryEvent {
	}
}
