package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AnswerLapsed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationAnswered;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationSent;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfInvitation;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * An invitation and what was answered.
 *
 * @param reply        for the day on which the meeting is planned now; absent while nothing was answered
 * @param byTheInvited whether the invited person answered, and not the secretary for him
 */
public record InvitationView(InvitationId invitationId, PartnershipId partnershipId, MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
		LocalDate sentOn, @Nullable Reply reply, @Nullable String note, @Nullable LocalDate answeredOn, boolean byTheInvited) {

	public static @Nullable InvitationView on(@Nullable InvitationView current, OfInvitation event, Recorded when) {
		return switch (event) {
			case InvitationSent e when current == null ->
				new InvitationView(e.invitationId(), e.partnershipId(), e.meetingId(), e.personId(), e.organisationId(), e.sentOn(), null, null, null, false);
			case InvitationSent e -> current;
			case InvitationAnswered e when current != null && current.meetingId.equals(e.meetingId()) ->
				new InvitationView(current.invitationId, current.partnershipId, current.meetingId, current.personId, current.organisationId, current.sentOn, e.reply(),
						FreeText.wordsOf(e.note()), e.answeredOn(), e.byTheInvited());
			case InvitationAnswered e -> current;
			case AnswerLapsed e when current != null && current.meetingId.equals(e.meetingId()) ->
				new InvitationView(current.invitationId, current.partnershipId, current.meetingId, current.personId, current.organisationId, current.sentOn, null, null, null,
						false);
			case AnswerLapsed e -> current;
		};
	}
}
