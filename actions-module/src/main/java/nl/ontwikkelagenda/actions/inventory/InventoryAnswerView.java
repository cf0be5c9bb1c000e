package nl.ontwikkelagenda.actions.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerCorrected;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerGiven;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.NonResponseNoted;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.OfOrganisation;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * What one organisation answers to an inventory, with every answer it gave before, or why it does not.
 *
 * @param amount         in the unit of the inventory; absent when no answer is expected
 * @param personId       who answered for it, or corrected the answer last
 * @param answeredOn     when it answered, or last corrected its answer
 * @param noAnswerBecause why no answer was expected; kept when it answered after all
 * @param earlier        what it answered before, first answer first
 */
@RecordBuilder
public record InventoryAnswerView(InventoryAnswerId inventoryAnswerId, PartnershipId partnershipId, InventoryId inventoryId, OrganisationId organisationId, Status status,
		@Nullable BigDecimal amount, @Nullable String remark, @Nullable PersonId personId, @Nullable LocalDate answeredOn, @Nullable String noAnswerBecause, List<Earlier> earlier,
		Instant recordedAt) implements InventoryAnswerViewBuilder.With {

	/** Whether there is an answer. */
	public enum Status {
		ANSWERED, NO_ANSWER
	}

	/**
	 * An answer that was corrected.
	 *
	 * @param reason why it was corrected
	 */
	public record Earlier(BigDecimal amount, @Nullable String remark, @Nullable PersonId personId, LocalDate answeredOn, String reason) {
	}

	public static String key(OfOrganisation event) {
		return InventoryAnswerId.of(event.inventoryId(), event.organisationId()).toString();
	}

	public static InventoryAnswerView on(@Nullable InventoryAnswerView current, OfOrganisation event, Recorded when) {
		InventoryAnswerView answer = current == null ? expected(event, when) : current;
		return switch (event) {
			case AnswerGiven e -> answer.answered(e.amount(), e.remark(), e.personId(), e.answeredOn());
			case AnswerCorrected e -> answer.withEarlier(answer.until(e.reason())).answered(e.amount(), e.remark(), e.personId(), e.correctedOn());
			case NonResponseNoted e -> answer.withNoAnswerBecause(e.reason().text());
		};
	}

	private static InventoryAnswerView expected(OfOrganisation event, Recorded when) {
		return new InventoryAnswerView(InventoryAnswerId.of(event.inventoryId(), event.organisationId()), event.partnershipId(), event.inventoryId(), event.organisationId(),
				Status.NO_ANSWER, null, null, null, null, null, List.of(), when.at());
	}

	private InventoryAnswerView answered(BigDecimal given, @Nullable FreeText words, @Nullable PersonId by, LocalDate on) {
		return withStatus(Status.ANSWERED).withAmount(given).withRemark(FreeText.wordsOf(words)).withPersonId(by).withAnsweredOn(on);
	}

	private List<Earlier> until(FreeText reason) {
		return amount == null || answeredOn == null
				? earlier
				: Stream.concat(earlier.stream(), Stream.of(new Earlier(amount, remark, personId, answeredOn, reason.text()))).toList();
	}
}
