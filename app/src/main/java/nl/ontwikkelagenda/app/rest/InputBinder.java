package nl.ontwikkelagenda.app.rest;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.Period;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/**
 * Makes a request record out of a JSON tree and tells everything that is wrong with it at once. A component is required unless it is {@code @Nullable}; a list that is left
 * out is empty. Understands records, lists, texts, free texts (a fresh salt each), dates, periods, instants, times, numbers, booleans, enumerations and ids.
 */
final class InputBinder {

	private static final int LONGEST_LIST = 500;
	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
	private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
	private static final Pattern TIME_FORM = Pattern.compile("\\d{2}:\\d{2}");
	private static final int LONGEST_INSTANT = 40;
	private static final Words UNBOUNDED_BY_ANNOTATION = defaultWords();

	private final Validator validator;
	private final List<FieldError> errors = new ArrayList<>();

	private InputBinder(Validator validator) {
		this.validator = validator;
	}

	/** @throws InvalidInput with every field that is wrong */
	static Object bind(JsonNode body, Type type, Validator validator) {
		InputBinder binder = new InputBinder(validator);
		Object bound = binder.value(body, type, UNBOUNDED_BY_ANNOTATION, "");
		if (bound == null || !binder.errors.isEmpty()) {
			throw new InvalidInput(binder.errors.isEmpty() ? List.of(new FieldError("body", "De aanvraag is leeg.")) : binder.errors);
		}
		return bound;
	}

	static @Nullable UUID uuid(String text) {
		return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
	}

	static @Nullable LocalDate date(String text) {
		try {
			return DATE_FORM.matcher(text).matches() ? LocalDate.parse(text) : null;
		} catch (DateTimeException e) {
			return null;
		}
	}

	static @Nullable Instant instant(String text) {
		try {
			OffsetDateTime moment = text.length() <= LONGEST_INSTANT ? OffsetDateTime.parse(text) : null;
			// Four-digit years only, as for dates: PostgreSQL and JSON readers agree on those.
			return moment == null || moment.getYear() < 0 || moment.getYear() > 9999 ? null : moment.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
		} catch (DateTimeException e) {
			return null;
		}
	}

	static List<String> names(Class<?> choice) {
		return Arrays.stream(choice.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList();
	}

	/** Whether a text holds characters that have no place in words: control characters, half characters and switches of writing direction. */
	static boolean hasUnprintable(String text, boolean lines) {
		for (int i = 0; i < text.length();) {
			int point = text.codePointAt(i);
			i += Character.charCount(point);
			boolean layout = lines && (point == '\n' || point == '\r' || point == '\t');
			boolean direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
			int kind = Character.getType(point);
			if (direction || (!layout && (kind == Character.CONTROL || kind == Character.SURROGATE || kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR))) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Object value(JsonNode node, Type type, Words words, String path) {
		Class<?> raw = type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : (Class<?>) type;
		if (raw == String.class) {
			return words(node, words, path);
		}
		if (raw == FreeText.class) {
			String text = words(node, words, path);
			return text == null ? null : new FreeText(text, Salts.next());
		}
		if (raw == LocalDate.class) {
			return text(node, path, InputBinder::date, "Schrijf een bestaande datum als 2021-03-29.");
		}
		if (raw == Instant.class) {
			return text(node, path, InputBinder::instant, "Schrijf een bestaand tijdstip met tijdzone, zoals 2021-03-29T13:30:00+02:00.");
		}
		if (raw == LocalTime.class) {
			return text(node, path, InputBinder::time, "Schrijf een bestaand tijdstip als 13:30.");
		}
		if (raw == Period.class && node.isString()) {
			LocalDate day = text(node, path, InputBinder::date, "Schrijf een bestaande datum als 2021-03-29.");
			return day == null ? null : Period.on(day);
		}
		if (raw == UUID.class) {
			return text(node, path, InputBinder::uuid, "Geef een id in de vorm van een UUID.");
		}
		if (raw.isEnum()) {
			return choice(node, raw, path);
		}
		if (raw == boolean.class || raw == Boolean.class) {
			return node.isBoolean() ? node.booleanValue() : wrong(path, "Geef true of false.");
		}
		if (raw == int.class || raw == Integer.class) {
			return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : wrong(path, "Geef een geheel getal.");
		}
		if (raw == long.class || raw == Long.class) {
			return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : wrong(path, "Geef een geheel getal.");
		}
		if (raw == BigDecimal.class) {
			return node.isNumber() ? node.decimalValue() : wrong(path, "Geef een getal.");
		}
		if (raw == List.class && type instanceof ParameterizedType list) {
			return list(node, list.getActualTypeArguments()[0], words, path);
		}
		if (raw.isRecord()) {
			return isId(raw) ? id(node, raw, path) : object(node, raw, path);
		}
		throw new IllegalStateException("A request cannot hold a " + type);
	}

	private @Nullable Object object(JsonNode node, Class<?> type, String path) {
		if (!node.isObject()) {
			return wrong(path, "Geef een JSON-object met velden.");
		}
		int before = errors.size();
		RecordComponent[] components = type.getRecordComponents();
		@Nullable Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			values[i] = component(node.path(components[i].getName()), components[i], type, path);
		}
		Set<String> known = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toCollection(LinkedHashSet::new));
		for (String name : node.propertyNames()) {
			if (!known.contains(name)) {
				wrong(at(path, shown(name)), "Dit veld bestaat niet. Wel: " + String.join(", ", known) + ".");
			}
		}
		return errors.size() > before ? null : construct(type, components, values, path);
	}

	private @Nullable Object component(JsonNode node, RecordComponent component, Class<?> owner, String path) {
		String here = at(path, component.getName());
		if (component.getType() == Patched.class && component.getGenericType() instanceof ParameterizedType patched) {
			return patched(node, patched.getActualTypeArguments()[0], component, here);
		}
		if (node.isMissingNode() || node.isNull()) {
			if (component.getType() == List.class) {
				return constrained(List.of(), component, owner, here);
			}
			return isOptional(component) ? null : wrong(here, "Dit veld is verplicht.");
		}
		Object value = value(node, component.getGenericType(), bound(component), here);
		return value == null ? null : constrained(value, component, owner, here);
	}

	private @Nullable Object patched(JsonNode node, Type type, RecordComponent component, String here) {
		if (node.isMissingNode()) {
			return Patched.untouched();
		}
		if (node.isNull()) {
			return Patched.cleared();
		}
		Object value = value(node, type, bound(component), here);
		return value == null ? null : Patched.to(value);
	}

	private static Words bound(RecordComponent component) {
		Words words = component.getAnnotation(Words.class);
		return words == null ? UNBOUNDED_BY_ANNOTATION : words;
	}

	private Object constrained(Object value, RecordComponent component, Class<?> owner, String here) {
		for (ConstraintViolation<?> violation : validator.validateValue(owner, component.getName(), value)) {
			wrong(here, violation.getMessage());
		}
		return value;
	}

	private @Nullable Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values, String path) {
		try {
			Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			canonical.setAccessible(true);
			return canonical.newInstance(values);
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
				return wrong(path.isEmpty() ? "body" : path, refused.getMessage());
			}
			throw new IllegalStateException(e);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private @Nullable Object list(JsonNode node, Type element, Words words, String path) {
		if (!node.isArray()) {
			return wrong(path, "Geef een lijst.");
		}
		if (node.size() > LONGEST_LIST) {
			return wrong(path, "Geef niet meer dan " + LONGEST_LIST + " onderdelen.");
		}
		List<Object> values = new ArrayList<>();
		for (int i = 0; i < node.size(); i++) {
			Object value = value(node.get(i), element, words, path + "[" + i + "]");
			if (value != null) {
				values.add(value);
			}
		}
		return List.copyOf(values);
	}

	private @Nullable Object choice(JsonNode node, Class<?> type, String path) {
		List<String> names = names(type);
		int chosen = node.isString() ? names.indexOf(node.stringValue()) : -1;
		return chosen < 0 ? wrong(path, "Kies een van: " + String.join(", ", names) + ".") : type.getEnumConstants()[chosen];
	}

	private @Nullable Object id(JsonNode node, Class<?> type, String path) {
		UUID value = text(node, path, InputBinder::uuid, "Geef een id in de vorm van een UUID.");
		return value == null ? null : construct(type, type.getRecordComponents(), new Object[] {value}, path);
	}

	private <T> @Nullable T text(JsonNode node, String path, Reader<T> reader, String expected) {
		T value = node.isString() ? reader.read(node.stringValue()) : null;
		if (value == null) {
			wrong(path, expected);
		}
		return value;
	}

	private @Nullable String words(JsonNode node, Words words, String path) {
		if (!node.isString()) {
			wrong(path, "Geef een tekst.");
			return null;
		}
		String raw = node.stringValue();
		String fault = TypedText.fault(raw, words.max(), words.lines());
		if (fault != null) {
			wrong(path, fault);
			return null;
		}
		return TypedText.kept(raw);
	}

	private @Nullable Object wrong(String path, String message) {
		errors.add(new FieldError(path.isEmpty() ? "body" : path, message));
		return null;
	}

	private static @Nullable LocalTime time(String text) {
		try {
			return TIME_FORM.matcher(text).matches() ? LocalTime.parse(text) : null;
		} catch (DateTimeException e) {
			return null;
		}
	}

	private static boolean isOptional(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	static boolean isId(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		return components != null && components.length == 1 && components[0].getType() == UUID.class && isJsonValue(components[0]);
	}

	private static boolean isJsonValue(RecordComponent component) {
		AnnotatedElement accessor = component.getAccessor();
		return accessor.isAnnotationPresent(JsonValue.class);
	}

	private static String at(String path, String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

	/** An unknown name comes from outside and goes back in the answer: kept short and readable. */
	private static String shown(String name) {
		String readable = name.replaceAll("\\P{Print}", "?");
		return readable.length() > 60 ? readable.substring(0, 60) + "…" : readable;
	}

	private static Words defaultWords() {
		record Holder(@Words String text) {
		}
		return Holder.class.getRecordComponents()[0].getAnnotation(Words.class);
	}

	@FunctionalInterface
	private interface Reader<T> {
		@Nullable
		T read(String text);
	}
}
