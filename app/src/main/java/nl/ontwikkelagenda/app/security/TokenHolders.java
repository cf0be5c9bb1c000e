package nl.ontwikkelagenda.app.security;

import java.util.Optional;

import nl.ontwikkelagenda.app.access.Caller;

/** Who acts with the token that came with a request. */
@FunctionalInterface
public interface TokenHolders {

	/** The owner, with how far the token goes; nobody when it does not exist, has expired or was revoked, or when its owner has no account any more. */
	Optional<Caller> holder(String token);
}
