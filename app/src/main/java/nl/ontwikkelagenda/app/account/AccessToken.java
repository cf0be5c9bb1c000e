package nl.ontwikkelagenda.app.account;

import java.time.Instant;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * A key with which a program uses the API for somebody.
 *
 * @param partnershipId the only partnership that it reaches; absent for all in which its owner holds rights
 * @param lastUsedAt    to the minute; absent when it never was
 * @param token         to be sent in the header Authorization, after {@code Bearer}; present when it was made just now, and never again
 */
record AccessToken(AccessTokenId accessTokenId, PersonId personId, String name, Scope scope, @Nullable PartnershipId partnershipId, Instant createdAt, Instant expiresAt,
		@Nullable Instant lastUsedAt, @Nullable String token) {

	/** What a program may do. */
	enum Scope {
		READ, WRITE
	}

	AccessToken with(String secret) {
		return new AccessToken(accessTokenId, personId, name, scope, partnershipId, createdAt, expiresAt, lastUsedAt, secret);
	}

	@Override
	public String toString() {
		return "Access token " + accessTokenId;
	}
}
