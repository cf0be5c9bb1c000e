package nl.ontwikkelagenda.agenda.decision;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * How a decision came about, as it is stated.
 *
 * @param votes                 only of a vote
 * @param present               who was there; when nobody is named, those whom the meeting recorded as present
 * @param mandateId             the mandate that it rests on
 * @param withoutMandateBecause why there is none; exactly one of the two
 * @param amount                whole euros that it spends; absent when it spends none
 */
public record Particulars(DecisionMethod method, @Nullable Votes votes, List<PersonId> present, List<Dissent> dissents, @Nullable MandateId mandateId,
		@Nullable FreeText withoutMandateBecause, @Nullable Long amount) {
}
