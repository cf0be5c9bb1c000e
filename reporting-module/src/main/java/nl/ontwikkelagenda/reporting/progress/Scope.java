package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Subject;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;

/** What belongs to the subject of a report, in which period, as of which position. Everything a section asks, it asks through this. */
final class Scope {

	private static final String PARTNERSHIP = "partnershipId";

	private final Documents documents;
	private final Subject subject;
	private final ReportQuestion question;
	private final Belongings belongings;
	private final @Nullable Scope earlier;

	Scope(Documents documents, Subject subject, ReportQuestion question, Belongings belongings, @Nullable Scope earlier) {
		this.documents = documents;
		this.subject = subject;
		this.question = question;
		this.belongings = belongings;
		this.earlier = earlier;
	}

	/** Ids of what belongs to a subject that is not a whole partnership, by the field that refers to it. */
	record Belongings(Set<String> agendas, Set<String> themes, Set<String> tables, Set<String> communities, Set<String> bodies, Set<String> meetings) {

		static final Belongings NONE = new Belongings(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

		/** A meeting, the agenda or body that it belongs to, or where something was agreed. */
		List<Condition> heldAt() {
			return List.of(new OneOf("agendaId", agendas), new OneOf("bodyId", bodies), new OneOf("id", meetings));
		}

		/** Of whom it is asked how they stand: tables and communities. */
		Set<String> reflecting() {
			return Stream.concat(tables.stream(), communities.stream()).collect(Collectors.toSet());
		}

		/** By the field that refers to them, those by which they are found themselves included. */
		Map<String, Set<String>> byField() {
			Set<String> all = Stream.of(agendas, themes, tables, communities, bodies, meetings).flatMap(Set::stream).collect(Collectors.toSet());
			return Map.of("id", all, "agendaId", agendas, "themeId", themes, "tableId", tables, "communityId", communities, "bodyId", bodies, "meetingId", meetings, "about",
					reflecting());
		}
	}

	Subject subject() {
		return subject;
	}

	ReportQuestion question() {
		return question;
	}

	AsOf asOf() {
		return question.asOf();
	}

	LocalDate onDay() {
		return question.onDay();
	}

	/** The last day that counts: of the period, or that of the report while the period lasts. */
	LocalDate lastDay() {
		ReportPeriod period = question.period();
		return period == null || period.to().isAfter(question.onDay()) ? question.onDay() : period.to();
	}

	@Nullable
	Scope earlier() {
		return earlier;
	}

	/** Where the facts behind the number with this name are listed. */
	String facts(String name) {
		return "reports/progress/facts?" + question.query() + "&figure=" + name;
	}

	/** The documents of this view that belong to the subject. */
	List<Condition> of(ReadModel<?, ?> view, Condition... also) {
		List<Condition> all = new ArrayList<>();
		all.add(new Is(PARTNERSHIP, subject.partnershipId().toString()));
		if (subject.kind() != ReportSubject.Kind.PARTNERSHIP) {
			all.add(new AnyOf(belonging(view)));
		}
		all.addAll(List.of(also));
		return List.copyOf(all);
	}

	private List<Condition> belonging(ReadModel<?, ?> view) {
		Belongings b = belongings;
		if (view.equals(ReadModels.MEETINGS)) {
			return b.heldAt();
		}
		if (view.equals(ReadModels.ACTIONS) || view.equals(ReadModels.OUTCOMES)) {
			return List.of(new OneOf("agendaId", b.agendas()), new OneOf("themeId", b.themes()), new OneOf("meetingId", b.meetings()));
		}
		if (view.equals(ReadModels.DECISIONS)) {
			return List.of(new OneOf("bodyId", b.bodies()), new OneOf("meetingId", b.meetings()));
		}
		if (view.equals(ReadModels.TABLES)) {
			return List.of(new OneOf("id", b.tables()));
		}
		if (view.equals(ReadModels.ADVICE_NOTES)) {
			return List.of(new OneOf("tableId", b.tables()));
		}
		if (view.equals(ReadModels.ENROLMENTS)) {
			return List.of(new OneOf("communityId", b.communities()));
		}
		if (view.equals(ReadModels.REFLECTION_ROUNDS)) {
			return List.of(new OneOf("about", b.reflecting()));
		}
		if (view.equals(ReadModels.THEMES)) {
			return List.of(new OneOf("id", b.themes()));
		}
		if (view.equals(ReadModels.MEASUREMENTS)) {
			return List.of(new OneOf("indicatorId",
					all(ReadModels.INDICATORS, of(ReadModels.INDICATORS)).stream().map(indicator -> indicator.indicatorId().toString()).collect(Collectors.toSet())));
		}
		if (view.equals(ReadModels.INDICATORS)) {
			return List.of(new OneOf("themeId", b.themes()));
		}
		throw new IllegalArgumentException("Nobody said what of " + view.name() + " belongs to a " + subject.kind());
	}

	/** In the period. */
	List<Condition> within(String field) {
		ReportPeriod period = question.period();
		return period == null ? List.of() : List.of(new AtLeast(field, period.from().toString()), new AtMost(field, period.to().toString()));
	}

	/** In the period or before. */
	List<Condition> until(String field) {
		ReportPeriod period = question.period();
		return period == null ? List.of() : List.of(new AtMost(field, period.to().toString()));
	}

	boolean within(@Nullable LocalDate day) {
		ReportPeriod period = question.period();
		return day != null && (period == null || (!day.isBefore(period.from()) && !day.isAfter(period.to())));
	}

	boolean until(@Nullable LocalDate day) {
		ReportPeriod period = question.period();
		return day != null && (period == null || !day.isAfter(period.to()));
	}

	/** All documents that meet these conditions; for views of which a subject has few. */
	<D> List<D> all(ReadModel<D, ?> view, List<Condition> conditions) {
		return documents.all(view, Map.of(), conditions, asOf()).stream().map(Stored::document).toList();
	}

	/** The first rows of a table of documents. */
	<D> Table table(String title, List<String> headings, ReadModel<D, ?> view, List<Condition> conditions, String sort, String none, Function<D, Row> row) {
		Page<D> page = documents.list(view, new ListQuery(Map.of(), conditions, null, List.of(sort), 1, Table.MOST_ROWS, null), asOf());
		return new Table(title, headings, page.items().stream().map(Stored::document).map(row).toList(), page.total(), none);
	}

	/** The first in this order. */
	<D> Optional<D> first(ReadModel<D, ?> view, List<Condition> conditions, String sort) {
		return documents.items(view, new ListQuery(Map.of(), conditions, null, List.of(sort), 1, 1, null), asOf()).stream().findFirst().map(Stored::document);
	}

	Optional<PartnershipView> partnership() {
		return documents.find(ReadModels.PARTNERSHIPS, subject.partnershipId().toString(), asOf()).map(Stored::document);
	}

	List<Long> count(ReadModel<?, ?> view, List<List<Condition>> each) {
		return documents.count(view, each, asOf());
	}

	List<Documents.Tally> tally(ReadModel<?, ?> view, List<Condition> conditions, String list, List<String> fields) {
		return documents.tally(view, conditions, list, fields, asOf());
	}

	List<Documents.Difference> differencesFrom(Scope before, ReadModel<?, ?> view, String field) {
		return documents.differences(view, of(view), field, before.asOf(), asOf());
	}

	/** Documents by id, in the order of the ids. */
	<D> List<Stored<D>> documents(ReadModel<D, ?> view, List<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<String, Stored<D>> found = new LinkedHashMap<>();
		documents.items(view, new ListQuery(Map.of(), List.of(new OneOf("id", Set.copyOf(ids))), null, List.of(), 1, ids.size(), null), asOf())
				.forEach(stored -> found.put(stored.id(), stored));
		return ids.stream().filter(found::containsKey).map(found::get).toList();
	}

	@SafeVarargs
	static List<Condition> and(List<Condition>... lists) {
		return Stream.of(lists).flatMap(List::stream).toList();
	}
}
