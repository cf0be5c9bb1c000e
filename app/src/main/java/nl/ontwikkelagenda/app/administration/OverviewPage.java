package nl.ontwikkelagenda.app.administration;

import nl.ontwikkelagenda.app.pages.Dutch;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where who administers the installation begins: how it is, and the way to everything that he can do. */
@Controller
@RequestMapping(OverviewPage.PATH)
class OverviewPage {

	static final String PATH = "/beheer";

	private final Installation installation;
	private final AdministrationWords words;
	private final Dutch dutch;

	OverviewPage(Installation installation, AdministrationWords words, Dutch dutch) {
		this.installation = installation;
		this.words = words;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView show() {
		return new ModelAndView("beheer").addObject("state", installation.state()).addObject("words", words).addObject("dutch", dutch);
	}
}
