package nl.ontwikkelagenda.app.publication;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was published, for everybody. */
@Controller
@RequestMapping("/openbaar")
@WithoutAsOf("Wat iedereen kan lezen, staat er zoals het nu is; laat asOf weg.")
class PublicPage {

	private final Publications publications;
	private final Dutch dutch;

	PublicPage(Publications publications, Dutch dutch) {
		this.publications = publications;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView all() {
		return new ModelAndView("openbaar").addObject("agendas", publications.agendas()).addObject("reports", publications.reports()).addObject("dutch", dutch);
	}

	@GetMapping("/agendas/{id}")
	ModelAndView agenda(@PathVariable AgendaId id) {
		return new ModelAndView("openbaar-agenda").addObject("agenda", publications.agenda(id).orElseThrow(NotFound::new)).addObject("dutch", dutch);
	}

	@GetMapping("/verslagen/{id}")
	ModelAndView report(@PathVariable ReportId id) {
		return new ModelAndView("openbaar-verslag").addObject("report", publications.report(id).orElseThrow(NotFound::new)).addObject("dutch", dutch);
	}
}
