package nl.ontwikkelagenda.app.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.BundleExports;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.history.Entitled.RegionReader;
import nl.ontwikkelagenda.app.history.Histories.Belonging;
import nl.ontwikkelagenda.app.history.Histories.Kinds;
import nl.ontwikkelagenda.app.history.Histories.Life;
import nl.ontwikkelagenda.app.history.Histories.Told;
import nl.ontwikkelagenda.app.history.HistoryFact.Authority;
import nl.ontwikkelagenda.app.history.HistoryFact.Changed;
import nl.ontwikkelagenda.app.history.HistoryFact.Recorder;
import nl.ontwikkelagenda.app.history.HistoryFact.Standing;
import nl.ontwikkelagenda.app.history.HistoryRows.Kept;
import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.pages.DocumentWords;
import nl.ontwikkelagenda.app.pages.DocumentWords.Compared;
import nl.ontwikkelagenda.app.pages.DocumentWords.Line;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.reporting.AnyId;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The player of a history: step by step through the life of a thing, with how it was beside what changed. */
@Controller
@WithoutAsOf("De geschiedenis heeft elk moment in zich; kies daar een dag.")
class HistoryPage {

	/** Facts in the list, before and after the one that is shown. */
	private static final int AROUND = 7;

	private final Histories histories;
	private final DocumentWords documentWords;
	private final HistoryRows rows;
	private final HistoryWords words;
	private final HistoryPaper paper;
	private final BundleExports bundles;
	private final People people;
	private final Dutch dutch;

	HistoryPage(Histories histories, DocumentWords documentWords, HistoryRows rows, HistoryWords words, HistoryPaper paper,
			BundleExports bundles, People people, Dutch dutch) {
		this.histories = histories;
		this.documentWords = documentWords;
		this.rows = rows;
		this.words = words;
		this.paper = paper;
		this.bundles = bundles;
		this.people = people;
		this.dutch = dutch;
	}

	/** Something that a fact changed. */
	public record Part(String title, String done, List<Compared> fields) {
	}

	/** How a thing was. */
	public record State(String title, List<Line> lines) {
	}

	/** A choice in a form. */
	public record Choice(String value, String label) {
	}

	/** A person with his rights. */
	public record Holding(String name, String rights) {
	}

	/** Somebody who may read through a region that takes part. */
	public record Reader(String name, String region) {
	}

	/**
	 * Who might do what on a day.
	 *
	 * @param happened whether it is the day on which the fact happened, and not that of recording
	 */
	public record Entitlement(LocalDate on, boolean happened, List<Holding> holders, List<Reader> readers) {

		public boolean isEmpty() {
			return holders.isEmpty() && readers.isEmpty();
		}
	}

	/** What who recorded a fact was on a day. */
	public record Stood(boolean happened, Standing standing) {
	}

	/**
	 * Which facts are played.
	 *
	 * @param wie       id of who recorded them
	 * @param soort     stable name of a type of event
	 * @param van       first day of recording
	 * @param tot       last day of recording
	 * @param handeling id of the act they came of
	 * @param over      id of the person, organisation or thing that they are about or name
	 * @param deel      collection in which they changed something
	 */
	public record Selection(@Nullable PersonId wie, @Nullable String soort, @Nullable LocalDate van, @Nullable LocalDate tot, @Nullable UUID handeling, @Nullable UUID over,
			@Nullable String deel) {

		private HistoryQuestion question(@Nullable LocalDate until) {
			return new HistoryQuestion(wie, van, until, soort, deel, over, handeling);
		}

		/** Whether it leaves anything out. */
		public boolean isPart() {
			return !fields().isEmpty();
		}

		/** Address of one step in what is played; of the last when null. */
		public String step(UUID history, @Nullable UUID event) {
			return address("/geschiedenis/" + history, event);
		}

		/** Address of all of it as a file. */
		public String file(UUID history, String ending) {
			return address("/geschiedenis/" + history + "/feiten." + ending, null);
		}

		private String address(String path, @Nullable UUID event) {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
			if (event != null) {
				address.queryParam("stap", event);
			}
			fields().forEach(address::queryParam);
			return address.build().encode().toUriString();
		}

		/** As they stand in the address. */
		public Map<String, String> fields() {
			Map<String, String> fields = new LinkedHashMap<>();
			put(fields, "wie", wie);
			put(fields, "soort", soort);
			put(fields, "van", van);
			put(fields, "tot", tot);
			put(fields, "handeling", handeling);
			put(fields, "over", over);
			put(fields, "deel", deel);
			return fields;
		}

		private static void put(Map<String, String> fields, String name, @Nullable Object value) {
			if (value != null) {
				fields.put(name, value.toString());
			}
		}
	}

	/**
	 * One moment of the history.
	 *
	 * @param stap   id of the event that is shown; absent for the last
	 * @param nummer place in what is played, from 1, to go to
	 * @param dag    day to go to: the last fact up to and with it
	 */
	@GetMapping("/geschiedenis/{id}")
	ModelAndView show(@PathVariable AnyId id, @RequestParam(required = false) @Nullable UUID stap, @RequestParam(required = false) @Nullable Integer nummer,
			@RequestParam(required = false) @Nullable String dag, @RequestParam(required = false) @Nullable String wie,
			@RequestParam(required = false) @Nullable String soort, @RequestParam(required = false) @Nullable String van, @RequestParam(required = false) @Nullable String tot,
			@RequestParam(required = false) @Nullable UUID handeling, @RequestParam(required = false) @Nullable String over,
			@RequestParam(required = false) @Nullable String deel) {
		Selection selection = selection(wie, soort, van, tot, handeling, over, deel);
		HistoryQuestion question = selection.question(selection.tot());
		question.check();
		LocalDate on = day("dag", given(dag));
		Map<String, String> read = new LinkedHashMap<>(question.asked());
		if (stap != null) {
			read.put("eventId", stap.toString());
		}
		Life life = histories.open(id.value(), read);
		Places places = histories.places(life, question.filter(), selection.deel());
		if (on != null || nummer != null) {
			return goTo(address(id, selection, on == null ? at(places, nummer == null ? 1 : nummer) : onDay(life, places, selection, on)));
		}
		int here = stap == null
				? places.size() - 1
				: histories.find(places, stap).orElse(-1);
		if (here < 0 && stap != null) {
			if (selection.isPart()) {
				return goTo(address(id, selection, Optional.empty()));
			}
			throw new NotFound();
		}
		return page(life, places, here, selection);
	}

	/** What is played, as a file; as over the API, for who is logged in here. */
	@GetMapping(path = "/geschiedenis/{id}/feiten.csv", produces = FileFormat.TEXT_CSV)
	ResponseEntity<SheetFile<HistoryFact>> csv(@PathVariable AnyId id, @RequestParam(required = false) @Nullable String wie,
			@RequestParam(required = false) @Nullable String soort, @RequestParam(required = false) @Nullable String van, @RequestParam(required = false) @Nullable String tot,
			@RequestParam(required = false) @Nullable UUID handeling, @RequestParam(required = false) @Nullable String over,
			@RequestParam(required = false) @Nullable String deel) {
		return file(id, selection(wie, soort, van, tot, handeling, over, deel));
	}

	/** As {@link #csv}, as a workbook. */
	@GetMapping(path = "/geschiedenis/{id}/feiten.xlsx", produces = FileFormat.SPREADSHEET)
	ResponseEntity<SheetFile<HistoryFact>> workbook(@PathVariable AnyId id, @RequestParam(required = false) @Nullable String wie,
			@RequestParam(required = false) @Nullable String soort, @RequestParam(required = false) @Nullable String van, @RequestParam(required = false) @Nullable String tot,
			@RequestParam(required = false) @Nullable UUID handeling, @RequestParam(required = false) @Nullable String over,
			@RequestParam(required = false) @Nullable String deel) {
		return file(id, selection(wie, soort, van, tot, handeling, over, deel));
	}

	/** The facts with their proofs, for who may take them; all of them, whatever is played. */
	@GetMapping(path = "/geschiedenis/{id}/bewijsbundel.zip", produces = StreamedFile.ZIP)
	ResponseEntity<StreamedFile> bundle(@PathVariable AnyId id) {
		return ResponseEntity.ok(bundles.give(new BundleExports.Wanted(histories.about(id.value()).partnershipId(), id.value(), null, null)));
	}

	/** As {@link #csv}, as the interface tells facts. */
	@GetMapping(path = "/geschiedenis/{id}/feiten.json", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<List<Kept>> json(@PathVariable AnyId id, @RequestParam(required = false) @Nullable String wie, @RequestParam(required = false) @Nullable String soort,
			@RequestParam(required = false) @Nullable String van, @RequestParam(required = false) @Nullable String tot,
			@RequestParam(required = false) @Nullable UUID handeling, @RequestParam(required = false) @Nullable String over,
			@RequestParam(required = false) @Nullable String deel) {
		Chosen chosen = chosen(id, selection(wie, soort, van, tot, handeling, over, deel));
		return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("geschiedenis.json").build().toString())
				.body(rows.facts(chosen.life(), chosen.places()));
	}

	/** As {@link #csv}, on paper. */
	@GetMapping("/geschiedenis/{id}/feiten.{ending:pdf|docx}")
	ResponseEntity<PaperFile> paper(@PathVariable AnyId id, @PathVariable String ending, @RequestParam(required = false) @Nullable String wie,
			@RequestParam(required = false) @Nullable String soort, @RequestParam(required = false) @Nullable String van, @RequestParam(required = false) @Nullable String tot,
			@RequestParam(required = false) @Nullable UUID handeling, @RequestParam(required = false) @Nullable String over,
			@RequestParam(required = false) @Nullable String deel) {
		Chosen chosen = chosen(id, selection(wie, soort, van, tot, handeling, over, deel));
		return PaperAnswer.as(ending, ResponseEntity.ok(paper.of(chosen.life(), title(chosen.life()), chosen.places())));
	}

	private ResponseEntity<SheetFile<HistoryFact>> file(AnyId id, Selection selection) {
		Chosen chosen = chosen(id, selection);
		return ResponseEntity.ok(rows.of(chosen.life(), chosen.places()));
	}

	private record Chosen(Life life, Places places) {
	}

	private Chosen chosen(AnyId id, Selection selection) {
		HistoryQuestion question = selection.question(selection.tot());
		question.check();
		Life life = histories.open(id.value(), question.asked());
		return new Chosen(life, histories.places(life, question.filter(), selection.deel()));
	}

	/** An empty field of a form is no choice. */
	private static Selection selection(@Nullable String wie, @Nullable String soort, @Nullable String van, @Nullable String tot, @Nullable UUID handeling,
			@Nullable String over, @Nullable String deel) {
		PersonId about = person("over", given(over));
		return new Selection(person("wie", given(wie)), given(soort), day("van", given(van)), day("tot", given(tot)), handeling, about == null ? null : about.value(), given(deel));
	}

	private ModelAndView page(Life life, List<Place> places, int here, Selection selection) {
		Kinds kinds = histories.kinds(life);
		Map<PersonId, String> names = people.names(kinds.recorders());
		ModelAndView page = new ModelAndView("geschiedenis").addObject("id", life.id()).addObject("total", places.size()).addObject("selection", selection)
				.addObject("dutch", dutch).addObject("words", words).addObject("subject", title(life)).addObject("number", here + 1).addObject("shown", here >= 0)
				.addObject("mayTakeBundle", bundles.mayTake(life.partnershipId()))
				.addObject("kinds",
						EventWords.all().stream().filter(kind -> kinds.types().contains(kind.getKey())).map(kind -> new Choice(kind.getKey(), kind.getValue())).toList())
				.addObject("collections", histories.collections(life).stream().filter(HistoryWords::isCalled)
						.map(view -> new Choice(view.name(), HistoryWords.several(view))).sorted(Comparator.comparing(Choice::label)).toList())
				.addObject("recorders", names.entrySet().stream().map(person -> new Choice(person.getKey().toString(), person.getValue()))
						.sorted(Comparator.comparing(Choice::label)).toList())
				.addObject("subjects", Stream.concat(names.entrySet().stream().map(person -> new Choice(person.getKey().toString(), person.getValue())),
						histories.organisations(life).stream().map(organisation -> new Choice(organisation.organisationId().toString(), organisation.name())))
						.sorted(Comparator.comparing(Choice::label)).toList());
		if (here >= 0) {
			show(page, life, places, here);
		}
		return page;
	}

	private void show(ModelAndView page, Life life, List<Place> places, int here) {
		Place place = places.get(here);
		List<Told> around = histories.told(life, places.subList(Math.max(0, here - AROUND), Math.min(places.size(), here + AROUND + 1)), place::equals);
		Told shown = around.get(Math.min(here, AROUND));
		HistoryFact fact = shown.fact();
		List<Part> parts = parts(life, shown);
		List<Line> belonging = named(histories.belonging(life, place.position()).stream().map(HistoryPage::line).toList());
		List<State> states = states(life, place.position());
		Authority authority = fact.authority();
		List<String> held = new ArrayList<>(List.of(words.authority(authority)));
		if (authority != null && authority.mandateHolder() != null) {
			held.add("@[" + authority.mandateHolder() + "]");
		}
		List<String> named = people.withNames(held);
		page.addObject("fact", fact).addObject("belonging", belonging).addObject("parts", parts).addObject("states", states).addObject("authority", named.getFirst())
				.addObject("mandateHolder", named.size() > 1 ? named.getLast() : "").addObject("entitled", histories.entitled(life, fact).map(this::entitled).orElse(List.of()))
				.addObject("stood", stood(fact.recordedBy()))
				.addObject("first", places.getFirst().eventId()).addObject("last", places.getLast().eventId())
				.addObject("previous", here == 0 ? null : places.get(here - 1).eventId()).addObject("next", here == places.size() - 1 ? null : places.get(here + 1).eventId())
				.addObject("around", around.stream().map(Told::fact).toList())
				.addObject("recordedOn", LocalDate.ofInstant(fact.recordedAt(), Today.AMSTERDAM));
	}

	private String title(Life life) {
		return histories.latest(life).entrySet().stream().findFirst().map(each -> people.withNames(Thing.of(each.getKey()).named(each.getValue()))).orElse("wat hier was");
	}

	private List<Part> parts(Life life, Told shown) {
		DocumentWords.Telling telling = documentWords.asOf(life.partnershipId(), new AsOf(shown.fact().position()));
		List<Change<?>> changes = shown.changes();
		List<Changed> told = shown.fact().changes();
		List<String> texts = new ArrayList<>();
		List<List<Compared>> compared = changes.stream()
				.map(change -> telling.compared(change.before() == null ? null : change.before().document(), change.after() == null ? null : change.after().document())).toList();
		compared.stream().flatMap(List::stream).forEach(field -> {
			texts.addAll(field.before());
			texts.addAll(field.after());
		});
		Iterator<String> named = people.withNames(texts).iterator();
		return IntStream.range(0, changes.size()).mapToObj(i -> new Part(told.get(i).title(), words.done(told.get(i)), compared.get(i).stream()
				.map(field -> new Compared(field.label(), next(named, field.before().size()), next(named, field.after().size()))).toList())).toList();
	}

	private List<State> states(Life life, long position) {
		DocumentWords.Telling telling = documentWords.asOf(life.partnershipId(), new AsOf(position));
		List<State> states = new ArrayList<>();
		histories.state(life, position).forEach((view, document) -> states.add(new State(Thing.of(view).named(document), telling.lines(document))));
		return states.stream().map(state -> new State(people.withNames(state.title()), named(state.lines()))).toList();
	}

	private List<Line> named(List<Line> lines) {
		Iterator<String> named = people.withNames(lines.stream().flatMap(line -> line.values().stream()).toList()).iterator();
		return lines.stream().map(line -> new Line(line.label(), next(named, line.values().size()))).toList();
	}

	private static Line line(Belonging belonging) {
		List<String> titles = new ArrayList<>(belonging.titles());
		if (belonging.total() > titles.size()) {
			titles.add("en nog " + (belonging.total() - titles.size()));
		}
		return new Line(HistoryWords.several(belonging.view()), titles);
	}

	private static List<String> next(Iterator<String> named, int number) {
		return IntStream.range(0, number).mapToObj(i -> named.next()).toList();
	}

	private static List<Stood> stood(Recorder by) {
		List<Stood> stood = new ArrayList<>();
		if (by.standing() != null) {
			stood.add(new Stood(false, by.standing()));
		}
		if (by.standingWhenItHappened() != null) {
			stood.add(new Stood(true, by.standingWhenItHappened()));
		}
		return stood;
	}

	private List<Entitlement> entitled(Entitled.Days days) {
		List<Entitlement> entitled = new ArrayList<>(List.of(entitled(days.recorded(), false)));
		if (days.happened() != null) {
			entitled.add(entitled(days.happened(), true));
		}
		return entitled.stream().filter(each -> !each.isEmpty()).toList();
	}

	private Entitlement entitled(Entitled on, boolean happened) {
		Map<PersonId, String> names = people.names(on.readers().stream().map(RegionReader::personId).toList());
		return new Entitlement(on.on(), happened, holders(on.holders()), on.readers().stream()
				.map(reader -> new Reader(names.getOrDefault(reader.personId(), People.ERASED), reader.region())).sorted(Comparator.comparing(Reader::name)).toList());
	}

	private List<Holding> holders(List<Holder> holders) {
		Map<PersonId, String> names = people.names(holders.stream().map(Holder::personId).toList());
		Map<String, List<String>> rights = new TreeMap<>();
		holders.forEach(holder -> rights.computeIfAbsent(names.getOrDefault(holder.personId(), People.ERASED), name -> new ArrayList<>()).add(words.role(holder.right())));
		return rights.entrySet().stream().map(person -> new Holding(person.getKey(), String.join(", ", person.getValue().stream().distinct().toList()))).toList();
	}

	private static Optional<Place> at(List<Place> places, int number) {
		return places.isEmpty() ? Optional.empty() : Optional.of(places.get(Math.clamp(number, 1, places.size()) - 1));
	}

	/** The last fact up to and with a day; the first of all when that is later. */
	private Optional<Place> onDay(Life life, List<Place> places, Selection selection, LocalDate day) {
		List<Place> until = selection.van() != null && day.isBefore(selection.van()) ? List.of() : histories.places(life, selection.question(day).filter(), selection.deel());
		Place last = places.isEmpty() ? null : places.getLast();
		return until.isEmpty() ? places.stream().findFirst() : Optional.of(last != null && last.position() < until.getLast().position() ? last : until.getLast());
	}

	private static String address(AnyId id, Selection selection, Optional<Place> place) {
		return selection.step(id.value(), place.map(Place::eventId).orElse(null));
	}

	private static ModelAndView goTo(String address) {
		RedirectView view = new RedirectView(address);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(view);
	}

	private static @Nullable String given(@Nullable String text) {
		return text == null || text.isBlank() ? null : text;
	}

	private static @Nullable PersonId person(String field, @Nullable String text) {
		try {
			return text == null ? null : PersonId.of(text);
		} catch (IllegalArgumentException e) {
			throw new InvalidInput(field, "Kies iemand of iets uit de lijst.");
		}
	}

	private static @Nullable LocalDate day(String field, @Nullable String text) {
		try {
			return text == null ? null : LocalDate.parse(text);
		} catch (DateTimeException e) {
			throw new InvalidInput(field, "Kies een bestaande dag, zoals 2021-03-29.");
		}
	}
}
