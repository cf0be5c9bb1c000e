package nl.ontwikkelagenda.reporting.progress;

import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;

import org.jspecify.annotations.Nullable;

/** Shows a document as one of the facts behind a number. */
final class FactLines {

	private FactLines() {
	}

	/** @throws IllegalArgumentException when no report counts documents of this kind */
	static Fact of(Object document) {
		return switch (document) {
			case ActionView a -> new Fact("actions", a.actionId().toString(), a.title(), a.endedOn() == null ? a.agreedOn() : a.endedOn(), Wording.status(a.status()),
					"actions/" + a.actionId());
			case MeetingView m -> new Fact("meetings", m.meetingId().toString(), m.title(), m.happenedOn() == null ? m.plannedOn() : m.happenedOn().from(),
					Wording.status(m.status()), "meetings/" + m.meetingId());
			case OutcomeView o -> new Fact("outcomes", o.outcomeId().toString(), o.title(), o.agreedOn(), Wording.kind(o.kind()), "meetings/" + o.meetingId());
			case DecisionView d -> new Fact("decisions", d.decisionId().toString(), d.number() + " " + d.title(), d.decidedOn(), Wording.status(d.status()),
					"decisions/" + d.decisionId());
			case TableView t -> new Fact("tables", t.tableId().toString(), t.title(), t.openedOn(), Wording.status(t.status()), "tables/" + t.tableId());
			case AdviceNoteView n -> new Fact("advice-notes", n.adviceNoteId().toString(), n.title(), n.answer() == null ? n.draftedOn() : n.answer().answeredOn(),
					n.answer() == null ? Wording.status(n.status()) : Wording.answer(n.answer().answer()), "advice-notes/" + n.adviceNoteId());
			case ReflectionRoundView r -> new Fact("reflection-rounds", r.reflectionRoundId().toString(), r.title(), r.closedOn() == null ? r.openedOn() : r.closedOn(),
					Wording.status(r.status()), "reflection-rounds/" + r.reflectionRoundId());
			case EnrolmentView e -> new Fact("enrolments", e.enrolmentId().toString(), mention(e.personId()), e.since(), Wording.standing(e.standing()),
					"communities/" + e.communityId());
			case ThemeView t -> new Fact("themes", t.themeId().toString(), t.title(), t.endedOn() == null ? t.raisedOn() : t.endedOn(), Wording.status(t.status()),
					"themes/" + t.themeId());
			case IndicatorView i -> new Fact("indicators", i.indicatorId().toString(), i.name(), i.definedOn(), Wording.status(i.status()), "indicators/" + i.indicatorId());
			case MeasurementView m -> new Fact("measurements", m.measurementId().toString(), m.period(), m.measuredOn(), Chart.words(m.amount()),
					"measurements/" + m.measurementId());
			default -> throw new IllegalArgumentException("Reports do not count " + document.getClass().getSimpleName());
		};
	}

	/** Where a document that reports count is shown. */
	static @Nullable String address(Object document) {
		return of(document).address();
	}

	static String mention(PersonId person) {
		return mention(person.value());
	}

	static String mention(UUID person) {
		return "@[" + person + "]";
	}
}
