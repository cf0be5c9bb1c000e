package nl.ontwikkelagenda.reporting.progress;

import static nl.ontwikkelagenda.reporting.progress.Scope.and;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.actions.action.ActionView.Timeliness;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The actions: what was agreed, what was done and whether in time, and where the open ones stand. */
@Component
@Order(40)
class ActionsSection implements ReportSection {

	private static final List<String> OPEN_HEADINGS = List.of("Actie", "Wie doet wat, en wanneer", "Stand", "Laatste bericht", "Uiterlijk");
	private static final List<String> ENDED_HEADINGS = List.of("Actie", "Wie doet wat, en wanneer", "Stand", "Resultaat of reden", "Geëindigd op");

	@Override
	public String name() {
		return "actions";
	}

	@Override
	public String title() {
		return "Acties";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.values());
	}

	@Override
	public Content of(Scope scope) {
		List<Condition> all = scope.of(ReadModels.ACTIONS);
		List<Condition> done = and(all, List.of(status(ActionStatus.DONE)), scope.within("endedOn"));
		List<Condition> ended = and(all, List.of(new OneOf("status", Set.of(ActionStatus.DONE.name(), ActionStatus.DROPPED.name()))), scope.within("endedOn"));
		List<Condition> open = and(all, List.of(status(ActionStatus.OPEN)), scope.until("agreedOn"));
		return new Content(List.of(counted("actions-agreed", "Afgesproken", and(all, scope.within("agreedOn"))), counted("actions-done", "Klaar", done),
				counted("actions-done-in-time", "Daarvan op tijd klaar", and(done, List.of(timeliness(Timeliness.IN_TIME)))),
				counted("actions-done-late", "Daarvan te laat klaar", and(done, List.of(timeliness(Timeliness.LATE)))),
				counted("actions-done-without-day", "Daarvan zonder afgesproken dag", and(done, List.of(timeliness(Timeliness.NO_DAY)))),
				counted("actions-dropped", "Vervallen", and(all, List.of(status(ActionStatus.DROPPED)), scope.within("endedOn"))), counted("actions-open", "Lopen nog", open),
				counted("actions-late", "Daarvan te laat", and(open, List.of(new AtMost("overdueFrom", scope.onDay().toString())))).asksForAttention(),
				counted("actions-drifting", "Daarvan steeds uitgesteld", is("drifting", open)).asksForAttention(),
				counted("actions-blocked", "Daarvan zitten vast", is("blocked", open)).asksForAttention(),
				counted("actions-without-deadline", "Daarvan zonder afgesproken dag", is("withoutDeadline", open))), () -> tables(scope, open, ended),
				() -> BurnUp.of(scope, all).stream().toList());
	}

	private static List<Table> tables(Scope scope, List<Condition> open, List<Condition> ended) {
		Map<UUID, String> organisations = new HashMap<>();
		scope.partnership().map(PartnershipView::organisations).orElse(List.of())
				.forEach(organisation -> organisations.put(organisation.organisationId().value(), organisation.name()));
		Function<ActionView, Row> row = action -> row(action, scope.onDay(), organisations);
		return List.of(scope.table("Lopende acties", OPEN_HEADINGS, ReadModels.ACTIONS, open, "overdueFrom", "Er lopen geen acties.", row),
				scope.table("Klaar of vervallen", ENDED_HEADINGS, ReadModels.ACTIONS, ended, "endedOn", "Er is geen actie klaar of vervallen.", row));
	}

	private static Condition status(ActionStatus status) {
		return new Is("status", status.name());
	}

	private static Condition timeliness(Timeliness timeliness) {
		return new Is("timeliness", timeliness.name());
	}

	private static List<Condition> is(String field, List<Condition> also) {
		return and(also, List.of(new Is(field, "true")));
	}

	private static Counted counted(String name, String label, List<Condition> conditions) {
		return Counted.of(name, label, ReadModels.ACTIONS, conditions);
	}

	private static Row row(ActionView action, LocalDate onDay, Map<UUID, String> organisations) {
		String promises = action.promises().stream().map(promise -> promised(promise, organisations)).collect(Collectors.joining("\n"));
		String latest = action.ending() != null ? action.ending() : action.progress().isEmpty() ? null : action.progress().getLast().text();
		return new Row(action.actionId().value(),
				List.of(Cell.naming(action.title(), FactLines.address(action)), Cell.of(promises), Cell.of(standing(action, onDay)), Cell.of(latest),
						Cell.of(action.endedOn() == null
								? lastDay(action)
								: action.endedOn())));
	}

	private static String promised(PromiseView promise, Map<UUID, String> organisations) {
		return owner(promise.owner(), organisations) + ": " + promise.what() + " – " + Wording.deadline(promise.deadline(), promise.of());
	}

	private static String owner(OwnerView owner, Map<UUID, String> organisations) {
		UUID id = owner.id();
		if (owner.name() != null || id == null) {
			return String.valueOf(owner.name());
		}
		return owner.kind() == Owner.Kind.PERSON ? FactLines.mention(id) : organisations.getOrDefault(id, "[verwijderd]");
	}

	private static String standing(ActionView action, LocalDate onDay) {
		if (action.status() == ActionStatus.DONE) {
			return action.timeliness() == Timeliness.LATE ? "Te laat klaar" : action.timeliness() == Timeliness.IN_TIME ? "Op tijd klaar" : Wording.status(action.status());
		}
		ActionView.Block block = action.block();
		if (block != null) {
			return "Zit vast: " + block.reason();
		}
		LocalDate overdue = action.overdueFrom();
		return overdue != null && !overdue.isAfter(onDay) ? "Te laat" : action.drifting() ? "Steeds uitgesteld" : Wording.status(action.status());
	}

	/** The first last day of what is still to be done. */
	private static @Nullable LocalDate lastDay(ActionView action) {
		return action.promises().stream().filter(promise -> promise.kept() == null).map(promise -> promise.deadline().latest()).filter(Objects::nonNull)
				.min(LocalDate::compareTo).orElse(null);
	}
}
