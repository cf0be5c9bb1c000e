package nl.ontwikkelagenda.app.housestyle;

import java.time.Duration;

import nl.ontwikkelagenda.agenda.partnership.Colour;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a browser takes to show a page in the style of its partnership. */
@RestController
class StyleController {

	private static final Duration A_YEAR = Duration.ofDays(365);
	private static final Duration AN_HOUR = Duration.ofHours(1);

	private final HouseStyles styles;
	private final Documents documents;
	private final Readers readers;

	StyleController(HouseStyles styles, Documents documents, Readers readers) {
		this.styles = styles;
		this.documents = documents;
		this.readers = readers;
	}

	static String stylesheet(String colour) {
		return "/huisstijl/" + colour.substring(1) + ".css";
	}

	static String logoPath(PartnershipId partnership) {
		return "/huisstijl/" + partnership + "/logo";
	}

	/** The tones of a colour, which are the same whoever asks. */
	@GetMapping(path = "/huisstijl/{colour:[0-9a-f]{6}}.css", produces = "text/css")
	ResponseEntity<String> tones(@PathVariable String colour) {
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable()).body(Tones.of(new Colour("#" + colour)).stylesheet());
	}

	@GetMapping("/huisstijl/{id}/logo")
	ResponseEntity<byte[]> logo(@PathVariable PartnershipId id) {
		readers.check(ReadModels.PARTNERSHIPS, id.toString());
		HouseStyle.Logo logo = documents.find(ReadModels.PARTNERSHIPS, id.toString(), AsOf.NOW).map(found -> styles.of(found.document()).logo()).orElseThrow(NotFound::new);
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(logo.mediaType())).cacheControl(CacheControl.maxAge(AN_HOUR).cachePrivate()).body(logo.content());
	}
}
