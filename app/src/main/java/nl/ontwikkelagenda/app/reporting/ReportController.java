package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Hidden;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.Pictures;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.progress.Fact;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Progress reports, on the spot or as they were kept, and the facts behind their numbers. */
@RestController
@RequestMapping(Api.BASE + "/reports/progress")
@MayRead(anyone = true)
class ReportController {

	private final ProgressReports reports;
	private final ReportQuestions questions;
	private final ReportSheets sheets;
	private final ReportPapers papers;
	private final Moments moments;

	ReportController(ProgressReports reports, ReportQuestions questions, ReportSheets sheets, ReportPapers papers, Moments moments) {
		this.reports = reports;
		this.questions = questions;
		this.sheets = sheets;
		this.papers = papers;
		this.moments = moments;
	}

	/**
	 * What came of one subject: a partnership, agenda, theme, table, community or meeting; or what a kept report says.
	 *
	 * @param period       in words: a month ({@code september 2018}), school quarter ({@code 1e kwartaal 2018-2019}) or school year ({@code 2018-2019}), or {@code vorige maand}
	 *                     and the like; absent for everything so far
	 * @param from         first day of the period, in place of words
	 * @param to           last day of the period
	 * @param comparedWith a kept report of the same subject; absent for the last one over a comparable period
	 */
	@GetMapping
	ResponseEntity<ProgressReport> report(@RequestParam(required = false) @Nullable ReportId reportId, @RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable AgendaId agendaId, @RequestParam(required = false) @Nullable ThemeId themeId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
			@RequestParam(required = false) @Nullable ReportId comparedWith) {
		return ResponseEntity.ok().headers(moments.contentLocation())
				.body(made(new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, period, from, to, comparedWith)));
	}

	/** The same as a file. */
	@Hidden
	@GetMapping(produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<ProgressReport>> file(@RequestParam(required = false) @Nullable ReportId reportId,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable ReportId comparedWith) {
		return ResponseEntity.ok().headers(moments.contentLocation()).body(
				sheets.of(made(new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, period, from, to, comparedWith))));
	}

	/** The same on paper, in the house style of the partnership. */
	@Hidden
	@GetMapping(produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> paper(@RequestParam(required = false) @Nullable ReportId reportId,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable ReportId comparedWith) {
		ReportQuestion question = questions.of(new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, period, from, to, comparedWith),
				moments.moment());
		return ResponseEntity.ok().headers(moments.contentLocation()).body(papers.of(reports.report(question).orElseThrow(NotFound::new), question.asOf()));
	}

	/** How many actions were agreed and how many of them were done, month by month, as a picture; from two months on. */
	@GetMapping(path = "/burn-up.svg", produces = Pictures.SVG)
	ResponseEntity<byte[]> burnUp(@RequestParam(required = false) @Nullable ReportId reportId, @RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable AgendaId agendaId, @RequestParam(required = false) @Nullable ThemeId themeId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
		ReportQuestion question = questions.of(new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, period, from, to, null),
				moments.moment());
		return Pictures.answer(reports.burnUp(question).orElseThrow(NotFound::new).svg(), moments.contentLocation());
	}

	/**
	 * The facts behind one number of a report: exactly as many as it counts. The number's own link asks the right question.
	 *
	 * @param figure name of the number
	 */
	@GetMapping("/facts")
	ResponseEntity<Listed<Fact>> facts(@RequestParam(required = false) @Nullable String figure, @RequestParam(required = false) @Nullable ReportId reportId,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable ReportId comparedWith,
			@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		if (figure == null) {
			throw new InvalidInput("figure", "Geef de naam van het getal waarvan u de feiten zoekt.");
		}
		ReportAsked asked = new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, period, from, to, comparedWith);
		Paging paging = Paging.read(page, pageSize);
		Fact.Facts found = reports.facts(questions.of(asked, moments.moment()), figure, paging.page(), paging.pageSize())
				.orElseThrow(() -> new InvalidInput("figure", "Dit verslag heeft geen getal met deze naam."));
		HttpHeaders headers = moments.contentLocation();
		paging.links(found.total()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(found.facts(), paging.page(), paging.pageSize(), found.total()));
	}

	private ProgressReport made(ReportAsked asked) {
		return reports.report(questions.of(asked, moments.moment())).orElseThrow(NotFound::new);
	}
}
