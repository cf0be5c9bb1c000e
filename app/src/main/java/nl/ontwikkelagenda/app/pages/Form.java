package nl.ontwikkelagenda.app.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;

/**
 * One form of a page as somebody filled it in. It is read field by field and remembers what is wrong with each, so that it can be shown again as it was; what was read from a form
 * that is not {@link #isRight() right} means nothing and is not sent.
 */
public final class Form {

	/** On a page on which nothing was filled in yet. */
	private static final String UNTOUCHED = "";

	private static final String ONCE = "once";
	private static final int LONGEST_LINE = 200;
	private static final FreeText NO_TEXT = new FreeText("", "");
	private static final UUID NO_ID = new UUID(0, 0);
	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
	private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
	private static final Pattern NUMBER_FORM = Pattern.compile("\\d{1,6}");

	private final String name;
	private final Map<String, String> typed;
	private final String once;
	private final Map<String, String> faults = new HashMap<>();
	private final Map<String, String> notes = new HashMap<>();
	private @Nullable String refusal;

	/**
	 * @param name  which form of the page
	 * @param typed by the name of the field
	 */
	public Form(String name, Map<String, String> typed) {
		this.name = name;
		this.typed = new TreeMap<>(typed);
		// what protects the form is nothing that was filled in, and differs each time
		this.typed.remove("_csrf");
		String key = value(name, ONCE);
		this.once = UUID_FORM.matcher(key).matches() ? key : Ids.next().toString();
	}

	/** The forms of a page on which nothing was filled in yet. */
	public static Form untouched() {
		return new Form(UNTOUCHED, Map.of());
	}

	public String name() {
		return name;
	}

	/** Stands in the form and comes back with it: so the same form that is sent twice has its effect once. */
	public String once() {
		return once;
	}

	/** Everything that was filled in: two forms with the same content ask the same. */
	String content() {
		return name + typed;
	}

	/** Whether this is the form that was sent. */
	public boolean is(String other) {
		return name.equals(other);
	}

	/** What was typed in a field of a form; nothing in another form than this. */
	public String value(String form, String field) {
		return is(form) ? typed.getOrDefault(field, "") : "";
	}

	/** As {@link #value(String, String)}, with what stands in a field in which nothing was typed. */
	public String value(String form, String field, @Nullable Object otherwise) {
		return is(form) && typed.containsKey(field) ? typed.get(field) : otherwise == null ? "" : otherwise.toString();
	}

	/** What is wrong with a field of a form, in one Dutch sentence; null when nothing is. */
	public @Nullable String fault(String form, String field) {
		return is(form) ? faults.get(field) : null;
	}

	/** What is told about a field of a form that is right. */
	public @Nullable String note(String form, String field) {
		return is(form) ? notes.get(field) : null;
	}

	/** Why a form as a whole was refused. */
	public @Nullable String refusal(String form) {
		return is(form) ? refusal : null;
	}

	/** Everything that is wrong with the fields. */
	public List<FieldError> faults() {
		return faults.entrySet().stream().map(fault -> new FieldError(fault.getKey(), fault.getValue())).toList();
	}

	public boolean isRight() {
		return faults.isEmpty() && refusal == null;
	}

	/** Says why it was refused: at the field that is to blame, or where this form has no such field, at its top. */
	void refuse(String field, String sentence) {
		if (typed.containsKey(field)) {
			wrong(field, sentence);
		} else {
			refuse(sentence);
		}
	}

	void refuse(String sentence) {
		refusal = sentence;
	}

	/** Whether something was filled in, or a button of this name was pressed. */
	public boolean has(String field) {
		return !typed(field).isBlank();
	}

	public String typed(String field) {
		return typed.getOrDefault(field, "");
	}

	/** A text of several lines that has to be there. */
	public FreeText text(String field) {
		return text(field, Words.DEFAULT_MAX, true);
	}

	/** A text of one line that has to be there. */
	public FreeText line(String field) {
		return text(field, LONGEST_LINE, false);
	}

	public @Nullable FreeText optionalText(String field) {
		return has(field) ? text(field) : null;
	}

	public @Nullable FreeText optionalLine(String field) {
		return has(field) ? line(field) : null;
	}

	private FreeText text(String field, int longest, boolean lines) {
		// browsers send line ends as two characters
		String raw = typed(field).replace("\r\n", "\n");
		String fault = TypedText.fault(raw, longest, lines);
		if (fault != null) {
			wrong(field, fault);
			return NO_TEXT;
		}
		return new FreeText(TypedText.kept(raw), Salts.next());
	}

	/** A day that is not after today; today when none was filled in. */
	public LocalDate pastDay(String field, LocalDate today) {
		LocalDate day = Optional.ofNullable(optionalDay(field)).orElse(today);
		if (day.isAfter(today)) {
			wrong(field, "Deze dag moet nog komen; kies vandaag of een dag daarvoor.");
		}
		return day;
	}

	public @Nullable LocalDate optionalDay(String field) {
		if (!has(field)) {
			return null;
		}
		try {
			if (DATE_FORM.matcher(typed(field)).matches()) {
				return LocalDate.parse(typed(field));
			}
		} catch (DateTimeException e) {
			// said below: no such day
		}
		wrong(field, "Kies een dag die bestaat.");
		return null;
	}

	public @Nullable Integer optionalNumber(String field) {
		if (!has(field)) {
			return null;
		}
		if (NUMBER_FORM.matcher(typed(field).strip()).matches()) {
			return Integer.valueOf(typed(field).strip());
		}
		wrong(field, "Geef een heel getal, zoals 12.");
		return null;
	}

	/** @param whenMissing what to say when nothing was chosen */
	public <T> T id(String field, Function<UUID, T> of, String whenMissing) {
		if (UUID_FORM.matcher(typed(field)).matches()) {
			return of.apply(UUID.fromString(typed(field)));
		}
		wrong(field, whenMissing);
		return of.apply(NO_ID);
	}

	/** As {@link #id}; nothing when nothing was chosen. */
	public <T> @Nullable T optionalId(String field, Function<UUID, T> of) {
		return has(field) ? id(field, of, "Kies er een uit de lijst.") : null;
	}

	/** @param whenMissing what to say when nothing was chosen, or something else than one of these */
	public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type, String whenMissing) {
		for (E one : type.getEnumConstants()) {
			if (one.name().equals(typed(field))) {
				return one;
			}
		}
		wrong(field, whenMissing);
		return null;
	}

	/** As {@link #choice}; nothing when nothing was chosen. */
	public <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
		return has(field) ? choice(field, type, "Kies er een uit de lijst.") : null;
	}

	/** Says what is wrong with a field. */
	public void wrong(String field, String sentence) {
		faults.putIfAbsent(field, sentence);
	}

	/** Tells something about a field. */
	public void tell(String field, String sentence) {
		notes.put(field, sentence);
	}

	/**
	 * Tells at the words for when what they mean.
	 *
	 * @param meaning   of the words, when they are said on that day
	 * @param otherwise the day on which they were said, when the form does not say it
	 */
	public void meaning(BiFunction<String, LocalDate, String> meaning, LocalDate otherwise) {
		String phrase = line("phrase").text();
		LocalDate saidOn = Objects.requireNonNullElse(optionalDay("saidOn"), otherwise);
		if (isRight()) {
			tell("phrase", meaning.apply(phrase, saidOn));
		}
	}
}
