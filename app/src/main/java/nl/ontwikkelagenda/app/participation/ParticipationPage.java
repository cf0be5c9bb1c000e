package nl.ontwikkelagenda.app.participation;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The reader's own part in communities, on one page. */
@Controller
class ParticipationPage {

	private final Participations participations;
	private final Certificates certificates;
	private final Dutch dutch;

	ParticipationPage(Participations participations, Certificates certificates, Dutch dutch) {
		this.participations = participations;
		this.certificates = certificates;
		this.dutch = dutch;
	}

	@GetMapping("/deelname")
	String mine(Model model) {
		model.addAttribute("participations", participations.of(Caller.required().personId(), AsOf.NOW)).addAttribute("dutch", dutch);
		return "deelname";
	}

	/** As over the API, for who is logged in here. */
	@GetMapping(path = "/deelname/{id}/bewijs.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> certificate(@PathVariable EnrolmentId id) {
		return Certificates.download(certificates.of(id, AsOf.NOW), new HttpHeaders());
	}
}
