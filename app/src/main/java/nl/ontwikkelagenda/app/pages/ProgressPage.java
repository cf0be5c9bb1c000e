package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.reporting.VisibleReports;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of a meeting, an agenda or a partnership, on one page, today or as it was known on an earlier day. */
@Controller
class ProgressPage {

	private final VisibleReports reports;
	private final Documents documents;
	private final People people;
	private final LookingBack lookingBack;
	private final Dutch dutch;

	ProgressPage(VisibleReports reports, Documents documents, People people, LookingBack lookingBack, Dutch dutch) {
		this.reports = reports;
		this.documents = documents;
		this.people = people;
		this.lookingBack = lookingBack;
		this.dutch = dutch;
	}

	@GetMapping("/voortgang")
	String progress(@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(name = "asOf", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day, Model model) {
		LookingBack.Moment moment = lookingBack.to(day);
		AsOf asOf = moment.asOf();
		ProgressReport report = reports.of(new VisibleReports.Subject(meetingId, agendaId, partnershipId), asOf, moment.onDay());
		List<PartnershipView.Organisation> organisations = documents.find(ReadModels.PARTNERSHIPS, report.subject().partnershipId().toString(), asOf)
				.map(found -> found.document().organisations()).orElse(List.of());
		model.addAttribute("report", report).addAttribute("dutch", dutch).addAttribute("names",
				new Names(people, organisations, report.actions().stream().flatMap(action -> action.promises().stream()).map(promise -> promise.owner()).toList()));
		moment.addTo(model);
		return "voortgang";
	}
}
