package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;

import nl.ontwikkelagenda.actions.action.ActionEvent.OfParticipant;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantSignedUp;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantWithdrew;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * Someone who takes part in a call, while he does.
 *
 * @param organisationId for which he takes part
 * @param by             who signed him up
 */
public record ParticipantView(CallId callId, ActionId actionId, PartnershipId partnershipId, PersonId personId, @Nullable OrganisationId organisationId, LocalDate signedUpOn,
		Actor by) {

	public static String key(OfParticipant event) {
		return event.callId() + "/" + event.personId();
	}

	public static @Nullable ParticipantView on(@Nullable ParticipantView current, OfParticipant event, Recorded when) {
		return switch (event) {
			case ParticipantSignedUp e ->
				new ParticipantView(e.callId(), e.actionId(), e.partnershipId(), e.personId(), e.organisationId(), e.signedUpOn(), when.by());
			case ParticipantWithdrew e -> null;
		};
	}
}
