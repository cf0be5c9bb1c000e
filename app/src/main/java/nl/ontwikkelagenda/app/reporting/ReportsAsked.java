package nl.ontwikkelagenda.app.reporting;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.security.TooManyRequests;
import nl.ontwikkelagenda.app.store.DatabaseTime;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;
import nl.ontwikkelagenda.reporting.progress.Scopes;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports that are made in the background; for pages and for the API alike. Each is only of who asked for it. */
@Component
class ReportsAsked {

	private static final int AT_ONCE = 5;
	private static final Duration WAIT = Duration.ofSeconds(10);

	private final ReportRuns runs;
	private final Readers readers;
	private final Scopes scopes;
	private final SchedulerClient scheduler;
	private final OneTimeTask<Void> reportRun;
	private final DatabaseTime time;
	private final TransactionTemplate transaction;

	ReportsAsked(ReportRuns runs, Readers readers, Scopes scopes, SchedulerClient scheduler, OneTimeTask<Void> reportRun, DatabaseTime time,
			PlatformTransactionManager transactions) {
		this.runs = runs;
		this.readers = readers;
		this.scopes = scopes;
		this.scheduler = scheduler;
		this.reportRun = reportRun;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Asks for a report that the caller may read; asking again with the same id is the same.
	 *
	 * @throws TooManyRequests when as many are being made for him as may be at once
	 */
	ReportRun ask(ReportRunId id, ReportQuestion question, ReportFormat format) {
		PersonId caller = Caller.required().personId();
		PartnershipId partnership = scopes.find(question.subject(), question.asOf()).orElseThrow(NotFound::new).partnershipId();
		if (runs.find(id, caller).isEmpty() && runs.underWay(caller) >= AT_ONCE) {
			throw new TooManyRequests("Er worden al " + AT_ONCE + " verslagen voor u gemaakt", WAIT);
		}
		transaction.executeWithoutResult(status -> {
			if (runs.enter(id, caller, partnership, question, format)) {
				scheduler.scheduleIfNotExists(reportRun.instance(id.toString()), time.now());
			}
		});
		return own(id);
	}

	/** @throws NotFound when the caller did not ask for it, or may no longer read what it is about */
	ReportRun own(ReportRunId id) {
		return runs.find(id, Caller.required().personId()).filter(asked -> readers.partnerships(ReadModels.PROGRESS_REPORTS).contains(asked.partnershipId()))
				.map(ReportRuns.Asked::run).orElseThrow(NotFound::new);
	}

	/** @throws NotFound as long as it is not made, too */
	ResponseEntity<byte[]> file(ReportRunId id) {
		ReportFormat format = own(id).format();
		byte[] file = runs.file(id).orElseThrow(NotFound::new);
		return ResponseEntity.ok().contentType(MediaType.valueOf(format.mediaType())).cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("voortgang." + format.ending()).build().toString()).body(file);
	}
}
