package nl.ontwikkelagenda.app.publication;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportView;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.publication.PublishedAgenda.Theme;
import nl.ontwikkelagenda.app.publication.PublishedReport.Cell;
import nl.ontwikkelagenda.app.publication.PublishedReport.Figure;
import nl.ontwikkelagenda.app.publication.PublishedReport.Section;
import nl.ontwikkelagenda.app.publication.PublishedReport.Table;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;
import nl.ontwikkelagenda.reporting.progress.Scopes;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What everybody may read. Always with the eyes of a visitor, whoever is logged in: nothing of a restricted body is in it. Who is named by mention stands in it without his name;
 * links to what is not published are left out.
 */
@Component
class Publications {

	private static final Pattern MENTION = Pattern.compile("@\\[[0-9a-fA-F-]{36}]");
	private static final String SOMEBODY = "een betrokkene";

	private final Documents documents;
	private final ProgressReports reports;
	private final Scopes scopes;

	Publications(Documents documents, ProgressReports reports, Scopes scopes) {
		this.documents = documents;
		this.reports = reports;
		this.scopes = scopes;
	}

	/** Latest first. */
	List<PublishedAgenda> agendas() {
		return visitor(() -> documents.all(ReadModels.AGENDAS, Map.of(), AsOf.NOW).stream().flatMap(agenda -> published(agenda).stream())
				.sorted(Comparator.comparing(PublishedAgenda::publishedOn).reversed()).toList());
	}

	Optional<PublishedAgenda> agenda(AgendaId id) {
		return visitor(() -> documents.find(ReadModels.AGENDAS, id.toString(), AsOf.NOW).map(Stored::document).flatMap(this::published));
	}

	/** Latest first; of each what it is about, without what it says. */
	List<PublishedReport> reports() {
		return visitor(() -> documents.all(ReadModels.PROGRESS_REPORTS, Map.of(), AsOf.NOW).stream().flatMap(report -> published(report, false).stream())
				.sorted(Comparator.comparing(PublishedReport::publishedOn).reversed()).toList());
	}

	Optional<PublishedReport> report(ReportId id) {
		return visitor(() -> documents.find(ReadModels.PROGRESS_REPORTS, id.toString(), AsOf.NOW).map(Stored::document).flatMap(report -> published(report, true)));
	}

	private static <T> T visitor(Supplier<T> reading) {
		return Viewer.as(null, reading);
	}

	private Optional<PublishedAgenda> published(AgendaView agenda) {
		AgendaView.Publication publication = agenda.publication();
		return publication == null
				? Optional.empty()
				: Optional.of(new PublishedAgenda(agenda.agendaId(), name(agenda.partnershipId()), nameless(agenda.title()), agenda.edition(),
						agenda.ambition() == null ? null : nameless(agenda.ambition()), agenda.adoption() == null ? null : agenda.adoption().adoptedOn(),
						publication.publishedOn(), themes(agenda)));
	}

	private List<Theme> themes(AgendaView agenda) {
		AgendaView.Adoption adoption = agenda.adoption();
		return adoption == null
				? List.of()
				: adoption.themeIds().stream().flatMap(theme -> documents.find(ReadModels.THEMES, theme.toString(), AsOf.NOW).stream()).map(Stored::document)
						.map(Publications::theme).toList();
	}

	private static Theme theme(ThemeView theme) {
		return new Theme(nameless(theme.title()), theme.description() == null ? null : nameless(theme.description()));
	}

	private Optional<PublishedReport> published(ReportView report, boolean whole) {
		ReportView.Publication publication = report.publication();
		ReportQuestion question = publication == null ? null : reports.kept(report.reportId(), AsOf.NOW).orElse(null);
		if (publication == null || question == null) {
			return Optional.empty();
		}
		return scopes.find(question.subject(), question.asOf())
				.map(subject -> new PublishedReport(report.reportId(), name(report.partnershipId()), nameless(subject.title()),
						question.period() == null ? "alles tot dan toe" : question.period().words(), report.madeOn(), publication.publishedOn(),
						whole ? sections(question) : List.of()));
	}

	private List<Section> sections(ReportQuestion question) {
		return reports.report(question).stream().flatMap(made -> made.sections().stream()).filter(Publications::tells).map(Publications::section).toList();
	}

	private static boolean tells(ProgressReport.Section section) {
		return section.figures().stream().anyMatch(figure -> figure.count() > 0);
	}

	private static Section section(ProgressReport.Section section) {
		return new Section(section.title(), section.figures().stream().filter(figure -> figure.count() > 0).map(figure -> new Figure(figure.label(), figure.count())).toList(),
				section.tables().stream().filter(table -> !table.rows().isEmpty()).map(Publications::table).toList());
	}

	private static Table table(ProgressReport.Table table) {
		return new Table(table.title(), table.headings(), table.rows().stream().map(row -> row.cells().stream().map(Publications::cell).toList()).toList());
	}

	private static Cell cell(ProgressReport.Cell cell) {
		return new Cell(cell.text() == null ? null : nameless(cell.text()), cell.number(), cell.day());
	}

	private static String nameless(String text) {
		return MENTION.matcher(text).replaceAll(SOMEBODY);
	}

	private String name(PartnershipId partnership) {
		@Nullable PartnershipView found = documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), AsOf.NOW).map(Stored::document).orElse(null);
		return Objects.requireNonNull(found).name();
	}
}
