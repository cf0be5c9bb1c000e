package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.cop.community.CommunityCommand;
import nl.ontwikkelagenda.cop.community.CommunityCommand.DeclineInvitation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Enrol;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Leave;
import nl.ontwikkelagenda.cop.community.CommunityId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A community on one page, for who may read it; whoever may take part takes or leaves a seat here. */
@Controller
@RequestMapping("/communities/{id}")
class CommunityPage {

	private final CommunityFacts facts;
	private final Forms forms;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	CommunityPage(CommunityFacts facts, Forms forms, LookingBack lookingBack, Today today, Dutch dutch) {
		this.facts = facts;
		this.forms = forms;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView show(@PathVariable CommunityId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		LookingBack.Moment moment = lookingBack.to(asOf);
		return new ModelAndView("community").addObject("facts", facts.of(id, Caller.required().personId(), moment.asOf())).addObject("dutch", dutch)
				.addAllObjects(moment.attributes());
	}

	/** Also accepts an invitation. */
	@PostMapping("/aanmelden")
	ModelAndView enrol(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed, new Enrol(id, Caller.required().personId(), today.date()));
	}

	@PostMapping("/afmelden")
	ModelAndView leave(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed, new Leave(id, Caller.required().personId(), today.date()));
	}

	@PostMapping("/afslaan")
	ModelAndView decline(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed, new DeclineInvitation(id, Caller.required().personId(), today.date()));
	}

	private ModelAndView send(CommunityId id, MultiValueMap<String, String> typed, CommunityCommand command) {
		return forms.send(forms.read("deelname", typed), form -> command, "/communities/" + id, () -> show(id, null));
	}
}
