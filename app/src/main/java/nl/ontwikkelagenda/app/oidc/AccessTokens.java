package nl.ontwikkelagenda.app.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Caller.TokenScope;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Access tokens of the issuer (JWT, RFC 9068), with which programs use our interface in the name of somebody who logs in there: signed with RS256 by a key that it publishes, of this
 * issuer, for our interface ({@code aud}) and not expired. They act for who is linked to their subject, as far as their scope goes, and never administer the installation. None links
 * anybody.
 */
final class AccessTokens {

	/** Scope with which a program reads, and with which it also writes. */
	static final String READ = "ontwikkelagenda.read";
	static final String WRITE = "ontwikkelagenda.write";

	private static final String ACR = "acr";

	private final OidcSettings settings;
	private final Identities identities;
	private volatile @Nullable JwtDecoder known;

	AccessTokens(OidcSettings settings, Identities identities) {
		this.settings = settings;
		this.identities = identities;
	}

	/**
	 * @throws AuthenticationServiceException the issuer cannot be asked for its keys
	 */
	Optional<Caller> holder(String token) {
		if (settings.apiAudience().isEmpty() || token.chars().filter(letter -> letter == '.').count() != 2) {
			return Optional.empty();
		}
		try {
			return holder(decoder().decode(token));
		} catch (BadJwtException e) {
			return Optional.empty();
		} catch (JwtException | IllegalArgumentException e) {
			throw new AuthenticationServiceException("The issuer cannot be asked for its keys", e);
		}
	}

	private Optional<Caller> holder(Jwt token) {
		Set<String> scopes = scopes(token);
		boolean strong = settings.acr().isEmpty() || settings.acr().contains(String.valueOf(token.getClaimAsString(ACR)));
		if (!strong || (!scopes.contains(READ) && !scopes.contains(WRITE)) || token.getSubject() == null) {
			return Optional.empty();
		}
		return identities.account(settings.issuer(), token.getSubject(), null)
				.map(account -> new Caller(account.personId(), account.username(), false, account.generation(), new TokenScope(scopes.contains(WRITE), null)));
	}

	/** A list, or words with spaces between them. */
	private static Set<String> scopes(Jwt token) {
		return switch (token.getClaims().get("scope")) {
			case String words -> Set.copyOf(List.of(words.split(" ")));
			case Collection<?> list -> Set.copyOf(list.stream().map(Objects::toString).toList());
			case null, default -> Set.of();
		};
	}

	private JwtDecoder decoder() {
		JwtDecoder decoder = known;
		if (decoder == null) {
			NimbusJwtDecoder fresh = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).jwsAlgorithm(SignatureAlgorithm.RS256).validateType(false).build();
			JwtTypeValidator types = new JwtTypeValidator("at+jwt", "JWT");
			types.setAllowEmpty(true);
			fresh.setJwtValidator(new DelegatingOAuth2TokenValidator<>(types, new JwtTimestampValidator(), new JwtIssuerValidator(settings.issuer()),
					new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.apiAudience())),
					new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull)));
			known = fresh;
			decoder = fresh;
		}
		return decoder;
	}
}
