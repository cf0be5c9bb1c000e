package nl.ontwikkelagenda.app.actions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.actions.ActionLine.OwnerKind;
import nl.ontwikkelagenda.app.actions.PlannedAction.PlannedPromise;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetReader.Line;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.TypedText;

import org.jspecify.annotations.Nullable;

/** Makes actions of the rows of a file, with everything in it that is wrong. Names are looked up once for the whole file. */
final class ActionFileReader {

	private static final int ONE_LINE = 200;
	private static final int TEXT = 4_000;
	private static final int MOST_PROMISES = 100;
	private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "d-M-uuuu", "d/M/uuuu")
			.map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT)).toList();

	private final List<Organisation> organisations;
	private final Map<String, List<ThemeView>> themes;
	private final Map<String, List<PersonId>> persons;
	private final Map<PersonId, String> known;
	private final @Nullable AgendaId agenda;
	private final List<FieldError> faults = new ArrayList<>();

	/**
	 * @param organisations that take or took part in the partnership
	 * @param themes        of the partnership
	 * @param agenda        whose theme is meant when two have the same title
	 */
	ActionFileReader(List<Line> lines, People people, List<Organisation> organisations, List<ThemeView> themes, @Nullable AgendaId agenda) {
		this.organisations = organisations;
		this.agenda = agenda;
		this.themes = themes.stream().collect(Collectors.groupingBy(theme -> theme.title().toLowerCase(Locale.ROOT)));
		this.persons = people.withName(lines.stream().flatMap(ActionFileReader::names).collect(Collectors.toSet()));
		this.known = people.names(lines.stream().map(ActionFileReader::id).flatMap(Optional::stream).map(PersonId::new).collect(Collectors.toSet()));
	}

	private static boolean isOf(@Nullable AgendaId agenda, ThemeView theme) {
		return theme.agendaId().equals(agenda);
	}

	private static Stream<String> names(Line line) {
		return Stream.concat(Stream.ofNullable(line.cells().get(ActionColumns.OWNER.heading())), line.cells().values().stream().flatMap(Mentions::in));
	}

	private static Optional<UUID> id(Line line) {
		try {
			return Optional.ofNullable(line.cells().get(ActionColumns.OWNER_ID.heading())).map(UUID::fromString);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** What is wrong, of all rows that were read. */
	List<FieldError> faults() {
		return faults;
	}

	/** The actions in the order of their first rows. Rows with the same number are one action; a row without a number is an action of its own. */
	List<PlannedAction> read(List<Line> lines) {
		Map<String, List<Line>> actions = new LinkedHashMap<>();
		for (Line line : lines) {
			String number = cell(line, ActionColumns.NUMBER).orElse("");
			actions.computeIfAbsent(number.isEmpty() ? "row " + line.number() : "number " + number, key -> new ArrayList<>()).add(line);
		}
		return actions.values().stream().map(this::action).toList();
	}

	private PlannedAction action(List<Line> rows) {
		Line first = rows.getFirst();
		if (rows.size() > MOST_PROMISES) {
			wrong(first, ActionColumns.NUMBER, "Een actie heeft hoogstens " + MOST_PROMISES + " toezeggingen; verdeel haar over meer acties.");
		}
		rows.stream().skip(1).forEach(row -> sameAs(first, row));
		ActionStatus status = choice(first, ActionColumns.STATUS, ActionColumns.STATUSES, ActionStatus.OPEN);
		LocalDate endedOn = day(first, ActionColumns.ENDED_ON).orElse(null);
		String ending = text(first, ActionColumns.ENDING, TEXT, true);
		if (status == ActionStatus.OPEN) {
			Stream.of(ActionColumns.ENDED_ON, ActionColumns.ENDING).filter(column -> cell(first, column).isPresent())
					.forEach(column -> wrong(first, column, "Een actie die loopt heeft dit nog niet; kies als status klaar of vervallen, of wis deze cel."));
		} else {
			Stream.of(ActionColumns.ENDED_ON, ActionColumns.ENDING).forEach(column -> required(first, column));
		}
		required(first, ActionColumns.AGREED_ON);
		return new PlannedAction(first.number(), must(first, ActionColumns.TITLE, ONE_LINE, false), text(first, ActionColumns.TEXT, TEXT, true), theme(first),
				day(first, ActionColumns.AGREED_ON).orElse(LocalDate.EPOCH), status, endedOn, ending, rows.stream().map(this::promise).toList());
	}

	private void sameAs(Line first, Line row) {
		ActionColumns.OF_ACTION.stream().filter(column -> cell(row, column).filter(value -> !value.equals(cell(first, column).orElse(""))).isPresent())
				.forEach(column -> wrong(row, column,
						"Rij " + first.number() + " heeft hetzelfde nummer en is dus dezelfde actie, maar hier staat iets anders; maak ze gelijk of wis deze cel."));
	}

	private PlannedPromise promise(Line row) {
		String what = must(row, ActionColumns.WHAT, TEXT, true);
		AgreedPromise.Of of = choice(row, ActionColumns.OF, ActionColumns.OFS, AgreedPromise.Of.WORK);
		String deadline = text(row, ActionColumns.DEADLINE, ONE_LINE, false);
		LocalDate saidOn = day(row, ActionColumns.SAID_ON).orElse(null);
		String owner = must(row, ActionColumns.OWNER, ONE_LINE, false);
		required(row, ActionColumns.OWNER_KIND);
		OwnerKind kind = choice(row, ActionColumns.OWNER_KIND, ActionColumns.OWNER_KINDS, OwnerKind.TEAM);
		return switch (kind) {
			case PERSON -> new PlannedPromise(row.number(), Owner.Kind.PERSON, person(row, owner), null, what, of, deadline, saidOn);
			case ORGANISATION -> new PlannedPromise(row.number(), Owner.Kind.ORGANISATION, organisation(row, owner), null, what, of, deadline, saidOn);
			case TEAM -> new PlannedPromise(row.number(), Owner.Kind.TEAM, null, owner, what, of, deadline, saidOn);
			case OUTSIDE -> new PlannedPromise(row.number(), Owner.Kind.ORGANISATION, null, owner, what, of, deadline, saidOn);
		};
	}

	/** By id when the register knows it, else by name. */
	private @Nullable UUID person(Line row, String name) {
		Optional<UUID> id = id(row).filter(given -> !People.ERASED.equals(known.getOrDefault(new PersonId(given), People.ERASED)));
		return id.orElseGet(() -> one(row, ActionColumns.OWNER, persons.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()), PersonId::value,
				"Deze persoon staat niet in het personenregister; zet hem er eerst in, of kies een andere soort eigenaar.",
				"Meer personen heten zo; zet het id van de bedoelde in de kolom " + ActionColumns.OWNER_ID.heading() + "."));
	}

	/** By id when it takes part here, else by the name of one that still takes part, or once did. */
	private @Nullable UUID organisation(Line row, String name) {
		Optional<UUID> id = id(row).filter(given -> organisations.stream().anyMatch(organisation -> organisation.organisationId().value().equals(given)));
		List<Organisation> named = organisations.stream().filter(organisation -> organisation.name().equalsIgnoreCase(name)).toList();
		return id.orElseGet(
				() -> one(row, ActionColumns.OWNER, preferred(named, organisation -> organisation.leftOn() == null), organisation -> organisation.organisationId().value(),
						"Deze organisatie doet niet mee aan dit samenwerkingsverband; kies een die meedoet, of de soort Andere organisatie.",
						"Meer organisaties heten zo; zet het id van de bedoelde in de kolom " + ActionColumns.OWNER_ID.heading() + "."));
	}

	private @Nullable ThemeId theme(Line row) {
		Optional<String> title = cell(row, ActionColumns.THEME);
		if (title.isEmpty()) {
			return null;
		}
		List<ThemeView> named = themes.getOrDefault(title.get().toLowerCase(Locale.ROOT), List.of());
		UUID found = one(row, ActionColumns.THEME, preferred(preferred(named, theme -> isOf(agenda, theme)), theme -> theme.status() == ThemeStatus.OPEN),
				theme -> theme.themeId().value(),
				"Dit thema is er niet in dit samenwerkingsverband; draag het eerst aan, of wis deze cel.",
				"Meer thema's heten zo; kies bij het inlezen de agenda waarop het staat.");
		return found == null ? null : new ThemeId(found);
	}

	private static <T> List<T> preferred(List<T> all, Predicate<T> better) {
		List<T> best = all.stream().filter(better).toList();
		return best.isEmpty() ? all : best;
	}

	private <T> @Nullable UUID one(Line row, Column<ActionLine> column, Collection<T> found, Function<T, UUID> id, String none, String several) {
		if (found.size() == 1) {
			return id.apply(found.iterator().next());
		}
		if (cell(row, column).isPresent()) {
			wrong(row, column, found.isEmpty() ? none : several);
		}
		return null;
	}

	private <E extends Enum<E>> E choice(Line row, Column<ActionLine> column, ActionColumns.Words<E> words, E otherwise) {
		Optional<String> given = cell(row, column);
		Optional<E> chosen = given.flatMap(words::in);
		if (given.isPresent() && chosen.isEmpty()) {
			wrong(row, column, "Kies een van: " + words.all() + ".");
		}
		return chosen.orElse(otherwise);
	}

	private Optional<LocalDate> day(Line row, Column<ActionLine> column) {
		Optional<String> given = cell(row, column);
		Optional<LocalDate> day = given.flatMap(ActionFileReader::day);
		if (given.isPresent() && day.isEmpty()) {
			wrong(row, column, "Schrijf een bestaande datum als 24-9-2018 of 2018-09-24.");
		}
		return day;
	}

	private static Optional<LocalDate> day(String text) {
		for (DateTimeFormatter format : DAYS) {
			try {
				return Optional.of(LocalDate.parse(text, format)).filter(day -> day.getYear() >= 0 && day.getYear() <= 9999);
			} catch (DateTimeException e) {
				// written in another way, or no date
			}
		}
		return Optional.empty();
	}

	private String must(Line row, Column<ActionLine> column, int max, boolean lines) {
		required(row, column);
		String text = text(row, column, max, lines);
		return text == null ? "" : text;
	}

	private @Nullable String text(Line row, Column<ActionLine> column, int max, boolean lines) {
		Optional<String> given = cell(row, column);
		if (given.isEmpty()) {
			return null;
		}
		String fault = TypedText.fault(given.get(), max, lines);
		if (fault != null) {
			wrong(row, column, fault);
			return null;
		}
		List<String> unknown = new ArrayList<>();
		String text = Mentions.identified(TypedText.kept(given.get()), persons, unknown);
		unknown.forEach(name -> wrong(row, column, "Met @[" + name + "] is niet precies één persoon van het register bedoeld; schrijf de naam voluit of zonder @[ ]."));
		return text;
	}

	private void required(Line row, Column<ActionLine> column) {
		if (cell(row, column).isEmpty()) {
			wrong(row, column, "Deze cel is verplicht.");
		}
	}

	private static Optional<String> cell(Line row, Column<ActionLine> column) {
		return Optional.ofNullable(row.cells().get(column.heading()));
	}

	private void wrong(Line row, Column<ActionLine> column, String sentence) {
		faults.add(new FieldError("rij " + row.number() + ", " + column.heading(), sentence));
	}
}
