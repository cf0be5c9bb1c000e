package nl.ontwikkelagenda.agenda.decision;

import java.util.Set;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** Who was at a meeting; answered from the views. */
public interface Attendance {

	Set<PersonId> presentAt(MeetingId meeting);

	/** Whether this person was there; who knows of several ids of one person asks for all of them. */
	default boolean wasPresent(PersonId person, MeetingId meeting) {
		return presentAt(meeting).contains(person);
	}

	/** Who was not there, and represented by somebody who was. */
	Set<PersonId> representedAt(MeetingId meeting);

	/** The id by which somebody counts, once, whichever of his ids this is; who knows of several ids of one person says which. */
	default PersonId counting(PersonId person) {
		return person;
	}
}
