package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.reporting.VisibleReports;
import nl.ontwikkelagenda.app.rest.InvalidInput;
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
	private final Today today;
	private final Dutch dutch;
	private final Comparisons comparisons;

	ProgressPage(VisibleReports reports, Documents documents, People people, Today today, Dutch dutch, Comparisons comparisons) {
		this.reports = reports;
		this.documents = documents;
		this.people = people;
		this.today = today;
		this.dutch = dutch;
		this.comparisons = comparisons;
	}

	@GetMapping("/voortgang")
	String progress(@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(name = "asOf", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since, Model model) {
		LocalDate now = today.date();
		LocalDate onDay = today.or(day);
		if (onDay.isAfter(now)) {
			throw new InvalidInput("asOf", "Deze dag ligt in de toekomst; kies een dag tot en met vandaag.");
		}
		boolean past = onDay.isBefore(now);
		AsOf asOf = past ? documents.asOf(Today.endOf(onDay)) : AsOf.NOW;
		ProgressReport report = reports.of(new VisibleReports.Subject(meetingId, agendaId, partnershipId), asOf, onDay);
		List<PartnershipView.Organisation> organisations = documents.find(ReadModels.PARTNERSHIPS, report.subject().partnershipId().toString(), asOf)
				.map(found -> found.document().organisations()).orElse(List.of());
		model.addAttribute("report", report).addAttribute("past", past).addAttribute("today", now).addAttribute("dutch", dutch).addAttribute("names",
				new Names(people, organisations, report.actions().stream().flatMap(action -> action.promises().stream()).map(promise -> promise.owner()).toList()));
		Subject subject = new Subject(Subject.Kind.valueOf(report.subject().kind().name()), report.subject().id());
		Map<String, Object> hidden = new LinkedHashMap<>(Map.of(dutch.field(report.subject().kind()), report.subject().id()));
		if (past) {
			hidden.put("asOf", onDay);
		}
		model.addAttribute("hidden", hidden).addAttribute("comparison", since == null ? null : comparisons.of(subject, since, asOf, onDay));
		return "voortgang";
	}
}
