package nl.ontwikkelagenda.app.reporting;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody watches how far his report is, and fetches it. It loads itself again until the report is made; no script is needed. */
@Controller
@RequestMapping("/voortgang/maken")
class ReportRunPage {

	private static final String REFRESH_SECONDS = "2";

	private final ReportsAsked asked;
	private final ReportQuestions questions;
	private final Moments moments;

	ReportRunPage(ReportsAsked asked, ReportQuestions questions, Moments moments) {
		this.asked = asked;
		this.questions = questions;
		this.moments = moments;
	}

	@PostMapping
	String ask(@RequestParam(required = false) @Nullable ReportId reportId, @RequestParam ReportSubject.Kind kind, @RequestParam UUID subjectId,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
			@RequestParam(required = false) @Nullable String asOf, @RequestParam(required = false) @Nullable ReportId comparedWith, @RequestParam ReportFormat format) {
		ReportSubject subject = reportId == null ? new ReportSubject(kind, subjectId) : null;
		ReportAsked about = ReportAsked.of(reportId, subject, null, from, to, comparedWith);
		ReportRunId id = new ReportRunId(Ids.next());
		asked.ask(id, questions.of(about, moments.read("asOf", asOf, moments.now())), format);
		return "redirect:/voortgang/maken/" + id;
	}

	@GetMapping("/{id}")
	String watch(@PathVariable ReportRunId id, Model model, HttpServletResponse response) {
		ReportRun run = asked.own(id);
		if (!run.state().isOver()) {
			response.setHeader("Refresh", REFRESH_SECONDS);
		}
		model.addAttribute("run", run).addAttribute("field", ReportAsked.field(run.subject().kind()));
		return "voortgang-maken";
	}

	@GetMapping("/{id}/bestand")
	ResponseEntity<byte[]> file(@PathVariable ReportRunId id) {
		return asked.file(id);
	}
}
