package nl.ontwikkelagenda.app.oidc;

import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** What the issuer says about itself, asked when somebody first logs in there: this application starts without it. */
final class Issuer implements ClientRegistrationRepository {

	static final String ID = "elders";
	static final String RETURN = "/oidc/terug";

	private final OidcSettings settings;
	private final PublicAddress address;
	private volatile @Nullable ClientRegistration known;

	Issuer(OidcSettings settings, PublicAddress address) {
		this.settings = settings;
		this.address = address;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		if (!ID.equals(id)) {
			return null;
		}
		ClientRegistration registration = known;
		if (registration == null) {
			registration = ClientRegistrations.fromIssuerLocation(settings.issuer()).registrationId(ID).clientId(settings.clientId()).clientName(settings.name())
					.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
					.redirectUri(address.page(RETURN).orElse("{baseUrl}" + RETURN)).scope("openid", "email")
					.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build()).build();
			known = registration;
		}
		return registration;
	}
}
