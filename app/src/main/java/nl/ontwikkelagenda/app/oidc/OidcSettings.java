package nl.ontwikkelagenda.app.oidc;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ontwikkelagenda.oidc}; logging in elsewhere is possible when there is an issuer.
 *
 * @param issuer   its address, as its tokens name it; by https, except on this machine
 * @param clientId under which it knows this installation
 * @param name     what people call it
 * @param acr      how people have to have logged in there, by the names that it has for that ({@code acr}); one of these will do, and any way when there are none
 * @param apiAudience what its access tokens name our interface; empty when they open nothing here. Another name than {@code clientId}, which ID tokens are for
 * @param only     whether passwords of this installation open nothing
 */
@ConfigurationProperties("ontwikkelagenda.oidc")
record OidcSettings(@DefaultValue("") String issuer, @DefaultValue("ontwikkelagenda") String clientId, @DefaultValue("uw organisatie") String name,
		@DefaultValue List<String> acr, @DefaultValue("") String apiAudience, @DefaultValue("false") boolean only) {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	/** @throws IllegalStateException the issuer would be asked in the open, or an ID token would open the interface */
	OidcSettings {
		if (apiAudience.equals(clientId)) {
			throw new IllegalStateException("De instelling ontwikkelagenda.oidc.api-audience moet een andere naam zijn dan ontwikkelagenda.oidc.client-id.");
		}
		if (!issuer.isEmpty()) {
			URI address = URI.create(issuer);
			boolean safe = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost())));
			if (!safe) {
				throw new IllegalStateException("De instelling ontwikkelagenda.oidc.issuer moet met https:// beginnen.");
			}
		}
	}
}
