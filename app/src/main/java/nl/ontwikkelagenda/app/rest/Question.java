package nl.ontwikkelagenda.app.rest;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The query string of a request: which moment, and for a list which filters, order, words and page. Read once per request, all its faults told together. */
final class Question {

	static final int DEFAULT_PAGE_SIZE = 20;
	static final int MAX_PAGE_SIZE = 100;
	static final int MAX_PAGE = 100_000;
	static final List<String> LIST_PARAMETERS = List.of("page", "pageSize", "sort", "search");

	static final String AS_OF = "asOf";

	/** What is asked where no request is served, as by a command. */
	static final ScopedValue<Question> WITHOUT_REQUEST = ScopedValue.newInstance();

	private static final String ATTRIBUTE = Question.class.getName();
	private static final int LONGEST_VALUE = 200;
	private static final String NUMBER = "[1-9][0-9]{0,8}";

	private final String path;
	private final Map<String, String> given;
	private final @Nullable Instant moment;
	private final Map<String, String> filters;
	private final List<String> sort;
	private final int page;
	private final int pageSize;
	private @Nullable AsOf asOf;

	private Question(String path, Map<String, String> given, @Nullable Instant moment, Map<String, String> filters, List<String> sort, int page, int pageSize) {
		this.path = path;
		this.given = given;
		this.moment = moment;
		this.filters = filters;
		this.sort = sort;
		this.page = page;
		this.pageSize = pageSize;
	}

	/** @throws IllegalStateException when nothing was asked that is read here */
	static Question current() {
		return asked().orElseThrow(() -> new IllegalStateException("No request to the API is being served"));
	}

	/** The question of the request that is being served, or of whoever asks without one; empty for a page that is asked about now. */
	static Optional<Question> asked() {
		if (WITHOUT_REQUEST.isBound()) {
			return Optional.of(WITHOUT_REQUEST.get());
		}
		Object question = RequestContextHolder.currentRequestAttributes().getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		return question instanceof Question found ? Optional.of(found) : Optional.empty();
	}

	/** Everything, as of this moment. */
	static Question at(Instant moment) {
		return new Question("", Map.of(), moment, Map.of(), List.of(), 1, DEFAULT_PAGE_SIZE);
	}

	/**
	 * Reads the query string.
	 *
	 * @param listed the view of which a list is asked, or null
	 * @param own    parameters that the endpoint reads itself
	 * @param formats in which it can be had
	 * @param nowOnly why no moment can be asked about, or null when it can
	 * @param now    a later moment cannot be asked for
	 * @throws InvalidInput naming every parameter that is unknown or wrong
	 */
	static Question read(HttpServletRequest request, @Nullable ReadModel<?, ?> listed, Set<String> own, List<String> formats, @Nullable String nowOnly,
			Supplier<Instant> now) {
		List<FieldError> errors = new ArrayList<>();
		Map<String, String> given = parameters(request.getQueryString(), errors);
		boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		Set<String> known = new TreeSet<>(own);
		boolean ofMoment = reads && nowOnly == null;
		if (ofMoment) {
			known.add(AS_OF);
		}
		if (listed != null) {
			known.addAll(LIST_PARAMETERS);
			known.addAll(listed.filters());
		}
		for (String name : given.keySet()) {
			if (name.equals(AS_OF) && reads && nowOnly != null) {
				errors.add(new FieldError(name, nowOnly));
			} else if (!known.contains(name)) {
				errors.add(new FieldError(name, known.isEmpty() ? "Deze zoekvraag bestaat niet." : "Deze zoekvraag bestaat niet. Wel: " + String.join(", ", known) + "."));
			}
		}
		String format = given.get(FormatStrategy.PARAMETER);
		if (format != null && known.contains(FormatStrategy.PARAMETER) && !formats.contains(format)) {
			errors.add(new FieldError(FormatStrategy.PARAMETER, "Kies een van: " + String.join(", ", formats) + "."));
		}
		Instant moment = ofMoment ? moment(AS_OF, given.get(AS_OF), now, errors) : null;
		Question question;
		if (listed == null) {
			question = new Question(request.getRequestURI(), given, moment, Map.of(), List.of(), 1, DEFAULT_PAGE_SIZE);
		} else {
			Map<String, String> filters = new HashMap<>(given);
			filters.keySet().retainAll(listed.filters());
			filters.forEach((field, value) -> checkFilter(field, value, listed, errors));
			question = new Question(request.getRequestURI(), given, moment, Map.copyOf(filters), sort(given.get("sort"), listed, errors),
					number("page", given.get("page"), 1, MAX_PAGE, errors), number("pageSize", given.get("pageSize"), DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, errors));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		request.setAttribute(ATTRIBUTE, question);
		return question;
	}

	/**
	 * Reads the moment that a page is asked about; an empty field of a form asks about now. What else is asked of it, a page reads itself.
	 *
	 * @param nowOnly why no moment can be asked about, or null when it can
	 * @throws InvalidInput when it is no moment, when it is to come, or when this page knows of now only
	 */
	static void readOfPage(HttpServletRequest request, @Nullable String nowOnly, Supplier<Instant> now) {
		String asked = request.getParameter(AS_OF);
		if (asked == null || asked.isBlank()) {
			return;
		}
		if (nowOnly != null) {
			throw new InvalidInput(AS_OF, nowOnly);
		}
		List<FieldError> errors = new ArrayList<>();
		Instant moment = moment(AS_OF, asked, now, errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		request.setAttribute(ATTRIBUTE, new Question(request.getRequestURI(), Map.of(AS_OF, asked), moment, Map.of(), List.of(), 1, DEFAULT_PAGE_SIZE));
	}

	/** Comes down to a position once, so that all parts of one answer agree. */
	AsOf asOf(Documents documents) {
		if (asOf == null) {
			asOf = moment == null ? AsOf.NOW : documents.asOf(moment);
		}
		return asOf;
	}

	/** The Dutch day of the moment that was asked for. */
	LocalDate day(LocalDate otherwise) {
		return moment == null ? otherwise : LocalDate.ofInstant(moment, Today.AMSTERDAM);
	}

	/** The moment that was asked for. */
	Instant moment(Supplier<Instant> otherwise) {
		return moment == null ? otherwise.get() : moment;
	}

	ListQuery query(Map<String, ?> only, List<Condition> conditions, @Nullable Set<PartnershipId> partnerships) {
		Map<String, String> all = new HashMap<>(filters);
		only.forEach((field, value) -> all.put(field, value.toString()));
		return new ListQuery(all, conditions, given.get("search"), sort, page, pageSize, partnerships);
	}

	/** As {@link #query}, for all pages: a page of this size with this number. */
	ListQuery query(Map<String, ?> only, List<Condition> conditions, @Nullable Set<PartnershipId> partnerships, int number, int size) {
		ListQuery one = query(only, conditions, partnerships);
		return new ListQuery(one.filters(), conditions, one.search(), one.sort(), number, size, one.partnerships());
	}

	/** Repeats the question in the answer when it was about a moment. */
	HttpHeaders contentLocation() {
		HttpHeaders headers = new HttpHeaders();
		if (given.containsKey(AS_OF)) {
			headers.set(HttpHeaders.CONTENT_LOCATION, URI.create(path + "?" + query(given)).toString());
		}
		return headers;
	}

	/** RFC 8288 links to the first, previous, next and last page. */
	List<String> links(long total) {
		return links(total, page, pageSize);
	}

	List<String> links(long total, int page, int pageSize) {
		long last = Math.max(1, (total + pageSize - 1) / pageSize);
		List<String> links = new ArrayList<>();
		links.add(link(1, "first"));
		if (page > 1) {
			links.add(link(Math.min(page - 1L, last), "prev"));
		}
		if (page < last) {
			links.add(link(page + 1L, "next"));
		}
		links.add(link(last, "last"));
		return links;
	}

	private String link(long to, String relation) {
		Map<String, String> parameters = new LinkedHashMap<>(given);
		parameters.put("page", Long.toString(to));
		return "<" + path + "?" + query(parameters) + ">; rel=\"" + relation + "\"";
	}

	private static String query(Map<String, String> parameters) {
		return parameters.entrySet().stream().map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue())).collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static Map<String, String> parameters(@Nullable String query, List<FieldError> errors) {
		Map<String, String> given = new LinkedHashMap<>();
		Set<String> twice = new HashSet<>();
		for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
			int equals = pair.indexOf('=');
			String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
			String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
			if (name == null || name.isEmpty() || name.length() > LONGEST_VALUE || InputBinder.hasUnprintable(name, false)) {
				errors.add(new FieldError("query", "De zoekvraag in het adres is niet goed geschreven."));
			} else if (value == null || value.isBlank() || value.codePointCount(0, value.length()) > LONGEST_VALUE || InputBinder.hasUnprintable(value, false)) {
				errors.add(new FieldError(name, "Geef een leesbare waarde van hoogstens " + LONGEST_VALUE + " tekens."));
			} else if (given.put(name, value.strip()) != null && twice.add(name)) {
				errors.add(new FieldError(name, "Deze zoekvraag staat er meer dan één keer."));
			}
		}
		return given;
	}

	private static @Nullable String decoded(String text) {
		try {
			String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
			return decoded.indexOf('\uFFFD') >= 0 ? null : decoded;
		} catch (IllegalArgumentException e) {
			return null;
		}
	}

	/** @return null when none was asked for, or when it is wrong, which is then among the errors */
	static @Nullable Instant moment(String field, @Nullable String asked, Supplier<Instant> now, List<FieldError> errors) {
		if (asked == null) {
			return null;
		}
		LocalDate day = InputBinder.date(asked);
		// A plus that was not encoded arrives as a space; there is no other way to read it.
		Instant moment = day == null ? InputBinder.instant(asked.replace(' ', '+')) : Today.endOf(day);
		if (moment == null) {
			errors.add(new FieldError(field, "Schrijf een datum als 2021-03-29 of een tijdstip met tijdzone als 2021-03-29T13:30:00+02:00."));
			return null;
		}
		Instant latest = now.get();
		// what is recorded has whole milliseconds, and who asks may have a finer clock
		if (day == null ? moment.truncatedTo(ChronoUnit.MILLIS).isAfter(latest) : Today.startOf(day).isAfter(latest)) {
			errors.add(new FieldError(field, "Dit moment ligt in de toekomst; kies een moment tot en met nu."));
			return null;
		}
		return moment;
	}

	/** A value that the field can never have is a mistake, not an empty list. */
	private static void checkFilter(String field, String value, ReadModel<?, ?> listed, List<FieldError> errors) {
		for (RecordComponent component : listed.document().getRecordComponents()) {
			Class<?> type = component.getType();
			if (!component.getName().equals(field)) {
				continue;
			}
			if (type == LocalDate.class && InputBinder.date(value) == null) {
				errors.add(new FieldError(field, "Schrijf een bestaande datum als 2021-03-29."));
			} else if ((type == UUID.class || InputBinder.isId(type)) && InputBinder.uuid(value) == null) {
				errors.add(new FieldError(field, "Geef een id in de vorm van een UUID."));
			} else if (type.isEnum() && InputBinder.names(type).indexOf(value) < 0) {
				errors.add(new FieldError(field, "Kies een van: " + String.join(", ", InputBinder.names(type)) + "."));
			}
		}
	}

	private static List<String> sort(@Nullable String asked, ReadModel<?, ?> listed, List<FieldError> errors) {
		if (asked == null) {
			return List.of();
		}
		List<String> fields = List.of(asked.split(",", -1));
		Set<String> seen = new HashSet<>();
		for (String field : fields) {
			String name = field.startsWith("-") ? field.substring(1) : field;
			if (!listed.filters().contains(name) || !seen.add(name)) {
				errors.add(new FieldError("sort", "Sorteren kan op: " + String.join(", ", listed.filters()) + ", elk hoogstens één keer en met een minteken voor aflopend."));
				return List.of();
			}
		}
		return fields;
	}

	static int number(String name, @Nullable String asked, int otherwise, int most, List<FieldError> errors) {
		if (asked == null) {
			return otherwise;
		}
		if (asked.matches(NUMBER) && Integer.parseInt(asked) <= most) {
			return Integer.parseInt(asked);
		}
		errors.add(new FieldError(name, "Geef een geheel getal van 1 tot en met " + most + "."));
		return otherwise;
	}
}
