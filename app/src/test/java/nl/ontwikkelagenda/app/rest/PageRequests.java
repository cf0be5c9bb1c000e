package nl.ontwikkelagenda.app.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.audit.EventId;
import nl.ontwikkelagenda.app.reporting.AnyId;

import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Requests to everything that answers people: pages, the files that they offer, and their forms, with ids of what there is. A new page is found by itself; only what its own parameters
 * can be has to be told here.
 */
final class PageRequests {

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::((?:[^{}]|\\{\\d+})+))?}");
	private static final Pattern CHOICE = Pattern.compile("[a-z]+(\\|[a-z]+)+");
	/** What variables that are no id can be. */
	private static final Map<String, String> VALUES = Map.of("ending", "pdf", "name", "bestand.pdf", "code", "nl", "colour", "0b6b57", "place", "1", "rule",
			"organisation-takes-part-once");
	/** What parameters that are no id can be. */
	private static final Map<String, String> PARAMETERS = Map.of("format", "csv", "figure", "meetings-held");
	/** What is asked of pages that read a form, with the id of the partnership. */
	private static final Map<String, String> FORMS = Map.of("/zoeken", "q=tafel", "/controle/bundel.zip", "subject=PARTNERSHIP/%s&from=&to=", "/controle/inzage",
			"partnershipId=%s",
			"/verschillen", "partnershipId=%s&from=2018-09-01", "/besluiten/bestand", "partnershipId=%s&format=csv");
	/** Lists in which ids are found of what everybody may read. */
	private static final Map<String, String> PUBLISHED = Map.of("/openbaar/agendas/{id}", "/published-agendas", "/openbaar/verslagen/{id}", "/published-reports");
	/** Lists in which ids are found of what no view keeps. */
	private static final Map<String, String> KEPT = Map.of("LedgerCheckId", "/audit/checks", "WebhookId", "/webhooks", "RebuildId", "/rebuilds", "ReportRunId", "/report-runs",
			"ActionImportId", "/action-imports", "ReportSubscriptionId", "/report-subscriptions", "CalendarFeedId", "/calendar-feeds", "ChangeFeedId", "/change-feeds",
			"AccessTokenId",
			"/access-tokens", "WitnessId", "/audit/witnesses");

	private final Running app;
	private final ReadRequests requests;
	private final String partnership;

	PageRequests(Running app, ReadRequests requests) {
		this.app = app;
		this.requests = requests;
		this.partnership = requests.busiest();
	}

	/**
	 * What stands at one pattern of paths.
	 *
	 * @param addresses some, with ids of what there is; none when there is nothing of the kind
	 */
	record Page(String pattern, HandlerMethod method, List<String> addresses) {
	}

	/** What is read, or what is sent by a form. */
	List<Page> all(RequestMethod how) {
		List<Page> pages = new ArrayList<>();
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
			boolean ours = method.getBeanType().getPackageName().startsWith("nl.ontwikkelagenda") && mapping.getMethodsCondition().getMethods().contains(how);
			mapping.getPatternValues().stream().filter(pattern -> ours && !pattern.startsWith(Api.BASE))
					.forEach(pattern -> pages.add(new Page(pattern, method, addresses(pattern, method))));
		});
		pages.sort(Comparator.comparing(Page::pattern));
		return pages;
	}

	private static boolean isId(Optional<MethodParameter> parameter) {
		return parameter.map(MethodParameter::getParameterType).filter(type -> type.getSimpleName().endsWith("Id")).isPresent();
	}

	private List<String> addresses(String pattern, HandlerMethod method) {
		List<MatchResult> variables = VARIABLE.matcher(pattern).results().toList();
		List<List<String>> values = variables.stream().map(variable -> values(pattern, variable, method)).toList();
		int count = values.stream().mapToInt(List::size).min().orElse(1);
		return IntStream.range(0, Math.min(2, count)).mapToObj(i -> {
			String path = pattern;
			for (int each = 0; each < variables.size(); each++) {
				path = path.replace(variables.get(each).group(), values.get(each).get(i));
			}
			return path + query(pattern, method);
		}).distinct().toList();
	}

	private List<String> values(String pattern, MatchResult variable, HandlerMethod method) {
		Optional<MethodParameter> parameter = parameter(method, variable.group(1));
		if (!isId(parameter)) {
			String choice = variable.group(2);
			String value = choice != null && CHOICE.matcher(choice).matches() ? choice.replaceFirst("\\|.*", "") : VALUES.get(variable.group(1));
			return value == null ? List.of() : List.of(value, value);
		}
		String list = PUBLISHED.get(pattern);
		return list == null ? ids(parameter.orElseThrow().getParameterType()) : requests.kept(list);
	}

	private List<String> ids(Class<?> type) {
		if (type == PartnershipId.class) {
			return List.of(partnership);
		}
		if (type == EventId.class) {
			return requests.kept("/audit/proofs");
		}
		String list = KEPT.get(type.getSimpleName());
		return type == AnyId.class ? requests.paths("/tables/{id}", 0).stream().map(Client::id).toList() : list == null ? requests.ids(type) : requests.kept(list);
	}

	private static Optional<MethodParameter> parameter(HandlerMethod method, String name) {
		return Stream.of(method.getMethodParameters()).filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class))
				.filter(parameter -> name.equals(parameter.getParameter().getName())).findFirst();
	}

	private String query(String pattern, HandlerMethod method) {
		String form = FORMS.get(pattern);
		if (form != null) {
			return "?" + form.formatted(partnership);
		}
		String query = Stream.of(method.getMethodParameters()).filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
				.flatMap(parameter -> asked(pattern, parameter).stream())
				.collect(Collectors.joining("&"));
		return query.isEmpty() ? "" : "?" + query;
	}

	/** What must be said, and of which partnership where that is not said in the path. */
	private Optional<String> asked(String pattern, MethodParameter parameter) {
		RequestParam declared = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
		Class<?> type = parameter.getParameterType();
		boolean needed = declared.required() && declared.defaultValue().equals(ValueConstants.DEFAULT_NONE) && type != MultiValueMap.class;
		if (!needed && (type != PartnershipId.class || pattern.contains("{"))) {
			return Optional.empty();
		}
		String name = declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name();
		Stream<String> values = isId(Optional.of(parameter))
				? ids(type).stream()
				: type == UUID.class ? ids(AnyId.class).stream() : Stream.ofNullable(PARAMETERS.get(name));
		return values.findFirst().map(value -> name + "=" + value);
	}
}
