package nl.ontwikkelagenda.reporting.readmodel;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Names;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** The fields by which the lists of one view can be filtered and sorted, each with its expression in SQL (the same in queries and indexes, or no index would be used). */
final class Fields {

	/** The id sorts every list, also when a view names no fields. */
	static final String ID = "id";

	/** The field that stands in a column of its own, in every view. */
	static final String PARTNERSHIP = "partnershipId";

	/** The day from which a document is overdue: a view that has it is one of things to do, of which there may be very many. */
	private static final String OVERDUE_FROM = "overdueFrom";
	static final String DUE = "due";

	/** The day on which it was agreed: the newest of a partnership are asked for among very many of others, and have an index of their own. */
	private static final String AGREED_ON = "agreedOn";

	/** Fields of such a view that stand in columns of their own too, so that they are counted without fetching a single document. */
	private static final Map<String, String> BESIDE = new TreeMap<>(Map.of(OVERDUE_FROM, DUE, "status", "status", "blocked", "blocked"));

	/** What changed last first. By the position itself the latest of a small partnership would be looked for among those of all. */
	static final String LATEST_FIRST = "-from_position";

	private enum Kind {
		TEXT, WORD, NUMBER, MOMENT, PERIOD, LIST
	}

	/** Writes the ids of the documents of a view for which a condition holds as a query; adds what it needs to the parameters. */
	@FunctionalInterface
	interface Ids {
		String of(ReadModel<?, ?> view, Condition such, List<Object> parameters);
	}

	private static final Ids NONE = (view, such, parameters) -> {
		throw new IllegalStateException("Other views are not read here");
	};

	private final String view;
	private final boolean read;
	private final Ids ids;
	private final Map<String, Kind> kinds = new LinkedHashMap<>();
	private final Set<String> present = new HashSet<>();
	private final Set<String> dates = new HashSet<>();

	Fields(ReadModel<?, ?> model) {
		this(model, false, NONE);
	}

	/**
	 * @param read whether the values were read from the documents before, into {@link #columns}: for conditions that ask each document several things
	 * @param ids  finds documents of other views, for conditions that name them
	 */
	Fields(ReadModel<?, ?> model, boolean read, Ids ids) {
		this.view = model.name();
		this.read = read;
		this.ids = ids;
		RecordComponent[] components = model.document().getRecordComponents();
		if (components == null) {
			throw new IllegalArgumentException("The document of view " + view + " is not a record");
		}
		for (String filter : model.filters()) {
			RecordComponent component = Arrays.stream(components).filter(c -> c.getName().equals(filter)).findFirst()
					.orElseThrow(() -> new IllegalArgumentException("View " + view + " has no field " + filter));
			kinds.put(filter, kind(component.getType(), filter));
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				present.add(filter);
			}
			if (component.getType() == LocalDate.class) {
				dates.add(filter);
			}
		}
	}

	private boolean isOfThingsToDo() {
		return kinds.containsKey(OVERDUE_FROM);
	}

	private Kind kind(Class<?> type, String filter) {
		if (type == String.class) {
			return Kind.TEXT;
		}
		if (type.isEnum() || type == UUID.class || type == boolean.class || type == Boolean.class) {
			return Kind.WORD;
		}
		if (type == Instant.class || type == OffsetDateTime.class) {
			return Kind.MOMENT;
		}
		if (Temporal.class.isAssignableFrom(type)) {
			return Kind.WORD;
		}
		if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class || type == double.class || type == short.class) {
			return Kind.NUMBER;
		}
		if (type == Period.class) {
			return Kind.PERIOD;
		}
		if (Collection.class.isAssignableFrom(type)) {
			return Kind.LIST;
		}
		RecordComponent[] components = type.getRecordComponents();
		if (components != null && components.length == 1) {
			return kind(components[0].getType(), filter) == Kind.TEXT ? Kind.WORD : kind(components[0].getType(), filter);
		}
		throw new IllegalArgumentException("View " + view + " cannot be filtered by " + filter + ": " + type.getSimpleName() + " is no single value");
	}

	private String expression(String field, Kind kind) {
		return read && isRead(kind) ? column(field) : valueOf(field, kind);
	}

	private static boolean isRead(Kind kind) {
		return kind != Kind.LIST && kind != Kind.TEXT;
	}

	private static String column(String field) {
		return "value_of_" + field.toLowerCase(Locale.ROOT);
	}

	/** Reads those fields that conditions name by their column. */
	List<String> columns(String conditions) {
		return kinds.entrySet().stream().filter(field -> isRead(field.getValue()) && Pattern.compile("\\b" + column(field.getKey()) + "\\b").matcher(conditions).find())
				.map(field -> valueOf(field.getKey(), field.getValue()) + " as " + column(field.getKey())).toList();
	}

	/** The value to sort by, also used for equality. */
	private String valueOf(String field, Kind kind) {
		return isOfThingsToDo() ? BESIDE.getOrDefault(field, inBody(field, kind)) : inBody(field, kind);
	}

	private static String inBody(String field, Kind kind) {
		return switch (kind) {
			// a longer text would not fit in an index row, and the write would fail
			case TEXT -> "(left(body->>'" + field + "', 300) collate view.dutch)";
			case WORD -> "((body->>'" + field + "') collate \"C\")";
			case NUMBER -> "((body->>'" + field + "')::numeric)";
			case MOMENT -> "(view.instant(body->>'" + field + "'))";
			case PERIOD -> "((body->'" + field + "'->>'from') collate \"C\")";
			case LIST -> "(body->'" + field + "')";
		};
	}

	/** The columns beside a current document. */
	static String beside() {
		return String.join(", ", BESIDE.values());
	}

	/** The same of an earlier version, which does not have these columns. */
	static String besideVersion() {
		return BESIDE.entrySet().stream().map(field -> inBody(field.getKey(), Kind.WORD) + " as " + field.getValue()).collect(Collectors.joining(", "));
	}

	/** Statements that make the indexes for filters and sorting on the table of one generation. */
	List<String> indexes(String table) {
		// all that hold the generation answer a count by themselves, as every question names it
		Stream<String> counting = isOfThingsToDo()
				? Stream.of("(generation, partnership_id, status, blocked)", "(generation, partnership_id, " + DUE + ", status) where " + DUE + " is not null",
						"(generation, partnership_id, " + valueOf(AGREED_ON) + ")")
				: Stream.<String>of();
		// counts too, and who looks for words that much has reads the latest only
		String latest = "(generation, partnership_id, (" + LATEST_FIRST + "))";
		Stream<String> each = kinds.entrySet().stream().filter(field -> !field.getKey().equals(PARTNERSHIP)).flatMap(field -> index(field.getKey(), field.getValue()));
		return Stream.of(counting, Stream.of(latest), each).flatMap(indexes -> indexes).map(columns -> "create index on " + table + " " + columns).toList();
	}

	private Stream<String> index(String field, Kind kind) {
		String value = expression(field, kind);
		if (kind == Kind.LIST) {
			return Stream.of("using gin (" + value + " jsonb_path_ops)");
		}
		String ascending = "(" + value + ", id)";
		// backwards an index begins with what has no value, and the latest day is what is asked for first
		return dates.contains(field) && !present.contains(field) ? Stream.of(ascending, "(" + value + " desc nulls last, id)") : Stream.of(ascending);
	}

	/**
	 * The condition that {@code field} has {@code value}; adds what it needs to {@code parameters}.
	 *
	 * @throws UnknownField when the view cannot be filtered by it
	 * @throws IllegalArgumentException when the value cannot be one of this field
	 */
	String condition(String field, String value, List<Object> parameters) {
		if (field.equals(ID)) {
			parameters.add(value);
			return "id = ?";
		}
		if (field.equals(PARTNERSHIP) && kinds.containsKey(PARTNERSHIP)) {
			parameters.add(parsed(field, value, UUID::fromString));
			return "partnership_id = ?";
		}
		Kind kind = known(field);
		String expression = expression(field, kind);
		parameters.add(parameter(field, kind, value));
		return switch (kind) {
			case TEXT -> {
				parameters.add(value);
				yield expression + " = left(?, 300) and body->>'" + field + "' = ?";
			}
			case LIST -> expression + " @> to_jsonb(?::text)";
			case WORD, PERIOD, NUMBER, MOMENT -> expression + " = ?";
		};
	}

	/** As {@link #condition(String, String, List)}, for what is not plain equality. */
	String condition(Condition condition, List<Object> parameters) {
		return switch (condition) {
			case Is is -> condition(is.field(), is.value(), parameters);
			case AtMost atMost -> bound(atMost.field(), " <= ?", atMost.value(), parameters);
			case AtLeast atLeast -> bound(atLeast.field(), " >= ?", atLeast.value(), parameters);
			case AnyOf anyOf -> any(anyOf.conditions().stream().map(one -> condition(one, parameters)).toList());
			case AllOf allOf -> allOf.conditions().isEmpty()
					? "true"
					: String.join(" and ", allOf.conditions().stream().map(one -> condition(one, parameters)).toList());
			case OneOf oneOf -> oneOf(oneOf, parameters);
			case Not not -> "not coalesce((" + condition(not.condition(), parameters) + "), false)";
			case Names names -> valueOf(names.field()) + " in (" + ids.of(names.view(), names.such(), parameters) + ")";
		};
	}

	private String valueOf(String field) {
		return field.equals(ID) ? ID : expression(field, sortable(field));
	}

	private String oneOf(OneOf oneOf, List<Object> parameters) {
		if (oneOf.field().equals(ID) || (known(oneOf.field()) == Kind.WORD && !oneOf.field().equals(PARTNERSHIP))) {
			parameters.add(new SqlArrayValue("text", oneOf.values().stream().sorted().toArray()));
			return (oneOf.field().equals(ID) ? ID : expression(oneOf.field(), Kind.WORD)) + " = any(?)";
		}
		return any(oneOf.values().stream().sorted().map(value -> condition(oneOf.field(), value, parameters)).toList());
	}

	private String bound(String field, String comparison, String value, List<Object> parameters) {
		Kind kind = sortable(field);
		parameters.add(parameter(field, kind, value));
		return expression(field, kind) + comparison;
	}

	private static String any(List<String> conditions) {
		return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions.stream().map(condition -> "(" + condition + ")").toList()) + ")";
	}

	/** The value of a field as a text, to be told rather than to be sorted by. */
	String text(String field) {
		if (known(field) == Kind.LIST) {
			throw new IllegalArgumentException("The field " + field + " of view " + view + " is a list");
		}
		return "body->>'" + field + "'";
	}

	private static Object parameter(String field, Kind kind, String value) {
		return switch (kind) {
			case TEXT, WORD, LIST -> value;
			case PERIOD -> parsed(field, value, LocalDate::parse).toString();
			case NUMBER -> parsed(field, value, BigDecimal::new);
			case MOMENT -> parsed(field, value, OffsetDateTime::parse);
		};
	}

	/**
	 * The order for one field with an optional minus; what has no value comes last in both directions.
	 *
	 * @throws UnknownField when the view cannot be sorted by it
	 */
	String order(String sort) {
		boolean descending = sort.startsWith("-");
		String field = descending ? sort.substring(1) : sort;
		if (!descending) {
			return valueOf(field) + " asc";
		}
		// what always has a value is sorted by its index, read backwards
		return valueOf(field) + (field.equals(ID) || present.contains(field) ? " desc" : " desc nulls last");
	}

	private Kind sortable(String field) {
		Kind kind = known(field);
		if (kind == Kind.LIST) {
			throw new UnknownField(field, kinds.entrySet().stream().filter(known -> known.getValue() != Kind.LIST).map(Map.Entry::getKey).toList());
		}
		return kind;
	}

	private Kind known(String field) {
		Kind kind = kinds.get(field);
		if (kind == null) {
			throw new UnknownField(field, List.copyOf(kinds.keySet()));
		}
		return kind;
	}

	private interface Parse<T> {
		T from(String value);
	}

	private static <T> T parsed(String field, String value, Parse<T> parse) {
		try {
			return parse.from(value);
		} catch (RuntimeException e) {
			throw new UnusableValue(field, value, e);
		}
	}
}
