package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Progress reports as files that nobody waits for in a browser. */
@Component
public class ReportFiles implements PartnershipFiles {

	private static final String NAME = "voortgang";

	private final ReportQuestions questions;
	private final ProgressReports reports;
	private final ReportPapers papers;
	private final ReportSheets sheets;
	private final PaperPress press;
	private final Moments moments;

	ReportFiles(ReportQuestions questions, ProgressReports reports, ReportPapers papers, ReportSheets sheets, PaperPress press, Moments moments) {
		this.questions = questions;
		this.reports = reports;
		this.papers = papers;
		this.sheets = sheets;
		this.press = press;
		this.moments = moments;
	}

	/** A report as a file, and the partnership that it is about. */
	public record Made(PartnershipId partnershipId, StreamedFile file) {
	}

	/**
	 * A report about the thing with this id, as of the moment that is asked about.
	 *
	 * @throws InvalidInput when the period is not clear
	 * @throws NotFound     when there is none then that a report can be about, or the caller may not see it
	 */
	public Made make(UUID subject, @Nullable LocalDate from, @Nullable LocalDate until, ReportFormat format) {
		ReportQuestion question = questions.of(subject, from, until, moments.moment());
		ProgressReport report = reports.report(question).orElseThrow(NotFound::new);
		return new Made(report.subject().partnershipId(), file(report, question, format));
	}

	@Override
	public Stream<StreamedFile> of(PartnershipId partnership) {
		ReportQuestion question = questions.of(partnership.value(), null, null, moments.moment());
		ProgressReport report = reports.report(question).orElseThrow(NotFound::new);
		return Stream.of(ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.JSON).map(format -> file(report, question, format));
	}

	private StreamedFile file(ProgressReport report, ReportQuestion question, ReportFormat format) {
		return new StreamedFile(NAME + "." + format.ending(), format.mediaType(), out -> out.write(format.make(report, question.asOf(), papers, sheets, press)));
	}
}
