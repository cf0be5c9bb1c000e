package nl.ontwikkelagenda.app.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.membership.PersonForm;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.person.RegisteredPerson;
import nl.ontwikkelagenda.app.person.Restriction;
import nl.ontwikkelagenda.app.person.Upkeep;
import nl.ontwikkelagenda.app.personaldata.PersonalData.NamedIn;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is recorded about the reader, to look at and to take along. */
@Controller
@WithoutAsOf("Wat over u is vastgelegd, is er alleen zoals het nu is; laat asOf weg.")
class PersonalDataPage {

	private static final int LATEST = 25;
	/** What a thing is called, in the order in which is looked for it. */
	private static final List<String> TITLES = List.of("title", "name", "subject", "question", "word", "words", "text", "rule", "reason");

	private final EverythingAbout everything;
	private final AccessRecorder recorder;
	private final People people;
	private final Upkeep upkeep;
	private final Forms forms;
	private final Documents documents;
	private final Dutch dutch;

	PersonalDataPage(EverythingAbout everything, AccessRecorder recorder, People people, Upkeep upkeep, Forms forms, Documents documents, Dutch dutch) {
		this.recorder = recorder;
		this.people = people;
		this.upkeep = upkeep;
		this.forms = forms;
		this.everything = everything;
		this.documents = documents;
		this.dutch = dutch;
	}

	@GetMapping("/mijn-gegevens")
	ModelAndView mine() {
		PersonalData data = everything.person(Caller.required().personId());
		// his own list of rights has no name; the rights of each partnership stand beside it
		Map<String, List<String>> named = data.documents().stream().filter(document -> !document.id().equals(data.personId().toString()))
				.collect(Collectors.groupingBy(document -> label(document.kind()), TreeMap::new, Collectors.mapping(this::title, Collectors.toList())));
		return new ModelAndView("mijn-gegevens").addObject("data", data).addObject("named", named)
				.addObject("latest", data.facts().reversed().stream().limit(LATEST).toList()).addObject("dutch", dutch).addObject("me", me())
				.addObject("grounds", Choice.all(Restriction.Ground.class));
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

	private String title(NamedIn document) {
		Map<String, Object> content = document.content();
		return TITLES.stream().map(content::get).filter(Objects::nonNull).map(Object::toString).findFirst().or(() -> titleOfWhole(content)).orElse(document.id());
	}

	/** What it is a part of. */
	private Optional<String> titleOfWhole(Map<String, Object> content) {
		return Stream.of(found(ReadModels.COMMUNITIES, content.get("communityId")).map(community -> community.title()),
				found(ReadModels.MEETINGS, content.get("meetingId")).map(meeting -> meeting.title()),
				found(ReadModels.BODIES, content.get("bodyId")).map(body -> body.name()),
				found(ReadModels.ACTIONS, content.get("actionId")).map(action -> action.title()),
				found(ReadModels.PRIORITY_ROUNDS, content.get("priorityRoundId")).map(round -> round.title()),
				found(ReadModels.PARTNERSHIPS, content.get("partnershipId")).map(partnership -> partnership.name())).flatMap(Optional::stream).findFirst();
	}

	private <D> Optional<D> found(ReadModel<D, ?> view, @Nullable Object id) {
		return id == null ? Optional.empty() : documents.find(view, id.toString(), AsOf.NOW).map(stored -> stored.document());
	}

	private static String label(String kind) {
		return switch (kind) {
			case "rights", "holders" -> "Rechten";
			case "mandates" -> "Mandaten";
			case "seats" -> "Zetels in overlegorganen";
			case "departures" -> "Vertrek";
			case "stakeholders" -> "Aandeelhouder van programma's";
			case "enrolments", "communities" -> "Deelname aan communities";
			case "insights" -> "Inzichten die u deelde";
			case "reflection-rounds" -> "Reflecties waarvoor u gevraagd bent";
			case "meetings" -> "Bijeenkomsten: aanwezigheid en bezwaren";
			case "invitations" -> "Uitnodigingen";
			case "groups" -> "Groepen in bijeenkomsten";
			case "actions" -> "Acties en toezeggingen";
			case "participants", "calls" -> "Deelname aan oproepen";
			case "comments", "remarks", "questions", "ideas", "themes" -> "Wat u inbracht";
			case "ballots" -> "Uw stippen";
			case "barriers" -> "Belemmeringen die u oppakte";
			default -> "Overig";
		};
	}
}
