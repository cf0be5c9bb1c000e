package nl.ontwikkelagenda.app.security;

import java.util.List;
import java.util.function.Supplier;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.person.Accounts.Account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

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

	/** Does something for somebody who is not logged in: as he may, and in his name. */
	public static <T> T as(Account account, Supplier<T> work) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContextHolder.setContext(new SecurityContextImpl(loggedIn(account)));
		try {
			return work.get();
		} finally {
			SecurityContextHolder.setContext(before);
		}
	}

	/** A program with a token. */
	static Authentication withToken(Caller holder) {
		return UsernamePasswordAuthenticationToken.authenticated(holder, null, List.of());
	}
}
