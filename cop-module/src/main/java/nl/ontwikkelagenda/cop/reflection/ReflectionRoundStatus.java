package nl.ontwikkelagenda.cop.reflection;

/** Where a round stands; one whose sealed answers were lost is abandoned, and has no result. */
public enum ReflectionRoundStatus {
	OPEN, CLOSED, ABANDONED
}
