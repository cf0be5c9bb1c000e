package nl.ontwikkelagenda.app.rest;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before all others: says the version with every answer of the API, and makes a problem of whatever other filters throw. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutermostFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
		if (Api.isApi(request)) {
			response.setHeader(Api.VERSION_HEADER, Api.VERSION);
		}
		try {
			chain.doFilter(request, response);
		} catch (ServletException e) {
			Faults.write(e.getCause() == null ? e : e.getCause(), request, response);
		} catch (RuntimeException e) {
			Faults.write(e, request, response);
		}
	}
}
