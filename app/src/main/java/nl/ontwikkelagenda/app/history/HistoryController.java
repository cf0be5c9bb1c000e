package nl.ontwikkelagenda.app.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.audit.EventId;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.history.Entitled.RegionReader;
import nl.ontwikkelagenda.app.history.Histories.Life;
import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.reporting.AnyId;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of any decision, table, advice note, agenda, theme, meeting, action or other thing, fact by fact. */
@RestController
@RequestMapping(Api.BASE + "/histories")
@MayRead(anyone = true)
@WithoutAsOf("De geschiedenis heeft alle feiten tot nu; vraag een deel ervan met from en until; laat asOf weg.")
class HistoryController {

	private static final int USUAL = 20;
	private static final int MOST = 100;

	private final Histories histories;
	private final HistoryRows rows;
	private final HistoryPaper paper;
	private final People people;

	HistoryController(Histories histories, HistoryRows rows, HistoryPaper paper, People people) {
		this.histories = histories;
		this.rows = rows;
		this.paper = paper;
		this.people = people;
	}

	/** @param title with its kind and with names as known now, in Dutch */
	record Named(String collection, String title) {
	}

	/**
	 * Some facts of a history, oldest first.
	 *
	 * @param things what has this id; an action and the outcome that it came from have the same
	 * @param total  facts that were asked for, on all pages
	 * @param next   address of those that follow; absent on the last
	 */
	record History(UUID id, PartnershipId partnershipId, List<Named> things, long total, List<HistoryFact> items, @Nullable String next) {
	}

	/** How the thing was, as it was kept then. */
	record State(String collection, Object document) {
	}

	/**
	 * One fact, with how the thing was after it.
	 *
	 * @param holders  who held which right in the partnership on the day of recording; empty for who may not see that
	 * @param readers  who might read there on that day through a region that takes part; as {@code holders}
	 * @param whenItHappened both on the last day on which it happened; absent when the fact does not tell, when that is the day of recording, or for who may not see it
	 * @param previous address of the fact before it in this history; absent for the first
	 * @param next     address of the fact after it; absent for the last
	 */
	record HistoryMoment(HistoryFact fact, List<State> state, List<Holder> holders, List<RegionReader> readers, @Nullable Entitled whenItHappened, @Nullable String previous,
			@Nullable String next) {
	}

	/**
	 * Facts in their order.
	 *
	 * @param personId      only recorded by this person
	 * @param from          first day of recording
	 * @param until         last day of recording
	 * @param type          only this type of event ({@code agenda.DecisionTaken})
	 * @param of            only what changed in this collection ({@code decisions})
	 * @param about         only what is about, or names, what has this id: a thing, a person or an organisation
	 * @param correlationId only what came of one act
	 * @param cursor        only after this position in the log
	 * @param limit         at most so many
	 */
	@GetMapping("/{id}")
	ResponseEntity<History> history(@PathVariable AnyId id, @RequestParam(required = false) @Nullable PersonId personId,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until,
			@RequestParam(required = false) @Nullable String type, @RequestParam(required = false) @Nullable String of, @RequestParam(required = false) @Nullable UUID about,
			@RequestParam(required = false) @Nullable UUID correlationId, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable String limit) {
		HistoryQuestion question = new HistoryQuestion(personId, from, until, type, of, about, correlationId);
		question.check();
		long after = cursor == null ? 0 : number("cursor", cursor, Integer.MAX_VALUE);
		int most = limit == null ? USUAL : (int) number("limit", limit, MOST);
		Life life = histories.open(id.value(), question.asked());
		Places places = histories.places(life, question.filter(), of);
		List<Place> rest = places.after(after);
		List<Place> part = rest.subList(0, Math.min(most, rest.size()));
		String next = rest.size() > most ? next(id, question, limit, part.getLast().position()) : null;
		HttpHeaders headers = new HttpHeaders();
		if (next != null) {
			headers.add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
		}
		return ResponseEntity.ok().headers(headers)
				.body(new History(id.value(), life.partnershipId(), things(life), places.size(), histories.facts(life, part), next));
	}

	/** All of them, one row for each fact. */
	@Hidden
	@GetMapping(path = "/{id}", produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<HistoryFact>> file(@PathVariable AnyId id, @RequestParam(required = false) @Nullable PersonId personId,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until,
			@RequestParam(required = false) @Nullable String type, @RequestParam(required = false) @Nullable String of, @RequestParam(required = false) @Nullable UUID about,
			@RequestParam(required = false) @Nullable UUID correlationId) {
		HistoryQuestion question = new HistoryQuestion(personId, from, until, type, of, about, correlationId);
		question.check();
		Life life = histories.open(id.value(), question.asked());
		return ResponseEntity.ok(rows.of(life, histories.places(life, question.filter(), of)));
	}

	/** As a paper: of each fact what it changed, and what who recorded it was. */
	@Hidden
	@GetMapping(path = "/{id}", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> paper(@PathVariable AnyId id, @RequestParam(required = false) @Nullable PersonId personId,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until,
			@RequestParam(required = false) @Nullable String type, @RequestParam(required = false) @Nullable String of, @RequestParam(required = false) @Nullable UUID about,
			@RequestParam(required = false) @Nullable UUID correlationId) {
		HistoryQuestion question = new HistoryQuestion(personId, from, until, type, of, about, correlationId);
		question.check();
		Life life = histories.open(id.value(), question.asked());
		return ResponseEntity.ok(paper.of(life, things(life).stream().findFirst().map(Named::title).orElse("wat hier was"), histories.places(life, question.filter(), of)));
	}

	/** One fact of it, by the id of its event: a permalink. */
	@GetMapping("/{id}/facts/{eventId}")
	ResponseEntity<HistoryMoment> fact(@PathVariable AnyId id, @PathVariable EventId eventId) {
		Life life = histories.open(id.value(), Map.of("eventId", eventId.toString()));
		Places places = histories.places(life, HistoryQuestion.EVERYTHING.filter(), null);
		int here = histories.find(places, eventId.value()).orElseThrow(NotFound::new);
		HistoryFact fact = histories.facts(life, List.of(places.get(here))).getFirst();
		List<State> state = histories.state(life, fact.position()).entrySet().stream().map(each -> new State(each.getKey().name(), each.getValue())).toList();
		Optional<Entitled.Days> entitled = histories.entitled(life, fact);
		return ResponseEntity.ok(new HistoryMoment(fact, state, entitled.map(days -> days.recorded().holders()).orElse(List.of()),
				entitled.map(days -> days.recorded().readers()).orElse(List.of()), entitled.map(Entitled.Days::happened).orElse(null),
				here == 0 ? null : permalink(id, places.get(here - 1)),
				here == places.size() - 1 ? null : permalink(id, places.get(here + 1))));
	}

	private List<Named> things(Life life) {
		List<Named> things = new ArrayList<>();
		histories.latest(life).forEach((view, document) -> things.add(new Named(view.name(), people.withNames(Thing.of(view).named(document)))));
		return things;
	}

	private static String permalink(AnyId id, Place place) {
		return Api.path("histories", id) + "/facts/" + place.eventId();
	}

	private static String next(AnyId id, HistoryQuestion question, @Nullable String limit, long cursor) {
		Map<String, String> asked = new LinkedHashMap<>(question.asked());
		if (limit != null) {
			asked.put("limit", limit);
		}
		asked.put("cursor", Long.toString(cursor));
		return Api.path("histories", id) + "?" + asked.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("&"));
	}

	private static long number(String field, String text, int most) {
		if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > most) {
			throw new InvalidInput(field, "Geef een geheel getal van 1 tot en met " + most + ".");
		}
		return Long.parseLong(text);
	}
}
