package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/**
 * What one owner promised at a meeting (toezegging), in the words that were used.
 *
 * @param of       what the deadline is of: the work itself, or only the invitation to it
 * @param deadline the words for when; absent when nothing was said
 */
public record AgreedPromise(PromiseId promiseId, Owner owner, FreeText what, Of of, @Nullable Words deadline) {

	/** What a deadline is of. */
	public enum Of {
		WORK, INVITATION
	}

	/**
	 * A deadline as it was said.
	 *
	 * @param saidOn the day on which it was said; absent in a request for the day of the agreement itself
	 */
	public record Words(FreeText phrase, @Nullable LocalDate saidOn) {
	}

	/** The same promise, said on this day unless another day was given. */
	public AgreedPromise saidOn(LocalDate day) {
		Words words = deadline;
		return words == null || words.saidOn() != null ? this : new AgreedPromise(promiseId, owner, what, of, new Words(words.phrase(), day));
	}
}
