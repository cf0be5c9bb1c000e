package nl.ontwikkelagenda.app.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** On to the start page, in a browser that is known from now on. */
final class LoginSuccess implements AuthenticationSuccessHandler {

	private final KnownDevices devices;

	LoginSuccess(KnownDevices devices) {
		this.devices = devices;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
		if (authentication.getPrincipal() instanceof Caller caller) {
			devices.remember(caller.personId(), request, response);
		}
		response.sendRedirect("/");
	}
}
