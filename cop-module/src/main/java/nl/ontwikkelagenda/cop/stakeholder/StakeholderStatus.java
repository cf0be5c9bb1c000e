package nl.ontwikkelagenda.cop.stakeholder;

/** Where a stakeholder stands. */
public enum StakeholderStatus {
	REGISTERED, WITHDRAWN, ERASED
}
