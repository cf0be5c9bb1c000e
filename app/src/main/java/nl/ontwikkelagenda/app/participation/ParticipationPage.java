package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
	private final Documents documents;
	private final Today today;

	ParticipationPage(Participations participations, Certificates certificates, Dutch dutch, Comparisons comparisons, Documents documents, Today today) {
		this.participations = participations;
		this.certificates = certificates;
		this.dutch = dutch;
		this.comparisons = comparisons;
		this.documents = documents;
		this.today = today;
	}

	@GetMapping("/deelname")
	String mine(@RequestParam(name = "asOf", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since, Model model) {
		PersonId reader = Caller.required().personId();
		LocalDate now = today.date();
		LocalDate onDay = today.or(day);
		if (onDay.isAfter(now)) {
			throw new InvalidInput("asOf", "Deze dag ligt in de toekomst; kies een dag tot en met vandaag.");
		}
		AsOf asOf = onDay.isBefore(now) ? documents.asOf(Today.endOf(onDay)) : AsOf.NOW;
		model.addAttribute("participations", participations.of(reader, asOf)).addAttribute("dutch", dutch).addAttribute("past", onDay.isBefore(now)).addAttribute("onDay", onDay)
				.addAttribute("today", now).addAttribute("hidden", onDay.isBefore(now) ? Map.of("asOf", onDay) : Map.of())
				.addAttribute("comparison", since == null ? null : comparisons.of(new Subject(Subject.Kind.PERSON, reader.value()), since, asOf, onDay));
		return "deelname";
	}

	/** As over the API, for who is logged in here. */
	@GetMapping(path = "/deelname/{id}/bewijs.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> certificate(@PathVariable EnrolmentId id) {
		return Certificates.download(certificates.of(id, AsOf.NOW), new HttpHeaders());
	}
}
