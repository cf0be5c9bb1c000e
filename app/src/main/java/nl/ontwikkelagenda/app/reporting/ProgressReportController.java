package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.report.ReportCommand.MakeReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.PublishReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.WithdrawReportPublication;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.report.ReportView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.progress.ReportPeriod;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Kept reports. What one says is at {@code /reports/progress?reportId=}. */
@RestController
@RequestMapping(Api.BASE + "/progress-reports")
class ProgressReportController {

	private final Answers answers;
	private final ReportQuestions questions;
	private final Today today;

	ProgressReportController(Answers answers, ReportQuestions questions, Today today) {
		this.answers = answers;
		this.questions = questions;
		this.today = today;
	}

	/**
	 * @param period in words, such as {@code vorig kwartaal}; absent for everything so far
	 * @param from   first day of the period, in place of words
	 * @param to     last day of the period
	 */
	record Making(@Nullable ReportId id, ReportSubject subject, @Nullable @Words(max = 60, lines = false) String period, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

	/** Keeps a report as it is now. */
	@PostMapping
	ResponseEntity<ReportView> make(@RequestBody Making making) {
		ReportPeriod period = ReportQuestions.period(making.period(), making.from(), making.to(), today.date());
		ReportId id = Objects.requireNonNullElseGet(making.id(), () -> new ReportId(Ids.next()));
		return answers.created(
				new MakeReport(id, questions.partnershipOf(making.subject()), making.subject(), period == null ? null : period.days(), today.date()),
				ReadModels.PROGRESS_REPORTS, id);
	}

	/** @param publishedOn today when left out */
	record Publishing(@Nullable @PastOrPresent LocalDate publishedOn) {
	}

	/** @param withdrawnOn today when left out */
	record Withdrawing(FreeText reason, @Nullable @PastOrPresent LocalDate withdrawnOn) {
	}

	/** From now on everybody can read it, at {@code /published-reports}. */
	@PostMapping("/{id}/publication")
	ResponseEntity<ReportView> publish(@PathVariable ReportId id, @RequestBody Publishing publishing) {
		return answers.created(new PublishReport(id, today.or(publishing.publishedOn())), ReadModels.PROGRESS_REPORTS, id);
	}

	/** From now on nobody reads it without an account; it can be published again. */
	@PostMapping("/{id}/publication/withdrawal")
	ResponseEntity<ReportView> withdraw(@PathVariable ReportId id, @RequestBody Withdrawing withdrawing) {
		return answers.created(new WithdrawReportPublication(id, withdrawing.reason(), today.or(withdrawing.withdrawnOn())), ReadModels.PROGRESS_REPORTS, id);
	}

	@GetMapping
	ResponseEntity<Listed<ReportView>> list() {
		return answers.list(ReadModels.PROGRESS_REPORTS);
	}

	@GetMapping("/{id}")
	ResponseEntity<ReportView> one(@PathVariable ReportId id) {
		return answers.one(ReadModels.PROGRESS_REPORTS, id);
	}
}
