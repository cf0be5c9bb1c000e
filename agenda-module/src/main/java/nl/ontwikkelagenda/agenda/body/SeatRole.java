package nl.ontwikkelagenda.agenda.body;

/** In which role someone sits on a body. */
public enum SeatRole {
	CHAIR, SECRETARY, MEMBER, ADVISER, OBSERVER;

	/** Whether this seat counts for the quorum: who advises or looks on does not decide. */
	public boolean decides() {
		return this == CHAIR || this == SECRETARY || this == MEMBER;
	}
}
