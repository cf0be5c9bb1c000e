package nl.ontwikkelagenda.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all events as a page: from the records themselves, with the sentences of their source files. */
final class EventCatalogue {

	private final EventTypes types;
	private final Path root;

	/** @param root folder of the whole project, for the source files */
	EventCatalogue(EventTypes types, Path root) {
		this.types = types;
		this.root = root;
	}

	String markdown() {
		StringBuilder page = new StringBuilder("""
				# Events

				Every fact that the log can hold, by the name under which it is stored. Written by `EventContractTest`; do not edit.

				In JSON an id is a UUID, a date (`LocalDate`) and a moment (`Instant`) are ISO 8601 strings, a decimal is a string, and a `FreeText` is an object with its
				`text` and its `salt`. What is absent is left out.

				Each event also carries metadata: `actor` (`person:<id>` or `job:<name>`), `role` (the right that was used; absent for jobs), `correlationId`
				(first message of the chain) and `causationId` (the message that directly caused it).
				""");
		Map<Class<?>, List<Map.Entry<String, Class<?>>>> byFamily = types.all().entrySet().stream()
				.collect(Collectors.groupingBy(type -> family(type.getValue()), () -> new TreeMap<>(Comparator.comparing(Class::getName)), Collectors.toList()));
		byFamily.forEach((family, events) -> {
			String source = source(family);
			page.append("\n## ").append(family.getSimpleName()).append("\n\n").append(sentence(source, family)).append('\n');
			events.forEach(event -> describe(page, source, event.getKey(), event.getValue()));
		});
		return page.toString();
	}

	private static void describe(StringBuilder page, String source, String name, Class<?> type) {
		page.append("\n### ").append(name).append("\n\n");
		String sentence = sentence(source, type);
		if (!sentence.isEmpty()) {
			page.append(sentence).append("\n\n");
		}
		page.append("| field | type | |\n|---|---|---|\n");
		for (RecordComponent component : type.getRecordComponents()) {
			String remark = Stream.of(Samples.optional(component) ? "may be absent" : "", parameter(source, type, component.getName())).filter(part -> !part.isEmpty())
					.collect(Collectors.joining("; "));
			page.append("| ").append(component.getName()).append(" | ").append(kind(component.getGenericType())).append(" | ").append(remark).append(" |\n");
		}
	}

	private static String kind(Type type) {
		if (type instanceof Class<?> simple) {
			return simple.isEnum() ? Arrays.stream(simple.getEnumConstants()).map(constant -> "`" + constant + "`").collect(Collectors.joining(", ")) : simple.getSimpleName();
		}
		return type.getTypeName().replaceAll("[a-z0-9_]+\\.", "").replace("<", " of ").replace(">", "");
	}

	private static Class<?> family(Class<?> event) {
		Class<?> around = event.getEnclosingClass();
		return around == null ? event : around;
	}

	private String source(Class<?> type) {
		String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
		try (Stream<Path> modules = Files.list(root)) {
			Path source = modules.map(module -> module.resolve(file)).filter(Files::exists).findFirst().orElseThrow(() -> new IllegalStateException("No source file " + file));
			return Files.readString(source);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String sentence(String source, Class<?> type) {
		return comment(source, type).replaceAll("(?s)(^|\\s)@param.*", "").strip();
	}

	private static String parameter(String source, Class<?> type, String name) {
		Matcher found = Pattern.compile("@param\\s+" + name + "\\s+([^@]*)").matcher(comment(source, type));
		return found.find() ? found.group(1).strip() : "";
	}

	/** The comment just before the declaration, as one line of plain text. */
	private static String comment(String source, Class<?> type) {
		Matcher found = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?(?:sealed )?(?:interface|record) " + type.getSimpleName() + "\\b", Pattern.DOTALL)
				.matcher(source);
		return found.find() ? found.group(1).replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`").replaceAll("\\s+", " ").strip() : "";
	}
}
