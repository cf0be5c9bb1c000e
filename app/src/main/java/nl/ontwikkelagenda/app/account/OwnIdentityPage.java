package nl.ontwikkelagenda.app.account;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.oidc.Identities;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.security.LoginElsewhere;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Begins and ends logging in elsewhere, for the reader himself. */
@Controller
@RequestMapping(MyAccessPage.PATH + "/elders")
class OwnIdentityPage {

	private static final String FORM = "elders";

	private final MyAccessPage page;
	private final Identities identities;
	private final Accounts accounts;
	private final CurrentPassword current;
	private final ObjectProvider<LoginElsewhere> elsewhere;
	private final Forms forms;

	OwnIdentityPage(MyAccessPage page, Identities identities, Accounts accounts, CurrentPassword current, ObjectProvider<LoginElsewhere> elsewhere, Forms forms) {
		this.page = page;
		this.identities = identities;
		this.accounts = accounts;
		this.current = current;
		this.elsewhere = elsewhere;
		this.forms = forms;
	}

	/** The page that answers has the way there, as a form may not lead to another place; who he is there is linked when he comes back. */
	@PostMapping("/koppelen")
	ModelAndView link(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
		LoginElsewhere other = elsewhere.getIfAvailable(() -> {
			throw new NotFound();
		});
		Account account = account();
		Form form = forms.read(FORM, typed);
		current.check(form, account);
		return forms.keep(form, () -> {
			if (!form.isWrong()) {
				other.linkNext(account.personId(), request);
			}
		}, MyAccessPage.PATH + "?verder#elders", page::mine);
	}

	/** Whoever has no password would not get in any more, so he chooses one first. */
	@PostMapping("/ontkoppelen")
	ModelAndView unlink(@RequestParam MultiValueMap<String, String> typed) {
		Account account = account();
		Form form = forms.read(FORM, typed);
		if (account.passwordHash() == null) {
			form.wrong(CurrentPassword.FIELD, "Kies eerst een wachtwoord: zonder wachtwoord komt u er niet meer in.");
		}
		current.check(form, account);
		return forms.keep(form, () -> {
			if (!form.isWrong()) {
				identities.unlink(account.personId());
			}
		}, MyAccessPage.PATH + "?gedaan=ontkoppeld", page::mine);
	}

	private Account account() {
		return accounts.of(Caller.required().personId()).orElseThrow();
	}
}
