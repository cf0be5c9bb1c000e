package nl.ontwikkelagenda.cop.reflection;

/** Where a round stands. */
public enum ReflectionRoundStatus {
	OPEN, CLOSED
}
