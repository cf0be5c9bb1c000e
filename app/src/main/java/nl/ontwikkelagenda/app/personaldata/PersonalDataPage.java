package nl.ontwikkelagenda.app.personaldata;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.membership.PersonForm;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.person.RegisteredPerson;
import nl.ontwikkelagenda.app.person.Restriction;
import nl.ontwikkelagenda.app.person.Upkeep;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is recorded about the reader, to look at and to take along. */
@Controller
@WithoutAsOf("Wat over u is vastgelegd, is er alleen zoals het nu is; laat asOf weg.")
class PersonalDataPage {

	private static final String REFRESH_SECONDS = "1";
	/** What the page begins with: who he is and what he set. */
	private static final Set<String> HIS_OWN = Set.of("person", "account", "accessToken", "preference", "calendarFeed", "changeFeed", "webhook", "reminder");

	private final EverythingAbout everything;
	private final Lookups lookups;
	private final AccessRecorder recorder;
	private final People people;
	private final Upkeep upkeep;
	private final Forms forms;
	private final PersonalDataWords words;
	private final PersonalDataPaper paper;
	private final Dutch dutch;

	PersonalDataPage(EverythingAbout everything, Lookups lookups, AccessRecorder recorder, People people, Upkeep upkeep, Forms forms, PersonalDataWords words,
			PersonalDataPaper paper, Dutch dutch) {
		this.lookups = lookups;
		this.recorder = recorder;
		this.people = people;
		this.upkeep = upkeep;
		this.forms = forms;
		this.everything = everything;
		this.words = words;
		this.paper = paper;
		this.dutch = dutch;
	}

	@GetMapping("/mijn-gegevens")
	ModelAndView mine() {
		return new ModelAndView("mijn-gegevens").addObject("registers", everything.registers(Caller.required().personId(), HIS_OWN)).addObject("me", me())
				.addObject("grounds", Choice.all(Restriction.Ground.class));
	}

	/** While it is being looked up, the page asks again by itself. */
	@GetMapping("/mijn-gegevens/alles")
	ModelAndView all(HttpServletResponse response) {
		Lookups.Progress progress = lookups.of(Caller.required().personId());
		if (progress.found() == null) {
			response.setHeader("Refresh", REFRESH_SECONDS);
		}
		return new ModelAndView("mijn-gegevens-alles").addObject("data", progress.found()).addObject("step", progress.step().name()).addObject("words", words)
				.addObject("dutch", dutch);
	}

	@PostMapping("/mijn-gegevens/verbetering")
	ModelAndView correct(@RequestParam MultiValueMap<String, String> typed) {
		RegisteredPerson me = me();
		Form form = forms.read("verbeter", typed);
		return forms.keep(form, () -> {
			Person changed = PersonForm.read(form, me.personId(), me.organisationId());
			if (!form.isWrong()) {
				upkeep.correct(changed, Caller.required().personId());
			}
		}, "/mijn-gegevens#register", this::mine);
	}

	@PostMapping("/mijn-gegevens/beperking")
	ModelAndView restrict(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("beperk", typed);
		return forms.keep(form, () -> {
			Restriction.Ground ground = form.choice("ground", Restriction.Ground.class);
			if (!form.isWrong()) {
				upkeep.restrict(me().personId(), ground, Caller.required().personId());
			}
		}, "/mijn-gegevens#beperking", this::mine);
	}

	@PostMapping("/mijn-gegevens/beperking/opheffen")
	ModelAndView release(@RequestParam MultiValueMap<String, String> typed) {
		return forms.keep(forms.read("hef-op", typed), () -> upkeep.release(me().personId(), Caller.required().personId()), "/mijn-gegevens#beperking", this::mine);
	}

	private RegisteredPerson me() {
		return people.registered(Caller.required().personId()).orElseThrow(NotFound::new);
	}

	@GetMapping(path = "/mijn-gegevens/gegevens.json", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PersonalData> download(HttpServletRequest request) {
		recorder.exported(request, Kind.OWN_DATA_EXPORTED);
		return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("mijn-gegevens.json").build().toString())
				.cacheControl(CacheControl.noStore()).body(everything.person(Caller.required().personId()));
	}

	@GetMapping("/mijn-gegevens/gegevens.{ending:pdf|docx}")
	ResponseEntity<PaperFile> paper(@PathVariable String ending, HttpServletRequest request) {
		recorder.exported(request, Kind.OWN_DATA_EXPORTED);
		return PaperAnswer.as(ending, ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(paper.of(Caller.required().personId())));
	}
}
