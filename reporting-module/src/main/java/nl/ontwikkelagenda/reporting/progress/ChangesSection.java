package nl.ontwikkelagenda.reporting.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorStatus;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
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
import org.springframework.util.StringUtils;

/** What was added, changed and done since the report that this one is compared with. What is both new and done counts as both. */
@Component
@Order(5)
class ChangesSection implements ReportSection {

	private static final String STATUS = "status";
	private static final String DONE = "afgerond";
	private static final List<String> HEADINGS = List.of("Soort", "Wat", "Verandering", "Stand toen", "Stand nu");

	/** What it can be about that has tables. */
	private static final Set<Kind> WITH_TABLES = Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.TABLE);
	private static final Set<Kind> WITH_COMMUNITIES = Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.COMMUNITY);
	private static final Set<Kind> WITH_REFLECTION = Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.TABLE, Kind.COMMUNITY);
	private static final Set<Kind> WITH_THEMES = Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME);
	private static final Set<Kind> ALL = Set.of(Kind.values());

	/**
	 * @param field  says where it stands
	 * @param words  that in words
	 * @param done   values of the field with which it is at its end; none where it has no end
	 * @param ended  what it is called then, in small letters
	 * @param within reports about these tell of it
	 */
	private record Followed(ReadModel<?, ?> view, String one, String many, String field, Function<String, String> words, Set<String> done, String ended, Set<Kind> within) {

		/** One with a status. */
		static <S extends Enum<S>> Followed of(ReadModel<?, ?> view, String one, String many, String field, Class<S> status, Function<S, String> words, Set<S> done, String ended,
				Set<Kind> within) {
			return new Followed(view, one, many, field, value -> words.apply(Enum.valueOf(status, value)), done.stream().map(Enum::name).collect(Collectors.toSet()), ended,
					within);
		}

		List<Difference> since(Scope earlier, Scope scope) {
			return scope.differencesFrom(earlier, view, field);
		}

		boolean isDone(Difference difference) {
			return difference.is() != null && done.contains(difference.is()) && !difference.is().equals(difference.was());
		}

		boolean isChanged(Difference difference) {
			return !difference.added() && !isDone(difference);
		}
	}

	private static final List<Followed> FOLLOWED = List.of(
			Followed.of(ReadModels.ACTIONS, "Actie", "Acties", STATUS, ActionStatus.class, Wording::status, Set.of(ActionStatus.DONE), DONE, ALL),
			Followed.of(ReadModels.MEETINGS, "Bijeenkomst", "Bijeenkomsten", STATUS, MeetingStatus.class, Wording::status, Set.of(MeetingStatus.HELD), DONE, ALL),
			Followed.of(ReadModels.DECISIONS, "Besluit", "Besluiten", STATUS, DecisionStatus.class, Wording::status, Set.of(DecisionStatus.REVISED, DecisionStatus.REVOKED),
					"herzien of ingetrokken", ALL),
			Followed.of(ReadModels.TABLES, "Ontwikkeltafel", "Ontwikkeltafels", STATUS, TableView.Status.class, Wording::status, Set.of(TableView.Status.CLOSED), DONE,
					WITH_TABLES),
			Followed.of(ReadModels.ADVICE_NOTES, "Advies", "Adviezen", STATUS, AdviceNoteStatus.class, Wording::status, Set.of(AdviceNoteStatus.ANSWERED), DONE, WITH_TABLES),
			Followed.of(ReadModels.THEMES, "Thema", "Thema's", STATUS, ThemeStatus.class, Wording::status,
					Set.of(ThemeStatus.RETIRED, ThemeStatus.MERGED, ThemeStatus.SPLIT), "geëindigd of opgegaan in een ander", WITH_THEMES),
			Followed.of(ReadModels.ENROLMENTS, "Deelnemer van een community", "Deelnemers van communities", "standing", Standing.class, Wording::standing,
					Set.of(Standing.LEFT, Standing.DECLINED), "afgemeld of afgeslagen", WITH_COMMUNITIES),
			Followed.of(ReadModels.REFLECTION_ROUNDS, "Reflectie", "Reflecties", STATUS, ReflectionRoundStatus.class, Wording::status,
					Set.of(ReflectionRoundStatus.CLOSED, ReflectionRoundStatus.ABANDONED), "gesloten", WITH_REFLECTION),
			Followed.of(ReadModels.INDICATORS, "Indicator", "Indicatoren", STATUS, IndicatorStatus.class, Wording::status, Set.of(IndicatorStatus.RETIRED),
					"niet meer gemeten", WITH_THEMES),
			new Followed(ReadModels.MEASUREMENTS, "Meting", "Metingen", "amount", value -> Chart.words(new BigDecimal(value)), Set.of(), "", WITH_THEMES));

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
		return FOLLOWED.stream().filter(each -> each.within().contains(scope.subject().kind()));
	}

	private record Changed(Followed kind, List<Difference> differences) {

		List<Counted> figures() {
			List<Counted> figures = new ArrayList<>(List.of(counted("added", "nieuw", Difference::added), counted("changed", "gewijzigd", kind::isChanged)));
			if (!kind.done().isEmpty()) {
				figures.add(counted("done", kind.ended(), kind::isDone));
			}
			return figures;
		}

		private Counted counted(String name, String label, Predicate<Difference> which) {
			Set<String> ids = new HashSet<>(differences.stream().filter(which).map(Difference::id).toList());
			return new Counted("changes-" + kind.view().name() + "-" + name, kind.many() + ": " + label, new InView(kind.view(), List.of(new OneOf("id", ids))), false, false);
		}

		private String told(Difference difference) {
			return StringUtils
					.capitalize(Stream.of(difference.added() ? "nieuw" : null, kind.isDone(difference) ? kind.ended() : null, kind.isChanged(difference) ? "gewijzigd" : null)
							.filter(Objects::nonNull).collect(Collectors.joining(" en ")));
		}
	}

	private static Table table(List<Changed> changed, Scope scope) {
		List<Row> rows = new ArrayList<>();
		Map<IndicatorId, String> indicators = indicators(changed, scope);
		for (Changed each : changed) {
			List<Difference> shown = each.differences().stream().limit(Table.MOST_ROWS - rows.size()).toList();
			List<Fact> facts = scope.documents(each.kind().view(), shown.stream().map(Difference::id).toList()).stream().map(stored -> fact(stored.document(), indicators))
					.toList();
			for (int i = 0; i < facts.size(); i++) {
				rows.add(row(each, shown.get(i), facts.get(i)));
			}
		}
		return new Table("Wat er veranderde", HEADINGS, rows, changed.stream().mapToLong(each -> each.differences().size()).sum(), "Er is niets veranderd.");
	}

	/** What is measured, where there are measurements. */
	private static Map<IndicatorId, String> indicators(List<Changed> changed, Scope scope) {
		boolean measured = changed.stream().anyMatch(each -> each.kind().view().equals(ReadModels.MEASUREMENTS) && !each.differences().isEmpty());
		return measured
				? scope.all(ReadModels.INDICATORS, scope.of(ReadModels.INDICATORS)).stream().collect(Collectors.toMap(IndicatorView::indicatorId, IndicatorView::name))
				: Map.of();
	}

	private static Fact fact(Object document, Map<IndicatorId, String> indicators) {
		Fact fact = FactLines.of(document);
		String of = document instanceof MeasurementView measurement ? indicators.get(measurement.indicatorId()) : null;
		return of == null ? fact : new Fact(fact.kind(), fact.id(), of + ": " + fact.title(), fact.day(), fact.status(), fact.address());
	}

	private static Row row(Changed each, Difference difference, Fact fact) {
		Followed kind = each.kind();
		return new Row(UUID.fromString(difference.id()), List.of(Cell.of(kind.one()), Cell.naming(fact.title(), fact.address()), Cell.of(each.told(difference)),
				Cell.of(difference.was() == null ? null : kind.words().apply(difference.was())), Cell.of(difference.is() == null ? null : kind.words().apply(difference.is()))));
	}
}
