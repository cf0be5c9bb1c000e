package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.AdoptAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.CloseAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.CommentOnAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenReadingAlong;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.PublishAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.RenameAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SettleComment;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SignUpReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StartEdition;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.WithdrawAgendaPublication;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.WithdrawReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.agenda.CommentId;
import nl.ontwikkelagenda.agenda.agenda.CommentView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.CopiedFrom;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeThemes;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
	private final Oneself oneself;

	AgendaController(Answers answers, Today today, Oneself oneself) {
		this.answers = answers;
		this.today = today;
		this.oneself = oneself;
	}

	/** @param openedOn absent means today */
	record Opening(@Nullable AgendaId id, PartnershipId partnershipId, @Words(max = 200, lines = false) FreeText title, @Nullable @PastOrPresent LocalDate openedOn) {
	}

	/** @param renamedOn absent means today */
	record Renaming(@Words(max = 200, lines = false) FreeText title, @Nullable @PastOrPresent LocalDate renamedOn) {
	}

	/**
	 * @param openedOn absent means today
	 * @param until    when comments are asked for at the latest
	 */
	record ReadingAlong(@Nullable @PastOrPresent LocalDate openedOn, @Nullable LocalDate until) {
	}

	/**
	 * @param personId   absent means oneself
	 * @param signedUpOn absent means today
	 */
	record SigningUp(@Nullable PersonId personId, @Nullable @PastOrPresent LocalDate signedUpOn) {
	}

	/**
	 * @param personId    who says it; absent means oneself
	 * @param commentedOn absent means today
	 */
	record Commenting(@Nullable CommentId id, @Nullable PersonId personId, FreeText words, @Nullable @PastOrPresent LocalDate commentedOn) {
	}

	/**
	 * @param answer    what was done with the comment
	 * @param settledOn absent means today
	 */
	record Settling(FreeText answer, @Nullable @PastOrPresent LocalDate settledOn) {
	}

	/**
	 * @param bodyId    the body that adopted it, when one did
	 * @param adoptedOn absent means today
	 */
	record Adopting(@Nullable BodyId bodyId, @Nullable @PastOrPresent LocalDate adoptedOn) {
	}

	/** @param publishedOn absent means today */
	record Publishing(@Nullable @PastOrPresent LocalDate publishedOn) {
	}

	/** @param withdrawnOn absent means today */
	record Withdrawing(FreeText reason, @Nullable @PastOrPresent LocalDate withdrawnOn) {
	}

	/** @param closedOn absent means today */
	record Closing(FreeText reason, @Nullable @PastOrPresent LocalDate closedOn) {
	}

	/**
	 * @param title     absent means the title of the edition that it follows
	 * @param themeIds  themes that go on in it
	 * @param startedOn absent means today
	 */
	record Edition(@Nullable AgendaId id, @Nullable @Words(max = 200, lines = false) FreeText title, List<ThemeId> themeIds, @Nullable @PastOrPresent LocalDate startedOn) {
	}

	/** @param statedOn absent means today */
	record Ambition(FreeText ambition, @Nullable @PastOrPresent LocalDate statedOn) {
	}

	/**
	 * @param noticedAsMissing whether it was raised because those present missed it; absent means no
	 * @param personId         who raised it, if that is known
	 * @param organisationId   for which organisation, if that is known
	 * @param copiedFrom       the theme of another region that it was copied from
	 * @param raisedOn         absent means today
	 */
	record Raising(@Nullable ThemeId id, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText description, @Nullable Boolean noticedAsMissing,
			@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable CopiedFrom copiedFrom, @Nullable @PastOrPresent LocalDate raisedOn) {
	}

	/**
	 * @param themeIds at least two open themes of the agenda
	 * @param title    of the theme that they become together
	 * @param mergedOn absent means today
	 */
	record Merging(@Nullable ThemeId id, List<ThemeId> themeIds, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText description,
			@Nullable @PastOrPresent LocalDate mergedOn) {
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

	@PostMapping("/{id}/titles")
	ResponseEntity<AgendaView> rename(@PathVariable AgendaId id, @RequestBody Renaming renaming) {
		return answers.created(new RenameAgenda(id, renaming.title(), today.or(renaming.renamedOn())), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/reading-along")
	ResponseEntity<AgendaView> openReadingAlong(@PathVariable AgendaId id, @RequestBody ReadingAlong reading) {
		return answers.created(new OpenReadingAlong(id, today.or(reading.openedOn()), reading.until()), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/readers")
	ResponseEntity<AgendaView> signUp(@PathVariable AgendaId id, @RequestBody SigningUp reader) {
		return answers.created(new SignUpReader(id, orOneself(reader.personId()), today.or(reader.signedUpOn())), ReadModels.AGENDAS, id);
	}

	@GetMapping("/{id}/readers")
	ResponseEntity<Listed<AgendaView.Reader>> readers(@PathVariable AgendaId id) {
		return answers.part(ReadModels.AGENDAS, id, AgendaView::readers);
	}

	@DeleteMapping("/{id}/readers/{personId}")
	ResponseEntity<AgendaView> withdraw(@PathVariable AgendaId id, @PathVariable PersonId personId) {
		return answers.changed(new WithdrawReader(id, personId, today.date()), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/comments")
	ResponseEntity<CommentView> comment(@PathVariable AgendaId id, @RequestBody Commenting comment) {
		CommentId commentId = Objects.requireNonNullElseGet(comment.id(), () -> new CommentId(Ids.next()));
		return answers.created(new CommentOnAgenda(id, commentId, comment.personId() != null ? comment.personId() : reader(id), comment.words(), today.or(comment.commentedOn())),
				ReadModels.COMMENTS,
				commentId);
	}

	@GetMapping("/{id}/comments")
	ResponseEntity<Listed<CommentView>> comments(@PathVariable AgendaId id) {
		return answers.list(ReadModels.COMMENTS, Map.of("agendaId", id));
	}

	@PostMapping("/{id}/comments/{commentId}/answers")
	ResponseEntity<CommentView> settle(@PathVariable AgendaId id, @PathVariable CommentId commentId, @RequestBody Settling settling) {
		return answers.created(new SettleComment(id, commentId, settling.answer(), today.or(settling.settledOn())), ReadModels.COMMENTS, commentId);
	}

	@PostMapping("/{id}/adoption")
	ResponseEntity<AgendaView> adopt(@PathVariable AgendaId id, @RequestBody Adopting adopting) {
		return answers.created(new AdoptAgenda(id, adopting.bodyId(), today.or(adopting.adoptedOn())), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/publication")
	ResponseEntity<AgendaView> publish(@PathVariable AgendaId id, @RequestBody Publishing publishing) {
		return answers.created(new PublishAgenda(id, today.or(publishing.publishedOn())), ReadModels.AGENDAS, id);
	}

	/** From now on nobody reads it without an account; it can be published again. */
	@PostMapping("/{id}/publication/withdrawal")
	ResponseEntity<AgendaView> withdraw(@PathVariable AgendaId id, @RequestBody Withdrawing withdrawing) {
		return answers.created(new WithdrawAgendaPublication(id, withdrawing.reason(), today.or(withdrawing.withdrawnOn())), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/closing")
	ResponseEntity<AgendaView> close(@PathVariable AgendaId id, @RequestBody Closing closing) {
		return answers.created(new CloseAgenda(id, closing.reason(), today.or(closing.closedOn())), ReadModels.AGENDAS, id);
	}

	@PostMapping("/{id}/editions")
	ResponseEntity<AgendaView> start(@PathVariable AgendaId id, @RequestBody Edition edition) {
		AgendaId next = Objects.requireNonNullElseGet(edition.id(), () -> new AgendaId(Ids.next()));
		AgendaView earlier = answers.known(ReadModels.AGENDAS, id);
		FreeText title = Objects.requireNonNullElseGet(edition.title(), () -> new FreeText(earlier.title(), Salts.next()));
		return answers.created(
				new StartEdition(next, earlier.partnershipId(), id, title, edition.themeIds().stream().map(ThemeId::value).toList(), today.or(edition.startedOn())),
				ReadModels.AGENDAS, next);
	}

	@GetMapping("/{id}/editions")
	ResponseEntity<Listed<AgendaView>> editions(@PathVariable AgendaId id) {
		return answers.list(ReadModels.AGENDAS, Map.of("editionOf", id));
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
		return answers.list(ReadModels.THEMES, Map.of("agendaIds", id));
	}

	/** Under which of his ids the caller reads along. */
	private PersonId reader(AgendaId id) {
		return oneself.among(answers.known(ReadModels.AGENDAS, id).readers().stream().map(AgendaView.Reader::personId).toList());
	}

	private static PersonId orOneself(@Nullable PersonId person) {
		return Objects.requireNonNullElseGet(person, () -> Caller.required().personId());
	}
}
