package nl.ontwikkelagenda.cop.library;

/** What sort of source an item is. */
public enum KnowledgeItemKind {
	LITERATURE, TOOL,
	/** How another region does it. */
	EXAMPLE
}
