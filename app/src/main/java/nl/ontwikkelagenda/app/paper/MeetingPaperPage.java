package nl.ontwikkelagenda.app.paper;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.app.exchange.PaperFile;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a meeting as over the API, for who is logged in here. */
@Controller
class MeetingPaperPage {

	private final MeetingPapers papers;

	MeetingPaperPage(MeetingPapers papers) {
		this.papers = papers;
	}

	@GetMapping("/bijeenkomsten/{id}/agenda.{ending}")
	ResponseEntity<PaperFile> agenda(@PathVariable MeetingId id, @PathVariable String ending) {
		return PaperAnswer.as(ending, papers.agenda(id));
	}

	@GetMapping("/bijeenkomsten/{id}/verslag.{ending}")
	ResponseEntity<PaperFile> minutes(@PathVariable MeetingId id, @PathVariable String ending) {
		return PaperAnswer.as(ending, papers.minutes(id));
	}
}
