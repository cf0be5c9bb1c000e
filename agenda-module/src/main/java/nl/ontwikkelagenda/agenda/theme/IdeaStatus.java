package nl.ontwikkelagenda.agenda.theme;

/** Where an idea stands: open, or going on in one other idea (merged) or several (split). */
public enum IdeaStatus {
	OPEN, MERGED, SPLIT
}
