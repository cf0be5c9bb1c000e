package nl.ontwikkelagenda.app.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;

import org.springframework.web.filter.OncePerRequestFilter;

/** Stops whoever asks too often, once it is known who he is. Part of the security filter chains, so no bean: it would run twice. */
final class LimitFilter extends OncePerRequestFilter {

	private final Limits limits;
	private final Refusals refusals;

	LimitFilter(Limits limits, Refusals refusals) {
		this.limits = limits;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		try {
			limits.checkRequest(Caller.current().map(caller -> "person:" + caller.personId()).orElseGet(() -> "address:" + request.getRemoteAddr()));
		} catch (TooManyRequests e) {
			refusals.commence(request, response, e);
			return;
		}
		chain.doFilter(request, response);
	}
}
