package nl.ontwikkelagenda.app.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

/** A real authorization server, as partners have: it asks for a signature of its client and for PKCE, and lets people log in with a form. */
final class AuthorizationServer implements AutoCloseable {

	static final String STRONG = "twee-stappen";
	static final String PASSWORD = "wachtwoord-van-elders";

	private final int port = freePort();
	private final Tomcat tomcat = new Tomcat();
	private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();

	/** What is wrong with the ID token that somebody brings along. */
	enum Fault {
		NONE, NONCE, AUDIENCE, ISSUER, EXPIRED, SIGNATURE;

		void into(Map<String, Object> claims) {
			Instant past = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
			switch (this) {
				case NONCE -> claims.put("nonce", "van-een-andere-browser");
				case AUDIENCE -> claims.put("aud", List.of("een-ander"));
				case ISSUER -> claims.put("iss", "https://een-ander.example.org");
				case EXPIRED -> claims.putAll(Map.of("iat", past, "exp", past.plus(Duration.ofHours(1))));
				case NONE, SIGNATURE -> {
					// the claims are right
				}
			}
		}
	}

	/** Somebody as this server knows him. */
	record Person(String subject, String email, boolean verified, String acr, Fault fault) {

		Person(String subject, String email, boolean verified, String acr) {
			this(subject, email, verified, acr, Fault.NONE);
		}

		/** Who logs in as strongly as is asked. */
		Person(String subject, String email, boolean verified) {
			this(subject, email, verified, STRONG);
		}
	}

	AuthorizationServer() {
		try {
			tomcat.setBaseDir(Files.createTempDirectory("authorization-server").toString());
			tomcat.setPort(port);
			Context root = tomcat.addContext("", null);
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("server", Map.of("issuer", issuer())));
			context.register(Served.class);
			root.addServletContainerInitializer((types, servlets) -> {
				context.setServletContext(servlets);
				context.refresh();
				servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", context)).addMappingForUrlPatterns(null, false, "/*");
				servlets.addServlet("dispatcher", new DispatcherServlet(context)).addMapping("/");
			}, null);
			tomcat.getConnector();
			tomcat.start();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (LifecycleException e) {
			throw new IllegalStateException(e);
		}
	}

	/** By another name than the application, so that the cookies of both stay apart. */
	String issuer() {
		return "http://localhost:" + port;
	}

	/** Knows this application from now on. */
	void register(String clientId, String address) {
		context.getBean(InMemoryRegisteredClientRepository.class)
				.save(RegisteredClient.withId(UUID.randomUUID().toString()).clientId(clientId).clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
						.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri(address + Issuer.RETURN).scope("openid").scope("email")
						.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).jwkSetUrl(address + OidcConfiguration.KEYS)
								.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256).build())
						.build());
	}

	void knows(Person person) {
		context.getBean(People.class).put(person.subject(), person);
	}

	/** An access token for this interface, signed as this server signs. */
	String accessToken(Consumer<JwtClaimsSet.Builder> claims) {
		return accessToken(claims, context.getBean(Served.class).keySource());
	}

	/** One that says the same, signed with a key that this server does not publish. */
	String forgedToken(Consumer<JwtClaimsSet.Builder> claims) {
		try {
			return accessToken(claims, new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("sleutel").generate())));
		} catch (JOSEException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The same token with the algorithm none. */
	static String unsigned(String token) {
		String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
		return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
	}

	private String accessToken(Consumer<JwtClaimsSet.Builder> claims, JWKSource<SecurityContext> keys) {
		Instant now = Instant.now();
		JwtClaimsSet.Builder token = JwtClaimsSet.builder().issuer(issuer()).issuedAt(now).expiresAt(now.plusSeconds(300)).claim("acr", STRONG);
		claims.accept(token);
		return new NimbusJwtEncoder(keys).encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), token.build())).getTokenValue();
	}

	@Override
	public void close() {
		try {
			tomcat.stop();
			tomcat.destroy();
			context.close();
		} catch (LifecycleException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Who can log in, by subject. */
	static final class People extends ConcurrentHashMap<String, Person> {

		private static final long serialVersionUID = 1L;
	}

	/** Not annotated as a configuration: the application itself would find it. */
	@EnableWebSecurity
	static class Served {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults())).oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
					.formLogin(Customizer.withDefaults()).authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
			return http.build();
		}

		@Bean
		AuthorizationServerSettings settings(Environment environment) {
			return AuthorizationServerSettings.builder().issuer(environment.getRequiredProperty("issuer")).build();
		}

		@Bean
		InMemoryRegisteredClientRepository clients() {
			return new InMemoryRegisteredClientRepository(List.of(RegisteredClient.withId("other").clientId("een-ander").clientSecret("{noop}geheim")
					.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build()));
		}

		@Bean
		People people() {
			return new People();
		}

		@Bean
		UserDetailsService users(People people) {
			return name -> User.withUsername(people.get(name) == null ? "niemand" : name).password("{noop}" + PASSWORD).authorities(List.of()).build();
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> addresses(People people) {
			return token -> {
				Person person = people.get(Objects.requireNonNull(token.<Authentication>getPrincipal()).getName());
				if (person != null) {
					token.getClaims().claims(claims -> claims.putAll(Map.of("email", person.email(), "email_verified", person.verified(), "acr", person.acr())));
					if (isIdToken(token)) {
						token.getClaims().claims(person.fault()::into);
					}
				}
			};
		}

		@Bean
		OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys, OAuth2TokenCustomizer<JwtEncodingContext> addresses, People people) {
			JwtGenerator jwts = new JwtGenerator(new NimbusJwtEncoder(keys));
			jwts.setJwtCustomizer(addresses);
			OAuth2TokenGenerator<Jwt> signed = asked -> {
				Jwt token = jwts.generate(asked);
				Person person = people.get(Objects.requireNonNull(asked.<Authentication>getPrincipal()).getName());
				return token == null || !isIdToken(asked) || person == null || person.fault() != Fault.SIGNATURE ? token : forged(token);
			};
			return new DelegatingOAuth2TokenGenerator(signed, new OAuth2AccessTokenGenerator(), new OAuth2RefreshTokenGenerator());
		}

		private static boolean isIdToken(OAuth2TokenContext asked) {
			return OidcParameterNames.ID_TOKEN.equals(asked.getTokenType().getValue());
		}

		/** The same claims under the signature of something else. */
		private static Jwt forged(Jwt token) {
			int signature = token.getTokenValue().lastIndexOf('.') + 1;
			String reversed = new StringBuilder(token.getTokenValue().substring(signature)).reverse().toString();
			return new Jwt(token.getTokenValue().substring(0, signature) + reversed, token.getIssuedAt(), token.getExpiresAt(), token.getHeaders(), token.getClaims());
		}

		private final JWKSource<SecurityContext> keySource = madeKeys();

		JWKSource<SecurityContext> keySource() {
			return keySource;
		}

		private static JWKSource<SecurityContext> madeKeys() {
			try {
				return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("sleutel").generate()));
			} catch (JOSEException e) {
				throw new IllegalStateException(e);
			}
		}

		@Bean
		JWKSource<SecurityContext> keys() {
			return keySource;
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
