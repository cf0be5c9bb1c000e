package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.CopiedFrom;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeThemes;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
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
@RequestMapping(Api.BASE + "/agendas")
class AgendaController {

	private final Answers answers;
	private final Today today;

	AgendaController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param openedOn absent means today */
	record Opening(@Nullable AgendaId id, PartnershipId partnershipId, @Words(max = 200, lines = false) FreeText title, @Nullable LocalDate openedOn) {
	}

	/** @param statedOn absent means today */
	record Ambition(FreeText ambition, @Nullable LocalDate statedOn) {
	}

	/**
	 * @param noticedAsMissing whether it was raised because those present missed it; absent means no
	 * @param personId         who raised it, if that is known
	 * @param organisationId   for which organisation, if that is known
	 * @param copiedFrom       the theme of another region that it was copied from
	 * @param raisedOn         absent means today
	 */
	record Raising(@Nullable ThemeId id, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText description, @Nullable Boolean noticedAsMissing,
			@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable CopiedFrom copiedFrom, @Nullable LocalDate raisedOn) {
	}

	/**
	 * @param themeIds at least two open themes of the agenda
	 * @param title    of the theme that they become together
	 * @param mergedOn absent means today
	 */
	record Merging(@Nullable ThemeId id, List<ThemeId> themeIds, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText description,
			@Nullable LocalDate mergedOn) {
	}

	@PostMapping
	ResponseEntity<AgendaView> open(@RequestBody Opening agenda) {
		AgendaId id = Objects.requireNonNullElseGet(agenda.id(), () -> new AgendaId(Ids.next()));
		return answers.created(new OpenAgenda(id, agenda.partnershipId(), agenda.title(), today.or(agenda.openedOn())), ReadModels.AGENDAS, id);
	}

	@GetMapping
	ResponseEntity<Listed<AgendaView>> list() {
		return answers.list(ReadModels.AGENDAS);
	}

	@GetMapping("/{id}")
	ResponseEntity<AgendaView> one(@PathVariable AgendaId id) {
		return answers.one(ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/ambition")
	ResponseEntity<AgendaView> state(@PathVariable AgendaId id, @RequestBody Ambition ambition) {
		return answers.created(new StateAmbition(id, ambition.ambition(), today.or(ambition.statedOn())), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/themes")
	ResponseEntity<ThemeView> raise(@PathVariable AgendaId id, @RequestBody Raising theme) {
		ThemeId themeId = Objects.requireNonNullElseGet(theme.id(), () -> new ThemeId(Ids.next()));
		PartnershipId partnershipId = answers.known(ReadModels.AGENDAS, id).partnershipId();
		return answers.created(new RaiseTheme(themeId, partnershipId, id, theme.title(), theme.description(), Objects.requireNonNullElse(theme.noticedAsMissing(), false),
				theme.personId(), theme.organisationId(), theme.copiedFrom(), today.or(theme.raisedOn())), ReadModels.THEMES, themeId);
	}

	@PostMapping("/{id}/theme-mergers")
	ResponseEntity<ThemeView> merge(@PathVariable AgendaId id, @RequestBody Merging merging) {
		ThemeId themeId = Objects.requireNonNullElseGet(merging.id(), () -> new ThemeId(Ids.next()));
		PartnershipId partnershipId = answers.known(ReadModels.AGENDAS, id).partnershipId();
		return answers.created(new MergeThemes(themeId, partnershipId, id, merging.title(), merging.description(), merging.themeIds(), today.or(merging.mergedOn())),
				ReadModels.THEMES, themeId);
	}

	@GetMapping("/{id}/themes")
	ResponseEntity<Listed<ThemeView>> themes(@PathVariable AgendaId id) {
		return answers.list(ReadModels.THEMES, Map.of("agendaId", id));
	}
}
