package nl.ontwikkelagenda.actions.inventory;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerCorrected;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerGiven;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryClosed;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryExtended;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryOpened;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.NonResponseNoted;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * An inventory as its page shows it; what each organisation answered is a view of its own ({@link InventoryAnswerView}).
 *
 * @param unit          what is counted, as in "fte"
 * @param organisations to whom the question is put, to list by
 * @param awaiting      those of whom an answer is still expected, to list by; nobody once it is closed
 * @param nonResponse   those of whom none is expected; once it is closed all that did not answer
 * @param answers       how many organisations have answered
 * @param total         of all answers so far; once it is closed it never changes
 * @param closesOn      last day for answers
 */
@RecordBuilder
public record InventoryView(InventoryId inventoryId, PartnershipId partnershipId, @Nullable ActionId actionId, @Nullable ThemeId themeId, String question, String unit,
		InventoryStatus status, List<OrganisationId> organisations, List<OrganisationId> awaiting, List<OrganisationId> nonResponse, int answers, BigDecimal total,
		LocalDate openedOn, LocalDate closesOn, List<Extension> extensions, @Nullable LocalDate closedOn,
		Instant recordedAt) implements InventoryViewBuilder.With {

	/** @param closedOn the last day for answers until then */
	public record Extension(LocalDate closedOn, LocalDate closesOn, String reason, LocalDate extendedOn) {
	}

	public static InventoryView on(@Nullable InventoryView current, InventoryEvent event, Recorded when) {
		return switch (event) {
			case InventoryOpened e -> new InventoryView(e.inventoryId(), e.partnershipId(), e.actionId(), e.themeId(), e.question().text(), e.unit().text(), InventoryStatus.OPEN,
					e.organisations(), e.organisations(), List.of(), 0, BigDecimal.ZERO, e.openedOn(), e.closesOn(), List.of(), null, when.at());
			case AnswerGiven e -> requireNonNull(current).withAnswers(current.answers() + 1).withTotal(current.total().add(e.amount()))
					.withAwaiting(without(current.awaiting(), e.organisationId())).withNonResponse(without(current.nonResponse(), e.organisationId()));
			case AnswerCorrected e -> requireNonNull(current).withTotal(current.total().subtract(e.earlier()).add(e.amount()));
			case NonResponseNoted e -> requireNonNull(current).withAwaiting(without(current.awaiting(), e.organisationId()))
					.withNonResponse(and(without(current.nonResponse(), e.organisationId()), e.organisationId()));
			case InventoryExtended e -> requireNonNull(current).withClosesOn(e.closesOn())
					.withExtensions(and(current.extensions(), new Extension(current.closesOn(), e.closesOn(), e.reason().text(), e.extendedOn())));
			case InventoryClosed e -> requireNonNull(current).withStatus(InventoryStatus.CLOSED).withTotal(e.total()).withAnswers(e.answers()).withAwaiting(List.of())
					.withNonResponse(e.nonResponse()).withClosedOn(e.closedOn());
		};
	}

	private static <T> List<T> and(List<T> all, T last) {
		return Stream.concat(all.stream(), Stream.of(last)).toList();
	}

	private static <T> List<T> without(List<T> all, T one) {
		return all.stream().filter(other -> !other.equals(one)).toList();
	}
}
