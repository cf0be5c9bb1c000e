package nl.ontwikkelagenda.app.administration;

import nl.ontwikkelagenda.app.actions.ActionImport;
import nl.ontwikkelagenda.app.actions.ActionImports;
import nl.ontwikkelagenda.app.pages.Dutch;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Files with actions that were handed in, and how far they are. Of which partnership they are is not told: who administers the installation need not take part in it. */
@Controller
@RequestMapping(ImportsPage.PATH)
class ImportsPage {

	static final String PATH = "/beheer/imports";

	private final ActionImports imports;
	private final AdministrationWords words;
	private final Dutch dutch;

	ImportsPage(ActionImports imports, AdministrationWords words, Dutch dutch) {
		this.imports = imports;
		this.words = words;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> typed) {
		int page = Pages.asked(typed);
		return new ModelAndView("beheer-imports").addObject("imports", imports.page(page, Pages.SIZE)).addObject("pages", Pages.of(PATH + "?pagina=", page, imports.count()))
				.addObject("words", words).addObject("dutch", dutch);
	}
}
