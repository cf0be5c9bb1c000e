package nl.ontwikkelagenda.app.form;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;

import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent: what was typed in each field, and what is wrong with it. Reading a field that is wrong notes the fault and gives a stand-in, so that one reading tells all
 * faults at once; what was read counts only when {@link #isWrong()} is false.
 */
public final class Form {

	/** Name of the hidden field that makes a form count once. */
	static final String KEY = "sleutel";
	/** Name of the hidden field that says which version the page showed, for a form that replaces all of it. */
	static final String VERSION = "versie";

	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
	private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
	private static final Pattern TIME_FORM = Pattern.compile("[0-9]{2}:[0-9]{2}");
	private static final Pattern KEY_FORM = Pattern.compile("[0-9a-f-]{36}");
	private static final Pattern VERSION_FORM = Pattern.compile("[0-9]{1,18}");
	private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,4})?");
	private static final Pattern EUROS = Pattern.compile("[0-9]{1,12}([.,][0-9]{1,2})?");
	private static final String TOKEN = "_csrf";
	private static final int LONGEST_NUMBER = 9;

	private final String name;
	private final Map<String, List<String>> typed;
	private final Today today;
	private final Map<String, String> faults = new LinkedHashMap<>();
	private final Map<String, String> notes = new HashMap<>();
	private @Nullable String refusal;

	/**
	 * @param name  of the form on its page, where ids of its fields begin with
	 * @param typed values by field
	 */
	Form(String name, Map<String, List<String>> typed, Today today) {
		this.name = name;
		this.typed = typed;
		this.today = today;
	}

	public String name() {
		return name;
	}

	/** Whether this is the form of its page that was sent. */
	public boolean is(String other) {
		return name.equals(other);
	}

	/** What was typed in a field; empty when nothing was. */
	public String typed(String field) {
		return typed.getOrDefault(field, List.of("")).getFirst();
	}

	/** Whether something was typed or chosen in a field. */
	public boolean has(String field) {
		return !typed(field).isBlank();
	}

	/** Whether this was one of the choices that were ticked. */
	public boolean ticked(String field, Object value) {
		return typed.getOrDefault(field, List.of()).contains(value.toString());
	}

	/** What is wrong in a field, in one sentence; null when nothing is. */
	public @Nullable String fault(String field) {
		return faults.get(field);
	}

	/** What is told about a field that is right; null when nothing is. */
	public @Nullable String note(String field) {
		return notes.get(field);
	}

	/** One sentence by field, in the order in which they were read. */
	public Map<String, String> faults() {
		return faults;
	}

	/** Why it was refused as a whole. */
	public @Nullable String refusal() {
		return refusal;
	}

	public boolean isWrong() {
		return !faults.isEmpty();
	}

	/** @throws InvalidInput naming every field that was wrong, for what is asked in an address */
	public void mustBeRight() {
		if (isWrong()) {
			throw new InvalidInput(faults.entrySet().stream().map(fault -> new FieldError(fault.getKey(), fault.getValue())).toList());
		}
	}

	public void wrong(String field, String sentence) {
		faults.putIfAbsent(field, sentence);
	}

	/** Tells something about a field. */
	public void tell(String field, String sentence) {
		notes.put(field, sentence);
	}

	void refused(String sentence) {
		refusal = sentence;
	}

	/** Says why it was refused: at the field that is to blame, or where this form has no such field, as a whole. */
	void refused(String field, String sentence) {
		if (typed.containsKey(field)) {
			wrong(field, sentence);
		} else {
			refused(sentence);
		}
	}

	/** A text of several lines. */
	public FreeText text(String field, int max) {
		return words(field, max, true);
	}

	/** A text of one line. */
	public FreeText line(String field, int max) {
		return words(field, max, false);
	}

	/** A text of several lines that may be left out. */
	public @Nullable FreeText textOrNone(String field, int max) {
		return has(field) ? words(field, max, true) : null;
	}

	/** A text of one line that may be left out. */
	public @Nullable FreeText lineOrNone(String field, int max) {
		return has(field) ? words(field, max, false) : null;
	}

	/** Texts of one line, each on a line of its own; lines with nothing on them do not count. */
	public List<FreeText> lines(String field, int max) {
		List<String> raw = typed(field).lines().filter(line -> !line.isBlank()).toList();
		if (raw.isEmpty()) {
			wrong(field, "Vul een tekst in.");
		}
		raw.stream().map(line -> TypedText.fault(line, max, false)).filter(Objects::nonNull).findFirst().ifPresent(fault -> wrong(field, fault));
		return raw.stream().map(line -> new FreeText(TypedText.kept(line), Salts.next())).toList();
	}

	/** As {@link #lines}, each with something more behind a vertical bar, or without. */
	public List<Halves> halves(String field, int max) {
		return lines(field, max).stream().map(Halves::of).toList();
	}

	/** A line and what stands behind its vertical bar. */
	public record Halves(FreeText first, @Nullable FreeText second) {

		private static Halves of(FreeText line) {
			String[] parts = line.text().split("\\|", 2);
			String more = parts.length == 1 ? "" : parts[1].strip();
			return new Halves(new FreeText(parts[0].strip(), Salts.next()), more.isEmpty() ? null : new FreeText(more, Salts.next()));
		}
	}

	private FreeText words(String field, int max, boolean lines) {
		String raw = typed(field).replace("\r\n", "\n");
		String fault = TypedText.fault(raw, max, lines);
		if (fault != null) {
			wrong(field, fault);
		}
		return new FreeText(TypedText.kept(raw), Salts.next());
	}

	/** A day that has been; today when none was chosen. */
	public LocalDate dayOrToday(String field) {
		LocalDate day = has(field) ? read(field, typed(field)) : today.date();
		if (day.isAfter(today.date())) {
			wrong(field, "Deze dag ligt in de toekomst; kies een dag tot en met vandaag.");
		}
		return day;
	}

	/** A day, also one to come; null when none was chosen. */
	public @Nullable LocalDate dayOrNone(String field) {
		return has(field) ? read(field, typed(field)) : null;
	}

	private LocalDate read(String field, String raw) {
		try {
			if (DAY_FORM.matcher(raw.strip()).matches()) {
				return LocalDate.parse(raw.strip());
			}
		} catch (DateTimeException e) {
			// said below: there is no such day
		}
		wrong(field, "Kies een bestaande dag.");
		return today.date();
	}

	/** A time of the day, in hours and minutes; null when none was typed. */
	public @Nullable LocalTime timeOrNone(String field) {
		if (!has(field)) {
			return null;
		}
		try {
			if (TIME_FORM.matcher(typed(field).strip()).matches()) {
				return LocalTime.parse(typed(field).strip());
			}
		} catch (DateTimeException e) {
			// said below: there is no such time
		}
		wrong(field, "Schrijf de tijd als 09:30.");
		return null;
	}

	/** A whole number from 1. */
	public int number(String field) {
		String raw = typed(field).strip();
		if (!raw.matches("[0-9]{1," + LONGEST_NUMBER + "}") || Integer.parseInt(raw) < 1) {
			wrong(field, "Geef een heel getal van 1 of meer.");
			return 1;
		}
		return Integer.parseInt(raw);
	}

	/** A whole number from 0; none typed means 0. */
	public int count(String field) {
		return !has(field) || typed(field).strip().equals("0") ? 0 : number(field);
	}

	/** A whole number from 1 that may be left out. */
	public @Nullable Integer numberOrNone(String field) {
		return has(field) ? number(field) : null;
	}

	/** A number with at most four decimals, after a comma or a point. */
	public BigDecimal decimal(String field) {
		String raw = typed(field).strip();
		if (!DECIMAL.matcher(raw).matches()) {
			wrong(field, "Geef een getal met hoogstens vier decimalen, zoals 12,5.");
			return BigDecimal.ZERO;
		}
		return new BigDecimal(raw.replace(',', '.'));
	}

	/** An amount in euros that may be left out. */
	public @Nullable BigDecimal eurosOrNone(String field) {
		String raw = typed(field).strip();
		if (raw.isEmpty()) {
			return null;
		}
		if (!EUROS.matcher(raw).matches()) {
			wrong(field, "Geef een bedrag in euro's, met hoogstens twee cijfers achter de komma, zoals 12500,50.");
			return BigDecimal.ZERO;
		}
		return new BigDecimal(raw.replace(',', '.'));
	}

	/** One of the choices of an enumeration. */
	public <E extends Enum<E>> E choice(String field, Class<E> type) {
		E[] all = type.getEnumConstants();
		return Arrays.stream(all).filter(each -> each.name().equals(typed(field))).findFirst().orElseGet(() -> {
			wrong(field, "Kies een van de mogelijkheden.");
			return all[0];
		});
	}

	/** As {@link #choice}; null when none was chosen. */
	public <E extends Enum<E>> @Nullable E choiceOrNone(String field, Class<E> type) {
		return has(field) ? choice(field, type) : null;
	}

	/** One thing that was chosen. */
	public <T> T id(String field, Function<UUID, T> type) {
		return type.apply(Objects.requireNonNullElseGet(uuid(field, typed(field)), () -> {
			wrong(field, "Maak een keuze.");
			return new UUID(0, 0);
		}));
	}

	/** One thing that may be chosen. */
	public <T> @Nullable T idOrNone(String field, Function<UUID, T> type) {
		return has(field) ? id(field, type) : null;
	}

	/** All things that were ticked. */
	public <T> List<T> ids(String field, Function<UUID, T> type) {
		List<T> all = new ArrayList<>();
		for (String raw : typed.getOrDefault(field, List.of())) {
			UUID id = uuid(field, raw);
			if (id != null) {
				all.add(type.apply(id));
			}
		}
		return all;
	}

	/** Whether a box was ticked, or a button of this name pressed. */
	public boolean isTicked(String field) {
		return typed.containsKey(field);
	}

	private @Nullable UUID uuid(String field, String raw) {
		if (UUID_FORM.matcher(raw).matches()) {
			return UUID.fromString(raw);
		}
		wrong(field, "Maak een keuze.");
		return null;
	}

	/** The same for the same form of the same page with the same in it; null when it does not say which page it was on. */
	@Nullable
	String key(String path) {
		String key = typed(KEY);
		return KEY_FORM.matcher(key).matches() ? key + "-" + fingerprint(path) : null;
	}

	/** The version that the page showed; null for a form that asks for no particular one. */
	@Nullable
	Long version() {
		return VERSION_FORM.matcher(typed(VERSION)).matches() ? Long.valueOf(typed(VERSION)) : null;
	}

	/** SHA-256 of the form and all that was typed in it, in hexadecimal. */
	String fingerprint(String path) {
		Map<String, List<String>> content = new TreeMap<>(typed);
		content.remove(TOKEN);
		content.remove(KEY);
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((path + "\n" + content).getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
