package nl.ontwikkelagenda.app.security;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in with a token ({@code Authorization: Bearer …}); one that may only read changes nothing. Part of a filter chain, so no bean. */
final class BearerLogin extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";
	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final TokenHolders holders;
	private final Limits limits;
	private final Refusals refusals;
	private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

	BearerLogin(TokenHolders holders, Limits limits, Refusals refusals) {
		this.holders = holders;
		this.limits = limits;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		String token = token(request);
		if (token == null) {
			chain.doFilter(request, response);
			return;
		}
		try {
			Caller holder = holder(token, request.getRemoteAddr());
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(Callers.withToken(holder));
			SecurityContextHolder.setContext(context);
			contexts.saveContext(context, request, response);
			if (!READING.contains(request.getMethod()) && holder.token() != null && !holder.token().mayWrite()) {
				refusals.handle(request, response, new ReadingOnly());
				return;
			}
		} catch (AuthenticationException e) {
			refusals.commence(request, response, e);
			return;
		}
		chain.doFilter(request, response);
	}

	/** Somebody changes something with a token that may only read. */
	static final class ReadingOnly extends AccessDeniedException {

		private static final long serialVersionUID = 1L;

		ReadingOnly() {
			super("The token may only read");
		}
	}

	/** A token that is known gets in, whatever others did from the same address: nobody guesses one. */
	private Caller holder(String token, String address) {
		try {
			return holders.holder(token).orElseThrow(() -> {
				limits.checkLogin(address);
				limits.loginFailed(address);
				return new BadCredentialsException("Unknown token");
			});
		} catch (DataAccessException e) {
			throw new AuthenticationServiceException("Tokens cannot be read", e);
		}
	}

	private static @Nullable String token(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? header.substring(SCHEME.length()).strip() : null;
	}
}
