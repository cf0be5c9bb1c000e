package nl.ontwikkelagenda.app.security;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.person.Accounts;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that began long ago, that are of before the password changed, and of accounts that were closed or erased. Part of a filter chain, so no bean. */
final class SessionEnd extends OncePerRequestFilter {

	private final Accounts accounts;
	private final Refusals refusals;
	private final Duration longest;

	/** @param longest after its beginning, however busy it is */
	SessionEnd(Accounts accounts, Refusals refusals, Duration longest) {
		this.longest = longest;
		this.accounts = accounts;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		HttpSession session = request.getSession(false);
		Caller caller = session == null ? null : Caller.current().orElse(null);
		if (session != null && caller != null) {
			try {
				OptionalLong generation = accounts.generation(caller.personId());
				if (generation.isEmpty() || generation.getAsLong() != caller.generation() || isOld(session)) {
					session.invalidate();
					SecurityContextHolder.clearContext();
				}
			} catch (DataAccessException e) {
				refusals.commence(request, response, new AuthenticationServiceException("Accounts cannot be read", e));
				return;
			}
		}
		chain.doFilter(request, response);
	}

	/** By the clock of the server, which is the one that sessions are timed with. */
	private boolean isOld(HttpSession session) {
		return System.currentTimeMillis() - session.getCreationTime() > longest.toMillis();
	}
}
