package nl.ontwikkelagenda.app.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.rest.Api;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;

/** Which doors there are: the API document (open), the API (a token, or name and password, with every request), the actuator, feeds (an address that nobody guesses), and the pages (log in once). */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

	private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
	private static final String OWN_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/** Digests and public keys: whoever watches over the log needs no account. */
	private static final String[] FOR_WITNESSES = {Api.BASE + "/audit/checkpoints", Api.BASE + "/audit/checkpoints/newest", Api.BASE + "/audit/keys",
			Api.BASE + "/audit/consistency", Api.BASE + "/audit/witnesses", Api.BASE + "/audit/witnesses/*", Api.BASE + "/audit/cosignatures/*"};
	/** What a witness signs says itself who signed it. */
	private static final String BY_WITNESSES = Api.BASE + "/audit/cosignatures";

	/** What everybody may read. */
	private static final String[] PUBLISHED = {Api.BASE + "/published-agendas/**", Api.BASE + "/published-reports/**"};

	private final Limits limits;
	private final Refusals refusals;
	private final Accounts accounts;
	private final TokenHolders tokens;
	private final KnownDevices devices;
	private final ObjectProvider<LoginElsewhere> elsewhere;
	private final Duration longestSession;

	SecurityConfiguration(Limits limits, Refusals refusals, Accounts accounts, TokenHolders tokens, KnownDevices devices, ObjectProvider<LoginElsewhere> elsewhere,
			@Value("${ontwikkelagenda.session.longest:12h}") Duration longestSession) {
		this.longestSession = longestSession;
		this.elsewhere = elsewhere;
		this.devices = devices;
		this.limits = limits;
		this.refusals = refusals;
		this.accounts = accounts;
		this.tokens = tokens;
	}

	/** Whole requests are measured, not every filter of every chain. */
	@Bean
	static SecurityObservationSettings unmeasuredFilters() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	@Order(1)
	SecurityFilterChain documentChain(HttpSecurity http) throws Exception {
		CorsConfiguration open = new CorsConfiguration();
		open.setAllowedOrigins(List.of(CorsConfiguration.ALL));
		open.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
		open.setExposedHeaders(List.of(Api.VERSION_HEADER));
		common(http.securityMatcher(Api.BASE + "/openapi.json"), NOTHING).cors(cors -> cors.configurationSource(request -> open)).csrf(csrf -> csrf.disable())
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
		// No cookies, so no cross-site requests in a user's name: the credentials come with every request.
		common(http.securityMatcher("/api/**"), NOTHING).csrf(csrf -> csrf.disable()).sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.addFilterBefore(new BearerLogin(this::holder, limits, refusals), BasicAuthenticationFilter.class).httpBasic(basic -> basic.authenticationEntryPoint(refusals))
				.authorizeHttpRequests(
						requests -> requests.requestMatchers(HttpMethod.GET, FOR_WITNESSES).permitAll().requestMatchers(HttpMethod.GET, PUBLISHED).permitAll()
								.requestMatchers(HttpMethod.POST, BY_WITNESSES).permitAll().anyRequest()
								.authenticated());
		return http.build();
	}

	/** By a token of here, or one of the place where people log in. */
	private Optional<Caller> holder(String token) {
		return tokens.holder(token).or(() -> Optional.ofNullable(elsewhere.getIfAvailable()).flatMap(other -> other.holder(token)));
	}

	@Bean
	@Order(3)
	SecurityFilterChain actuatorChain(HttpSecurity http) throws Exception {
		common(http.securityMatcher("/actuator/**"), NOTHING).csrf(csrf -> csrf.disable())
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.httpBasic(basic -> basic.authenticationEntryPoint(refusals)).authorizeHttpRequests(
						requests -> requests.requestMatchers("/actuator/health/readiness", "/actuator/health/liveness").permitAll().anyRequest()
								.hasAuthority(Callers.ADMINISTRATOR));
		return http.build();
	}

	/** Calendar programs and feed readers cannot log in; whoever knows the address of a feed gets what its owner may see. */
	@Bean
	@Order(4)
	SecurityFilterChain feedsChain(HttpSecurity http) throws Exception {
		common(http.securityMatcher("/calendars/**", "/feeds/**"), NOTHING).csrf(csrf -> csrf.disable())
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	@Order(5)
	SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
		common(http, OWN_ONLY).addFilterBefore(new SessionEnd(accounts, refusals, longestSession), AnonymousAuthenticationFilter.class)
				.httpBasic(basic -> basic.authenticationEntryPoint(refusals))
				.formLogin(form -> form.loginPage("/inloggen").failureHandler(new LoginFailure(refusals))
						.successHandler(new LoginSuccess(devices)).authenticationDetailsSource(KnownDevices.Details::new).permitAll())
				.logout(logout -> logout.logoutUrl("/uitloggen").logoutSuccessUrl("/inloggen?uitgelogd")
						.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
				.authorizeHttpRequests(requests -> requests
						.requestMatchers("/inloggen", "/oidc/**", "/wachtwoord/**", "/openbaar", "/openbaar/**", "/taal/*", "/aanmelden", "/aanmelden/**", "/voortgang/stoppen/*",
								"/error", "/problems", "/problems/*", Api.CHANGELOG, "/css/**",
								"/js/**",
								"/images/**", "/fonts/**",
								"/webjars/**", "/favicon.ico")
						.permitAll()
						.requestMatchers("/beheer/**").hasAuthority(Callers.ADMINISTRATOR)
						.anyRequest().authenticated());
		LoginElsewhere other = elsewhere.getIfAvailable();
		if (other != null) {
			other.into(http);
		}
		return http.build();
	}

	private HttpSecurity common(HttpSecurity http, String contentPolicy) throws Exception {
		return http.addFilterBefore(new LimitFilter(limits, refusals), AuthorizationFilter.class).requestCache(cache -> cache.disable())
				.exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
				.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
						.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
						.permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")).frameOptions(frame -> frame.deny()));
	}
}
