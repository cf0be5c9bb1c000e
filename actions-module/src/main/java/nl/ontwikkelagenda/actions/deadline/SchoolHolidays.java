package nl.ontwikkelagenda.actions.deadline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.jspecify.annotations.Nullable;

/** The school holidays of the Netherlands, as far as they are known. */
public final class SchoolHolidays {

	/** A holiday of which dates are published per school year and region; the name in lower case is the one in the file. */
	public enum Name {
		HERFST, KERST, VOORJAAR, MEI, ZOMER;

		String word() {
			return this == VOORJAAR ? "voorjaarsvakantie" : name().toLowerCase(Locale.ROOT) + "vakantie";
		}

		/** A day on which the holiday that began in this year is over, also when its days are not known. */
		LocalDate surelyOver(int year) {
			return switch (this) {
				case HERFST -> LocalDate.of(year, 11, 30);
				case KERST -> LocalDate.of(year + 1, 1, 31);
				case VOORJAAR -> LocalDate.of(year, 3, 31);
				case MEI -> LocalDate.of(year, 5, 31);
				case ZOMER -> LocalDate.of(year, 9, 30);
			};
		}

		/** Whether it begins in the calendar year in which its school year begins. */
		boolean inFirstHalf() {
			return this == HERFST || this == KERST;
		}
	}

	/** @param schoolYear the year in which the school year begins */
	public record Holiday(int schoolYear, Name name, SchoolRegion region, LocalDate first, LocalDate last) {

		/** Whether this is the same holiday, perhaps on other days. */
		public boolean isSameAs(Holiday other) {
			return Key.of(this).equals(Key.of(other));
		}
	}

	/** @param line number of the row in the file, the heading is line 1 */
	public record FaultyRow(int line, String message) {
	}

	/** What a file holds; one that has faulty rows has no holidays. */
	public record Import(List<Holiday> holidays, List<FaultyRow> faults) {
	}

	private record Key(int schoolYear, Name name, SchoolRegion region) {

		static Key of(Holiday holiday) {
			return new Key(holiday.schoolYear(), holiday.name(), holiday.region());
		}
	}

	private static final String HEADING = "schooljaar,vakantie,regio,van,tot_en_met";
	private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})-(\\d{4})");
	private static final SchoolHolidays SHIPPED = shippedWithTheModule();

	private final Map<Key, Holiday> known;

	private SchoolHolidays(Map<Key, Holiday> known) {
		this.known = known;
	}

	/** Those that come with the product. */
	public static SchoolHolidays shipped() {
		return SHIPPED;
	}

	/** These, and others; a holiday that is in both is as the others say. */
	public SchoolHolidays with(List<Holiday> others) {
		if (others.isEmpty()) {
			return this;
		}
		Map<Key, Holiday> all = new HashMap<>(known);
		others.forEach(holiday -> all.put(Key.of(holiday), holiday));
		return new SchoolHolidays(Map.copyOf(all));
	}

	/** The holiday of a school year; without a region only when it is the same in every region. */
	Optional<Span> find(int schoolYear, Name name, @Nullable SchoolRegion region) {
		List<SchoolRegion> regions = region == null ? List.of(SchoolRegion.values()) : List.of(region);
		List<Holiday> found = regions.stream().map(one -> known.get(new Key(schoolYear, name, one))).filter(Objects::nonNull).toList();
		boolean same = found.size() == regions.size() && found.stream().map(Holiday::first).distinct().count() == 1 && found.stream().map(Holiday::last).distinct().count() == 1;
		return same ? Optional.of(Span.of(found.getFirst().first(), found.getFirst().last())) : Optional.empty();
	}

	/** Whether schools are known to be closed on this day; without a region only when they are in every region. */
	public boolean isHoliday(LocalDate day, @Nullable SchoolRegion region) {
		return Stream.of(day.getYear() - 1, day.getYear()).flatMap(year -> Stream.of(Name.values()).map(name -> find(year, name, region))).flatMap(Optional::stream)
				.anyMatch(holiday -> !day.isBefore(holiday.first()) && !day.isAfter(holiday.last()));
	}

	/** The known holidays of this region of which at least one of these days is a part, the first one first. */
	public List<Holiday> during(LocalDate from, LocalDate to, SchoolRegion region) {
		return known.values().stream().filter(holiday -> holiday.region() == region && !holiday.last().isBefore(from) && !holiday.first().isAfter(to))
				.sorted(Comparator.comparing(Holiday::first)).toList();
	}

	/** Reads a file of holidays in the form of the one that is shipped. Every faulty row is named. */
	public static Import read(String csv) {
		List<Holiday> holidays = new ArrayList<>();
		List<FaultyRow> faults = new ArrayList<>();
		Set<Key> seen = new HashSet<>();
		List<String> lines = csv.lines().toList();
		if (lines.isEmpty() || !lines.getFirst().replace("\uFEFF", "").strip().equalsIgnoreCase(HEADING)) {
			return new Import(List.of(), List.of(new FaultyRow(1, "De eerste regel moet zijn: " + HEADING + ".")));
		}
		for (int i = 1; i < lines.size(); i++) {
			if (!lines.get(i).isBlank()) {
				try {
					for (Holiday holiday : row(lines.get(i))) {
						if (!seen.add(Key.of(holiday))) {
							throw new IllegalArgumentException("Deze vakantie staat er voor dit schooljaar en deze regio al in.");
						}
						holidays.add(holiday);
					}
				} catch (IllegalArgumentException e) {
					faults.add(new FaultyRow(i + 1, String.valueOf(e.getMessage())));
				}
			}
		}
		return new Import(faults.isEmpty() ? List.copyOf(holidays) : List.of(), List.copyOf(faults));
	}

	private static List<Holiday> row(String line) {
		List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
		if (cells.size() != 5) {
			throw new IllegalArgumentException("Deze regel heeft " + cells.size() + " kolommen; het moeten er 5 zijn.");
		}
		int schoolYear = schoolYear(cells.get(0));
		Name name = Stream.of(Name.values()).filter(one -> one.name().equalsIgnoreCase(cells.get(1))).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("De vakantie '" + cells.get(1) + "' is niet bekend; kies herfst, kerst, voorjaar, mei of zomer."));
		LocalDate first = date("van", cells.get(3));
		LocalDate last = date("tot_en_met", cells.get(4));
		if (last.isBefore(first)) {
			throw new IllegalArgumentException("De laatste dag ligt voor de eerste dag.");
		}
		if (first.getYear() != (name.inFirstHalf() ? schoolYear : schoolYear + 1) || last.isAfter(name.surelyOver(first.getYear()))) {
			throw new IllegalArgumentException("De " + name.word() + " van " + cells.get(0) + " kan niet op deze dagen vallen.");
		}
		return regions(cells.get(2)).stream().map(region -> new Holiday(schoolYear, name, region, first, last)).toList();
	}

	private static int schoolYear(String cell) {
		Matcher matcher = SCHOOL_YEAR.matcher(cell);
		if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != Integer.parseInt(matcher.group(1)) + 1) {
			throw new IllegalArgumentException("Het schooljaar '" + cell + "' klopt niet; schrijf het zo: 2018-2019.");
		}
		return Integer.parseInt(matcher.group(1));
	}

	private static List<SchoolRegion> regions(String cell) {
		if (cell.equalsIgnoreCase("alle")) {
			return List.of(SchoolRegion.values());
		}
		return Stream.of(SchoolRegion.values()).filter(one -> one.name().equalsIgnoreCase(cell)).findFirst().map(List::of)
				.orElseThrow(() -> new IllegalArgumentException("De regio '" + cell + "' is niet bekend; kies noord, midden, zuid of alle."));
	}

	private static LocalDate date(String column, String cell) {
		try {
			return LocalDate.parse(cell);
		} catch (DateTimeParseException e) {
			throw new IllegalArgumentException("De datum '" + cell + "' in kolom " + column + " klopt niet; schrijf hem zo: 2018-12-22.", e);
		}
	}

	private static SchoolHolidays shippedWithTheModule() {
		try (InputStream file = Objects.requireNonNull(SchoolHolidays.class.getResourceAsStream("schoolvakanties.csv"))) {
			Import read = read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
			if (!read.faults().isEmpty()) {
				throw new IllegalStateException("The school holidays of the product are faulty: " + read.faults());
			}
			return new SchoolHolidays(read.holidays().stream().collect(toUnmodifiableMap(Key::of, holiday -> holiday)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
