package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** {@code docs/security.md} answers every point of the standard, and names only tests, classes, settings and documents that exist. */
class SecurityAnswersTest {

	private static final Path ROOT = Path.of("..");
	private static final Pattern POINT = Pattern.compile("^\\| ([0-9.]+) \\| (met|partly|not met|operator|not applicable) \\| (.+) \\|$", Pattern.MULTILINE);
	private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
	private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]+");
	private static final Pattern SETTING = Pattern.compile("(ontwikkelagenda|server|spring|logging)\\.[a-z.-]+[a-z]");
	/** What the JDK and frameworks call theirs, and words of standards. */
	private static final Set<String> OF_OTHERS = Set.of("JdbcClient", "SecureRandom", "Secure", "HttpOnly", "Authorization");

	private final String answers = read(ROOT.resolve("docs/security.md"));

	@Test
	void every_point_of_levels_1_and_2_is_answered_once() {
		List<String> points = read(Path.of("src/test/resources/asvs-5.0.0-level-2.txt")).lines().toList();
		List<String> answered = POINT.matcher(answers).results().map(point -> point.group(1)).toList();
		assertThat(answered).isEqualTo(points);
	}

	@Test
	void what_is_not_met_says_why() {
		assertThat(POINT.matcher(answers).results().filter(point -> !point.group(2).equals("met")).map(point -> point.group(3)))
				.allSatisfy(why -> assertThat(why).hasSizeGreaterThan(6));
	}

	@Test
	void what_is_met_names_a_test_or_a_setting_that_shows_it() {
		assertThat(POINT.matcher(answers).results().filter(point -> point.group(2).equals("met") && NAMED.matcher(point.group(3)).results().map(name -> name.group(1))
				.noneMatch(name -> (name.endsWith("Test") && CLASS.matcher(name).matches()) || SETTING.matcher(name).matches())).map(MatchResult::group)).isEmpty();
	}

	@Test
	void what_a_point_finds_in_a_section_of_a_document_is_there() {
		assertThat(answers).contains("\n## Ways in\n", "\n## Who sees what\n", "\n## Keys\n", "\n## Where it goes\n");
		assertThat(read(ROOT.resolve("docs/dependencies.md"))).contains("How soon a fault is mended", "bill of materials");
		assertThat(read(ROOT.resolve("docs/running.md"))).contains("ontwikkelagenda.limits.failed-logins");
	}

	@Test
	void every_test_class_setting_and_document_that_is_named_exists() throws IOException {
		Set<String> types = new TreeSet<>();
		for (String module : List.of("agenda-module", "cop-module", "actions-module", "reporting-module", "app")) {
			try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src"))) {
				sources.map(Path::getFileName).map(Path::toString).filter(name -> name.endsWith(".java")).forEach(name -> types.add(name.replace(".java", "")));
			}
		}
		String settings = read(ROOT.resolve("docs/running.md")) + keys(read(Path.of("src/main/resources/application.yaml")));
		List<String> missing = new ArrayList<>();
		for (String named : NAMED.matcher(answers).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new))) {
			boolean known = CLASS.matcher(named).matches()
					? types.contains(named) || OF_OTHERS.contains(named)
					: SETTING.matcher(named).matches()
							? settings.contains(named)
							: !named.startsWith("docs/") || Files.exists(ROOT.resolve(named));
			if (!known) {
				missing.add(named);
			}
		}
		assertThat(missing).isEmpty();
	}

	/** The settings of a YAML file, each on a line as one name. */
	private static String keys(String yaml) {
		List<String> path = new ArrayList<>();
		StringBuilder names = new StringBuilder();
		yaml.lines().filter(line -> line.strip().matches("[a-z0-9./\"-]+:.*")).forEach(line -> {
			int depth = (line.length() - line.stripLeading().length()) / 2;
			while (path.size() > depth) {
				path.removeLast();
			}
			path.add(Objects.requireNonNull(line.strip().split(":")[0]));
			names.append(String.join(".", path)).append('\n');
		});
		return names.toString();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
