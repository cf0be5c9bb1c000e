package nl.ontwikkelagenda.cop.reflection;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

/**
 * What was answered to one question, without who.
 *
 * @param question number of the question
 * @param scores   how often each point of the scale was given, lowest first; empty when too few gave one
 * @param unknown  how many do not know
 * @param remarks  in random order
 */
public record AnswerTally(String question, List<Integer> scores, int unknown, List<FreeText> remarks) {

	/** How many gave a point of the scale. */
	public int answered() {
		return scores.stream().mapToInt(Integer::intValue).sum();
	}

	/** Without the points when fewer than so many gave one. */
	AnswerTally fromAtLeast(int enough) {
		return answered() < enough ? new AnswerTally(question, List.of(), unknown, remarks) : this;
	}
}
