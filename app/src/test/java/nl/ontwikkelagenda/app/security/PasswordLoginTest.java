package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Where people log in elsewhere only, as with two steps, a password opens nothing. */
class PasswordLoginTest {

	private final ApplicationContext app = Running.application().context();

	/** @param isOnlyWay whether people log in there only */
	private record Elsewhere(boolean isOnlyWay) implements LoginElsewhere {

		@Override
		public String name() {
			return "School Voorbeeld";
		}

		@Override
		public String path() {
			return "/inloggen/bij/elders";
		}

		@Override
		public void linkNext(PersonId person, HttpServletRequest request) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<Caller> holder(String token) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void into(HttpSecurity http) {
			throw new UnsupportedOperationException();
		}
	}

	private PasswordLogin beside(LoginElsewhere elsewhere) {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("elsewhere", elsewhere);
		return new PasswordLogin(app.getBean(Accounts.class), app.getBean(Limits.class), app.getBean(KnownDevices.class), beans.getBeanProvider(LoginElsewhere.class));
	}

	@Test
	void aPasswordOpensNothingWherePeopleLogInElsewhereOnly() {
		UsernamePasswordAuthenticationToken right = UsernamePasswordAuthenticationToken.unauthenticated("deelnemer", DemoAccounts.PASSWORD);
		assertThat(beside(new Elsewhere(false)).authenticate(right).isAuthenticated()).isTrue();
		assertThatThrownBy(() -> beside(new Elsewhere(true)).authenticate(right)).isInstanceOf(BadCredentialsException.class);
	}
}
