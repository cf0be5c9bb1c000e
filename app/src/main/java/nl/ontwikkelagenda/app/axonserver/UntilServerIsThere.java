package nl.ontwikkelagenda.app.axonserver;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.store.LogUnavailable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses all requests but those about health (503), until the server has been there once since the start. */
@Component
@Profile("axonserver")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UntilServerIsThere extends OncePerRequestFilter {

	private final ServerPresence presence;

	UntilServerIsThere(ServerPresence presence) {
		this.presence = presence;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		if (!presence.wasSeen()) {
			throw new LogUnavailable("The server was not there yet", new TimeoutException());
		}
		chain.doFilter(request, response);
	}
}
