package nl.ontwikkelagenda.app.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.InstallationAdministrators;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who may log in to this installation. */
@Controller
@RequestMapping(AccountsPage.PATH)
@WithoutAsOf("Van accounts is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class AccountsPage {

	static final String PATH = "/beheer/accounts";

	private static final String FORM = "uitnodiging";
	private static final int MOST_PEOPLE = 2_000;
	private static final int LONGEST_ADDRESS = 200;

	private final AccountKeeping accounts;
	private final People people;
	private final Forms forms;
	private final InstallationAdministrators administrators;
	private final Dutch dutch;

	AccountsPage(AccountKeeping accounts, People people, Forms forms, InstallationAdministrators administrators, Dutch dutch) {
		this.administrators = administrators;
		this.dutch = dutch;
		this.accounts = accounts;
		this.people = people;
		this.forms = forms;
	}

	@GetMapping
	ModelAndView all() {
		List<AccountView> all = accounts.all();
		Set<PersonId> with = all.stream().filter(account -> account.state() == AccountView.State.OPEN).map(AccountView::personId).collect(Collectors.toSet());
		List<InstallationAdministrators.Term> terms = administrators.all();
		Map<PersonId, String> names = people
				.names(Stream.concat(all.stream().map(AccountView::personId), terms.stream().map(InstallationAdministrators.Term::personId)).distinct().toList());
		return new ModelAndView("accounts").addObject("accounts", all).addObject("names", names).addObject("terms", terms).addObject("dutch", dutch).addObject("people",
				people.all(MOST_PEOPLE).stream().filter(person -> !with.contains(person.personId())).map(person -> new Choice(person.personId().toString(), person.name()))
						.toList());
	}

	@PostMapping
	ModelAndView invite(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read(FORM, typed);
		PersonId person = form.id("person", PersonId::new);
		String username = form.line("username", AccountKeeping.LONGEST_USERNAME).text();
		String email = form.has("email") ? form.line("email", LONGEST_ADDRESS).text() : null;
		return forms.keep(form, () -> {
			if (!form.isWrong()) {
				keep(form, () -> accounts.invite(person, username, email, form.isTicked("administrator")));
			}
		}, PATH + "?gedaan=uitgenodigd", this::all);
	}

	@PostMapping("/{id}/sluiten")
	ModelAndView close(@PathVariable PersonId id) {
		Form form = forms.read("sluiten", new LinkedMultiValueMap<>());
		return forms.keep(form, () -> keep(form, () -> accounts.close(id)), PATH + "?gedaan=gesloten", this::all);
	}

	private static void keep(Form form, Runnable kept) {
		try {
			kept.run();
		} catch (InvalidInput e) {
			e.errors().forEach(fault -> form.wrong(fault.field(), fault.message()));
		} catch (RuleBroken e) {
			form.wrong("username", String.valueOf(e.getMessage()));
		}
	}
}
