package nl.ontwikkelagenda.app.reporting;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.mail.Enclosures;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Kept reports as somebody who is not asking himself may see them, on the page and as the file that goes with a mail. */
@Component
class KeptReports implements Enclosures {

	private final ProgressReports reports;
	private final ReportPapers papers;
	private final PaperPress press;
	private final Readers readers;
	private final AccessRecorder recorder;

	KeptReports(ProgressReports reports, ReportPapers papers, PaperPress press, Readers readers, AccessRecorder recorder) {
		this.recorder = recorder;
		this.reports = reports;
		this.papers = papers;
		this.press = press;
		this.readers = readers;
	}

	/** Beside the one before it; empty when what it is about is of a body on which he holds no seat. */
	Optional<ProgressReport> report(ReportId id, PersonId reader) {
		return Viewer.as(reader, () -> question(id).flatMap(reports::report));
	}

	@Override
	public Optional<Enclosure> make(UUID enclosure, PersonId reader) {
		return Viewer.as(reader, () -> question(new ReportId(enclosure)).flatMap(question -> reports.report(question)
				.filter(report -> readers.partnerships(ReadModels.PROGRESS_REPORTS, reader).contains(report.subject().partnershipId()))
				.map(report -> mailed(report, question.asOf(), enclosure, reader)))).map(this::printed);
	}

	private PaperFile mailed(ProgressReport report, AsOf asOf, UUID id, PersonId reader) {
		recorder.exportedFor(reader, report.subject().partnershipId(), "mail", Map.of("id", id.toString(), "format", PaperFormat.PDF.ending()));
		return papers.of(report, asOf);
	}

	private Optional<ReportQuestion> question(ReportId id) {
		return reports.kept(id, AsOf.NOW).map(question -> question.comparedWith(reports.previous(question).orElse(null)));
	}

	private Enclosure printed(PaperFile file) {
		return new Enclosure(file.name() + "." + PaperFormat.PDF.ending(), PaperFormat.PDF.mediaType(), press.make(file.paper(), PaperFormat.PDF));
	}
}
