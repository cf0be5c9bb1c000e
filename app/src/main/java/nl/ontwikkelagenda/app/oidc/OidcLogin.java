package nl.ontwikkelagenda.app.oidc;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.security.KnownDevices;
import nl.ontwikkelagenda.app.security.LoginElsewhere;
import nl.ontwikkelagenda.app.security.Sessions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Logging in at the issuer: code flow with PKCE (S256), state and nonce; this installation shows who it is by a signature. Of what comes back nothing is kept but who it is: the tokens
 * of the issuer are thrown away.
 */
final class OidcLogin implements LoginElsewhere {

	private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);
	private static final String BEGIN = "/inloggen/bij";
	private static final String LINKING = OidcLogin.class.getName() + ".linking";
	private static final String ACR = "acr";
	private static final Duration LINKING_FOR = Duration.ofMinutes(10);

	private final OidcSettings settings;
	private final Issuer issuer;
	private final ClientKey key;
	private final Identities identities;
	private final AccessTokens tokens;
	private final KnownDevices devices;
	private final Accounts accounts;

	/** That a person who is logged in went to the issuer to be linked. */
	private record Linking(PersonId person, long at) implements Serializable {
	}

	OidcLogin(OidcSettings settings, Issuer issuer, ClientKey key, Identities identities, AccessTokens tokens, KnownDevices devices, Accounts accounts) {
		this.settings = settings;
		this.issuer = issuer;
		this.key = key;
		this.identities = identities;
		this.tokens = tokens;
		this.devices = devices;
		this.accounts = accounts;
	}

	@Override
	public String name() {
		return settings.name();
	}

	@Override
	public String path() {
		return BEGIN + "/" + Issuer.ID;
	}

	@Override
	public boolean isOnlyWay() {
		return settings.only();
	}

	@Override
	public Optional<Caller> holder(String token) {
		return tokens.holder(token);
	}

	@Override
	public void linkNext(PersonId person, HttpServletRequest request) {
		request.getSession().setAttribute(LINKING, new Linking(person, System.currentTimeMillis()));
	}

	@Override
	public void into(HttpSecurity http) throws Exception {
		var exchange = new RestClientAuthorizationCodeTokenResponseClient();
		exchange.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(client -> key.whole()));
		http.oauth2Login(
				login -> login.withObjectPostProcessor(new AwayIsSaid()).loginPage("/inloggen").clientRegistrationRepository(issuer).authorizedClientRepository(new NothingKept())
						.authorizationEndpoint(begin -> begin.authorizationRequestResolver(new OnlyHere(resolver(), path())))
						.redirectionEndpoint(back -> back.baseUri(Issuer.RETURN))
						.tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(exchange)).successHandler(this::in).failureHandler(OidcLogin::refused));
	}

	private OAuth2AuthorizationRequestResolver resolver() {
		DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(issuer, BEGIN);
		if (!settings.acr().isEmpty()) {
			resolver.setAuthorizationRequestCustomizer(asking -> asking.additionalParameters(more -> more.put("acr_values", String.join(" ", settings.acr()))));
		}
		return resolver;
	}

	private void in(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
		OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
		if (!settings.acr().isEmpty() && !settings.acr().contains(String.valueOf(user.getClaimAsString(ACR)))) {
			LOG.warn("Logging in elsewhere was refused: not in a way that is strong enough");
			out(request);
			response.sendRedirect("/inloggen?zwak");
			return;
		}
		Account linking = linking(request).orElse(null);
		if (linking != null) {
			boolean linked = identities.link(Objects.requireNonNull(user.getIssuer()).toString(), Objects.requireNonNull(user.getSubject()), linking.personId());
			Sessions.renew(linking, request, response);
			response.sendRedirect("/mijn-toegang?" + (linked ? "gekoppeld" : "niet-gekoppeld"));
			return;
		}
		String email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
		Account account = identities.account(Objects.requireNonNull(user.getIssuer()).toString(), Objects.requireNonNull(user.getSubject()), email).orElse(null);
		if (account == null) {
			out(request);
			response.sendRedirect("/inloggen?onbekend");
			return;
		}
		Sessions.renew(account, request, response);
		devices.remember(account.personId(), request, response);
		LOG.info("Person {} logged in", account.personId());
		response.sendRedirect("/");
	}

	/** The account of who asked a moment ago, in this session, to be linked. */
	private Optional<Account> linking(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object asked = session == null ? null : session.getAttribute(LINKING);
		if (session != null) {
			session.removeAttribute(LINKING);
		}
		return asked instanceof Linking linking && System.currentTimeMillis() - linking.at() < LINKING_FOR.toMillis() ? accounts.of(linking.person()) : Optional.empty();
	}

	private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
		LOG.warn("Logging in elsewhere failed: {}", e instanceof OAuth2AuthenticationException refused ? refused.getError().getErrorCode() : e.getClass().getSimpleName());
		response.sendRedirect("/inloggen?elders");
	}

	private static void out(HttpServletRequest request) {
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** Also when the issuer cannot be asked where to log in. */
	private static final class AwayIsSaid implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

		@Override
		public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
			filter.setAuthenticationFailureHandler(OidcLogin::refused);
			return filter;
		}
	}

	/** Begins on one path: on others nobody logs in elsewhere. */
	private record OnlyHere(OAuth2AuthorizationRequestResolver resolver, String path) implements OAuth2AuthorizationRequestResolver {

		@Override
		public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
			return request.getRequestURI().equals(path) ? resolver.resolve(request) : null;
		}

		@Override
		public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
			return resolver.resolve(request, registration);
		}
	}

	/** Nothing is asked of the issuer in somebody's name after he logged in. */
	private static final class NothingKept implements OAuth2AuthorizedClientRepository {

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals") // as Spring declares it
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String id, Authentication principal, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
			// on purpose nothing
		}

		@Override
		public void removeAuthorizedClient(String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
			// there is none
		}
	}
}
