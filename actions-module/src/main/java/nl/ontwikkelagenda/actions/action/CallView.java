package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.actions.action.ActionEvent.CallClosed;
import nl.ontwikkelagenda.actions.action.ActionEvent.CallOpened;
import nl.ontwikkelagenda.actions.action.ActionEvent.OfCall;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantSignedUp;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantWithdrew;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A call for participants as its page shows it; who takes part is in {@link ParticipantView}.
 *
 * @param limit   how many can take part; absent for any number
 * @param lastDay on which one can sign up; absent until it is closed
 * @param full    whether there is no place left
 */
@RecordBuilder
public record CallView(CallId callId, ActionId actionId, PartnershipId partnershipId, String text, @Nullable Integer limit, @Nullable LocalDate lastDay, LocalDate openedOn,
		Status status, int numberOfParticipants, boolean full, @Nullable LocalDate closedOn) implements CallViewBuilder.With {

	/** Where a call stands. */
	public enum Status {
		OPEN, CLOSED
	}

	public static @Nullable CallView on(@Nullable CallView current, OfCall event, Recorded when) {
		if (current != null && !current.actionId.equals(event.actionId())) {
			// A call of another action was given the same id; the first one keeps it.
			return current;
		}
		return switch (event) {
			case CallOpened e -> new CallView(e.callId(), e.actionId(), e.partnershipId(), e.text().text(), e.limit(), e.lastDay(), e.openedOn(), Status.OPEN, 0, false, null);
			case ParticipantSignedUp e -> current == null ? null : current.taken(1);
			case ParticipantWithdrew e -> current == null ? null : current.taken(-1);
			case CallClosed e -> current == null ? null : current.withStatus(Status.CLOSED).withClosedOn(e.closedOn());
		};
	}

	private CallView taken(int more) {
		int now = numberOfParticipants + more;
		return withNumberOfParticipants(now).withFull(limit != null && now >= limit);
	}
}
