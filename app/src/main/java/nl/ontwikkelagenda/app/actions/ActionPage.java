package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import nl.ontwikkelagenda.actions.action.ActionCommand;
import nl.ontwikkelagenda.actions.action.ActionCommand.AcceptPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AddPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AgreeDeadline;
import nl.ontwikkelagenda.actions.action.ActionCommand.AppointLead;
import nl.ontwikkelagenda.actions.action.ActionCommand.BlockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CloseCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.EndDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromises;
import nl.ontwikkelagenda.actions.action.ActionCommand.KeepPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.LinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.OpenCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReplanPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionCommand.SignUp;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnblockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnlinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.WithdrawParticipant;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.CallId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An action on one page, today or as it was known on an earlier day, with a form for everything that the reader may do with it. */
@Controller
@RequestMapping("/acties/{id}")
class ActionPage {

	/** Characters in a text of one line. */
	static final int LINE = 200;

	private static final String ADDRESS = "/acties/";

	/** What is said after something was done, by the name of the form. */
	private static final Map<String, String> DONE = Map.ofEntries(Map.entry("voortgang", "De voortgang is vastgelegd."), Map.entry("vast", "Vastgelegd dat de actie vastzit."),
			Map.entry("los", "De actie loopt weer."), Map.entry("klaar", "De actie is afgerond."), Map.entry("vervallen", "De actie is vervallen verklaard."),
			Map.entry("heropenen", "De actie loopt weer."), Map.entry("toezegging", "De toezegging is erbij gezet."), Map.entry("opnemen", "De toezegging is opgenomen."),
			Map.entry("nakomen", "De toezegging is nagekomen."), Map.entry("leiding", "De leiding is vastgelegd."), Map.entry("termijn", "De termijn is afgesproken."),
			Map.entry("verzetten", "De termijn is verzet."), Map.entry("overdragen", "De toezegging is overgedragen."),
			Map.entry("alles-overdragen", "De toezeggingen zijn overgedragen."), Map.entry("bijeenkomst", "De bijeenkomst hoort nu bij de toezegging."),
			Map.entry("bijeenkomst-los", "De bijeenkomst hoort niet meer bij de toezegging."), Map.entry("wachten", "Vastgelegd waar de actie op wacht."),
			Map.entry("niet-wachten", "De actie wacht daar niet meer op."), Map.entry("oproep", "De oproep staat open."), Map.entry("oproep-sluiten", "De oproep is gesloten."),
			Map.entry("meedoen", "De aanmelding is vastgelegd."), Map.entry("afmelden", "De afmelding is vastgelegd."), Map.entry("nieuw", "De actie staat op de lijst."),
			Map.entry("verplaatst", "De actie is verplaatst."));

	private final ActionFacts facts;
	private final Readers readers;
	private final Forms forms;
	private final Comparisons comparisons;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	ActionPage(ActionFacts facts, Readers readers, Forms forms, Comparisons comparisons, LookingBack lookingBack, Today today, Dutch dutch) {
		this.facts = facts;
		this.readers = readers;
		this.forms = forms;
		this.comparisons = comparisons;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView show(@PathVariable ActionId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since,
			@RequestParam(required = false) @Nullable String gedaan) {
		ModelAndView page = show(id, lookingBack.to(asOf), since);
		return gedaan == null ? page : page.addObject("done", DONE.get(gedaan));
	}

	private ModelAndView show(ActionId id, LookingBack.Moment moment, @Nullable LocalDate since) {
		ActionFacts.Facts found = facts.of(id, Caller.required().personId(), moment);
		return new ModelAndView("actie").addObject("facts", found).addObject("dutch", dutch).addAllObjects(moment.attributes())
				.addObject("hidden", moment.past() ? Map.of("asOf", moment.onDay()) : Map.of())
				.addObject("comparison", since == null ? null : comparisons.of(ReadModels.ACTIONS, id.toString(), since, moment.asOf(), moment.onDay()));
	}

	@PostMapping("/voortgang")
	ModelAndView report(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "voortgang", typed, form -> new ReportProgress(id, form.text("text", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/vast")
	ModelAndView block(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vast", typed, form -> new BlockAction(id, form.text("reason", Words.DEFAULT_MAX), form.lineOrNone("by", LINE), day(form)));
	}

	@PostMapping("/los")
	ModelAndView unblock(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "los", typed, form -> new UnblockAction(id, form.textOrNone("how", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/klaar")
	ModelAndView complete(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "klaar", typed, form -> new CompleteAction(id, form.text("result", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/vervallen")
	ModelAndView drop(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vervallen", typed, form -> new DropAction(id, form.text("reason", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/heropenen")
	ModelAndView reopen(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "heropenen", typed, form -> new ReopenAction(id, form.text("reason", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/toezeggingen")
	ModelAndView promise(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "toezegging", typed, form -> new AddPromise(id, agreed(form), day(form)));
	}

	/** What a form says of a promise. */
	static AgreedPromise agreed(Form form) {
		AgreedPromise.Words deadline = form.has("phrase") ? new AgreedPromise.Words(form.line("phrase", LINE), form.dayOrNone("saidOn")) : null;
		return new AgreedPromise(new PromiseId(Ids.next()), OwnerChoices.chosen(form), form.text("what", Words.DEFAULT_MAX),
				form.isTicked("invitation") ? AgreedPromise.Of.INVITATION : AgreedPromise.Of.WORK, deadline);
	}

	/**
	 * Tells at the words for when what they mean.
	 *
	 * @param meaning   of the words, when they are said on that day
	 * @param otherwise the day on which they were said, when the form does not say it
	 */
	static void tellMeaning(Form form, BiFunction<String, LocalDate, String> meaning, LocalDate otherwise) {
		String phrase = form.line("phrase", LINE).text();
		LocalDate saidOn = Objects.requireNonNullElse(form.dayOrNone("saidOn"), otherwise);
		if (!form.isWrong()) {
			form.tell("phrase", meaning.apply(phrase, saidOn));
		}
	}

	/** Takes it on: the owner himself, somebody of an organisation or a team, or the secretary who heard it from the owner. */
	@PostMapping("/toezeggingen/{promise}/opnemen")
	ModelAndView accept(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("opnemen", promise), typed,
				form -> new AcceptPromise(id, promise, form.idOrNone("personId", PersonId::new), day(form)));
	}

	@PostMapping("/toezeggingen/{promise}/nakomen")
	ModelAndView keep(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("nakomen", promise), typed, form -> new KeepPromise(id, promise, form.text("result", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/toezeggingen/{promise}/leiding")
	ModelAndView lead(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("leiding", promise), typed, form -> new AppointLead(id, promise, day(form)));
	}

	@PostMapping("/toezeggingen/{promise}/termijn")
	ModelAndView agree(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("termijn", promise), typed, form -> new AgreeDeadline(id, promise, form.line("phrase", LINE), form.dayOrToday("saidOn")));
	}

	@PostMapping("/toezeggingen/{promise}/verzetten")
	ModelAndView replan(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("verzetten", promise), typed,
				form -> new ReplanPromise(id, promise, form.line("phrase", LINE), form.dayOrToday("saidOn"), form.text("reason", Words.DEFAULT_MAX)));
	}

	@PostMapping("/toezeggingen/{promise}/overdragen")
	ModelAndView handOver(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("overdragen", promise), typed,
				form -> new HandOverPromise(id, promise, OwnerChoices.chosen(form), form.text("reason", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/overdragen")
	ModelAndView handOverAll(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "alles-overdragen", typed, form -> new HandOverPromises(id, form.id("formerOwner", Function.<UUID>identity()),
				OwnerChoices.chosen(form), form.text("reason", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/toezeggingen/{promise}/bijeenkomst")
	ModelAndView link(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("bijeenkomst", promise), typed,
				form -> new LinkPromisedMeeting(id, promise, form.id("meetingId", MeetingId::new), day(form)));
	}

	@PostMapping("/toezeggingen/{promise}/bijeenkomst-los")
	ModelAndView unlink(@PathVariable ActionId id, @PathVariable PromiseId promise, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, named("bijeenkomst-los", promise), typed, form -> new UnlinkPromisedMeeting(id, promise));
	}

	@PostMapping("/wachten")
	ModelAndView dependOn(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "wachten", typed,
				form -> new NoteDependency(id, form.id("dependsOn", ActionId::new), form.textOrNone("reason", Words.DEFAULT_MAX), day(form)));
	}

	@PostMapping("/niet-wachten")
	ModelAndView endDependency(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "niet-wachten", typed, form -> new EndDependency(id, form.id("dependsOn", ActionId::new), today.date()));
	}

	@PostMapping("/oproep")
	ModelAndView call(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "oproep", typed,
				form -> new OpenCall(id, new CallId(Ids.next()), form.text("text", Words.DEFAULT_MAX), form.numberOrNone("limit"), form.dayOrNone("lastDay"), day(form)));
	}

	@PostMapping("/oproep/sluiten")
	ModelAndView closeCall(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "oproep-sluiten", typed, form -> new CloseCall(id, form.id("callId", CallId::new), day(form)));
	}

	/** Oneself, or as the secretary somebody else; whoever signs up himself does so today. */
	@PostMapping("/oproep/meedoen")
	ModelAndView signUp(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "meedoen", typed, form -> new SignUp(id, somebody(form), form.idOrNone("organisationId", OrganisationId::new), today.date()));
	}

	@PostMapping("/oproep/afmelden")
	ModelAndView withdraw(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afmelden", typed, form -> new WithdrawParticipant(id, somebody(form), today.date()));
	}

	private static PersonId somebody(Form form) {
		PersonId chosen = form.idOrNone("personId", PersonId::new);
		return chosen == null ? Caller.required().personId() : chosen;
	}

	private LocalDate day(Form form) {
		return form.dayOrToday("on");
	}

	private static String named(String form, PromiseId promise) {
		return form + "-" + promise;
	}

	private ModelAndView send(ActionId id, String name, MultiValueMap<String, String> typed, Function<Form, ActionCommand> command) {
		readers.check(ReadModels.ACTIONS, id.toString());
		Form form = forms.read(name, typed);
		if (form.isTicked("lees")) {
			tellMeaning(form, (phrase, saidOn) -> facts.meaning(id, phrase, saidOn), today.date());
			return show(id, lookingBack.to(null), null).addObject("form", form);
		}
		String done = name.replaceFirst("-[0-9a-f]{8}-.*", "");
		return forms.send(form, command, ADDRESS + id + "?gedaan=" + done, () -> show(id, lookingBack.to(null), null));
	}
}
