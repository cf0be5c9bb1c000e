package nl.ontwikkelagenda.reporting.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.report.ReportView;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.progress.Counted.InView;
import nl.ontwikkelagenda.reporting.progress.Counted.Listed;
import nl.ontwikkelagenda.reporting.progress.Fact.Facts;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Earlier;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Figure;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Section;
import nl.ontwikkelagenda.reporting.progress.ReportSection.Content;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes progress reports of their sections, and lists the facts behind their numbers; all as of one position. */
@Component
public class ProgressReports {

	private final Documents documents;
	private final Scopes scopes;
	private final List<ReportSection> sections;

	ProgressReports(Documents documents, Scopes scopes, List<ReportSection> sections) {
		this.documents = documents;
		this.scopes = scopes;
		this.sections = sections;
	}

	/** @return empty when the subject was not there then */
	public Optional<ProgressReport> report(ReportQuestion question) {
		return report(question, Listener.NOBODY);
	}

	/** As {@link #report(ReportQuestion)}, for who wants to tell how far it is. */
	public Optional<ProgressReport> report(ReportQuestion question, Listener listener) {
		return scopes.of(question).map(scope -> report(scope, listener));
	}

	private ProgressReport report(Scope scope, Listener listener) {
		ReportQuestion question = scope.question();
		Map<ReportSection, Content> contents = contents(scope);
		Map<String, Long> counts = counts(contents, scope);
		Scope earlier = scope.earlier();
		Map<String, Long> before = earlier == null ? Map.of() : counts(contents(earlier), earlier);
		List<Section> made = new ArrayList<>();
		contents.forEach((section, content) -> {
			listener.begins(section.title(), made.size(), contents.size());
			made.add(section(section, content, counts, before, scope));
		});
		return new ProgressReport(question.reportId(), scope.subject(), question.period(), question.onDay(), question.moment(), earlier(question.earlier()), List.copyOf(made));
	}

	private static @Nullable Earlier earlier(@Nullable ReportQuestion question) {
		return question == null || question.reportId() == null ? null : new Earlier(question.reportId(), question.onDay(), question.period());
	}

	private Map<ReportSection, Content> contents(Scope scope) {
		Map<ReportSection, Content> contents = new LinkedHashMap<>();
		sections(scope).forEach(section -> {
			Content content = section.of(scope);
			if (!content.equals(Content.NONE)) {
				contents.put(section, content);
			}
		});
		return contents;
	}

	private static Section section(ReportSection section, Content content, Map<String, Long> counts, Map<String, Long> before, Scope scope) {
		List<Figure> figures = content.figures().stream().filter(counted -> !counted.inTable()).map(counted -> {
			long count = counts.getOrDefault(counted.name(), 0L);
			return new Figure(counted.name(), counted.label(), count, before.get(counted.name()), counted.attention() && count > 0, scope.facts(counted.name()));
		}).toList();
		return new Section(section.name(), section.title(), figures, content.tables().get(), content.charts().get().stream().filter(chart -> !chart.isEmpty()).toList());
	}

	/** One statement for each view, however many numbers are of it. */
	private static Map<String, Long> counts(Map<ReportSection, Content> contents, Scope scope) {
		Map<String, Long> counts = new HashMap<>();
		Map<ReadModel<?, ?>, Map<String, InView>> byView = new LinkedHashMap<>();
		contents.values().stream().flatMap(content -> content.figures().stream()).filter(counted -> !counted.inTable()).forEach(counted -> {
			switch (counted.source()) {
				case Listed listed -> counts.put(counted.name(), (long) listed.facts().size());
				case InView inView -> byView.computeIfAbsent(inView.view(), view -> new LinkedHashMap<>()).put(counted.name(), inView);
			}
		});
		byView.forEach((view, figures) -> {
			List<String> names = List.copyOf(figures.keySet());
			List<Long> found = scope.count(view, figures.values().stream().map(InView::conditions).toList());
			for (int i = 0; i < names.size(); i++) {
				counts.put(names.get(i), found.get(i));
			}
		});
		return counts;
	}

	/**
	 * The burn-up of the actions of a report, by itself.
	 *
	 * @return empty when the subject was not there then, or there are less than two months to draw
	 */
	public Optional<Chart> burnUp(ReportQuestion question) {
		return scopes.of(question).flatMap(scope -> BurnUp.of(scope, scope.of(ReadModels.ACTIONS))).filter(chart -> !chart.isEmpty());
	}

	/**
	 * The facts behind a number of a report.
	 *
	 * @param figure its name
	 * @param page   1-based
	 * @return empty when the subject was not there then, or such a report has no such number
	 */
	public Optional<Facts> facts(ReportQuestion question, String figure, int page, int pageSize) {
		return scopes.of(question).flatMap(scope -> sections(scope).flatMap(section -> section.of(scope).figures().stream().filter(counted -> counted.name().equals(figure))
				.map(counted -> facts(section.title() + ": " + counted.label(), counted, scope, page, pageSize))).findFirst());
	}

	private Stream<ReportSection> sections(Scope scope) {
		return sections.stream().filter(section -> section.subjects().contains(scope.subject().kind()));
	}

	private Facts facts(String label, Counted counted, Scope scope, int page, int pageSize) {
		return switch (counted.source()) {
			case Listed listed -> new Facts(label, listed.facts().stream().skip((page - 1L) * pageSize).limit(pageSize).toList(), listed.facts().size());
			case InView inView -> facts(label, inView, scope, page, pageSize);
		};
	}

	private Facts facts(String label, InView inView, Scope scope, int page, int pageSize) {
		Page<?> found = documents.list(inView.view(), new ListQuery(Map.of(), inView.conditions(), null, List.of(), page, pageSize, null), scope.asOf());
		return new Facts(label, found.items().stream().map(stored -> FactLines.of(stored.document())).toList(), found.total());
	}

	/** A kept report as a question: what it says is what the views showed at its own place in the log. */
	public Optional<ReportQuestion> kept(ReportId id, AsOf asOf) {
		return documents.find(ReadModels.PROGRESS_REPORTS, id.toString(), asOf).map(ProgressReports::question);
	}

	private static ReportQuestion question(Stored<ReportView> stored) {
		ReportView report = stored.document();
		return new ReportQuestion(report.reportId(), report.subject(), report.period() == null ? null : ReportPeriod.of(report.period()), new AsOf(report.position()),
				report.recordedAt(), report.madeOn(), "reportId=" + report.reportId(), null);
	}

	/** The last kept report of the same subject over a comparable period that was made before the position of this question. */
	public Optional<ReportQuestion> previous(ReportQuestion question) {
		ReportSubject subject = question.subject();
		ListQuery ofSubject = new ListQuery(Map.of("subjectId", subject.id().toString(), "subjectKind", subject.kind().name()), null, List.of("-recordedAt"), 1,
				Documents.AT_ONCE, null);
		return documents.items(ReadModels.PROGRESS_REPORTS, ofSubject, question.asOf()).stream().map(ProgressReports::question)
				.filter(kept -> !Objects.equals(kept.reportId(), question.reportId()) && comparable(kept.period(), question.period())).findFirst();
	}

	private static boolean comparable(@Nullable ReportPeriod earlier, @Nullable ReportPeriod later) {
		return (earlier == null || later == null) ? Objects.equals(earlier, later) : earlier.isComparableWith(later) && !earlier.from().isAfter(later.from());
	}
}
