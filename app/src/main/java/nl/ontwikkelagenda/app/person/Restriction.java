package nl.ontwikkelagenda.app.person;

import java.time.Instant;

/**
 * That what is known of a person is only kept (GDPR, article 18): he gets no mail and is not among those who can be chosen.
 *
 * @param ground why
 * @param since  when it was asked for
 */
public record Restriction(Ground ground, Instant since) {

	public enum Ground {
		/** He says that it is not right; until that is checked. */
		ACCURACY_CONTESTED,
		/** It should not have been recorded, and he wants it kept instead of erased. */
		UNLAWFUL,
		/** It is not needed any more, but he needs it for a legal claim. */
		NEEDED_FOR_CLAIM,
		/** He objected; until it is decided whose reasons weigh more. */
		OBJECTION
	}
}
