package nl.ontwikkelagenda.app.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.security.KnownDevices;
import nl.ontwikkelagenda.app.security.Limits;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody without a password, or who forgot it, gets one: by a link in a mail. Nobody learns here whether an address is known. */
@Controller
@RequestMapping("/wachtwoord")
@WithoutAsOf("Een wachtwoord kiezen gaat over nu; laat asOf weg.")
class PasswordPage {

	static final String FORM = "wachtwoord";
	static final String PASSWORD = "wachtwoord";
	static final String REPEATED = "nogmaals";

	private static final Logger LOG = LoggerFactory.getLogger(PasswordPage.class);
	private static final int LONGEST_ADDRESS = 200;

	private final PasswordLinks links;
	private final Accounts accounts;
	private final People people;
	private final Postman postman;
	private final Limits limits;
	private final KnownDevices devices;
	private final Forms forms;

	PasswordPage(PasswordLinks links, Accounts accounts, People people, Postman postman, Limits limits, KnownDevices devices, Forms forms) {
		this.links = links;
		this.accounts = accounts;
		this.people = people;
		this.postman = postman;
		this.limits = limits;
		this.devices = devices;
		this.forms = forms;
	}

	@GetMapping("/vergeten")
	ModelAndView forgotten(@RequestParam(required = false) @Nullable String verzonden) {
		return new ModelAndView("wachtwoord-vergeten").addObject("sent", verzonden != null).addObject("possible", postman.works());
	}

	/** What is done takes its time after the answer, so that the answer takes as long for an address that nobody has. */
	@PostMapping("/vergeten")
	ModelAndView mail(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
		if (!postman.works()) {
			ModelAndView page = forgotten(null);
			page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
			return page;
		}
		limits.checkPasswordLink(request.getRemoteAddr());
		if (!email.isBlank() && email.length() <= LONGEST_ADDRESS && email.indexOf('\0') < 0) {
			Thread.ofVirtual().name("password-mail").start(() -> mail(email.strip()));
		}
		return new ModelAndView("redirect:/wachtwoord/vergeten?verzonden");
	}

	private void mail(String email) {
		try {
			List<Account> found = accounts.withEmail(email);
			if (!found.isEmpty() && limits.mayMailConfirmation("password:" + email)) {
				found.forEach(links::reset);
			}
		} catch (DataAccessException e) {
			LOG.error("A link to choose a password could not be mailed", e);
		}
	}

	@GetMapping("/kiezen/{secret}")
	ModelAndView choose(@PathVariable String secret) {
		return links.find(secret).map(link -> page(secret, link)).orElseGet(PasswordPage::tooLate);
	}

	@PostMapping("/kiezen/{secret}")
	ModelAndView chosen(@PathVariable String secret, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
		PasswordLinks.Link link = links.find(secret).orElse(null);
		if (link == null) {
			return tooLate();
		}
		Form form = forms.read(FORM, typed);
		String password = read(form, link.account(), people);
		if (form.isWrong()) {
			ModelAndView again = page(secret, link).addObject("form", form);
			again.setStatus(HttpStatus.BAD_REQUEST);
			return again;
		}
		Optional<Account> account = links.use(secret, password);
		// whoever reads the mail of the account may log in here, however often others have tried
		account.ifPresent(own -> devices.remember(own.personId(), request, response));
		return account.isPresent() ? new ModelAndView("redirect:/inloggen?nieuw") : tooLate();
	}

	/** The password that was typed twice; what is wrong with it is noted in the form. */
	static String read(Form form, Account account, People people) {
		String password = form.typed(PASSWORD);
		Stream<String> names = people.find(account.personId()).stream().flatMap(PasswordPage::names);
		PasswordRules.fault(password, Stream.concat(Stream.of(account.username()), names).toList()).ifPresent(fault -> form.wrong(PASSWORD, fault));
		if (!password.equals(form.typed(REPEATED))) {
			form.wrong(REPEATED, "Dit is een ander wachtwoord dan hierboven; typ twee keer hetzelfde.");
		}
		return password;
	}

	private static Stream<String> names(Person person) {
		return Stream.of(Optional.of(person.name()), Optional.ofNullable(person.email())).flatMap(Optional::stream);
	}

	private static ModelAndView page(String secret, PasswordLinks.Link link) {
		return new ModelAndView("wachtwoord-kiezen").addObject("secret", secret).addObject("username", link.account().username())
				.addObject("invited", link.kind() == PasswordLinks.Kind.INVITATION).addObject("shortest", PasswordRules.SHORTEST);
	}

	private static ModelAndView tooLate() {
		ModelAndView page = new ModelAndView("wachtwoord-te-laat");
		page.setStatus(HttpStatus.GONE);
		return page;
	}
}
