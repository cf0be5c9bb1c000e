package nl.ontwikkelagenda.app.registration;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.security.Limits;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where anybody registers as stakeholder of a programme, without an account: the form, and the page that the mailed link leads to. That page asks once more, as some mail programs
 * open every link. Whatever is known about an address, the answer is the same.
 */
@Controller
@RequestMapping("/aanmelden")
@WithoutAsOf("Aanmelden gaat over nu; laat asOf weg.")
class RegistrationPage {

	/** Path before the secret of a mailed link. */
	static final String CONFIRMATION = "/aanmelden/bevestiging/";

	private final Registrations registrations;
	private final Documents documents;
	private final Postman postman;
	private final Limits limits;
	private final Dutch dutch;

	RegistrationPage(Registrations registrations, Documents documents, Postman postman, Limits limits, Dutch dutch) {
		this.registrations = registrations;
		this.documents = documents;
		this.postman = postman;
		this.limits = limits;
		this.dutch = dutch;
	}

	/** The form of a programme; without one, the programmes to choose from. */
	@GetMapping
	ModelAndView form(@RequestParam(required = false) @Nullable PartnershipId programma, @RequestParam(required = false) @Nullable String verzonden) {
		if (programma == null) {
			List<PartnershipView> programmes = documents.all(ReadModels.PARTNERSHIPS, Map.of("kind", PartnershipKind.PROGRAMME.name()), AsOf.NOW);
			return new ModelAndView("aanmelden-waar").addObject("programmes", programmes);
		}
		return form(programme(programma), RegistrationForm.EMPTY, Map.of()).addObject("sent", verzonden != null);
	}

	@PostMapping
	ModelAndView register(@RequestParam PartnershipId programma, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String email,
			@RequestParam(defaultValue = "") String function, @RequestParam(defaultValue = "") String organisation, @RequestParam(defaultValue = "") String sector,
			@RequestParam(defaultValue = "") String perspective, HttpServletRequest request) {
		PartnershipView programme = programme(programma);
		RegistrationForm form = new RegistrationForm(name, email, function, organisation, sector, perspective);
		Map<String, String> faults = form.faults(present(programme));
		if (!faults.isEmpty() || !postman.works()) {
			ModelAndView again = form(programme, form, faults);
			again.setStatus(faults.isEmpty() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST);
			return again;
		}
		limits.checkRegistration(request.getRemoteAddr());
		Registration registration = form.registration(programma, present(programme));
		if (limits.mayMailConfirmation(registration.email())) {
			registrations.open(registration, programme.name());
		}
		return new ModelAndView("redirect:/aanmelden?verzonden&programma=" + programma);
	}

	@GetMapping("/bevestiging/{secret}")
	ModelAndView ask(@PathVariable String secret) {
		return registrations.byLink(secret)
				.map(registration -> confirmation("ask", HttpStatus.OK).addObject("programme", programme(registration.partnershipId()).name()).addObject("secret", secret))
				.orElseGet(RegistrationPage::tooLate);
	}

	@PostMapping("/bevestiging/{secret}")
	ModelAndView confirm(@PathVariable String secret) {
		return registrations.confirm(secret) ? new ModelAndView("redirect:/aanmelden/bevestigd") : tooLate();
	}

	@GetMapping("/bevestigd")
	ModelAndView confirmed() {
		return confirmation("done", HttpStatus.OK);
	}

	private ModelAndView form(PartnershipView programme, RegistrationForm form, Map<String, String> faults) {
		return new ModelAndView("aanmelden").addObject("programme", programme).addObject("organisations", present(programme)).addObject("form", form).addObject("faults", faults)
				.addObject("sectors", Sector.values()).addObject("perspectives", Perspective.values()).addObject("dutch", dutch).addObject("possible", postman.works())
				.addObject("sent", false);
	}

	/** @throws NotFound there is none, or it is no programme: only those are for everybody */
	private PartnershipView programme(PartnershipId id) {
		return documents.find(ReadModels.PARTNERSHIPS, id.toString(), AsOf.NOW).map(Stored::document).filter(partnership -> partnership.kind() == PartnershipKind.PROGRAMME)
				.orElseThrow(NotFound::new);
	}

	private static List<Organisation> present(PartnershipView programme) {
		return programme.organisations().stream().filter(organisation -> organisation.leftOn() == null).toList();
	}

	private static ModelAndView tooLate() {
		return confirmation("late", HttpStatus.GONE);
	}

	private static ModelAndView confirmation(String step, HttpStatus status) {
		ModelAndView page = new ModelAndView("aanmelden-bevestiging").addObject("step", step);
		page.setStatus(status);
		return page;
	}
}
