package nl.ontwikkelagenda.agenda.body;

/** How a body adopts the minutes of its meetings: at a later one, or in writing when nobody objects within a term. */
public enum MinutesAdoption {
	AT_A_LATER_MEETING, IN_WRITING
}
