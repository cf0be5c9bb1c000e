package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RetireTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/themes")
class ThemeController {

	private final Answers answers;
	private final Today today;

	ThemeController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param retiredOn absent means today */
	record Retiring(FreeText reason, @Nullable LocalDate retiredOn) {
	}

	@GetMapping
	ResponseEntity<Listed<ThemeView>> list() {
		return answers.list(ReadModels.THEMES);
	}

	@GetMapping("/{id}")
	ResponseEntity<ThemeView> one(@PathVariable ThemeId id) {
		return answers.one(ReadModels.THEMES, id);
	}

	@PostMapping("/{id}/retirement")
	ResponseEntity<ThemeView> retire(@PathVariable ThemeId id, @RequestBody Retiring retiring) {
		return answers.created(new RetireTheme(id, retiring.reason(), today.or(retiring.retiredOn())), ReadModels.THEMES, id);
	}
}
