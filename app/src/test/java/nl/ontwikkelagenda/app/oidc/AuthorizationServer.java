package nl.ontwikkelagenda.app.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
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
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
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

	/** Somebody as this server knows him. */
	record Person(String subject, String email, boolean verified, String acr) {

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
				}
			};
		}

		@Bean
		JWKSource<SecurityContext> keys() throws JOSEException {
			RSAKey key = new RSAKeyGenerator(2048).keyID("sleutel").generate();
			return new ImmutableJWKSet<>(new JWKSet(key));
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
