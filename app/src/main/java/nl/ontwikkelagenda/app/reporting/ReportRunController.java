package nl.ontwikkelagenda.app.reporting;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports that are made in the background, for what takes longer than one likes to wait: asked for, watched, and fetched within the hour. */
@RestController
@RequestMapping(Api.BASE + "/report-runs")
@MayRead(anyone = true)
@WithoutAsOf("Van het maken van een verslag is alleen bekend hoe ver het nu is; laat asOf weg.")
class ReportRunController {

	private final ReportsAsked asked;
	private final ReportQuestions questions;
	private final Moments moments;

	ReportRunController(ReportsAsked asked, ReportQuestions questions, Moments moments) {
		this.asked = asked;
		this.questions = questions;
		this.moments = moments;
	}

	/**
	 * What is to be made.
	 *
	 * @param reportId     a kept report, in place of a subject with a period and a moment
	 * @param period       in words, such as {@code vorig kwartaal}; absent for everything so far
	 * @param from         first day of the period, in place of words
	 * @param to           last day of the period
	 * @param asOf         what was recorded later does not count; a date or a moment
	 * @param comparedWith a kept report of the same subject; absent for the last one over a comparable period
	 * @param format       PDF when left out
	 */
	record Asking(@Nullable ReportId reportId, @Nullable ReportSubject subject, @Nullable @Words(max = 60, lines = false) String period, @Nullable LocalDate from,
			@Nullable LocalDate to, @Nullable @Words(max = 60, lines = false) String asOf, @Nullable ReportId comparedWith, @Nullable ReportFormat format) {

		ReportFormat formatOrUsual() {
			return Objects.requireNonNullElse(format, ReportFormat.PDF);
		}
	}

	/** Asks for a report. The answer tells where to see how far it is. */
	@PostMapping
	@ApiResponse(responseCode = "202", description = "It is being made; Location tells where to see how far it is.", useReturnTypeSchema = true)
	ResponseEntity<ReportRun> ask(@RequestBody Asking asking) {
		ReportAsked about = ReportAsked.of(asking.reportId(), asking.subject(), asking.period(), asking.from(), asking.to(), asking.comparedWith());
		ReportRunId id = new ReportRunId(Ids.next(Intent.CURRENT.get(), "report-run"));
		ReportRun run = asked.ask(id, questions.of(about, moments.read("asOf", asking.asOf(), moments.now())), asking.formatOrUsual());
		if (run.format() != asking.formatOrUsual() || (asking.subject() != null && !run.subject().equals(asking.subject()))) {
			throw new IdempotencyKeyReused();
		}
		return ResponseEntity.accepted().location(URI.create(Api.path("report-runs", id))).body(run);
	}

	/** How far it is. */
	@GetMapping("/{id}")
	ResponseEntity<ReportRun> one(@PathVariable ReportRunId id) {
		return ResponseEntity.ok(asked.own(id));
	}

	/** The report, once it is made. */
	@GetMapping(path = "/{id}/file", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE, FileFormat.SPREADSHEET, FileFormat.TEXT_CSV,
			MediaType.APPLICATION_JSON_VALUE})
	ResponseEntity<byte[]> file(@PathVariable ReportRunId id) {
		return asked.file(id);
	}
}
