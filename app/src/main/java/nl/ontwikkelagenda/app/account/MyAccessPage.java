package nl.ontwikkelagenda.app.account;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.account.AccessToken.Scope;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.security.Sessions;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the reader gets in: his password, and the keys of his programs. */
@Controller
@RequestMapping(MyAccessPage.PATH)
@WithoutAsOf("Sleutels en wachtwoord zijn instellingen van nu; laat asOf weg.")
class MyAccessPage {

	static final String PATH = "/mijn-toegang";

	private static final String TOKEN_FORM = "sleutels";
	private static final int MONTHS_AT_FIRST = 3;
	private static final List<Choice> SCOPES = List.of(new Choice(Scope.READ.name(), "Alleen lezen"), new Choice(Scope.WRITE.name(), "Lezen en vastleggen"));

	private final TokenKeeping tokens;
	private final PasswordLinks links;
	private final Accounts accounts;
	private final People people;
	private final Documents documents;
	private final CurrentPassword current;
	private final OwnIdentity identity;
	private final Forms forms;
	private final Today today;
	private final Dutch dutch;

	MyAccessPage(TokenKeeping tokens, PasswordLinks links, Accounts accounts, People people, Documents documents, CurrentPassword current, OwnIdentity identity, Forms forms,
			Today today, Dutch dutch) {
		this.tokens = tokens;
		this.links = links;
		this.accounts = accounts;
		this.people = people;
		this.documents = documents;
		this.current = current;
		this.identity = identity;
		this.forms = forms;
		this.today = today;
		this.dutch = dutch;
	}

	/** A token as its owner sees it. */
	record Row(AccessTokenId id, String name, String may, String until, String used, boolean expired) {
	}

	@GetMapping
	ModelAndView mine() {
		Account account = account();
		Map<PartnershipId, String> names = partnerships();
		return new ModelAndView("mijn-toegang").addObject("username", account.username()).addObject("hasPassword", account.passwordHash() != null)
				.addObject("tokens", tokens.all().stream().map(token -> row(token, names)).toList()).addObject("scopes", SCOPES)
				.addObject("partnerships",
						names.entrySet().stream().map(each -> new Choice(each.getKey().toString(), each.getValue())).sorted(Comparator.comparing(Choice::label)).toList())
				.addObject("firstDay", today.date().plusMonths(MONTHS_AT_FIRST)).addObject("lastDay", tokens.lastDay()).addObject("shortest", PasswordRules.SHORTEST)
				.addObject("longestName", TokenKeeping.LONGEST_NAME).addObject("elsewhere", identity.shown().orElse(null));
	}

	/** All other sessions end; this one goes on. */
	@PostMapping("/wachtwoord")
	ModelAndView change(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
		Form form = forms.read(PasswordPage.FORM, typed);
		Account account = account();
		current.check(form, account);
		String password = PasswordPage.read(form, account, people);
		return forms.keep(form, () -> {
			if (!form.isWrong()) {
				accounts.changePassword(account.personId(), password);
				links.withdraw(account.personId());
				Sessions.renew(account(), request, response);
			}
		}, PATH + "?gedaan=gewijzigd", this::mine);
	}

	/** The page that answers shows the token, and no other does. */
	@PostMapping("/sleutels")
	ModelAndView make(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read(TOKEN_FORM, typed);
		String name = form.line("naam", TokenKeeping.LONGEST_NAME).text();
		Scope scope = form.choice("bereik", Scope.class);
		PartnershipId partnership = form.idOrNone("partnershipId", PartnershipId::new);
		LocalDate until = form.dayOrNone("expiresOn");
		if (until == null) {
			form.wrong("expiresOn", "Kies tot en met welke dag de sleutel werkt.");
		}
		if (!form.isWrong() && until != null) {
			try {
				AccessToken made = tokens.make(Ids.next(), name, scope, partnership, until);
				return mine().addObject("made", made.token());
			} catch (InvalidInput e) {
				e.errors().forEach((FieldError fault) -> form.wrong(fault.field(), fault.message()));
			}
		}
		ModelAndView again = mine().addObject("form", form);
		again.setStatus(HttpStatus.BAD_REQUEST);
		return again;
	}

	@PostMapping("/sleutels/{id}/intrekken")
	String revoke(@PathVariable AccessTokenId id) {
		tokens.revoke(id);
		return "redirect:" + PATH + "#sleutels";
	}

	private Account account() {
		return accounts.of(Caller.required().personId()).orElseThrow();
	}

	private Map<PartnershipId, String> partnerships() {
		return tokens.partnerships().stream().collect(Collectors.toMap(id -> id,
				id -> documents.find(ReadModels.PARTNERSHIPS, id.toString(), AsOf.NOW).map(found -> found.document().name()).orElse(id.toString())));
	}

	private Row row(AccessToken token, Map<PartnershipId, String> names) {
		String where = token.partnershipId() == null
				? "overal waar u rechten hebt"
				: names.getOrDefault(token.partnershipId(), "een samenwerkingsverband waarin u geen recht meer hebt");
		LocalDate last = LocalDate.ofInstant(token.expiresAt(), Today.AMSTERDAM);
		return new Row(token.accessTokenId(), token.name(), (token.scope() == Scope.READ ? "Alleen lezen, " : "Lezen en vastleggen, ") + where, dutch.day(last),
				token.lastUsedAt() == null ? "nog niet" : dutch.moment(token.lastUsedAt()), last.isBefore(today.date()));
	}
}
