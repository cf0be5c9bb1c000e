package nl.ontwikkelagenda.app.account;

import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.security.Limits;

import org.springframework.stereotype.Component;

/** Whoever changes how he gets in types the password that he has, so that an open screen is not enough; guessing is limited as at the door. */
@Component
class CurrentPassword {

	static final String FIELD = "huidig";

	private final Accounts accounts;
	private final Limits limits;

	CurrentPassword(Accounts accounts, Limits limits) {
		this.accounts = accounts;
		this.limits = limits;
	}

	/** Notes in the form when it is another; who has none yet need not type it. */
	void check(Form form, Account account) {
		String who = "change:" + account.personId();
		limits.checkAccount(who);
		if (account.passwordHash() != null && !accounts.encoder().matches(form.typed(FIELD), account.passwordHash())) {
			limits.accountFailed(who);
			form.wrong(FIELD, "Dit is niet uw huidige wachtwoord.");
		}
	}
}
