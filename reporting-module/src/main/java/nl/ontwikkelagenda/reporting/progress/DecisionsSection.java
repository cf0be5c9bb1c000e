package nl.ontwikkelagenda.reporting.progress;

import static nl.ontwikkelagenda.reporting.progress.Scope.and;

import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.Flag;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The decisions in the registers, and which are to be looked at again. */
@Component
@Order(30)
class DecisionsSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Nummer", "Besluit", "Genomen op", "Stand", "Opnieuw bekijken op");

	@Override
	public String name() {
		return "decisions";
	}

	@Override
	public String title() {
		return "Besluiten";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.values());
	}

	@Override
	public Content of(Scope scope) {
		List<Condition> taken = and(scope.of(ReadModels.DECISIONS), scope.within("decidedOn"));
		List<Condition> inForce = and(scope.of(ReadModels.DECISIONS, status(DecisionStatus.IN_FORCE)), scope.until("decidedOn"));
		List<Condition> due = and(inForce, List.of(new AtMost("reviewOn", scope.onDay().toString())));
		List<Condition> later = and(inForce, List.of(new AtLeast("reviewOn", scope.onDay().plusDays(1).toString())));
		return new Content(List.of(counted("decisions-taken", "Genomen", taken),
				counted("decisions-in-force", "Daarvan nog van kracht", and(taken, List.of(status(DecisionStatus.IN_FORCE)))),
				counted("decisions-revised", "Daarvan later herzien", and(taken, List.of(status(DecisionStatus.REVISED)))),
				counted("decisions-revoked", "Daarvan later ingetrokken", and(taken, List.of(status(DecisionStatus.REVOKED)))),
				counted("decisions-without-mandate", "Daarvan zonder mandaat", and(taken, List.of(new Is("flags", Flag.NO_MANDATE.name())))).asksForAttention(),
				counted("decisions-review-due", "Nu opnieuw te bekijken", due).asksForAttention(), counted("decisions-review-planned", "Later opnieuw te bekijken", later)),
				() -> List.of(
						scope.table("Genomen besluiten", HEADINGS, ReadModels.DECISIONS, taken, "decidedOn", "Er zijn geen besluiten genomen.", DecisionsSection::row),
						scope.table("Nu opnieuw te bekijken", HEADINGS, ReadModels.DECISIONS, due, "reviewOn", "Geen enkel besluit is toe aan een nieuwe blik.",
								DecisionsSection::row)));
	}

	private static Condition status(DecisionStatus status) {
		return new Is("status", status.name());
	}

	private static Counted counted(String name, String label, List<Condition> conditions) {
		return Counted.of(name, label, ReadModels.DECISIONS, conditions);
	}

	private static Row row(DecisionView decision) {
		return new Row(decision.decisionId().value(), List.of(Cell.of(decision.number()), Cell.naming(decision.title(), FactLines.address(decision)), Cell.of(decision.decidedOn()),
				Cell.of(Wording.status(decision.status())), Cell.of(decision.status() == DecisionStatus.IN_FORCE ? decision.reviewOn() : null)));
	}
}
