package nl.ontwikkelagenda.cop.reflection;

/** Whether sealed answers can still be opened; answered where they are kept. */
@FunctionalInterface
public interface SealedRounds {

	/** Whether this round has answers that nobody can open any more, because its key is gone or damaged. */
	boolean lost(ReflectionRoundId round);
}
