package nl.ontwikkelagenda.app.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.mail.Enclosures;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's invitation to a meeting, as a calendar program can answer it. It names nobody but the one who is invited and the secretary who invites. */
@Component
class CalendarInvitations implements Enclosures {

	private static final String CANCEL = "CANCEL";
	/** What stands for an address that nobody has. */
	private static final String NO_ADDRESS = "invalid:nomail";

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final MeetingEntries meetings;
	private final AccessRecorder recorder;
	private final Today today;

	CalendarInvitations(Documents documents, Readers readers, People people, MeetingEntries meetings, AccessRecorder recorder, Today today) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.meetings = meetings;
		this.recorder = recorder;
		this.today = today;
	}

	/**
	 * A request to come, or the message that the meeting was cancelled.
	 *
	 * @throws NotFound when this person was not invited, or cannot see the meeting
	 */
	byte[] of(MeetingId id, PersonId person, AsOf asOf, LocalDate day) {
		return invitation(visible(id, asOf), person, asOf, day).orElseThrow(NotFound::new).written();
	}

	/**
	 * This person's invitation as it is now; of who has none, the meeting alone.
	 *
	 * @throws NotFound when the caller cannot see it
	 */
	byte[] ofOrMeeting(MeetingId id, PersonId person) {
		Stored<MeetingView> meeting = visible(id, AsOf.NOW);
		return invitation(meeting, person, AsOf.NOW, today.date()).orElseGet(() -> alone(meeting, AsOf.NOW)).written();
	}

	/** The invitation as it goes with a mail, with which a mail program lets it be answered (RFC 6047). */
	@Override
	public Optional<Enclosure> make(UUID enclosure, PersonId reader) {
		return Viewer.as(reader, () -> documents.find(ReadModels.MEETINGS, enclosure.toString(), AsOf.NOW)
				.filter(meeting -> readers.partnerships(ReadModels.MEETINGS, reader).contains(meeting.document().partnershipId()))
				.flatMap(meeting -> invitation(meeting, reader, AsOf.NOW, today.date()).map(calendar -> mailed(calendar, meeting, reader))));
	}

	private Enclosure mailed(CalendarComponent invitation, Stored<MeetingView> meeting, PersonId reader) {
		recorder.exportedFor(reader, meeting.document().partnershipId(), "mail", Map.of("id", meeting.id(), "format", "ics"));
		String method = method(meeting.document());
		return new Enclosure(method.equals(CANCEL) ? "afgelasting.ics" : "uitnodiging.ics", "text/calendar; charset=UTF-8; method=" + method, invitation.written());
	}

	private Optional<CalendarComponent> invitation(Stored<MeetingView> meeting, PersonId person, AsOf asOf, LocalDate day) {
		return people.idsOf(person).stream()
				.flatMap(one -> documents.all(ReadModels.INVITATIONS, Map.of("meetingId", meeting.id(), "personId", one.toString()), asOf).stream()).findFirst()
				.map(invitation -> invitation(invitation, meeting, person, asOf, day));
	}

	private CalendarComponent invitation(InvitationView invitation, Stored<MeetingView> meeting, PersonId person, AsOf asOf, LocalDate day) {
		List<ContentLine> parties = new ArrayList<>();
		parties.add(party("ORGANIZER", secretary(meeting.document().partnershipId(), asOf, day)));
		parties.add(party("ATTENDEE", people.find(person)).with("ROLE", "REQ-PARTICIPANT").with("PARTSTAT", partstat(invitation.reply())).with("RSVP", "TRUE"));
		return Calendars.calendar(List.of(ContentLine.of("METHOD", method(meeting.document()))), List.of(meetings.entry(meeting, asOf, parties)));
	}

	private static String method(MeetingView meeting) {
		return meeting.status() == MeetingStatus.CANCELLED ? CANCEL : "REQUEST";
	}

	/**
	 * The meeting without a word about who is invited.
	 *
	 * @throws NotFound when the caller cannot see it
	 */
	byte[] meeting(MeetingId id, AsOf asOf) {
		return alone(visible(id, asOf), asOf).written();
	}

	private CalendarComponent alone(Stored<MeetingView> meeting, AsOf asOf) {
		return Calendars.calendar(List.of(), List.of(meetings.entry(meeting, asOf, List.of())));
	}

	private Stored<MeetingView> visible(MeetingId id, AsOf asOf) {
		readers.check(ReadModels.MEETINGS, id.toString());
		return documents.find(ReadModels.MEETINGS, id.toString(), asOf).orElseThrow(NotFound::new);
	}

	private Optional<Person> secretary(PartnershipId partnership, AsOf asOf, LocalDate day) {
		return documents.find(ReadModels.HOLDERS, partnership.toString(), asOf).stream().flatMap(holders -> holders.document().holders().stream())
				.filter(holder -> holder.right() == Right.SECRETARY && holder.on(day)).map(Holder::personId).flatMap(person -> people.find(person).stream())
				.filter(person -> person.email() != null).findFirst();
	}

	private static ContentLine party(String property, Optional<Person> person) {
		String address = person.map(Person::email).map(email -> "mailto:" + email).orElse(NO_ADDRESS);
		return ContentLine.of(property, address).with("CN", person.map(Person::name).orElse("Secretaris"));
	}

	private static String partstat(@Nullable Reply reply) {
		return switch (reply) {
			case null -> "NEEDS-ACTION";
			case YES -> "ACCEPTED";
			case NO -> "DECLINED";
			case MAYBE -> "TENTATIVE";
		};
	}
}
