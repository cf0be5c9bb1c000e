package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.meeting.InvitationId;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerOwnInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.Invite;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class InvitationController {

	private final Answers answers;
	private final Today today;
	private final Oneself oneself;

	InvitationController(Answers answers, Today today, Oneself oneself) {
		this.answers = answers;
		this.today = today;
		this.oneself = oneself;
	}

	/** @param sentOn absent means today */
	record Inviting(@Nullable InvitationId id, @Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable @PastOrPresent LocalDate sentOn) {
	}

	/** @param answeredOn absent means today */
	record Answering(Reply reply, @Nullable FreeText note, @Nullable @PastOrPresent LocalDate answeredOn) {
	}

	@PostMapping("/meetings/{id}/invitations")
	ResponseEntity<InvitationView> invite(@PathVariable MeetingId id, @RequestBody Inviting invitation) {
		InvitationId invitationId = Objects.requireNonNullElseGet(invitation.id(), () -> new InvitationId(Ids.next()));
		return answers.created(new Invite(id, invitationId, invitation.personId(), invitation.organisationId(), today.or(invitation.sentOn())), ReadModels.INVITATIONS,
				invitationId);
	}

	@GetMapping("/meetings/{id}/invitations")
	ResponseEntity<Listed<InvitationView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.INVITATIONS, Map.of("meetingId", id));
	}

	@GetMapping("/invitations")
	ResponseEntity<Listed<InvitationView>> list() {
		return answers.list(ReadModels.INVITATIONS);
	}

	@GetMapping("/invitations/{id}")
	ResponseEntity<InvitationView> one(@PathVariable InvitationId id) {
		return answers.one(ReadModels.INVITATIONS, id);
	}

	@PostMapping("/invitations/{id}/answers")
	ResponseEntity<InvitationView> answer(@PathVariable InvitationId id, @RequestBody Answering answer) {
		InvitationView invitation = answers.known(ReadModels.INVITATIONS, id);
		PersonId invited = invitation.personId();
		LocalDate answeredOn = today.or(answer.answeredOn());
		Object command = invited != null && oneself.is(invited)
				? new AnswerOwnInvitation(invitation.meetingId(), id, invited, answer.reply(), answer.note(), answeredOn)
				: new AnswerInvitation(invitation.meetingId(), id, answer.reply(), answer.note(), answeredOn);
		return answers.created(command, ReadModels.INVITATIONS, id);
	}
}
