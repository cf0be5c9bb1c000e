package nl.ontwikkelagenda.app.security;

import java.util.List;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.person.Accounts.Account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who is logged in, once it is known with which account. */
public final class Callers {

	static final String ADMINISTRATOR = "ADMINISTRATOR";

	private Callers() {
	}

	/** Somebody who logged in himself. */
	public static Authentication loggedIn(Account account) {
		List<GrantedAuthority> authorities = account.administrator() ? AuthorityUtils.createAuthorityList(ADMINISTRATOR) : List.of();
		return UsernamePasswordAuthenticationToken.authenticated(new Caller(account.personId(), account.username(), account.administrator(), account.generation(), null), null,
				authorities);
	}

	/** A program with a token. */
	static Authentication withToken(Caller holder) {
		return UsernamePasswordAuthenticationToken.authenticated(holder, null, List.of());
	}
}
