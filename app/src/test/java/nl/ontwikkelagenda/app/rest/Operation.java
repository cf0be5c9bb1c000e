package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/**
 * An operation of the OpenAPI document, with requests made up from what the document says of them.
 *
 * @param path     with parameters in braces, without the base path
 * @param document the whole document
 * @param body     the schema of the body; null when it takes none
 */
record Operation(String method, String path, JsonNode operation, JsonNode document, @Nullable JsonNode body) {

	private static final JsonMapper JSON = JsonMapper.shared();
	/** Of whichever application was asked first: all of them are made of the same classes. */
	private static @Nullable List<Operation> known;

	/** A body of which these fields hold something that they cannot. */
	record Wrong(List<String> fields, String what, String body) {
	}

	/** All operations of the running application. */
	static synchronized List<Operation> all(Running application) {
		if (known == null) {
			known = List.copyOf(read(application));
		}
		return known;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Operation another && another.toString().equals(toString());
	}

	/** Not of the whole document: an operation is asked for often. */
	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	private static List<Operation> read(Running application) {
		JsonNode document = JsonMapper.shared().readTree(application.document());
		List<Operation> all = new ArrayList<>();
		document.path("paths").propertyStream().forEach(path -> path.getValue().propertyStream().forEach(verb -> {
			JsonNode body = verb.getValue().at("/requestBody/content/application~1json/schema");
			all.add(new Operation(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue(), document, body.isMissingNode() ? null : body));
		}));
		return all;
	}

	/** An address of it: ids that nothing has, and the first of every choice. */
	String address() {
		return address("", "");
	}

	/** Whether this parameter of the path is any text, and not an id or one of some choices. */
	boolean isNamedBy(String parameter) {
		return operation.path("parameters").valueStream().filter(each -> each.path("name").asString().equals(parameter)).map(each -> each.path("schema"))
				.noneMatch(schema -> schema.has("$ref") || schema.has("format") || schema.has("enum") || schema.has("pattern"));
	}

	/** An address of it with one parameter of the path replaced. */
	String address(String parameter, String value) {
		String address = Api.BASE + path;
		for (JsonNode each : operation.path("parameters")) {
			String name = each.path("name").asString();
			String usual = each.at("/schema/enum").isArray() ? each.at("/schema/enum/0").asString() : UUID.randomUUID().toString();
			address = address.replace("{" + name + "}", name.equals(parameter) ? value : usual);
		}
		return address;
	}

	/** Says of what type its content is, where that is not JSON. */
	String[] contentType() {
		return operation.at("/requestBody/content").propertyStream().map(Map.Entry::getKey).filter(type -> !type.equals("application/json"))
				.flatMap(type -> Stream.of("Content-Type", type)).toArray(String[]::new);
	}

	/** A demo user who gets as far as having his question read. */
	String asker(Running application) {
		boolean refused = method.equals("GET") && application.get("beheerder", address() + "?colour=red").status() == 403;
		return refused ? "auditor" : "beheerder";
	}

	/** Whether who is not logged in may ask it. */
	boolean isOpen() {
		return operation.path("security").isArray() && operation.path("security").isEmpty();
	}

	List<String> parameters(String in) {
		return operation.path("parameters").valueStream().filter(each -> each.path("in").asString().equals(in)).map(each -> each.path("name").asString()).toList();
	}

	/** A body as the document wants it, with only the fields that must be there. */
	ObjectNode smallest() {
		return (ObjectNode) sample(schema(), false);
	}

	/** A body as the document wants it, with every field. */
	ObjectNode largest() {
		return (ObjectNode) sample(schema(), true);
	}

	/** The first field at the top that is so, or empty. */
	String first(Kind kind) {
		return schema().path("properties").propertyStream().filter(field -> kind(field.getValue()) == kind).map(Map.Entry::getKey).findFirst().orElse("");
	}

	enum Kind {
		TEXT, ID, DATE, INSTANT, CHOICE, BOOLEAN, NUMBER, DECIMAL, LIST, OBJECT
	}

	/** Bodies in which every field holds in turn all that it cannot: fields beside each other at once, as all that is wrong is told at once. */
	List<Wrong> wrongs() {
		List<Wrong> wrongs = new ArrayList<>();
		ObjectNode body = largest();
		collect(schema(), body, "", (fields, what) -> wrongs.add(new Wrong(fields, what, body.toString())));
		return wrongs;
	}

	@FunctionalInterface
	private interface Found {
		/** The body is wrong now, in these fields, in this way. */
		void wrong(List<String> fields, String what);
	}

	private void collect(JsonNode schema, ObjectNode holder, String prefix, Found found) {
		ObjectNode right = holder.deepCopy();
		Map<String, List<String>> bad = new LinkedHashMap<>();
		schema.path("properties").propertyStream().forEach(property -> {
			JsonNode type = resolved(property.getValue());
			assertThat(kind(type) != Kind.TEXT || type.has("maxLength")).as("%s: %s%s is a text without an end", this, prefix, property.getKey()).isTrue();
			bad.put(property.getKey(), bad(type));
		});
		List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
		int most = bad.values().stream().mapToInt(List::size).max().orElse(0);
		for (int i = 0; i < most; i++) {
			int way = i;
			List<String> names = bad.entrySet().stream().filter(field -> field.getValue().size() > way).map(Map.Entry::getKey).toList();
			each(holder, right, names, name -> holder.set(name, JSON.readTree(bad.getOrDefault(name, List.of()).get(way))), prefix, "wrong in way " + (way + 1), found);
		}
		// of two of these the request as a whole is too large
		schema.path("properties").propertyStream().filter(property -> kind(resolved(property.getValue())) == Kind.TEXT)
				.forEach(property -> each(holder, right, List.of(property.getKey()), name -> holder.put(name, "é".repeat(400_000)), prefix, "endless", found));
		each(holder, right, required, holder::putNull, prefix, "null", found);
		each(holder, right, required, holder::remove, prefix, "left out", found);
		each(holder, right, List.of("colour"), name -> holder.put(name, "red"), prefix, "unknown", found);
		schema.path("properties").propertyStream().forEach(property -> {
			JsonNode type = resolved(property.getValue());
			JsonNode part = holder.get(property.getKey());
			if (part instanceof ObjectNode inner) {
				collect(type, inner, prefix + property.getKey() + ".", found);
			} else if (part instanceof ArrayNode list && list.get(0) instanceof ObjectNode inner) {
				collect(resolved(type.path("items")), inner, prefix + property.getKey() + "[0].", found);
			}
		});
	}

	private static void each(ObjectNode holder, ObjectNode right, List<String> names, Consumer<String> change, String prefix, String what, Found found) {
		if (!names.isEmpty()) {
			names.forEach(change);
			found.wrong(names.stream().map(name -> prefix + name).toList(), what);
			holder.removeAll();
			holder.setAll(right.deepCopy());
		}
	}

	private static List<String> bad(JsonNode type) {
		return switch (kind(type)) {
			case TEXT -> List.of("5", "true", "[]", "{}", "\"\"", "\" \"", "\"a\\u0000b\"", "\"a\\u0007b\"", "\"" + "x".repeat(type.path("maxLength").intValue() + 1) + "\"",
					"\"" + "é".repeat(type.path("maxLength").intValue() + 1) + "\"");
			case ID -> List.of("5", "{}", "[]", "\"\"", "\"iemand\"", "\"1-1-1-1-1\"", "\"person:" + UUID.randomUUID() + "\"", "\"" + UUID.randomUUID() + "\\u0000\"");
			case DATE -> List.of("20210329", "{}", "[2021, 3, 29]", "\"\"", "\"2021-02-30\"", "\"2021-13-01\"", "\"29-03-2021\"", "\"+12021-03-29\"", "\"2021-03-29T10:00:00Z\"");
			case INSTANT -> List.of("1616000000", "{}", "\"2021-03-29\"", "\"2021-02-30T10:00:00Z\"", "\"2021-03-29T25:00:00Z\"", "\"2021-03-29T10:00:00\"",
					"\"+999999999-01-01T00:00:00Z\"");
			case CHOICE -> List.of("0", "\"PURPLE\"", "\"\"", "[]", "{}");
			case BOOLEAN -> List.of("1", "\"true\"", "[]");
			case NUMBER -> List.of("\"1\"", "1.5", "1e400", "[]");
			case DECIMAL -> List.of("\"1.5\"", "1.2345678", "1e400", "[]", "{}");
			case LIST -> List.of("{}", "\"x\"", "5", "[5]", "[null]", "[[]]");
			case OBJECT -> List.of("[]", "\"x\"", "5", "[{}]");
		};
	}

	private static Kind kind(JsonNode schema) {
		if (schema.has("enum")) {
			return Kind.CHOICE;
		}
		String type = schema.path("type").isArray() ? schema.path("type").get(0).asString() : schema.path("type").asString("object");
		return switch (type) {
			case "string" -> switch (schema.path("format").asString("")) {
				case "uuid" -> Kind.ID;
				case "date" -> Kind.DATE;
				case "date-time" -> Kind.INSTANT;
				default -> Kind.TEXT;
			};
			case "boolean" -> Kind.BOOLEAN;
			case "integer" -> Kind.NUMBER;
			case "number" -> Kind.DECIMAL;
			case "array" -> Kind.LIST;
			default -> Kind.OBJECT;
		};
	}

	private JsonNode sample(JsonNode schema, boolean everything) {
		JsonNode type = resolved(schema);
		return switch (kind(type)) {
			case TEXT -> JSON.readTree("\"Tekst\"");
			case ID -> JSON.readTree("\"" + UUID.randomUUID() + "\"");
			case DATE -> JSON.readTree("\"2021-03-29\"");
			case INSTANT -> JSON.readTree("\"2021-03-29T10:00:00Z\"");
			case CHOICE -> type.at("/enum/0");
			case BOOLEAN -> JSON.readTree("true");
			case NUMBER, DECIMAL -> JSON.readTree("1");
			case LIST -> JSON.createArrayNode().add(sample(type.path("items"), everything));
			case OBJECT -> {
				ObjectNode object = JSON.createObjectNode();
				List<String> required = type.path("required").valueStream().map(JsonNode::asString).toList();
				type.path("properties").propertyStream().filter(property -> everything || required.contains(property.getKey()))
						.forEach(property -> object.set(property.getKey(), sample(property.getValue(), everything)));
				yield object;
			}
		};
	}

	private JsonNode schema() {
		if (body == null) {
			throw new IllegalStateException(this + " takes no body");
		}
		return resolved(body);
	}

	private JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
	}

	@Override
	public String toString() {
		return method + " " + path;
	}
}
