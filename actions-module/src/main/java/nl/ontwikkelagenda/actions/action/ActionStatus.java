package nl.ontwikkelagenda.actions.action;

/** Where an action stands. */
public enum ActionStatus {
	OPEN, DONE, DROPPED
}
