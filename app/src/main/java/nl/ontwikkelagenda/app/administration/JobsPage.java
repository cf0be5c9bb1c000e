package nl.ontwikkelagenda.app.administration;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the application does by itself: when, how it went, and now. */
@Controller
@RequestMapping(JobsPage.PATH)
class JobsPage {

	static final String PATH = "/beheer/taken";

	private final JobRegister jobs;
	private final Forms forms;
	private final Dutch dutch;

	JobsPage(JobRegister jobs, Forms forms, Dutch dutch) {
		this.jobs = jobs;
		this.forms = forms;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView all() {
		return new ModelAndView("beheer-taken").addObject("jobs", jobs.all()).addObject("dutch", dutch);
	}

	@PostMapping("/{name}/beginnen")
	ModelAndView start(@PathVariable String name, @RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read(name, typed);
		return forms.keep(form, () -> {
			try {
				jobs.start(name);
			} catch (RuleBroken e) {
				form.wrong("taak", String.valueOf(e.getMessage()));
			}
		}, PATH + "#" + jobs.one(name).name(), this::all);
	}
}
