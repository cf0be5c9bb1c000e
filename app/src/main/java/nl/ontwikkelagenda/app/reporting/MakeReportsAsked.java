package nl.ontwikkelagenda.app.reporting;

import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.reporting.ReportRuns.Work;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the reports that somebody asked for, as that person may see them. After a crash another instance begins again. */
@Configuration(proxyBeanMethods = false)
class MakeReportsAsked {

	private static final int TRIES = 3;
	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

	private final ReportRuns runs;
	private final ProgressReports reports;
	private final ReportPapers papers;
	private final ReportSheets sheets;
	private final PaperPress press;

	MakeReportsAsked(ReportRuns runs, ProgressReports reports, ReportPapers papers, ReportSheets sheets, PaperPress press) {
		this.runs = runs;
		this.reports = reports;
		this.papers = papers;
		this.sheets = sheets;
		this.press = press;
	}

	/** The job; its instances are called after what was asked for. */
	@Bean
	OneTimeTask<Void> reportRun() {
		return Tasks.oneTime("MakeReportsAsked", Void.class)
				.onFailure(new FailureHandler.MaxRetriesFailureHandler<>(TRIES, new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE), (failed, operations) -> {
					runs.failed(id(failed.getExecution().taskInstance.getId()), "Het verslag kon niet worden gemaakt; vraag het later opnieuw.");
					operations.stop();
				})).execute((instance, context) -> make(id(instance.getId())));
	}

	private static ReportRunId id(String instance) {
		return new ReportRunId(UUID.fromString(instance));
	}

	private void make(ReportRunId id) {
		boolean made = false;
		while (!made) {
			Work work = runs.begin(id).orElse(null);
			made = work == null || runs.done(id, Viewer.as(work.person(), () -> file(id, work)));
		}
	}

	private byte[] file(ReportRunId id, Work work) {
		ProgressReport report = reports.report(work.question(), (section, done, all) -> runs.begins(id, section, done, all)).orElseThrow(NotFound::new);
		runs.begins(id, null, report.sections().size(), report.sections().size());
		return work.format().make(report, work.question().asOf(), papers, sheets, press);
	}
}
