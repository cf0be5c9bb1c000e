package nl.ontwikkelagenda.reporting.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.reporting.progress.Counted.InView;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.Documents.Difference;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was added, changed and done since the report that this one is compared with. What is both new and done counts as both. */
@Component
@Order(5)
class ChangesSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Soort", "Wat", "Verandering", "Stand toen", "Stand nu");

	/**
	 * @param done statuses in which it is at its end
	 * @param words a status in words
	 */
	private record Followed(ReadModel<?, ?> view, String one, String many, Set<String> done, Function<String, String> words, boolean ofTables) {

		List<Difference> since(Scope earlier, Scope scope) {
			return scope.differencesFrom(earlier, view);
		}

		boolean isDone(Difference difference) {
			return difference.is() != null && done.contains(difference.is()) && !difference.is().equals(difference.was());
		}

		boolean isChanged(Difference difference) {
			return !difference.added() && !isDone(difference);
		}
	}

	private static final List<Followed> FOLLOWED = List.of(
			new Followed(ReadModels.ACTIONS, "Actie", "Acties", Set.of(ActionStatus.DONE.name()), status -> Wording.status(ActionStatus.valueOf(status)), false),
			new Followed(ReadModels.MEETINGS, "Bijeenkomst", "Bijeenkomsten", Set.of(MeetingStatus.HELD.name()), status -> Wording.status(MeetingStatus.valueOf(status)), false),
			new Followed(ReadModels.DECISIONS, "Besluit", "Besluiten", Set.of(DecisionStatus.REVISED.name(), DecisionStatus.REVOKED.name()),
					status -> Wording.status(DecisionStatus.valueOf(status)), false),
			new Followed(ReadModels.TABLES, "Ontwikkeltafel", "Ontwikkeltafels", Set.of(TableView.Status.CLOSED.name()), status -> Wording.status(TableView.Status.valueOf(status)),
					true),
			new Followed(ReadModels.ADVICE_NOTES, "Advies", "Adviezen", Set.of(AdviceNoteStatus.ANSWERED.name()), status -> Wording.status(AdviceNoteStatus.valueOf(status)),
					true));

	@Override
	public String name() {
		return "changes";
	}

	@Override
	public String title() {
		return "Wat is er veranderd sinds het vorige verslag";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.values());
	}

	@Override
	public Content of(Scope scope) {
		Scope earlier = scope.earlier();
		if (earlier == null) {
			return Content.NONE;
		}
		List<Counted> figures = new ArrayList<>();
		List<Changed> changed = followed(scope).map(each -> new Changed(each, each.since(earlier, scope))).toList();
		changed.forEach(each -> figures.addAll(each.figures()));
		return new Content(List.copyOf(figures), () -> List.of(table(changed, scope)));
	}

	private static Stream<Followed> followed(Scope scope) {
		boolean hasTables = scope.subject().kind() != Kind.MEETING && scope.subject().kind() != Kind.COMMUNITY;
		return FOLLOWED.stream().filter(each -> hasTables || !each.ofTables());
	}

	private record Changed(Followed kind, List<Difference> differences) {

		List<Counted> figures() {
			return List.of(counted("added", "nieuw", Difference::added), counted("changed", "gewijzigd", kind::isChanged), counted("done", doneWord(), kind::isDone));
		}

		private String doneWord() {
			return kind.view() == ReadModels.DECISIONS ? "herzien of ingetrokken" : "afgerond";
		}

		private Counted counted(String name, String label, Predicate<Difference> which) {
			Set<String> ids = new HashSet<>(differences.stream().filter(which).map(Difference::id).toList());
			return new Counted("changes-" + kind.view().name() + "-" + name, kind.many() + ": " + label, new InView(kind.view(), List.of(new OneOf("id", ids))), false, false);
		}

		private String told(Difference difference) {
			return Stream.of(difference.added() ? "Nieuw" : null, kind.isDone(difference) ? "Afgerond" : null, kind.isChanged(difference) ? "Gewijzigd" : null)
					.filter(Objects::nonNull).reduce((first, last) -> first + " en " + last.toLowerCase(Locale.ROOT)).orElseThrow();
		}
	}

	private static Table table(List<Changed> changed, Scope scope) {
		List<Row> rows = new ArrayList<>();
		for (Changed each : changed) {
			List<Difference> shown = each.differences().stream().limit(Table.MOST_ROWS - rows.size()).toList();
			List<Fact> facts = scope.documents(each.kind().view(), shown.stream().map(Difference::id).toList()).stream().map(stored -> FactLines.of(stored.document())).toList();
			for (int i = 0; i < facts.size(); i++) {
				rows.add(row(each, shown.get(i), facts.get(i)));
			}
		}
		return new Table("Wat er veranderde", HEADINGS, rows, changed.stream().mapToLong(each -> each.differences().size()).sum(), "Er is niets veranderd.");
	}

	private static Row row(Changed each, Difference difference, Fact fact) {
		Followed kind = each.kind();
		return new Row(UUID.fromString(difference.id()), List.of(Cell.of(kind.one()), Cell.of(fact.title()), Cell.of(each.told(difference)),
				Cell.of(difference.was() == null ? null : kind.words().apply(difference.was())), Cell.of(difference.is() == null ? null : kind.words().apply(difference.is()))));
	}
}
