package nl.ontwikkelagenda.app.house;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings that there are, each with what it is when nobody sets it; an empty text when that is nothing. */
public final class DeclaredSettings {

	private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"(ontwikkelagenda\\.[a-z.-]+)\"");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(ontwikkelagenda\\.[a-z.-]+[a-z])(?::((?:[^{}]|\\$\\{[^{}]*})*))?}");
	private static final Pattern NAMED = Pattern.compile("\"(ontwikkelagenda(?:\\.[a-z-]+)+)\"(?:, matchIfMissing = (true|false))?");

	private DeclaredSettings() {
	}

	/** Those that begin with {@code ontwikkelagenda}. */
	public static SortedMap<String, String> ofTheApplication() throws IOException {
		SortedMap<String, String> found = new TreeMap<>();
		inSources(found);
		inRecords(found);
		inFiles().forEach((name, value) -> {
			if (name.startsWith("ontwikkelagenda.")) {
				found.put(name, value);
			}
		});
		// what others begin with is the name of a group
		found.keySet().removeIf(name -> found.keySet().stream().anyMatch(other -> other.startsWith(name + ".")));
		return found;
	}

	/** Those of the application and of the frameworks that it is made with, as far as these describe them. */
	public static SortedMap<String, String> all() throws IOException {
		SortedMap<String, String> all = new TreeMap<>();
		for (URL described : Collections.list(DeclaredSettings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream file = described.openStream()) {
				for (JsonNode setting : JsonMapper.shared().readTree(file).path("properties")) {
					all.put(setting.path("name").asString(), setting.path("defaultValue").isMissingNode() ? "" : setting.path("defaultValue").asString(""));
				}
			}
		}
		all.putAll(inFiles());
		all.putAll(ofTheApplication());
		return all;
	}

	private static void inSources(Map<String, String> found) throws IOException {
		List<String> sources;
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			sources = files.filter(path -> path.toString().endsWith(".java")).map(DeclaredSettings::read).toList();
		}
		Map<String, String> constants = new HashMap<>();
		sources.forEach(source -> CONSTANT.matcher(source).results().forEach(constant -> constants.put(constant.group(1), constant.group(2))));
		for (String source : sources) {
			String text = source;
			for (Map.Entry<String, String> constant : constants.entrySet()) {
				text = text.replaceAll("\" \\+ (?:\\w+\\.)?" + constant.getKey() + " \\+ \"", Matcher.quoteReplacement(constant.getValue()));
			}
			Stream.concat(PLACEHOLDER.matcher(text).results(), NAMED.matcher(text).results()).forEach(setting -> add(found, setting.group(1), setting.group(2)));
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Whoever names a setting without a default asks whether it is there. */
	private static void add(Map<String, String> found, String name, @Nullable String value) {
		String known = found.putIfAbsent(name, value == null ? "" : value);
		if (known == null || value == null || known.equals(value)) {
			return;
		}
		if (!known.isEmpty()) {
			throw new AssertionError("%s is %s in one place and %s in another when nobody sets it".formatted(name, known, value));
		}
		found.put(name, value);
	}

	private static void inRecords(Map<String, String> found) {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		for (var candidate : scanner.findCandidateComponents("nl.ontwikkelagenda")) {
			Class<?> type = ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), null);
			String prefix = requireNonNull(AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class)).prefix();
			// a record that is bound has one constructor
			for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
				DefaultValue value = parameter.getAnnotation(DefaultValue.class);
				add(found, prefix + "." + parameter.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), value == null ? null : String.join(",", value.value()));
			}
		}
	}

	/** What the application itself sets, also in a profile. */
	private static Map<String, String> inFiles() throws IOException {
		SortedMap<String, String> found = new TreeMap<>();
		for (String file : List.of("application-axonserver.yaml", "application.yaml")) {
			for (var source : new YamlPropertySourceLoader().load(file, new ClassPathResource(file))) {
				found.putAll(Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames())
						.collect(Collectors.toMap(name -> name, name -> String.valueOf(source.getProperty(name)))));
			}
		}
		return found;
	}
}
