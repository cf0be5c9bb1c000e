package nl.ontwikkelagenda.agenda.advice;

/** Where an advice note stands. */
public enum AdviceNoteStatus {
	DRAFT, SUBMITTED, ANSWERED, WITHDRAWN
}
