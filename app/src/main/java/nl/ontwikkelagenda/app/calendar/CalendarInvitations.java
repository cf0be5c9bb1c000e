package nl.ontwikkelagenda.app.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's invitation to a meeting, as a calendar program can answer it. It names nobody but the one who is invited and the secretary who invites. */
@Component
class CalendarInvitations {

	/** What stands for an address that nobody has. */
	private static final String NO_ADDRESS = "invalid:nomail";

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final MeetingEntries meetings;

	CalendarInvitations(Documents documents, Readers readers, People people, MeetingEntries meetings) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.meetings = meetings;
	}

	/**
	 * A request to come, or the message that the meeting was cancelled.
	 *
	 * @throws NotFound when this person was not invited, or cannot see the meeting
	 */
	byte[] of(MeetingId id, PersonId person, AsOf asOf, LocalDate day) {
		Stored<MeetingView> meeting = visible(id, asOf);
		InvitationView invitation = people.idsOf(person).stream()
				.flatMap(one -> documents.all(ReadModels.INVITATIONS, Map.of("meetingId", id.toString(), "personId", one.toString()), asOf).stream()).findFirst()
				.orElseThrow(NotFound::new);
		List<ContentLine> parties = new ArrayList<>();
		parties.add(party("ORGANIZER", secretary(meeting.document().partnershipId(), asOf, day)));
		parties.add(party("ATTENDEE", people.find(person)).with("ROLE", "REQ-PARTICIPANT").with("PARTSTAT", partstat(invitation.reply())).with("RSVP", "TRUE"));
		String method = meeting.document().status() == MeetingStatus.CANCELLED ? "CANCEL" : "REQUEST";
		return Calendars.calendar(List.of(ContentLine.of("METHOD", method)), List.of(meetings.entry(meeting, asOf, parties))).written();
	}

	/**
	 * The meeting without a word about who is invited.
	 *
	 * @throws NotFound when the caller cannot see it
	 */
	byte[] meeting(MeetingId id, AsOf asOf) {
		return Calendars.calendar(List.of(), List.of(meetings.entry(visible(id, asOf), asOf, List.of()))).written();
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
