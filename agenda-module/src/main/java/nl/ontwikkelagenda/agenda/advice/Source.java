package nl.ontwikkelagenda.agenda.advice;

import java.util.UUID;

/**
 * What a paragraph says, by reference: the words stay where they were said.
 *
 * @param wording which of its wordings is meant, so that a later one changes nothing here; an outcome has one
 */
public record Source(Kind kind, UUID id, int wording) {

	/** What can be advised with. */
	public enum Kind {
		GOAL, PROPOSAL, OUTCOME
	}
}
