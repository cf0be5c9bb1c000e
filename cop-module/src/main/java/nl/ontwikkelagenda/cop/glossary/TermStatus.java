package nl.ontwikkelagenda.cop.glossary;

/** How far a term has come: asked for, explained, agreed. */
public enum TermStatus {
	RAISED, EXPLAINED, AGREED
}
