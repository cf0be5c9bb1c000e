package nl.ontwikkelagenda.app.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.GoalId;
import nl.ontwikkelagenda.agenda.table.ProposalId;
import nl.ontwikkelagenda.agenda.table.TableCommand.AmendProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.AnswerGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.CloseTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.FormulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.MakeProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.ReformulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.WithdrawProposal;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.paper.ListPapers;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One development table: who sits on it, what it was asked to do, what it proposes and advised, and what was agreed there. */
@Controller
@RequestMapping("/tafels/{id}")
class TablePage {

	private static final int MOST = 100;
	private static final int NAME = 200;
	private static final int WORDS = 1_000;
	private static final int ANSWER = 2_000;
	private static final int RESULT = 4_000;

	private final Reading.Desk desk;
	private final Comparisons comparisons;
	private final Forms forms;
	private final ListPapers papers;

	TablePage(Reading.Desk desk, Comparisons comparisons, Forms forms, ListPapers papers) {
		this.desk = desk;
		this.comparisons = comparisons;
		this.forms = forms;
		this.papers = papers;
	}

	@GetMapping
	ModelAndView show(@PathVariable TableId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since) {
		Reading reading = desk.about(ReadModels.TABLES, id, asOf);
		TableFacts facts = TableFacts.of(id, reading);
		boolean open = !reading.moment().past() && facts.table().status() == TableView.Status.OPEN;
		boolean works = open && forms.powers(facts.partnership().partnershipId()).may(FormulateGoal.class);
		return new ModelAndView("tafel").addObject("facts", facts).addObject("say", facts.say())
				.addObject("mayWork", works).addObject("outcomes", works ? outcomes(facts, reading) : List.of()).addAllObjects(reading.moment().attributes())
				.addObject("hidden", asOf == null ? Map.of() : Map.of("asOf", asOf))
				.addObject("comparison", since == null ? null : comparisons.of(new Subject(Subject.Kind.TABLE, id.value()), since, reading.asOf(), reading.moment().onDay()));
	}

	/** What came out of the meetings of the table, to rest an answer on. */
	private static List<Choice> outcomes(TableFacts facts, Reading reading) {
		Set<String> meetings = facts.around().meetings().stream().map(meeting -> meeting.meetingId().toString()).collect(Collectors.toSet());
		return reading.first(MOST, ReadModels.OUTCOMES, "-agreedOn", new OneOf("meetingId", meetings)).stream()
				.map(outcome -> new Choice(outcome.outcomeId().toString(), reading.dated(outcome.agreedOn(), outcome.title()))).toList();
	}

	@GetMapping("/actielijst.{ending}")
	ResponseEntity<PaperFile> actions(@PathVariable TableId id, @PathVariable String ending) {
		return PaperAnswer.as(ending, papers.actionsOf(id));
	}

	@PostMapping("/doelen")
	ModelAndView formulate(@PathVariable TableId id, @RequestParam MultiValueMap<String, String> typed) {
		GoalId goal = new GoalId(Ids.next());
		return send(id, "doel", typed, "#doel-" + goal,
				form -> new FormulateGoal(id, goal, form.text("words", WORDS), form.dayOrToday("formulatedOn"), form.idOrNone("meetingId", MeetingId::new)));
	}

	@PostMapping("/doelen/{goal}/woorden")
	ModelAndView reformulate(@PathVariable TableId id, @PathVariable GoalId goal, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "woorden-" + goal, typed, "#doel-" + goal,
				form -> new ReformulateGoal(id, goal, form.text("words", WORDS), form.dayOrToday("reformulatedOn"), form.idOrNone("meetingId", MeetingId::new)));
	}

	@PostMapping("/doelen/{goal}/antwoord")
	ModelAndView answer(@PathVariable TableId id, @PathVariable GoalId goal, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "antwoord-" + goal, typed, "#doel-" + goal, form -> new AnswerGoal(id, goal, form.text("answer", ANSWER), form.dayOrToday("answeredOn"),
				form.idOrNone("outcomeId", OutcomeId::new),
				form.idOrNone("adviceNoteId", AdviceNoteId::new)));
	}

	@PostMapping("/voorstellen")
	ModelAndView propose(@PathVariable TableId id, @RequestParam MultiValueMap<String, String> typed) {
		ProposalId proposal = new ProposalId(Ids.next());
		return send(id, "voorstel", typed, "#voorstel-" + proposal, form -> new MakeProposal(id, proposal, form.text("words", WORDS), form.ids("goals", GoalId::new),
				form.lineOrNone("by", NAME), form.dayOrToday("madeOn"), form.idOrNone("meetingId", MeetingId::new)));
	}

	@PostMapping("/voorstellen/{proposal}/woorden")
	ModelAndView amend(@PathVariable TableId id, @PathVariable ProposalId proposal, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "wijziging-" + proposal, typed, "#voorstel-" + proposal, form -> new AmendProposal(id, proposal, form.text("words", WORDS), form.ids("goals", GoalId::new),
				form.lineOrNone("by", NAME), form.dayOrToday("amendedOn"), form.idOrNone("meetingId", MeetingId::new)));
	}

	@PostMapping("/voorstellen/{proposal}/intrekking")
	ModelAndView withdraw(@PathVariable TableId id, @PathVariable ProposalId proposal, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "intrekking-" + proposal, typed, "#voorstel-" + proposal,
				form -> new WithdrawProposal(id, proposal, form.text("reason", WORDS), form.dayOrToday("withdrawnOn")));
	}

	@PostMapping("/afsluiting")
	ModelAndView close(@PathVariable TableId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afsluiting", typed, "", form -> new CloseTable(id, form.textOrNone("result", RESULT), form.dayOrToday("closedOn")));
	}

	private ModelAndView send(TableId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/tafels/" + id + anchor, () -> show(id, null, null));
	}
}
