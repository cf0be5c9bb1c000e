package nl.ontwikkelagenda.app.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Requests that read: every operation of the OpenAPI document with ids, filters and words that some document has or once had. A new operation is found by itself; only what its own
 * parameters can be has to be told here.
 */
final class ReadRequests {

	/** Ids near the moment, and of any time, for each address with an id in it. */
	private static final int NEAR = 2;
	private static final int ANYWHERE = 1;
	private static final int MOST = 150;

	private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{([a-zA-Z]+)}");
	/** Parameters that every list has, or that are asked about by themselves. */
	private static final List<String> OF_LISTS = List.of(Question.AS_OF, "page", "pageSize", "sort", "search", FormatStrategy.PARAMETER);
	/** What parameters that are no id of a view can be. */
	private static final Map<String, List<String>> VALUES = Map.ofEntries(Map.entry("phrase", List.of("voor de kerstvakantie", "volgende bijeenkomst")),
			Map.entry("saidOn", List.of("2018-09-24", "2021-03-29")), Map.entry("region", List.of("NOORD", "MIDDEN")), Map.entry("version", List.of("1", "2")),
			Map.entry("period", List.of("dit schooljaar", "vorig kwartaal", "2018-2019")), Map.entry("figure", List.of("meetings-held", "actions-agreed", "actions-done")),
			Map.entry("from", List.of("2018-08-01", "2020-01-01")), Map.entry("to", List.of("2018-12-31", "2021-07-31")),
			Map.entry("year", List.of("2018", "2021")), Map.entry("kind", List.of("themes", "actions", "meetings")), Map.entry("cursor", List.of()),
			Map.entry("limit", List.of("5")), Map.entry("readModel", List.of("decisions")));
	/** Parts of a path that stand for the documents of a view with another name. */
	private static final Map<String, String> COLLECTIONS = Map.of("people", "rights", "traces", "outcomes", "histories", "tables");
	/** How ids are found of what no view keeps and no list shows; a question takes what stands in the path before it. */
	private static final Map<String, String> ASKED = Map.of("facts",
			"select event_identifier::text from log.domain_event where aggregate_identifier = ? order by global_index limit 2",
			"proofs", "select event_identifier::text from log.domain_event where payload_type = 'agenda.DecisionTaken' order by global_index limit 2", "report-runs",
			"select id::text from register.report_run order by id limit 2");
	/** Parameters that stand for the documents of a view with another name. */
	private static final Map<String, String> NAMED = Map.of("reportId", "progress-reports", "comparedWith", "progress-reports");
	/** What is only answered when one of several parameters is given: one that is then always given. */
	private static final Map<String, List<String>> TOGETHER = Map.of("/reports/progress", List.of("partnershipId"), "/reports/progress/facts",
			List.of("partnershipId", "figure", "period"), "/reports/progress/burn-up.svg", List.of("partnershipId"), "/search", List.of("search"), "/differences",
			List.of("partnershipId"), "/audit/accesses", List.of("partnershipId"));
	/** What is asked of one operation only, by parameter. */
	private static final Map<String, Map<String, String>> OF_ONE = Map.of("/audit/consistency", Map.of("from", "1", "to", "2"), "/search", Map.of("search", "tafel"),
			"/recorded-texts",
			Map.of("search", "voor"), "/reports/progress/facts", Map.of("figure", "meetings-held"));

	private final Running app;
	private final JdbcClient jdbc;
	private final Random random;
	private final Map<String, Long> generations = new HashMap<>();
	/** By view, read when they are first asked for: nothing is recorded meanwhile. */
	private final Map<String, Map<String, List<Long>>> versions = new HashMap<>();
	private final Map<String, List<Map<String, String>>> documents = new HashMap<>();
	private final Map<String, List<String>> words = new HashMap<>();
	private final Map<String, List<HandlerMethod>> handlers = new HashMap<>();
	private final Map<String, List<List<String>>> otherForms = new HashMap<>();
	private final List<String> keepers;
	private final Map<String, List<String>> kept = new HashMap<>();

	ReadRequests(Running app, Random random) {
		this(app, random, List.of());
	}

	/** @param keepers users in whose lists ids are found of what no view keeps */
	ReadRequests(Running app, Random random, List<String> keepers) {
		this.keepers = keepers;
		this.app = app;
		this.random = random;
		this.jdbc = JdbcClient.create(app.database().owner());
		jdbc.sql("select name, id from view.generation where serving").query(row -> {
			generations.put(row.getString("name"), row.getLong("id"));
		});
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
			if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				mapping.getPatternValues().forEach(path -> {
					handlers.computeIfAbsent(path, any -> new ArrayList<>()).add(method);
					if (method.hasMethodAnnotation(Hidden.class)) {
						otherForms.computeIfAbsent(path, any -> new ArrayList<>())
								.add(mapping.getProducesCondition().getExpressions().stream().map(Object::toString).toList());
					}
				});
			}
		});
	}

	/** Types in which the answer of this operation can be asked besides its own: for each method that gives some, those. */
	List<List<String>> otherForms(Operation operation) {
		return otherForms.getOrDefault(Api.BASE + operation.path(), List.of());
	}

	/** Operations that read: those that can be asked about a moment, or those that can not. */
	List<Operation> operations(boolean ofMoments) {
		return Operation.all(app).stream().filter(operation -> operation.method().equals("GET"))
				.filter(operation -> operation.parameters("query").contains(Question.AS_OF) == ofMoments).toList();
	}

	/** Addresses to ask of this operation, without a moment; the position says which ids are interesting. */
	List<String> addresses(Operation operation, long position) {
		List<String> addresses = new ArrayList<>();
		for (String path : paths(operation.path(), position)) {
			Optional<ReadModel<?, ?>> listed = handlers.getOrDefault(Api.BASE + operation.path(), List.of()).stream().flatMap(method -> QuestionInterceptor.listed(method).stream())
					.findFirst();
			List<Map<String, String>> questions = listed.isPresent() ? ofList(listed.get(), operation) : ofItsOwn(operation, position);
			// of lists under a resource there are many
			some(questions, listed.isPresent() && operation.path().contains("{") ? 2 : questions.size())
					.forEach(question -> addresses.add(Api.BASE + path + (question.isEmpty() ? "" : "?" + query(question))));
		}
		return addresses;
	}

	/** One address to ask of this operation, with as few parameters as can be. */
	String plainAddress(Operation operation, long position) {
		String query = required(operation);
		return Api.BASE + oneOf(paths(operation.path(), position)) + (query.isEmpty() ? "" : "?" + query);
	}

	/** The plain question, and some of the others. */
	private List<Map<String, String>> some(List<Map<String, String>> questions, int count) {
		List<Map<String, String>> others = new ArrayList<>(questions.subList(1, questions.size()));
		Collections.shuffle(others, random);
		return Stream.concat(Stream.of(questions.getFirst()), others.stream()).limit(count).toList();
	}

	private static String query(Map<String, String> question) {
		return question.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
	}

	/** Paths of the operation with ids that documents have. */
	List<String> paths(String path, long position) {
		Matcher variable = VARIABLE.matcher(path);
		if (!variable.find()) {
			return List.of(path);
		}
		boolean ofView = keepers.isEmpty() || isView(variable.group(1));
		List<String> ids = ofView ? ids(view(variable.group(1), path), position) : kept(path.substring(0, variable.start(2) - 2));
		return ids.stream().flatMap(id -> paths(path.replace("{" + variable.group(2) + "}", id), position).stream()).toList();
	}

	private String view(String collection, String path) {
		String view = COLLECTIONS.getOrDefault(collection, collection);
		if (!generations.containsKey(view)) {
			throw new AssertionError(
					"Where are real ids for GET " + path + "? There is no view " + view + ": say in ReadRequests.COLLECTIONS which view has documents with such ids, or if it "
							+ "cannot be asked about a moment, declare it @WithoutAsOf and write it in docs/as-of.md with the reason.");
		}
		return view;
	}

	/** This path with every id there is, but for the most, as far as it has one variable that a view has documents for. */
	synchronized List<String> everyPath(String path) {
		Matcher variable = VARIABLE.matcher(path);
		return variable.results().count() == 1 && variable.reset().find() && isView(variable.group(1))
				? versions.computeIfAbsent(view(variable.group(1), path), this::versions).keySet().stream().limit(MOST).map(id -> path.replace("{" + variable.group(2) + "}", id))
						.toList()
				: List.of();
	}

	private boolean isView(String collection) {
		return generations.containsKey(COLLECTIONS.getOrDefault(collection, collection));
	}

	/** @param list path of that of which there are some */
	List<String> kept(String list) {
		return kept.computeIfAbsent(list, first -> {
			String[] parts = list.split("/");
			String question = ASKED.get(parts[parts.length - 1]);
			if (question != null) {
				return (question.contains("?") ? jdbc.sql(question).param(parts[parts.length - 2]) : jdbc.sql(question)).query(String.class).list();
			}
			return keepers.stream().map(keeper -> app.get(keeper, Api.BASE + list)).filter(answer -> answer.status() == 200)
					.flatMap(answer -> answer.json().path("items").valueStream().limit(NEAR)).map(item -> item.propertyStream().findFirst().orElseThrow().getValue().asString())
					.toList();
		});
	}

	/** What has to be asked of this operation for it to answer; empty when nothing has. */
	String required(Operation operation) {
		Map<String, String> given = OF_ONE.getOrDefault(operation.path(), Map.of());
		Map<String, String> needed = new TreeMap<>();
		for (JsonNode parameter : operation.operation().path("parameters")) {
			String name = parameter.path("name").asString();
			// without a period it is about all that there is
			if (parameter.path("in").asString().equals("query") && !name.equals("period")
					&& (parameter.path("required").booleanValue(false) || TOGETHER.getOrDefault(operation.path(), List.of()).contains(name))) {
				String partnership = operation.path().startsWith("/reports") ? withMost(operation.path().endsWith(".svg") ? "actions" : "meetings") : busiest();
				needed.put(name, given.getOrDefault(name, name.equals("partnershipId") ? partnership : value(operation, name, 0)));
			}
		}
		return query(needed);
	}

	/** The partnership of which there is most. */
	String busiest() {
		return jdbc.sql("select partnership_id::text from view.document where partnership_id is not null group by partnership_id order by count(*) desc limit 1")
				.query(String.class)
				.single();
	}

	private String withMost(String view) {
		return jdbc.sql("select partnership_id::text from view.document where generation = ? group by partnership_id order by count(*) desc limit 1").param(generation(view))
				.query(String.class).single();
	}

	/** Some ids of documents that have one of such a class. */
	List<String> ids(Class<?> type) {
		return ReadModels.ALL.stream().filter(view -> view.document().getRecordComponents()[0].getType() == type).findFirst().map(view -> ids(view.name(), 0)).orElse(List.of());
	}

	private long generation(String view) {
		return Objects.requireNonNull(generations.get(view), view);
	}

	private List<String> ids(String view, long position) {
		Map<String, List<Long>> all = versions.computeIfAbsent(view, this::versions);
		List<String> any = List.copyOf(all.keySet());
		Stream<String> near = all.entrySet().stream()
				.sorted(Comparator.comparingLong(each -> each.getValue().stream().mapToLong(from -> Math.abs(from - position)).min().orElseThrow())).limit(NEAR)
				.map(Map.Entry::getKey);
		return Stream.concat(near, random.ints(ANYWHERE, 0, Math.max(1, any.size())).filter(i -> i < any.size()).mapToObj(any::get)).distinct().toList();
	}

	/** Of each document the positions at which its versions begin. */
	private Map<String, List<Long>> versions(String view) {
		Map<String, List<Long>> found = new TreeMap<>();
		long generation = generation(view);
		jdbc.sql("select id, from_position from view.document where generation = " + generation
				+ " union all select id, from_position from view.document_version where generation = "
				+ generation).query(row -> {
					found.computeIfAbsent(row.getString(1), first -> new ArrayList<>()).add(row.getLong(2));
				});
		return found;
	}

	/** All of it, a page in some order, filters, words, and as a file. */
	private List<Map<String, String>> ofList(ReadModel<?, ?> view, Operation operation) {
		List<Map<String, String>> questions = new ArrayList<>();
		questions.add(Map.of("pageSize", "100"));
		List<Map<String, String>> documents = documents(view.name());
		List<String> single = view.filters().stream().filter(field -> documents.stream().anyMatch(document -> document.containsKey(field))).toList();
		if (!single.isEmpty()) {
			questions.add(new TreeMap<>(Map.of("pageSize", "7", "page", "2", "sort", (random.nextBoolean() ? "-" : "") + oneOf(single))));
			for (int i = 0; i < 2; i++) {
				Map<String, String> document = oneOf(documents);
				List<String> fields = view.filters().stream().filter(field -> document.getOrDefault(field, "").length() <= 200 && document.containsKey(field)).toList();
				if (!fields.isEmpty()) {
					String field = oneOf(fields);
					questions.add(new TreeMap<>(Map.of("pageSize", "100", field, document.get(field))));
				}
			}
		}
		word(view.name()).ifPresent(word -> questions.add(new TreeMap<>(Map.of("pageSize", "100", "search", word))));
		if (operation.parameters("query").contains(FormatStrategy.PARAMETER)) {
			Arrays.stream(FileFormat.values()).forEach(format -> questions.add(Map.of(FormatStrategy.PARAMETER, format.ending())));
		}
		return questions;
	}

	/** Some documents and earlier versions: their fields with one value, as a filter takes them. */
	private List<Map<String, String>> documents(String view) {
		return some(documents.computeIfAbsent(view, this::read));
	}

	private List<Map<String, String>> read(String view) {
		long generation = generation(view);
		String sql = "select body::text from (select id, from_position, body from view.document where generation = " + generation
				+ " union all select id, from_position, body from view.document_version where generation = " + generation
				+ ") as versions order by md5(id || from_position || ?) limit 200";
		return jdbc.sql(sql).param(Integer.toString(random.nextInt())).query(String.class).list().stream().map(body -> {
			Map<String, String> fields = new TreeMap<>();
			tools.jackson.databind.json.JsonMapper.shared().readTree(body).propertyStream().filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
					.forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
			return fields;
		}).toList();
	}

	private Optional<String> word(String view) {
		return some(words.computeIfAbsent(view, this::words)).stream().findFirst();
	}

	private List<String> words(String view) {
		return jdbc.sql("select word from view.document, regexp_split_to_table(search, '[^a-z]+') as word where generation = " + generation(view)
				+ " and length(word) > 4 order by md5(word || ?) limit 200").param(Integer.toString(random.nextInt())).query(String.class).list();
	}

	private <T> List<T> some(List<T> all) {
		List<T> mixed = new ArrayList<>(all);
		Collections.shuffle(mixed, random);
		return mixed.stream().limit(5).toList();
	}

	/** Without any of its own parameters where it can be, and with each of them. */
	private List<Map<String, String>> ofItsOwn(Operation operation, long position) {
		Map<String, String> needed = new TreeMap<>();
		List<String> optional = new ArrayList<>();
		for (JsonNode parameter : operation.operation().path("parameters")) {
			String name = parameter.path("name").asString();
			if (!parameter.path("in").asString().equals("query") || (OF_LISTS.contains(name) && !name.equals("search"))) {
				continue;
			}
			boolean always = TOGETHER.getOrDefault(operation.path(), List.of()).contains(name);
			if (parameter.path("required").booleanValue(false) || always || name.equals("search")) {
				needed.put(name, value(operation, name, position));
			} else {
				optional.add(name);
			}
		}
		List<Map<String, String>> questions = new ArrayList<>(List.of(needed));
		for (String name : optional) {
			Map<String, String> question = new TreeMap<>(needed);
			question.put(name, value(operation, name, position));
			questions.add(question);
		}
		return questions;
	}

	private String value(Operation operation, String name, long position) {
		if (VALUES.containsKey(name)) {
			return oneOf(Objects.requireNonNull(VALUES.get(name)));
		}
		if (name.equals("search")) {
			return Stream.generate(() -> oneOf(List.copyOf(generations.keySet()))).flatMap(view -> word(view).stream()).findFirst().orElseThrow();
		}
		if (name.equals("with")) {
			Matcher variable = VARIABLE.matcher(operation.path());
			if (variable.find()) {
				return oneOf(ids(view(variable.group(1), operation.path()), position));
			}
		}
		if (name.equals("personId")) {
			return DemoAccounts.PARTICIPANT.toString();
		}
		String view = NAMED.getOrDefault(name, name.replaceFirst("Id$", "").replaceFirst("y$", "ie").replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + "s");
		if (!generations.containsKey(view)) {
			throw new AssertionError("What can be asked with " + name + " of GET " + operation.path() + "? Give some values in ReadRequests.VALUES.");
		}
		List<String> ids = ids(view, position);
		return ids.isEmpty() ? UUID.randomUUID().toString() : oneOf(ids);
	}

	private <T> T oneOf(List<T> all) {
		return all.get(random.nextInt(all.size()));
	}
}
