package nl.ontwikkelagenda.app.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Where browsers come by TLS, cookies have the prefix with which a browser takes them of this host only, and by TLS only. Elsewhere a browser would not take them at all, as on a machine
 * on which the demo is looked at.
 */
@Component
class HostCookies implements ServletContextInitializer {

	private static final String PREFIX = "__Host-";

	private final PublicAddress address;

	HostCookies(PublicAddress address) {
		this.address = address;
	}

	/** The name under which this cookie is set. */
	static String named(String name, boolean secure) {
		return secure ? PREFIX + name : name;
	}

	@Override
	public void onStartup(ServletContext context) {
		if (address.isSecure()) {
			SessionCookieConfig session = context.getSessionCookieConfig();
			session.setName(named("sessie", true));
			session.setSecure(true);
			session.setPath("/");
		}
	}
}
