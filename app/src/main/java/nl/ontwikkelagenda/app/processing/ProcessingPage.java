package nl.ontwikkelagenda.app.processing;

import nl.ontwikkelagenda.app.pages.Dutch;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The register of processing to read, for everybody who is in it. */
@Controller
class ProcessingPage {

	private final ProcessingRegister register;

	ProcessingPage(ProcessingRegister register) {
		this.register = register;
	}

	/** An activity and its basis in Dutch. */
	public record Shown(ProcessingActivity activity, String basis) {
	}

	@GetMapping("/verwerkingsregister")
	ModelAndView show() {
		return new ModelAndView("verwerkingsregister").addObject("controller", register.controller()).addObject("activities",
				register.activities().stream().map(one -> new Shown(one, Dutch.choice(one.basis()))).toList());
	}
}
