package nl.ontwikkelagenda.app.house;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** {@code docs/running.md} names every setting of the application, and none that is not there. */
class SettingsTest {

	private static final Pattern IN_CODE = Pattern.compile("\\$\\{(ontwikkelagenda\\.[a-z.-]+[a-z])|\"(ontwikkelagenda(?:\\.[a-z-]+)+)\"");
	private static final Pattern IN_DOCUMENTATION = Pattern.compile("`(ontwikkelagenda\\.[a-z.-]+[a-z])`");

	@Test
	void everySettingIsDocumentedAndEveryDocumentedSettingExists() throws IOException {
		SortedSet<String> code = new TreeSet<>();
		Path root = Path.of("").toAbsolutePath();
		try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
			for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				Matcher setting = IN_CODE.matcher(Files.readString(file));
				while (setting.find()) {
					code.add(setting.group(1) == null ? setting.group(2) : setting.group(1));
				}
			}
		}
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		for (var found : scanner.findCandidateComponents("nl.ontwikkelagenda")) {
			Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
			String prefix = requireNonNull(AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class)).prefix();
			for (RecordComponent component : type.getRecordComponents()) {
				code.add(prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
			}
		}
		// what others begin with is the name of a group
		code.removeIf(name -> code.stream().anyMatch(other -> other.startsWith(name + ".")));
		SortedSet<String> documented = new TreeSet<>();
		Matcher setting = IN_DOCUMENTATION.matcher(Files.readString(root.resolveSibling("docs/running.md")));
		while (setting.find()) {
			documented.add(setting.group(1));
		}
		assertThat(documented).isEqualTo(code);
	}
}
