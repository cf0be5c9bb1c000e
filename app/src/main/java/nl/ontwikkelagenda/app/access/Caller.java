package nl.ontwikkelagenda.app.access;

import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.Intent.Once;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is logged in. What he may do is looked up with every request, so that a right that was withdrawn is gone at once.
 *
 * @param username      name of the account
 * @param administrator whether he administers this installation
 * @param generation    of his account when he logged in: a later one has ended this session
 * @param token         how far a program of his may go; absent when he logged in himself
 */
public record Caller(PersonId personId, String username, boolean administrator, long generation, @Nullable TokenScope token)
		implements
			AuthenticatedPrincipal,
			java.io.Serializable {

	private static final long serialVersionUID = 2L;

	/**
	 * How far a program goes that acts for somebody.
	 *
	 * @param partnershipId the one partnership that it reaches; absent for all in which he holds rights
	 */
	public record TokenScope(boolean mayWrite, @Nullable UUID partnershipId) implements java.io.Serializable {

		private static final long serialVersionUID = 1L;
	}

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

	/** Whether he reaches this partnership, if he holds rights there. */
	boolean reaches(PartnershipId partnership) {
		return token == null || token.partnershipId() == null || token.partnershipId().equals(partnership.value());
	}

	/** What he sends from a page: without a key, on whatever version there is. */
	public Intent intent() {
		return intent(null, null);
	}

	/** What he sends once, or on one version. */
	public Intent intent(@Nullable Once once, @Nullable Long expectedSequence) {
		PartnershipId within = token == null || token.partnershipId() == null ? null : new PartnershipId(token.partnershipId());
		return new Intent(actor(), administrator, once, expectedSequence, within);
	}

	@Override
	public String getName() {
		return username;
	}
}
