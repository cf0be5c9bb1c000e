package nl.ontwikkelagenda.app.administration;

import java.util.Objects;

import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.mail.OutgoingMail;
import nl.ontwikkelagenda.app.mail.OutgoingMailId;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;
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

/** Mails of the last 30 days: to whom, and how they fared; what they say is nobody's business here. */
@Controller
@RequestMapping(OutboxPage.PATH)
class OutboxPage {

	static final String PATH = "/beheer/post";

	private final OutgoingMails mails;
	private final Postman postman;
	private final People people;
	private final Forms forms;
	private final AdministrationWords words;
	private final Dutch dutch;

	OutboxPage(OutgoingMails mails, Postman postman, People people, Forms forms, AdministrationWords words, Dutch dutch) {
		this.mails = mails;
		this.postman = postman;
		this.people = people;
		this.forms = forms;
		this.words = words;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("vraag", typed);
		OutgoingMail.State state = form.choiceOrNone("stand", OutgoingMail.State.class);
		form.mustBeRight();
		int page = Pages.asked(typed);
		OutgoingMails.Listing found = mails.list(state, page, Pages.SIZE);
		return new ModelAndView("beheer-post").addObject("mails", found.mails()).addObject("states", OutgoingMail.State.values()).addObject("state", state)
				.addObject("persons", people.names(found.mails().stream().map(OutgoingMail::personId).filter(Objects::nonNull).toList()))
				.addObject("pages", Pages.of(PATH + "?stand=" + (state == null ? "" : state) + "&pagina=", page, found.total())).addObject("works", postman.works())
				.addObject("words", words).addObject("dutch", dutch);
	}

	/** One that went or waits again in the meantime is left as it is. */
	@PostMapping("/{id}/opnieuw")
	ModelAndView tryAgain(@PathVariable OutgoingMailId id, @RequestParam MultiValueMap<String, String> typed) {
		return forms.keep(forms.read("opnieuw", typed), () -> mails.tryAgain(id), PATH, () -> list(typed));
	}
}
