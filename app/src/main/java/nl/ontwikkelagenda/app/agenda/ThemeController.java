package nl.ontwikkelagenda.app.agenda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.FundingSource;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerId;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.GuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.IdeaPart;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.SchoolYear;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.AnswerGuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.ContributeIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.CorrectFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DescribeTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DiscloseFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeIdeas;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RetireTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.SplitIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.SplitTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemePart;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
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
@RequestMapping(Api.BASE + "/themes")
class ThemeController {

	private static final int TITLE = 200;
	private static final int YEAR_LENGTH = 9;
	private static final String YEAR = "[0-9]{4}-[0-9]{4}";
	private static final String YEAR_EXAMPLE = "Schrijf een schooljaar als 2018-2019.";
	private static final String EUROS = "Geef een bedrag in euro's vanaf 0, met hoogstens twee cijfers achter de punt.";
	private static final int LARGEST = 12;
	private static final int CENTS = 2;

	private final Answers answers;
	private final Today today;

	ThemeController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param describedOn absent means today */
	record Describing(FreeText description, @Nullable @PastOrPresent LocalDate describedOn) {
	}

	/**
	 * @param personId       whose idea it is, if that is known
	 * @param organisationId for which organisation, if that is known
	 * @param happenedOn     when it came up; absent means today
	 */
	record Contributing(@Nullable IdeaId id, FreeText words, @Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable @PastOrPresent Period happenedOn) {
	}

	/**
	 * @param ideaIds  at least two
	 * @param words    of the idea that they become together
	 * @param mergedOn absent means today
	 */
	record Merging(@Nullable IdeaId id, List<IdeaId> ideaIds, FreeText words, @Nullable @PastOrPresent LocalDate mergedOn) {
	}

	/**
	 * @param parts   at least two
	 * @param splitOn absent means today
	 */
	record SplittingIdea(List<IdeaPiece> parts, @Nullable @PastOrPresent LocalDate splitOn) {
	}

	record IdeaPiece(@Nullable IdeaId id, FreeText words) {
	}

	/**
	 * @param parts   at least two
	 * @param splitOn absent means today
	 */
	record Splitting(List<Piece> parts, @Nullable @PastOrPresent LocalDate splitOn) {
	}

	record Piece(@Nullable ThemeId id, @Words(max = TITLE, lines = false) FreeText title, @Nullable FreeText description) {
	}

	/**
	 * @param group      what the group that answers is called
	 * @param answeredOn absent means today
	 */
	record Answering(@Nullable GuidingAnswerId id, GuidingQuestion question, @Nullable @Words(max = TITLE, lines = false) FreeText group, FreeText answer,
			@Nullable @PastOrPresent LocalDate answeredOn) {
	}

	/**
	 * @param organisationId the organisation that gives it
	 * @param side           or the side that gives it, when that is no one organisation
	 * @param amount         in euros; absent when it is only promised to make it known
	 * @param disclosedOn    absent means today
	 */
	record Disclosing(@Nullable OrganisationId organisationId, @Nullable @Words(max = TITLE, lines = false) FreeText side,
			@Words(max = YEAR_LENGTH, lines = false) @Pattern(regexp = YEAR, message = YEAR_EXAMPLE) String schoolYear,
			@Nullable @Digits(integer = LARGEST, fraction = CENTS, message = EUROS) @DecimalMin(value = "0", message = EUROS) BigDecimal amount,
			@Nullable @PastOrPresent LocalDate disclosedOn) {
	}

	/** @param correctedOn absent means today */
	record Correcting(@Nullable OrganisationId organisationId, @Nullable @Words(max = TITLE, lines = false) FreeText side,
			@Words(max = YEAR_LENGTH, lines = false) @Pattern(regexp = YEAR, message = YEAR_EXAMPLE) String schoolYear,
			@Digits(integer = LARGEST, fraction = CENTS, message = EUROS) @DecimalMin(value = "0", message = EUROS) BigDecimal amount, FreeText reason,
			@Nullable @PastOrPresent LocalDate correctedOn) {
	}

	/** @param retiredOn absent means today */
	record Retiring(FreeText reason, @Nullable @PastOrPresent LocalDate retiredOn) {
	}

	@GetMapping
	ResponseEntity<Listed<ThemeView>> list() {
		return answers.list(ReadModels.THEMES);
	}

	@GetMapping("/{id}")
	ResponseEntity<ThemeView> one(@PathVariable ThemeId id) {
		return answers.one(ReadModels.THEMES, id);
	}

	@PostMapping("/{id}/descriptions")
	ResponseEntity<ThemeView> describe(@PathVariable ThemeId id, @RequestBody Describing describing) {
		return answers.created(new DescribeTheme(id, describing.description(), today.or(describing.describedOn())), ReadModels.THEMES, id);
	}

	@PostMapping("/{id}/ideas")
	ResponseEntity<IdeaView> contribute(@PathVariable ThemeId id, @RequestBody Contributing idea) {
		IdeaId ideaId = ideaId(idea.id());
		Period when = Objects.requireNonNullElseGet(idea.happenedOn(), () -> Period.on(today.date()));
		return answers.created(new ContributeIdea(id, ideaId, idea.words(), idea.personId(), idea.organisationId(), when), ReadModels.IDEAS, ideaId);
	}

	@GetMapping("/{id}/ideas")
	ResponseEntity<Listed<IdeaView>> ideas(@PathVariable ThemeId id) {
		return answers.list(ReadModels.IDEAS, Map.of("themeId", id));
	}

	@PostMapping("/{id}/idea-mergers")
	ResponseEntity<IdeaView> merge(@PathVariable ThemeId id, @RequestBody Merging merging) {
		IdeaId ideaId = ideaId(merging.id());
		return answers.created(new MergeIdeas(id, ideaId, merging.words(), merging.ideaIds(), today.or(merging.mergedOn())), ReadModels.IDEAS, ideaId);
	}

	@PostMapping("/{id}/ideas/{ideaId}/parts")
	ResponseEntity<IdeaView> split(@PathVariable ThemeId id, @PathVariable IdeaId ideaId, @RequestBody SplittingIdea splitting) {
		List<IdeaPart> parts = splitting.parts().stream().map(part -> new IdeaPart(ideaId(part.id()), part.words())).toList();
		return answers.created(new SplitIdea(id, ideaId, parts, today.or(splitting.splitOn())), ReadModels.IDEAS, ideaId);
	}

	@PostMapping("/{id}/answers")
	ResponseEntity<GuidingAnswerView> answer(@PathVariable ThemeId id, @RequestBody Answering answer) {
		GuidingAnswerId answerId = Objects.requireNonNullElseGet(answer.id(), () -> new GuidingAnswerId(Ids.next()));
		return answers.created(new AnswerGuidingQuestion(id, answerId, answer.question(), answer.group(), answer.answer(), today.or(answer.answeredOn())),
				ReadModels.GUIDING_ANSWERS, answerId);
	}

	@GetMapping("/{id}/answers")
	ResponseEntity<Listed<GuidingAnswerView>> answers(@PathVariable ThemeId id) {
		return answers.list(ReadModels.GUIDING_ANSWERS, Map.of("themeId", id));
	}

	@PostMapping("/{id}/funding")
	ResponseEntity<ThemeView> disclose(@PathVariable ThemeId id, @RequestBody Disclosing funding) {
		return answers.created(new DiscloseFunding(id, new FundingSource(funding.organisationId(), funding.side()), schoolYear(funding.schoolYear()), funding.amount(),
				today.or(funding.disclosedOn())), ReadModels.THEMES, id);
	}

	@PostMapping("/{id}/funding/corrections")
	ResponseEntity<ThemeView> correct(@PathVariable ThemeId id, @RequestBody Correcting funding) {
		return answers.created(new CorrectFunding(id, new FundingSource(funding.organisationId(), funding.side()), schoolYear(funding.schoolYear()), funding.amount(),
				funding.reason(), today.or(funding.correctedOn())), ReadModels.THEMES, id);
	}

	@GetMapping("/{id}/funding")
	ResponseEntity<Listed<ThemeView.Funding>> funding(@PathVariable ThemeId id) {
		return answers.part(ReadModels.THEMES, id, ThemeView::funding);
	}

	@PostMapping("/{id}/parts")
	ResponseEntity<ThemeView> split(@PathVariable ThemeId id, @RequestBody Splitting splitting) {
		List<ThemePart> parts = splitting.parts().stream()
				.map(part -> new ThemePart(Objects.requireNonNullElseGet(part.id(), () -> new ThemeId(Ids.next())), part.title(), part.description())).toList();
		return answers.created(new SplitTheme(id, parts, today.or(splitting.splitOn())), ReadModels.THEMES, id);
	}

	@PostMapping("/{id}/retirement")
	ResponseEntity<ThemeView> retire(@PathVariable ThemeId id, @RequestBody Retiring retiring) {
		return answers.created(new RetireTheme(id, retiring.reason(), today.or(retiring.retiredOn())), ReadModels.THEMES, id);
	}

	private static IdeaId ideaId(@Nullable IdeaId chosen) {
		return Objects.requireNonNullElseGet(chosen, () -> new IdeaId(Ids.next()));
	}

	private static SchoolYear schoolYear(String written) {
		try {
			return new SchoolYear(written);
		} catch (IllegalArgumentException e) {
			throw new InvalidInput("schoolYear", YEAR_EXAMPLE);
		}
	}
}
