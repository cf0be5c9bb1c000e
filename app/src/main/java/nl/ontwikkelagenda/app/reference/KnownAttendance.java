package nl.ontwikkelagenda.app.reference;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.decision.Attendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the view of meetings. */
@Component
class KnownAttendance implements Attendance {

	private final Documents documents;
	private final People people;

	KnownAttendance(Documents documents, People people) {
		this.documents = documents;
		this.people = people;
	}

	@Override
	public Set<PersonId> presentAt(MeetingId meeting) {
		return with(Presence.PRESENT, meeting);
	}

	@Override
	public boolean wasPresent(PersonId person, MeetingId meeting) {
		return !Collections.disjoint(presentAt(meeting), people.idsOf(person));
	}

	@Override
	public Set<PersonId> representedAt(MeetingId meeting) {
		return with(Presence.REPRESENTED, meeting);
	}

	@Override
	public PersonId counting(PersonId person) {
		return people.idsOf(person).getFirst();
	}

	private Set<PersonId> with(Presence presence, MeetingId meeting) {
		return documents.find(ReadModels.MEETINGS, meeting.toString(), AsOf.NOW).stream().flatMap(found -> found.document().attendance().stream())
				.filter(attended -> attended.presence() == presence).map(MeetingView.Attendance::personId).filter(Objects::nonNull).collect(Collectors.toSet());
	}
}
