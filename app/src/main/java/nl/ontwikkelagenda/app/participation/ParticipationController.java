package nl.ontwikkelagenda.app.participation;

import java.util.List;

import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.cop.community.EnrolmentId;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
@MayRead(anyone = true)
class ParticipationController {

	private final Participations participations;
	private final Certificates certificates;
	private final Moments moments;
	private final Oneself oneself;

	ParticipationController(Participations participations, Certificates certificates, Moments moments, Oneself oneself) {
		this.participations = participations;
		this.certificates = certificates;
		this.moments = moments;
		this.oneself = oneself;
	}

	/** The communities that the caller takes part in, waits for, was invited to or left; all of them, latest change first. */
	@GetMapping("/people/me/participations")
	ResponseEntity<Listed<Participation>> mine() {
		List<Participation> mine = participations.of(oneself.ids(), moments.asOf());
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new Listed<>(mine, 1, Math.max(1, mine.size()), mine.size()));
	}

	/** Not found until participation was certified. For the participant himself, and for secretary and project lead. */
	@GetMapping(path = "/enrolments/{id}/certificate", produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> certificate(@PathVariable EnrolmentId id) {
		return Certificates.download(certificates.of(id, moments.asOf()), moments.contentLocation());
	}
}
