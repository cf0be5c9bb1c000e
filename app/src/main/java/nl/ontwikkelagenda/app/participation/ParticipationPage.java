package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.cop.community.EnrolmentId;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's own part in communities, on one page. */
@Controller
class ParticipationPage {

	private final Participations participations;
	private final Certificates certificates;
	private final Dutch dutch;
	private final Comparisons comparisons;
	private final LookingBack lookingBack;
	private final Oneself oneself;

	ParticipationPage(Participations participations, Certificates certificates, Dutch dutch, Comparisons comparisons, LookingBack lookingBack, Oneself oneself) {
		this.participations = participations;
		this.certificates = certificates;
		this.dutch = dutch;
		this.comparisons = comparisons;
		this.lookingBack = lookingBack;
		this.oneself = oneself;
	}

	@GetMapping("/deelname")
	String mine(@RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since, Model model) {
		PersonId reader = Caller.required().personId();
		LookingBack.Moment moment = lookingBack.to(asOf);
		model.addAttribute("participations", participations.of(oneself.ids(), moment.asOf())).addAttribute("dutch", dutch).addAllAttributes(moment.attributes())
				.addAttribute("hidden", moment.past() ? Map.of("asOf", moment.onDay()) : Map.of())
				.addAttribute("comparison", since == null ? null : comparisons.of(new Subject(Subject.Kind.PERSON, reader.value()), since, moment.asOf(), moment.onDay()));
		return "deelname";
	}

	/** As over the API, for who is logged in here. */
	@GetMapping(path = "/deelname/{id}/bewijs.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> certificate(@PathVariable EnrolmentId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		return Certificates.download(certificates.of(id, lookingBack.to(asOf).asOf()), new HttpHeaders());
	}
}
