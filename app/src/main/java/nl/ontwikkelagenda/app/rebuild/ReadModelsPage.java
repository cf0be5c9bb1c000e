package nl.ontwikkelagenda.app.rebuild;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.RebuildId;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Cause;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.TakeOver;
import nl.ontwikkelagenda.reporting.readmodel.Rebuilds;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where who administers the installation sees how the read models are doing, and has them rebuilt. It loads itself again while something is going on; no script is needed. */
@Controller
@RequestMapping("/beheer/leesmodellen")
@WithoutAsOf("Het beheer is er alleen zoals het nu is; laat asOf weg.")
class ReadModelsPage {

	private static final int SHOWN = 10;
	private static final int DIFFERENCES = 20;
	private static final String REFRESH_SECONDS = "3";

	private final ReadModelEngine engine;
	private final Rebuilds rebuilds;
	private final People people;
	private final Dutch dutch;
	private final RebuildWords words = new RebuildWords();

	ReadModelsPage(ReadModelEngine engine, Rebuilds rebuilds, People people, Dutch dutch) {
		this.engine = engine;
		this.rebuilds = rebuilds;
		this.people = people;
		this.dutch = dutch;
	}

	@GetMapping
	String all(Model model, HttpServletResponse response) {
		List<RebuildState> latest = rebuilds.list(1, SHOWN).rebuilds();
		List<RebuildState> open = latest.stream().filter(rebuild -> !rebuild.state().isOver()).toList();
		refreshWhile(open.stream().anyMatch(ReadModelsPage::isMoving), response);
		List<ViewState> views = engine.states().stream().sorted(Comparator.comparing(ViewState::name).thenComparing(ViewState::generation, Comparator.reverseOrder())).toList();
		List<String> names = views.stream().map(ViewState::name).distinct().toList();
		model.addAttribute("open", open).addAttribute("past", latest.stream().filter(rebuild -> rebuild.state().isOver()).toList()).addAttribute("views", views)
				.addAttribute("names", names).addAttribute("persons", persons(latest));
		return shown(model, "leesmodellen");
	}

	@GetMapping("/{id}")
	String one(@PathVariable RebuildId id, Model model, HttpServletResponse response) {
		RebuildState rebuild = rebuilds.find(id).orElseThrow(NotFound::new);
		refreshWhile(isMoving(rebuild), response);
		Map<String, Rebuilds.Differences> differences = new HashMap<>();
		for (RebuildState.Part part : rebuild.readModels()) {
			if (part.comparison() != null && !part.comparison().isSame()) {
				rebuilds.differences(id, part.name(), 1, DIFFERENCES).ifPresent(found -> differences.put(part.name(), found));
			}
		}
		model.addAttribute("rebuild", rebuild).addAttribute("differences", differences).addAttribute("persons", persons(List.of(rebuild)));
		return shown(model, "herbouw");
	}

	@PostMapping
	String ask(@RequestParam(defaultValue = "") List<String> overzicht, @RequestParam(defaultValue = "false") boolean wacht) {
		RebuildId id = new RebuildId(UUID.randomUUID());
		try {
			rebuilds.ask(id, Cause.PERSON, Caller.required().personId(), overzicht, wacht ? TakeOver.WHEN_ASKED : TakeOver.WHEN_BUILT);
		} catch (IllegalArgumentException e) {
			throw new InvalidInput("overzicht", String.valueOf(e.getMessage()));
		}
		return "redirect:/beheer/leesmodellen";
	}

	@PostMapping("/{id}/afbreken")
	String cancel(@PathVariable RebuildId id) {
		return back(rebuilds.cancel(known(id)));
	}

	@PostMapping("/{id}/overnemen")
	String takeOver(@PathVariable RebuildId id) {
		return back(rebuilds.takeOver(known(id)));
	}

	@PostMapping("/{id}/terugdraaien")
	String goBack(@PathVariable RebuildId id) {
		return back(rebuilds.goBack(known(id)));
	}

	private RebuildId known(RebuildId id) {
		return rebuilds.find(id).map(RebuildState::id).orElseThrow(NotFound::new);
	}

	private static String back(RebuildState rebuild) {
		return "redirect:/beheer/leesmodellen/" + rebuild.id();
	}

	private String shown(Model model, String template) {
		model.addAttribute("words", words).addAttribute("dutch", dutch);
		return template;
	}

	private Map<PersonId, String> persons(List<RebuildState> shown) {
		return people.names(shown.stream().map(RebuildState::personId).filter(Objects::nonNull).toList());
	}

	private static boolean isMoving(RebuildState rebuild) {
		return !rebuild.state().isOver() && rebuild.state() != RebuildState.State.BUILT;
	}

	private static void refreshWhile(boolean moving, HttpServletResponse response) {
		if (moving) {
			response.setHeader("Refresh", REFRESH_SECONDS);
		}
	}
}
