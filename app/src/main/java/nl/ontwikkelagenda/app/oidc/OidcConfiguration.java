package nl.ontwikkelagenda.app.oidc;

import nl.ontwikkelagenda.app.keys.KeyFiles;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.security.KnownDevices;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** There is nothing of this while no issuer is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
@ConditionalOnExpression("!'${ontwikkelagenda.oidc.issuer:}'.isEmpty()")
class OidcConfiguration {

	/** Where the issuer finds the public key of this installation. */
	static final String KEYS = "/oidc/sleutels";

	@Bean
	ClientKey clientKey(KeyFiles files) {
		return new ClientKey(files);
	}

	@Bean
	OidcLogin oidcLogin(OidcSettings settings, PublicAddress address, ClientKey key, Identities identities, KnownDevices devices, Accounts accounts) {
		return new OidcLogin(settings, new Issuer(settings, address), key, identities, new AccessTokens(settings, identities), devices, accounts);
	}

	@Bean
	RouterFunction<ServerResponse> publicKeys(ClientKey key) {
		return RouterFunctions.route().GET(KEYS, request -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(key.published())).build();
	}
}
