package nl.ontwikkelagenda.cop.community;

/** Where a community stands. */
public enum CommunityStatus {
	FOUNDED, STARTED, CONCLUDED
}
