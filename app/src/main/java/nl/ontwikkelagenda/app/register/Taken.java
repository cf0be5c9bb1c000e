package nl.ontwikkelagenda.app.register;

import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/** Where a decision was taken, as a form says it; neither for one outside a meeting. */
record Taken(@Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId) {

	private static final int MOST = 100;

	/** What can be chosen: meetings that were held, and what came out of one and is no action and no decision yet. */
	public record Places(List<Choice> meetings, List<Choice> outcomes) {

		static final Places NONE = new Places(List.of(), List.of());

		static Places of(Condition among, Reading reading) {
			List<OutcomeView> outcomes = reading.first(MOST, ReadModels.OUTCOMES, "-agreedOn", among,
					new OneOf("kind", Set.of(OutcomeKind.DECISION.name(), OutcomeKind.INFORMATION.name())));
			Map<String, DecisionView> decided = reading.byId(ReadModels.DECISIONS, outcomes.stream().map(OutcomeView::outcomeId).toList());
			return new Places(
					reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", among, new Is("status", MeetingStatus.HELD.name())).stream()
							.map(meeting -> new Choice(meeting.meetingId().toString(), reading.dated(meeting.plannedOn(), meeting.title()))).toList(),
					outcomes.stream().filter(outcome -> !decided.containsKey(outcome.outcomeId().toString()))
							.map(outcome -> new Choice(outcome.outcomeId().toString(), reading.dated(outcome.agreedOn(), outcome.title()))).toList());
		}
	}

	/** With the meeting of its outcome, where that was chosen. */
	static Taken read(Form form, Reading.Desk desk) {
		MeetingId meeting = form.idOrNone("meetingId", MeetingId::new);
		OutcomeId outcome = form.idOrNone("outcomeId", OutcomeId::new);
		if (outcome == null || form.isWrong()) {
			return new Taken(meeting, outcome);
		}
		MeetingId its = desk.about(ReadModels.OUTCOMES, outcome, null).one(ReadModels.OUTCOMES, outcome).meetingId();
		if (meeting != null && !meeting.equals(its)) {
			form.wrong("outcomeId", "Deze uitkomst is van een andere bijeenkomst; kies die, of laat de bijeenkomst leeg.");
		}
		return new Taken(its, outcome);
	}

	/** A decision has the id of the outcome that it was born from. */
	DecisionId decisionId() {
		return new DecisionId(outcomeId == null ? Ids.next() : outcomeId.value());
	}
}
