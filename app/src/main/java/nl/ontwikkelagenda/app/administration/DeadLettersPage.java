package nl.ontwikkelagenda.app.administration;

import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What automations could not do: seen, tried again, or given up with a reason. */
@Controller
@RequestMapping(DeadLettersPage.PATH)
class DeadLettersPage {

	static final String PATH = "/beheer/blijven-liggen";

	private static final String DROP = "opgeven-";
	private static final int LONGEST_REASON = 400;

	private final DeadLetters letters;
	private final Automations automations;
	private final People people;
	private final Forms forms;
	private final AdministrationWords words;
	private final Dutch dutch;

	DeadLettersPage(DeadLetters letters, Automations automations, People people, Forms forms, AdministrationWords words, Dutch dutch) {
		this.letters = letters;
		this.automations = automations;
		this.people = people;
		this.forms = forms;
		this.words = words;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> typed) {
		int page = Pages.asked(typed);
		List<DeadLetter> dropped = letters.dropped(Pages.SIZE);
		return new ModelAndView("beheer-blijven-liggen").addObject("letters", letters.waiting(page, Pages.SIZE)).addObject("dropped", dropped)
				.addObject("persons", people.names(dropped.stream().map(DeadLetter::dropped).filter(Objects::nonNull).map(DeadLetter.Dropped::personId).toList()))
				.addObject("automations", automations.states()).addObject("pages", Pages.of(PATH + "?pagina=", page, letters.count()))
				.addObject("tried", typed.getFirst("gedaan")).addObject("words", words).addObject("dutch", dutch);
	}

	@PostMapping("/{id}/opnieuw")
	ModelAndView tryAgain(@PathVariable DeadLetterId id, @RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("opnieuw", typed);
		return forms.keep(form, () -> said(form, () -> {
			if (!letters.tryAgain(id)) {
				form.wrong("brief", "Het is weer niet gelukt. Het blijft wachten.");
			}
		}), PATH + "?gedaan=ja", () -> list(typed));
	}

	@PostMapping("/{id}/opgeven")
	ModelAndView drop(@PathVariable DeadLetterId id, @RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read(DROP + id, typed);
		FreeText reason = form.text("reason", LONGEST_REASON);
		return forms.keep(form, () -> {
			if (!form.isWrong()) {
				said(form, () -> letters.drop(id, Caller.required().personId(), reason.text()));
			}
		}, PATH, () -> list(typed));
	}

	private static void said(Form form, Runnable deed) {
		try {
			deed.run();
		} catch (RuleBroken e) {
			form.wrong("brief", String.valueOf(e.getMessage()));
		}
	}
}
