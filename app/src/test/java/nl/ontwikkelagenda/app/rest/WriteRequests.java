package nl.ontwikkelagenda.app.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Requests to operations of the OpenAPI document that change something, with ids of what there is in the demo. Each expects a version that nothing has, so that a command is refused after
 * it was asked who may send it, and nothing changes.
 */
final class WriteRequests {

	/** Whom they are about, where they are about somebody. */
	static final PersonId OTHER = DemoAccounts.PARTICIPANT;

	private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{([a-zA-Z]+)}");
	private static final JsonMapper JSON = JsonMapper.shared();
	/** What a text has to be for a request to be read. */
	private static final Map<String, String> TEXTS = Map.ofEntries(Map.entry("address", "https://voorbeeld.example.org/"), Map.entry("email", "iemand@school.example.org"),
			Map.entry("schoolYear", "2021-2022"), Map.entry("phrase", "voor de kerstvakantie"), Map.entry("period", "2020-2021"), Map.entry("phone", "035 0000000"),
			Map.entry("pointer", "/title"), Map.entry("colour", "#0b6b57"),
			Map.entry("tint", "#e3f1ec"), Map.entry("csv", "schooljaar,vakantie,regio,van,tot_en_met\n2021-2022,kerst,alle,2021-12-25,2022-01-09"));
	/** Views with other names than the fields that hold ids of theirs. */
	private static final Map<String, String> NAMED = Map.of("subject", "partnerships", "attached", "meetings", "depends", "actions", "with", "priority-rounds", "follows",
			"meetings");

	private final JdbcClient jdbc;
	private final Set<String> views;
	/** What was found for which question: nothing changes meanwhile. */
	private final Map<List<String>, Optional<Thing>> asked = new HashMap<>();
	private final String notOf;
	/** The partnership of which there is most. */
	private final String busiest;

	/** @param notOf id of a partnership of which nothing is asked */
	WriteRequests(Running app, String notOf) {
		this.notOf = notOf;
		this.jdbc = JdbcClient.create(app.database().owner());
		this.busiest = jdbc.sql("select partnership_id::text from view.document where partnership_id is not null group by partnership_id order by count(*) desc limit 1")
				.query(String.class).single();
		this.views = new HashSet<>(jdbc.sql("select name from view.generation where serving").query(String.class).list());
	}

	/** What is sent. */
	record Request(String method, String address, @Nullable String body, List<String> headers) {

		Answer send(Running app, String user) {
			return app.send(user, method, address, body, headers.toArray(String[]::new));
		}

		/** As it is when it is about this person. */
		Request about(PersonId person) {
			return new Request(method, address.replace(OTHER.toString(), person.toString()), body == null ? null : body.replace(OTHER.toString(), person.toString()), headers);
		}

		boolean isAboutOther() {
			return (address + body).contains(OTHER.toString());
		}
	}

	/** Something of the demo. */
	private record Thing(String id, String partnership) {
	}

	/** With as little as can be, with a person where there may be one, and with everything. */
	List<Request> of(Operation operation) {
		String path = operation.path();
		String place = busiest;
		Thing above = null;
		for (MatchResult variable : VARIABLE.matcher(operation.path()).results().toList()) {
			String view = variable.group(1);
			Thing thing = variable.group(2).equals("personId") ? new Thing(OTHER.toString(), place) : views.contains(view) ? within(view, above).orElse(null) : null;
			if (thing != null) {
				path = path.replace("{" + variable.group(2) + "}", thing.id());
				place = thing.partnership();
				above = thing;
			}
		}
		Operation there = new Operation(operation.method(), path, operation.operation(), operation.document(), operation.body());
		String address = there.address() + (operation.parameters("query").contains("partnershipId") ? "?partnershipId=" + place : "");
		String in = place;
		return bodies(operation, in).map(body -> new Request(operation.method(), address, body, headers(operation))).distinct().toList();
	}

	private static List<String> headers(Operation operation) {
		List<String> headers = new ArrayList<>(List.of(operation.contentType()).subList(0, Math.min(2, operation.contentType().length)));
		headers.addAll(List.of("If-Match", "\"999999999\""));
		if (operation.parameters("header").contains("Content-Disposition")) {
			headers.addAll(List.of("Content-Disposition", "attachment; filename=\"tekst.txt\""));
		}
		return headers;
	}

	private Stream<@Nullable String> bodies(Operation operation, String place) {
		if (operation.body() == null) {
			return operation.contentType().length == 0 ? Stream.of((String) null) : Stream.of("Tekst");
		}
		ObjectNode smallest = operation.smallest();
		ObjectNode largest = operation.largest();
		ObjectNode withPerson = smallest.deepCopy();
		if (largest.has("personId")) {
			withPerson.put("personId", OTHER.toString());
		}
		ObjectNode held = smallest.deepCopy();
		if (largest.has("happenedOn")) {
			held.set("happenedOn", JSON.createObjectNode());
		}
		// what can be one of two things is only one of them at a time
		Stream<ObjectNode> named = largest.propertyStream().filter(field -> field.getKey().endsWith("Id") && !smallest.has(field.getKey())).map(field -> {
			ObjectNode withOne = smallest.deepCopy();
			withOne.set(field.getKey(), field.getValue());
			return withOne;
		});
		return Stream.concat(Stream.of(smallest, withPerson, held, largest), named).map(body -> filled(body, place).toString());
	}

	private JsonNode filled(ObjectNode body, String place) {
		List.copyOf(body.propertyNames()).forEach(name -> {
			JsonNode value = Objects.requireNonNull(body.get(name));
			if (value instanceof ObjectNode period && period.isEmpty() && name.equals("happenedOn")) {
				period.put("from", "2021-03-29").put("to", "2021-03-29");
			} else if (value instanceof ObjectNode inner) {
				filled(inner, place);
			} else if (value instanceof ArrayNode list) {
				ArrayNode all = JSON.createArrayNode();
				list.forEach(each -> all.add(
						each instanceof ObjectNode inner ? filled(inner, place) : each.isString() ? JSON.getNodeFactory().stringNode(value(name, each.asString(), place)) : each));
				body.set(name, all);
			} else if (value.isString()) {
				// something of a kind is named by that kind
				String named = name.equals("id") && body.has("kind") ? body.path("kind").asString().toLowerCase(Locale.ROOT) : name;
				body.put(name, value(named, value.asString(), place));
			}
		});
		return body;
	}

	private String value(String name, String sample, String place) {
		if (name.equals("partnershipId") || name.equals("regionId")) {
			return place;
		}
		if (!sample.matches("[0-9a-f-]{36}")) {
			return sample.equals("Tekst") ? TEXTS.getOrDefault(name, sample) : sample;
		}
		if (name.matches("(?i).*person(Id|Ids)?|members|administrator")) {
			return OTHER.toString();
		}
		String stem = name.replaceFirst("(Id|Ids)$", "");
		String view = NAMED.getOrDefault(stem, stem.replaceFirst("y$", "ie").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "s");
		return name.equals("id") || !views.contains(view) ? sample : first(view, place).map(Thing::id).orElse(sample);
	}

	private Optional<Thing> within(String view, @Nullable Thing above) {
		return above == null ? first(view, "") : ask(view, "strpos(d.body::text, ?) > 0", above.id()).or(() -> first(view, above.partnership()));
	}

	/** @param partnership in which it is to be looked for first */
	private Optional<Thing> first(String view, String partnership) {
		return partnership.isEmpty() ? ask(view, "d.id <> ?", "") : ask(view, "d.partnership_id = ?::uuid", partnership);
	}

	private Optional<Thing> ask(String view, String condition, String value) {
		return asked.computeIfAbsent(List.of(view, condition, value), question -> query(view, condition, value));
	}

	private Optional<Thing> query(String view, String condition, String value) {
		return jdbc.sql("""
				select d.id, d.partnership_id::text from view.document d join view.generation g on g.id = d.generation where g.serving and g.name = ?
				and d.partnership_id is not null and d.partnership_id <> ?::uuid and """ + " " + condition
				+ " order by d.partnership_id = ?::uuid desc, d.id limit 1").params(view, notOf, value, busiest)
				.query((row, number) -> new Thing(row.getString(1), row.getString(2))).optional();
	}
}
