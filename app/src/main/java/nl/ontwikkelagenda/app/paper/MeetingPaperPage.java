package nl.ontwikkelagenda.app.paper;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.springframework.http.MediaType;
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
		return as(ending, papers.agenda(id));
	}

	@GetMapping("/bijeenkomsten/{id}/verslag.{ending}")
	ResponseEntity<PaperFile> minutes(@PathVariable MeetingId id, @PathVariable String ending) {
		return as(ending, papers.minutes(id));
	}

	private static ResponseEntity<PaperFile> as(String ending, ResponseEntity<PaperFile> paper) {
		PaperFormat format = PaperFormat.withEnding(ending).orElseThrow(NotFound::new);
		return ResponseEntity.ok().headers(paper.getHeaders()).contentType(MediaType.valueOf(format.mediaType())).body(paper.getBody());
	}
}
