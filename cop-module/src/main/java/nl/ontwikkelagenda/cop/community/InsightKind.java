package nl.ontwikkelagenda.cop.community;

/** Where an insight comes from. */
public enum InsightKind {
	SCIENCE, POLICY, PRACTICE, EXPERIENCE
}
