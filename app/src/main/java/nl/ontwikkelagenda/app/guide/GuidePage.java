package nl.ontwikkelagenda.app.guide;

import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The guide and the beginning of the tour. */
@Controller
@WithoutAsOf("De handleiding en de rondleiding gaan over nu; laat asOf weg.")
class GuidePage {

	static final String PATH = "/handleiding";

	private final Guide guide;
	private final Tour tour;

	GuidePage(Guide guide, Tour tour) {
		this.guide = guide;
		this.tour = tour;
	}

	@GetMapping(PATH)
	ModelAndView guide() {
		return new ModelAndView("handleiding").addObject("guide", guide.html());
	}

	@GetMapping(Tour.PATH)
	ModelAndView tour() {
		return new ModelAndView("rondleiding").addObject("stops", tour.stops());
	}
}
