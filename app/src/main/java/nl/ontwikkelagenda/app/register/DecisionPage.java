package nl.ontwikkelagenda.app.register;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ConfirmDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviewDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.RevokeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.StateParticulars;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionMethod;
import nl.ontwikkelagenda.agenda.decision.DecisionRef;
import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.Particulars;
import nl.ontwikkelagenda.agenda.decision.Votes;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.form.Participants;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.reporting.VisibleTraces;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
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

/** One decision: its words, how it came about, what it rests on, whether it is looked at again, and what came of it. */
@Controller
@RequestMapping("/besluiten/{id}")
class DecisionPage {

	private static final int TITLE = 200;
	private static final int WORDS = 4_000;

	private final Reading.Desk desk;
	private final VisibleTraces traces;
	private final Forms forms;
	private final Participants participants;

	DecisionPage(Reading.Desk desk, VisibleTraces traces, Forms forms, Participants participants) {
		this.desk = desk;
		this.traces = traces;
		this.forms = forms;
		this.participants = participants;
	}

	/** What the reader may do about it. */
	public record Offers(boolean state, boolean confirm, boolean review, boolean revise, boolean revoke) {

		static Offers of(DecisionView decision, Powers powers, boolean past) {
			boolean inForce = !past && decision.status() == DecisionStatus.IN_FORCE;
			boolean stated = decision.particulars() != null;
			return new Offers(inForce && !stated && powers.may(StateParticulars.class), inForce && stated && !decision.flags().isEmpty() && powers.may(ConfirmDecision.class),
					inForce && powers.may(ReviewDecision.class), inForce && powers.may(TakeDecision.class), inForce && powers.may(RevokeDecision.class));
		}
	}

	/** A mandate to choose. */
	public record Choice(MandateId id, String words) {
	}

	@GetMapping
	ModelAndView show(@PathVariable DecisionId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.about(ReadModels.DECISIONS, id, asOf);
		DecisionFacts facts = DecisionFacts.of(id, reading, traces.of(id.value(), reading.asOf()));
		Offers offers = Offers.of(facts.decision(), forms.powers(facts.partnership().partnershipId()), reading.moment().past());
		return new ModelAndView("besluit").addObject("facts", facts).addObject("say", facts.say()).addObject("offers", offers)
				.addObject("mandates", offers.state() ? mandates(facts, reading) : List.of())
				.addObject("people", offers.state() ? participants.persons(facts.partnership().partnershipId(), facts.decision().decidedOn()) : List.of())
				.addObject("organisations", Participants.organisations(facts.partnership())).addObject("rows", 1)
				.addObject("places",
						offers.revise() ? Taken.Places.of(new Is("partnershipId", facts.partnership().partnershipId().toString()), reading) : Taken.Places.NONE)
				.addAllObjects(reading.moment().attributes());
	}

	@PostMapping("/totstandkoming")
	ModelAndView state(@PathVariable DecisionId id, @RequestParam MultiValueMap<String, String> typed) {
		DecisionView decision = decision(id);
		Form read = forms.read("totstandkoming", typed);
		Supplier<ModelAndView> again = () -> show(id, null).addObject("rows", Dissenters.rows(read));
		return read.isTicked(Dissenters.MORE)
				? again.get().addObject("form", read)
				: forms.send(read, form -> new StateParticulars(decision.registerId(), id, particulars(form), form.dayOrToday("statedOn")), "/besluiten/" + id, again);
	}

	@PostMapping("/bekrachtiging")
	ModelAndView confirm(@PathVariable DecisionId id, @RequestParam MultiValueMap<String, String> typed) {
		DecisionView decision = decision(id);
		return send(id, "bekrachtiging", typed, form -> new ConfirmDecision(decision.registerId(), id, form.text("words", WORDS), form.dayOrToday("confirmedOn")));
	}

	@PostMapping("/herziening")
	ModelAndView review(@PathVariable DecisionId id, @RequestParam MultiValueMap<String, String> typed) {
		DecisionView decision = decision(id);
		return send(id, "herziening", typed,
				form -> new ReviewDecision(decision.registerId(), id, form.text("finding", WORDS), form.dayOrToday("reviewedOn"), form.dayOrNone("reviewOn")));
	}

	@PostMapping("/vervanging")
	ModelAndView revise(@PathVariable DecisionId id, @RequestParam MultiValueMap<String, String> typed) {
		DecisionView old = decision(id);
		Form read = forms.read("vervanging", typed);
		Taken taken = Taken.read(read, desk);
		DecisionId next = taken.decisionId();
		return forms.send(read, form -> new TakeDecision(old.partnershipId(), old.bodyId(), next, form.line("title", TITLE),
				form.textOrNone("text", WORDS), form.dayOrToday("decidedOn"), taken.meetingId(), taken.outcomeId(), form.dayOrNone("reviewOn"),
				new DecisionRef(old.registerId(), id), null),
				"/besluiten/" + next, () -> show(id, null));
	}

	@PostMapping("/intrekking")
	ModelAndView revoke(@PathVariable DecisionId id, @RequestParam MultiValueMap<String, String> typed) {
		DecisionView decision = decision(id);
		return send(id, "intrekking", typed, form -> new RevokeDecision(decision.registerId(), id, form.text("reason", WORDS), form.dayOrToday("revokedOn")));
	}

	/** Of votes only is asked how many; who was there is taken from the meeting where the form does not say. */
	private static Particulars particulars(Form form) {
		DecisionMethod method = form.choice("method", DecisionMethod.class);
		Votes votes = method == DecisionMethod.VOTE ? new Votes(form.count("inFavour"), form.count("against"), form.count("abstained")) : null;
		Integer amount = form.numberOrNone("amount");
		return new Particulars(method, votes, form.ids("present", PersonId::new), Dissenters.read(form), form.idOrNone("mandateId", MandateId::new),
				form.textOrNone("withoutMandateBecause", WORDS), amount == null ? null : Long.valueOf(amount));
	}

	private static List<Choice> mandates(DecisionFacts facts, Reading reading) {
		PartnershipId partnership = facts.partnership().partnershipId();
		List<MandateView> all = reading.all(ReadModels.MANDATES, new Is("partnershipId", partnership.toString())).stream()
				.filter(mandate -> mandate.holdsOn(facts.decision().decidedOn())).toList();
		Speech say = reading.speech(List.of(facts.partnership())).meet(all.stream().map(MandateView::personId), all.stream().map(MandateView::subject));
		return all.stream().map(mandate -> new Choice(mandate.mandateId(), say.who(mandate.personId(), mandate.organisationId()) + ": " + say.words(mandate.subject())))
				.sorted((one, other) -> one.words().compareToIgnoreCase(other.words())).toList();
	}

	private ModelAndView send(DecisionId id, String form, MultiValueMap<String, String> typed, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/besluiten/" + id, () -> show(id, null));
	}

	private DecisionView decision(DecisionId id) {
		return desk.about(ReadModels.DECISIONS, id, null).one(ReadModels.DECISIONS, id);
	}
}
