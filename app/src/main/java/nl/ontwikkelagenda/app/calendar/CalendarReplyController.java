package nl.ontwikkelagenda.app.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerOwnInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers to invitations as calendar programs send them. Everybody answers for himself; the secretary and the project lead also for others. */
@RestController
@RequestMapping(Api.BASE + "/calendar-replies")
class CalendarReplyController {

	private static final List<Right> FOR_OTHERS = List.of(Right.SECRETARY, Right.PROJECT_LEAD);

	private final Answers answers;
	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final Today today;
	private final Oneself oneself;

	CalendarReplyController(Answers answers, Documents documents, Readers readers, People people, Today today, Oneself oneself) {
		this.answers = answers;
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.today = today;
		this.oneself = oneself;
	}

	/** The answer to one invitation, recorded as if it had been given here. */
	@PostMapping(consumes = CalendarController.TEXT_CALENDAR)
	ResponseEntity<InvitationView> reply(@RequestBody byte[] calendar) {
		CalendarReply reply = CalendarReply.read(calendar);
		MeetingView meeting = answers.known(ReadModels.MEETINGS, reply.meetingId());
		Set<PersonId> meant = people.withEmail(reply.email());
		boolean own = meant.stream().anyMatch(oneself::is);
		if (!own && !mayAnswerForOthers(meeting.partnershipId())) {
			throw new NotAllowed("Dit antwoord is van iemand anders; u antwoordt alleen voor uzelf, met het e-mailadres waarmee u in het personenregister staat.", FOR_OTHERS);
		}
		mustBeAboutItsDate(reply, meeting);
		InvitationView invitation = invitation(meeting, own ? oneself.ids() : meant.stream().flatMap(person -> people.idsOf(person).stream()).collect(Collectors.toSet()));
		LocalDate day = today.date();
		PersonId invited = invitation.personId();
		Object command = own && invited != null
				? new AnswerOwnInvitation(meeting.meetingId(), invitation.invitationId(), invited, reply.reply(), note(reply), day)
				: new AnswerInvitation(meeting.meetingId(), invitation.invitationId(), reply.reply(), note(reply), day);
		return answers.created(command, ReadModels.INVITATIONS, invitation.invitationId());
	}

	private boolean mayAnswerForOthers(PartnershipId partnership) {
		return readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(partnership) && FOR_OTHERS.contains(held.right()));
	}

	private static void mustBeAboutItsDate(CalendarReply reply, MeetingView meeting) {
		ContentLine date = reply.recurrence();
		boolean known = date == null || date.isAt(meeting.plannedOn(), meeting.startsAt())
				|| meeting.earlierDates().stream().anyMatch(earlier -> date.isAt(earlier.plannedOn(), earlier.startsAt()));
		if (!known) {
			throw new InvalidInput("RECURRENCE-ID", "Deze bijeenkomst is en was niet op dit moment gepland; laat RECURRENCE-ID weg, elke bijeenkomst heeft een eigen UID.");
		}
		if (reply.sequence() < MeetingEntries.sequence(meeting)) {
			throw new RuleBroken("a-reply-is-to-the-latest-invitation", "De bijeenkomst is sinds deze uitnodiging veranderd; haal de agenda opnieuw op en antwoord dan.");
		}
	}

	private InvitationView invitation(MeetingView meeting, Set<PersonId> persons) {
		return documents.all(ReadModels.INVITATIONS, Map.of("meetingId", meeting.meetingId().toString()), AsOf.NOW).stream()
				.filter(invitation -> invitation.personId() != null && persons.contains(invitation.personId())).findFirst()
				.orElseThrow(() -> new RuleBroken("only-the-invited-answers", "Wie hier antwoordt is voor deze bijeenkomst niet uitgenodigd."));
	}

	/** Who sends someone else does not come himself; whom he sends is named by mention, as in every text. */
	private @Nullable FreeText note(CalendarReply reply) {
		String instead = reply.delegate() == null ? "" : people.withEmail(reply.delegate()).stream().findFirst().map(person -> " door @[" + person + "]").orElse("");
		String delegated = reply.delegated() ? "Laat zich vervangen" + instead + "." : null;
		String words = Stream.of(delegated, reply.comment()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
		return words.isEmpty() ? null : new FreeText(words, Salts.next());
	}
}
