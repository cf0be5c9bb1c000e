package nl.ontwikkelagenda.reporting.progress;

import static nl.ontwikkelagenda.reporting.progress.Scope.and;

import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The meetings and what came out of them; what came out as an action is under the actions. */
@Component
@Order(50)
class MeetingsSection implements ReportSection {

	private static final List<String> MEETING_HEADINGS = List.of("Bijeenkomst", "Dag", "Stand", "Waar");
	private static final List<String> OUTCOME_HEADINGS = List.of("Soort", "Uitkomst", "Toelichting", "Dag");

	@Override
	public String name() {
		return "meetings";
	}

	@Override
	public String title() {
		return "Bijeenkomsten en uitkomsten";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.values());
	}

	@Override
	public Content of(Scope scope) {
		Condition held = new AllOf(and(List.of(status(MeetingStatus.HELD)), scope.within("happenedOn")));
		Condition planned = new AllOf(and(List.of(status(MeetingStatus.PLANNED)), scope.within("plannedOn")));
		Condition cancelled = new AllOf(and(List.of(status(MeetingStatus.CANCELLED)), scope.within("plannedOn")));
		List<Condition> outcomes = and(scope.of(ReadModels.OUTCOMES), scope.within("agreedOn"));
		Condition notAction = new AnyOf(List.of(kind(OutcomeKind.DECISION), kind(OutcomeKind.INFORMATION)));
		return new Content(List.of(meetings("meetings-held", "Bijeenkomsten gehouden", scope, held), meetings("meetings-planned", "Bijeenkomsten gepland", scope, planned),
				meetings("meetings-cancelled", "Bijeenkomsten afgelast", scope, cancelled), outcomes("outcomes-decision", "Uitkomsten: besluit", outcomes, OutcomeKind.DECISION),
				outcomes("outcomes-action", "Uitkomsten: actie", outcomes, OutcomeKind.ACTION),
				outcomes("outcomes-information", "Uitkomsten: ter informatie", outcomes, OutcomeKind.INFORMATION)),
				() -> List.of(
						scope.table("Bijeenkomsten", MEETING_HEADINGS, ReadModels.MEETINGS, scope.of(ReadModels.MEETINGS, new AnyOf(List.of(held, planned, cancelled))),
								"plannedOn",
								"Er zijn geen bijeenkomsten.", MeetingsSection::row),
						scope.table("Besluiten en mededelingen", OUTCOME_HEADINGS, ReadModels.OUTCOMES, and(outcomes, List.of(notAction)), "agreedOn",
								"Er zijn geen besluiten of mededelingen vastgelegd.", MeetingsSection::row)));
	}

	private static Condition status(MeetingStatus status) {
		return new Is("status", status.name());
	}

	private static Condition kind(OutcomeKind kind) {
		return new Is("kind", kind.name());
	}

	private static Counted meetings(String name, String label, Scope scope, Condition which) {
		return Counted.of(name, label, ReadModels.MEETINGS, scope.of(ReadModels.MEETINGS, which));
	}

	private static Counted outcomes(String name, String label, List<Condition> outcomes, OutcomeKind kind) {
		return Counted.of(name, label, ReadModels.OUTCOMES, and(outcomes, List.of(kind(kind))));
	}

	private static Row row(MeetingView meeting) {
		return new Row(meeting.meetingId().value(),
				List.of(Cell.naming(meeting.title(), FactLines.address(meeting)), Cell.of(meeting.happenedOn() == null ? meeting.plannedOn() : meeting.happenedOn().from()),
						Cell.of(Wording.status(meeting.status())), Cell.of(meeting.place())));
	}

	private static Row row(OutcomeView outcome) {
		return new Row(outcome.outcomeId().value(),
				List.of(Cell.of(Wording.kind(outcome.kind())), Cell.naming(outcome.title(), FactLines.address(outcome)), Cell.of(outcome.text()), Cell.of(outcome.agreedOn())));
	}
}
