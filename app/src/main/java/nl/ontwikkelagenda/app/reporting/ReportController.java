package nl.ontwikkelagenda.app.reporting;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/reports")
class ReportController {

	private final VisibleReports reports;
	private final Moments moments;

	ReportController(VisibleReports reports, Moments moments) {
		this.reports = reports;
		this.moments = moments;
	}

	/** What came of one meeting, agenda or partnership: exactly one of the three. */
	@GetMapping("/progress")
	@MayRead(anyone = true)
	ResponseEntity<ProgressReport> progress(@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId) {
		ProgressReport report = reports.of(new VisibleReports.Subject(meetingId, agendaId, partnershipId), moments.asOf(), moments.day());
		return ResponseEntity.ok().headers(moments.contentLocation()).body(report);
	}
}
