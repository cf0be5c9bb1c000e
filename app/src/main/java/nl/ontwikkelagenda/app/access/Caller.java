package nl.ontwikkelagenda.app.access;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.command.Intent;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is logged in. What he may do is looked up with every request, so that a right that was withdrawn is gone at once.
 *
 * @param username      name of the account
 * @param administrator whether he administers this installation
 */
public record Caller(PersonId personId, String username, boolean administrator) implements AuthenticatedPrincipal, java.io.Serializable {

	private static final long serialVersionUID = 1L;

	public static Optional<Caller> current() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
	}

	/** @throws AuthenticationCredentialsNotFoundException (401) when nobody is logged in */
	public static Caller required() {
		return current().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is logged in"));
	}

	public Actor actor() {
		return Actor.person(personId);
	}

	/** What he sends from a page: without a key, on whatever version there is. */
	public Intent intent() {
		return new Intent(actor(), administrator, null, null);
	}

	@Override
	public String getName() {
		return username;
	}
}
