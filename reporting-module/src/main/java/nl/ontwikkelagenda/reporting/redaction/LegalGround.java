package nl.ontwikkelagenda.reporting.redaction;

/** Why the law lets, or makes, a text be removed. */
public enum LegalGround {
	/** The person asked for it (GDPR, article 17). */
	ERASURE_REQUEST,
	/** There was no ground to record it (GDPR, article 6). */
	NO_GROUND_TO_RECORD,
	/** It tells of health, belief or the like (GDPR, article 9). */
	SPECIAL_CATEGORY,
	/** It was told in confidence (Open Government Act, article 5.1). */
	CONFIDENTIAL,
	/** The time for which it may be kept is over (GDPR, article 5). */
	RETENTION_ENDED
}
