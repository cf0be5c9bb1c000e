package nl.ontwikkelagenda.app.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

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
import nl.ontwikkelagenda.agenda.agenda.AgendaStatus;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.agenda.CommentId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.OpenPriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundId;
import nl.ontwikkelagenda.agenda.theme.CopiedFrom;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.ContributeIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeThemes;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Elsewhere;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.form.Participants;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The agendas that somebody may see, and the board of one: its themes with ideas, dots, answers and tables, and what can be done about them. */
@Controller
@RequestMapping("/agendas")
class AgendaPage {

	private static final int MOST = 100;
	private static final int TITLE = 200;
	private static final int WORDS = 4_000;
	private static final int USUAL_DOTS = 3;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Comparisons comparisons;
	private final Forms forms;
	private final Today today;
	private final Oneself oneself;
	private final Participants participants;
	private final Elsewhere elsewhere;

	AgendaPage(Reading.Desk desk, Readers readers, Comparisons comparisons, Forms forms, Today today, Oneself oneself, Participants participants,
			Elsewhere elsewhere) {
		this.desk = desk;
		this.readers = readers;
		this.comparisons = comparisons;
		this.forms = forms;
		this.today = today;
		this.oneself = oneself;
		this.participants = participants;
		this.elsewhere = elsewhere;
	}

	/** What the reader may do on this board. */
	public record Offers(boolean raise, boolean contribute, boolean merge, boolean prioritise, boolean signUp, boolean withdraw, boolean comment, boolean settle, boolean draft,
			boolean adopt, boolean publish, boolean withdrawPublication, boolean close, boolean follow) {

		static Offers of(AgendaBoard board, Powers powers, boolean reads, boolean past) {
			AgendaStatus status = board.agenda().status();
			boolean draft = !past && (status == AgendaStatus.DRAFT || status == AgendaStatus.READING_ALONG);
			boolean closed = past || status == AgendaStatus.CLOSED;
			return new Offers(draft && powers.may(RaiseTheme.class), !past && powers.may(ContributeIdea.class), draft && powers.may(MergeThemes.class) && board.open().size() > 1,
					!closed && powers.may(OpenPriorityRound.class) && board.openRound() == null && board.open().size() > 1, draft && !reads && powers.may(SignUpReader.class),
					!past && reads && powers.may(WithdrawReader.class), draft && reads && status == AgendaStatus.READING_ALONG && powers.may(CommentOnAgenda.class),
					!past && powers.may(SettleComment.class), draft && powers.may(RenameAgenda.class), draft && powers.may(AdoptAgenda.class),
					!past && board.agenda().adoption() != null && board.agenda().publication() == null && powers.may(PublishAgenda.class),
					!past && board.agenda().publication() != null && powers.may(WithdrawAgendaPublication.class),
					!closed && powers.may(CloseAgenda.class), !past && board.agenda().adoption() != null && board.next() == null && powers.may(StartEdition.class));
		}
	}

	@GetMapping
	ModelAndView overview(@RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.anything(asOf);
		List<AgendaView> agendas = reading.items(ReadModels.AGENDAS, List.of(), null, List.of("-openedOn"), 1, MOST, readers.partnerships(ReadModels.AGENDAS)).stream()
				.map(Stored::document).toList();
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		Map<PartnershipView, List<AgendaView>> all = new LinkedHashMap<>();
		partnerships.forEach(each -> all.put(each, agendas.stream().filter(agenda -> agenda.partnershipId().equals(each.partnershipId())).toList()));
		return new ModelAndView("agendas").addObject("agendas", all).addObject("say", reading.speech(partnerships)).addAllObjects(reading.moment().attributes()).addObject(
				"mayOpen",
				partnerships.stream().filter(each -> !reading.moment().past() && forms.powers(each.partnershipId()).may(OpenAgenda.class)).toList());
	}

	@PostMapping
	ModelAndView open(@RequestParam MultiValueMap<String, String> typed) {
		AgendaId id = new AgendaId(Ids.next());
		return forms.send(forms.read("agenda", typed),
				form -> new OpenAgenda(id, form.id("partnershipId", PartnershipId::new), form.line("title", TITLE), form.dayOrToday("openedOn")),
				"/agendas/" + id, () -> overview(null));
	}

	@GetMapping("/{id}")
	ModelAndView board(@PathVariable AgendaId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since) {
		Reading reading = desk.about(ReadModels.AGENDAS, id, asOf);
		AgendaBoard board = AgendaBoard.of(id, reading);
		Powers powers = forms.powers(board.partnership().partnershipId());
		Offers offers = Offers.of(board, powers, board.readers().stream().anyMatch(oneself::is), reading.moment().past());
		List<BodyView> bodies = offers.adopt() ? reading.all(ReadModels.BODIES, new Is("partnershipId", board.partnership().partnershipId().toString())) : List.of();
		return new ModelAndView("agenda").addObject("board", board).addObject("say", board.say()).addObject("offers", offers)
				.addObject("people",
						offers.raise() && readers.partnerships(ReadModels.HOLDERS).contains(board.partnership().partnershipId())
								? participants.persons(board.partnership().partnershipId(), today.date())
								: List.of())
				.addObject("organisations", Participants.organisations(board.partnership()))
				.addObject("elsewhere",
						offers.raise()
								? elsewhere.than(board.partnership().partnershipId(), ReadModels.THEMES, ThemeView::partnershipId,
										theme -> new Choice(theme.themeId().toString(), theme.title()), reading)
								: List.of())
				.addObject("bodies", bodies.stream().sorted(Comparator.comparing(BodyView::name)).toList()).addAllObjects(reading.moment().attributes())
				.addObject("hidden", asOf == null ? Map.of() : Map.of("asOf", asOf))
				.addObject("comparison", since == null ? null : comparisons.of(new Subject(Subject.Kind.AGENDA, id.value()), since, reading.asOf(), reading.moment().onDay()));
	}

	@PostMapping("/{id}/themas")
	ModelAndView raise(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		ThemeId theme = new ThemeId(Ids.next());
		PartnershipId partnership = partnershipOf(id);
		return send(id, "thema", typed, "#thema-" + theme, form -> new RaiseTheme(theme, partnership, id, form.line("title", TITLE), form.textOrNone("description", WORDS),
				form.isTicked("noticedAsMissing"), form.isTicked("own") ? oneself.id() : form.idOrNone("personId", PersonId::new),
				form.idOrNone("organisationId", OrganisationId::new), copiedFrom(form), form.dayOrToday("raisedOn")));
	}

	/** The region by its name here where the form does not say it otherwise. */
	private @Nullable CopiedFrom copiedFrom(Form form) {
		FreeText region = form.lineOrNone("region", TITLE);
		ThemeId theme = form.idOrNone("copiedTheme", ThemeId::new);
		if (theme == null || form.isWrong()) {
			return region == null ? null : new CopiedFrom(region, null, null);
		}
		Reading reading = desk.about(ReadModels.THEMES, theme, null);
		PartnershipId other = reading.one(ReadModels.THEMES, theme).partnershipId();
		return new CopiedFrom(region == null ? new FreeText(reading.partnership(other).name(), Salts.next()) : region, other, theme);
	}

	@PostMapping("/{id}/ideeen/{theme}")
	ModelAndView contribute(@PathVariable AgendaId id, @PathVariable ThemeId theme, @RequestParam MultiValueMap<String, String> typed) {
		IdeaId idea = new IdeaId(Ids.next());
		return send(id, "idee-" + theme, typed, "#thema-" + theme,
				form -> new ContributeIdea(theme, idea, form.text("words", WORDS), form.isTicked("own") ? oneself.id() : null, null, Period.on(today.date())));
	}

	@PostMapping("/{id}/samenvoegen")
	ModelAndView merge(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		ThemeId theme = new ThemeId(Ids.next());
		PartnershipId partnership = partnershipOf(id);
		return send(id, "samenvoegen", typed, "#thema-" + theme, form -> new MergeThemes(theme, partnership, id, form.line("title", TITLE), form.textOrNone("description", WORDS),
				form.ids("themeIds", ThemeId::new), form.dayOrToday("mergedOn")));
	}

	@PostMapping("/{id}/prioritering")
	ModelAndView prioritise(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		PriorityRoundId round = new PriorityRoundId(Ids.next());
		PartnershipId partnership = partnershipOf(id);
		return forms.send(forms.read("ronde", typed), form -> new OpenPriorityRound(round, partnership, id, form.line("title", TITLE),
				Objects.requireNonNullElse(form.numberOrNone("dotsPerParticipant"), USUAL_DOTS), form.numberOrNone("maxPerTheme"), form.dayOrToday("openedOn")),
				"/prioritering/" + round, () -> board(id, null, null));
	}

	@PostMapping("/{id}/meelezen")
	ModelAndView signUp(@PathVariable AgendaId id) {
		return send(id, "meelezen", nothing(), "#meelezen", form -> new SignUpReader(id, oneself.id(), today.date()));
	}

	@PostMapping("/{id}/meelezen/stoppen")
	ModelAndView withdraw(@PathVariable AgendaId id) {
		return send(id, "meelezen", nothing(), "#meelezen", form -> new WithdrawReader(id, reader(id), today.date()));
	}

	@PostMapping("/{id}/opmerkingen")
	ModelAndView comment(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		CommentId comment = new CommentId(Ids.next());
		return send(id, "opmerking", typed, "#opmerking-" + comment, form -> new CommentOnAgenda(id, comment, reader(id), form.text("words", WORDS), today.date()));
	}

	@PostMapping("/{id}/opmerkingen/{comment}")
	ModelAndView settle(@PathVariable AgendaId id, @PathVariable CommentId comment, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "antwoord-" + comment, typed, "#opmerking-" + comment, form -> new SettleComment(id, comment, form.text("answer", WORDS), today.date()));
	}

	@PostMapping("/{id}/titel")
	ModelAndView rename(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "titel", typed, "", form -> new RenameAgenda(id, form.line("title", TITLE), today.date()));
	}

	@PostMapping("/{id}/rode-draad")
	ModelAndView state(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "rode-draad", typed, "", form -> new StateAmbition(id, form.text("ambition", WORDS), form.dayOrToday("statedOn")));
	}

	@PostMapping("/{id}/meelezen/openen")
	ModelAndView openReadingAlong(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "meelezen-openen", typed, "#meelezen", form -> new OpenReadingAlong(id, today.date(), form.dayOrNone("until")));
	}

	@PostMapping("/{id}/vaststelling")
	ModelAndView adopt(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vaststelling", typed, "", form -> new AdoptAgenda(id, form.idOrNone("bodyId", BodyId::new), form.dayOrToday("adoptedOn")));
	}

	@PostMapping("/{id}/publicatie")
	ModelAndView publish(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "publicatie", typed, "", form -> new PublishAgenda(id, form.dayOrToday("publishedOn")));
	}

	@PostMapping("/{id}/publicatie/intrekking")
	ModelAndView withdrawPublication(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "intrekking", typed, "", form -> new WithdrawAgendaPublication(id, form.text("reason", WORDS), form.dayOrToday("withdrawnOn")));
	}

	@PostMapping("/{id}/sluiting")
	ModelAndView close(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "sluiting", typed, "", form -> new CloseAgenda(id, form.text("reason", WORDS), form.dayOrToday("closedOn")));
	}

	@PostMapping("/{id}/editie")
	ModelAndView follow(@PathVariable AgendaId id, @RequestParam MultiValueMap<String, String> typed) {
		AgendaId next = new AgendaId(Ids.next());
		PartnershipId partnership = partnershipOf(id);
		return forms.send(forms.read("editie", typed), form -> new StartEdition(next, partnership, id, form.line("title", TITLE),
				form.ids("themeIds", ThemeId::new).stream().map(ThemeId::value).toList(), form.dayOrToday("startedOn")), "/agendas/" + next, () -> board(id, null, null));
	}

	private ModelAndView send(AgendaId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/agendas/" + id + anchor, () -> board(id, null, null));
	}

	private PartnershipId partnershipOf(AgendaId id) {
		return desk.about(ReadModels.AGENDAS, id, null).one(ReadModels.AGENDAS, id).partnershipId();
	}

	/** Under which of his ids the caller reads along. */
	private PersonId reader(AgendaId id) {
		return oneself.among(desk.about(ReadModels.AGENDAS, id, null).one(ReadModels.AGENDAS, id).readers().stream().map(AgendaView.Reader::personId).toList());
	}

	private static MultiValueMap<String, String> nothing() {
		return new LinkedMultiValueMap<>();
	}
}
