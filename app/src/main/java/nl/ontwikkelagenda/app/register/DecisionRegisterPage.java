package nl.ontwikkelagenda.app.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionRegisterView;
import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.agenda.DecisionLines;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.paper.ListPapers;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.SheetAnswer;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The decisions that somebody may see, filtered and page by page, as files to take along, and the form in which one is taken outside a meeting. */
@Controller
@RequestMapping("/besluiten")
class DecisionRegisterPage {

	private static final int PAGE = 25;
	private static final int MOST = 500;
	private static final int TITLE = 200;
	private static final int WORDS = 4_000;
	private static final int LONGEST_SEARCH = 200;
	private static final List<String> LATEST_FIRST = List.of("-decidedOn", "-serial");

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final DecisionLines lines;
	private final ListPapers papers;

	DecisionRegisterPage(Reading.Desk desk, Readers readers, Forms forms, DecisionLines lines, ListPapers papers) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.lines = lines;
		this.papers = papers;
	}

	/** What is asked of the register; null where it does not matter. */
	public record Asked(@Nullable PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable Integer year, @Nullable DecisionStatus status, @Nullable String q,
			@Nullable LocalDate asOf, int page) {

		private static final Asked EVERYTHING = new Asked(null, null, null, null, null, null, 1);

		/** @throws InvalidInput naming every field that is wrong */
		static Asked read(Form form) {
			FreeText words = form.lineOrNone("q", LONGEST_SEARCH);
			DecisionStatus status = form.typed("status").isBlank() ? null : form.choice("status", DecisionStatus.class);
			Asked asked = new Asked(form.idOrNone("partnershipId", PartnershipId::new), form.idOrNone("bodyId", BodyId::new), form.numberOrNone("year"), status,
					FreeText.wordsOf(words), form.dayOrNone("asOf"), Objects.requireNonNullElse(form.numberOrNone("page"), 1));
			form.mustBeRight();
			return asked;
		}

		List<Condition> conditions() {
			List<Condition> all = new ArrayList<>();
			fields().forEach((field, value) -> all.add(new Is(field, value.toString())));
			return all;
		}

		/** The partnership that was chosen, if one was. */
		List<Condition> within() {
			return partnershipId == null ? List.of() : List.of(new Is("partnershipId", partnershipId.toString()));
		}

		private Map<String, Object> fields() {
			Map<String, Object> fields = new LinkedHashMap<>();
			if (partnershipId != null) {
				fields.put("partnershipId", partnershipId);
			}
			if (bodyId != null) {
				fields.put("bodyId", bodyId);
			}
			if (year != null) {
				fields.put("year", year);
			}
			if (status != null) {
				fields.put("status", status);
			}
			return fields;
		}

		/** The same question in an address. */
		public String address(String path) {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
			fields().forEach(address::queryParam);
			if (q != null) {
				address.queryParam("q", "{q}");
			}
			if (asOf != null) {
				address.queryParam("asOf", asOf);
			}
			return q == null ? address.build().toUriString() : address.encode().build(q).toString();
		}
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> typed) {
		return list(Asked.read(forms.read("filter", typed)));
	}

	private ModelAndView list(Asked asked) {
		Reading reading = desk.anything(asked.asOf());
		Set<PartnershipId> visible = visible(asked);
		Page<DecisionView> found = reading.page(ReadModels.DECISIONS, asked.conditions(), asked.q(), LATEST_FIRST, asked.page(), PAGE, visible);
		List<DecisionView> decisions = found.items().stream().map(Stored::document).toList();
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		List<DecisionRegisterView> registers = reading.items(ReadModels.DECISION_REGISTERS, asked.within(), null, List.of("-year"), 1, MOST, visible).stream()
				.map(Stored::document).toList();
		Map<String, BodyView> bodies = reading.byId(ReadModels.BODIES,
				Stream.concat(registers.stream().map(DecisionRegisterView::bodyId), decisions.stream().map(DecisionView::bodyId)).distinct().toList());
		Set<String> deciding = reading.moment().past() ? Set.of() : deciding(partnerships);
		Condition there = new OneOf("partnershipId", deciding);
		return new ModelAndView("besluiten").addObject("asked", asked).addObject("decisions", decisions).addObject("total", found.total())
				.addObject("more", found.total() > (long) asked.page() * PAGE).addObject("partnerships", partnerships)
				.addObject("years", registers.stream().map(DecisionRegisterView::year).distinct().toList())
				.addObject("listed", listed(asked, registers)).addObject("bodies", bodies.values().stream().sorted(Comparator.comparing(BodyView::name)).toList())
				.addObject("names", bodies)
				.addObject("statuses", DecisionStatus.values())
				.addObject("say",
						reading.speech(partnerships).meet(Stream.of(), decisions.stream().flatMap(decision -> Stream.of(decision.title(), decision.text()))))
				.addObject("deciding",
						deciding.isEmpty() ? List.of() : reading.first(MOST, ReadModels.BODIES, "name", there, new Is("status", BodyView.Status.ESTABLISHED.name())))
				.addObject("places", deciding.isEmpty() ? Taken.Places.NONE : Taken.Places.of(there, reading)).addAllObjects(reading.moment().attributes());
	}

	/** As over the API, for who is logged in here. */
	@GetMapping("/bestand")
	ResponseEntity<SheetFile<DecisionView>> file(@RequestParam MultiValueMap<String, String> typed, @RequestParam String format) {
		Asked asked = Asked.read(forms.read("filter", typed));
		Reading reading = desk.anything(asked.asOf());
		return SheetAnswer.as(format, lines.file(reading.parts(ReadModels.DECISIONS, asked.conditions(), asked.q(), LATEST_FIRST, visible(asked)), reading.asOf()));
	}

	/** The decision list of a body, of one year. */
	@GetMapping("/besluitenlijst.{ending}")
	ResponseEntity<PaperFile> paper(@PathVariable String ending, @RequestParam BodyId bodyId, @RequestParam(required = false) @Nullable Integer year) {
		return PaperAnswer.as(ending, papers.decisions(bodyId, year));
	}

	@PostMapping
	ModelAndView take(@RequestParam MultiValueMap<String, String> typed) {
		Form read = forms.read("besluit", typed);
		Taken taken = Taken.read(read, desk);
		DecisionId id = taken.decisionId();
		return forms.send(read, form -> {
			BodyId body = form.id("bodyId", BodyId::new);
			PartnershipId partnership = form.isWrong() ? new PartnershipId(body.value()) : desk.about(ReadModels.BODIES, body, null).one(ReadModels.BODIES, body).partnershipId();
			return new TakeDecision(partnership, body, id, form.line("title", TITLE), form.textOrNone("text", WORDS), form.dayOrToday("decidedOn"),
					taken.meetingId(), taken.outcomeId(), form.dayOrNone("reviewOn"), null, null);
		}, "/besluiten/" + id, () -> list(Asked.EVERYTHING));
	}

	/** @throws NotFound when he asks for a partnership or body that he may not see */
	private Set<PartnershipId> visible(Asked asked) {
		if (asked.partnershipId() != null) {
			readers.check(ReadModels.DECISIONS, asked.partnershipId());
		}
		if (asked.bodyId() != null) {
			readers.check(ReadModels.BODIES, asked.bodyId().toString());
		}
		return new HashSet<>(readers.partnerships(ReadModels.DECISIONS));
	}

	/** The year of the decision list that is offered: the one that was chosen, else the last in which the body decided; null when there is no list. */
	private static @Nullable Integer listed(Asked asked, List<DecisionRegisterView> registers) {
		return asked.year() != null
				? asked.year()
				: registers.stream().filter(register -> register.bodyId().equals(asked.bodyId())).map(DecisionRegisterView::year).findFirst().orElse(null);
	}

	/** Partnerships of which the reader may record decisions. */
	private Set<String> deciding(List<PartnershipView> partnerships) {
		return partnerships.stream().map(PartnershipView::partnershipId).filter(id -> forms.powers(id).may(TakeDecision.class)).map(PartnershipId::toString)
				.collect(Collectors.toSet());
	}
}
