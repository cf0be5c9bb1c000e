package nl.ontwikkelagenda.app.paper;

import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper of the API as a page gives it: in the format that the end of its address names. */
public final class PaperAnswer {

	private PaperAnswer() {
	}

	/** @throws NotFound when there is no format with this ending */
	public static ResponseEntity<PaperFile> as(String ending, ResponseEntity<PaperFile> paper) {
		PaperFormat format = PaperFormat.withEnding(ending).orElseThrow(NotFound::new);
		return ResponseEntity.ok().headers(paper.getHeaders()).contentType(MediaType.valueOf(format.mediaType())).body(paper.getBody());
	}
}
