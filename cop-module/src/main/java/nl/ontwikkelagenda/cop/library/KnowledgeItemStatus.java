package nl.ontwikkelagenda.cop.library;

/** Whether an item can be read yet, and still should be. */
public enum KnowledgeItemStatus {
	ANNOUNCED, PUBLISHED, SUPERSEDED
}
