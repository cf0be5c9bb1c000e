package nl.ontwikkelagenda.app.house;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** {@code docs/running.md} names every setting of the application and none that is not there, with what each is when nobody sets it. */
class SettingsTest {

	private static final Pattern IN_DOCUMENTATION = Pattern.compile("`(ontwikkelagenda\\.[a-z.-]+[a-z])`");
	private static final Pattern TABLE = Pattern.compile("^\\| setting \\| default \\| meaning \\|\\n\\|---\\|---\\|---\\|\\n((?:\\|.*\\n)+)", Pattern.MULTILINE);
	private static final Pattern NAME = Pattern.compile("`([^`]+)`");
	private static final Pattern IN_DATA_DIRECTORY = Pattern.compile("\\$\\{ontwikkelagenda\\.data-directory:[^}]*}/(.*)");
	/** What stands below it is described by Jakarta Mail. */
	private static final String OF_MAIL = "spring.mail.properties.";

	@Test
	void everySettingIsDocumentedAndEveryDocumentedSettingExists() throws IOException {
		SortedSet<String> documented = new TreeSet<>();
		Matcher setting = IN_DOCUMENTATION.matcher(running());
		while (setting.find()) {
			documented.add(setting.group(1));
		}
		assertThat(documented).isEqualTo(DeclaredSettings.ofTheApplication().keySet());
	}

	@Test
	void everyDefaultIsTheOneThatIsDocumented() throws IOException {
		Map<String, String> declared = DeclaredSettings.all();
		Map<String, String> documented = documented();
		documented.keySet().removeIf(name -> name.startsWith(OF_MAIL));
		assertThat(documented).hasSizeGreaterThan(70);
		assertThat(documented.keySet().stream().filter(name -> !declared.containsKey(name))).as("no such setting").isEmpty();
		Map<String, String> different = new TreeMap<>();
		documented.forEach((name, said) -> {
			String value = requireNonNull(declared.get(name));
			if (!isSaid(value, said)) {
				different.put(name, "is '" + value + "', documented as '" + said + "'");
			}
		});
		assertThat(different).isEmpty();
	}

	private static boolean isSaid(String value, String said) {
		if (value.isEmpty()) {
			return said.isEmpty() || said.startsWith("none");
		}
		Matcher inside = IN_DATA_DIRECTORY.matcher(value);
		return said.contains(inside.matches() ? "`" + inside.group(1) + "` in the data directory" : "`" + value + "`");
	}

	/** What the tables say of each setting; a row may tell of several, with one default for all or one for each. */
	private static Map<String, String> documented() throws IOException {
		Map<String, String> documented = new LinkedHashMap<>();
		List<String> rows = TABLE.matcher(running()).results().flatMap(table -> table.group(1).lines()).toList();
		for (String row : rows) {
			String[] cells = row.split("\\|", -1);
			List<String> names = new ArrayList<>();
			for (String name : NAME.matcher(cells[1]).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toList())) {
				names.add(name.startsWith(".") ? names.getFirst().substring(0, names.getFirst().lastIndexOf('.')) + name : name);
			}
			String[] each = cells[2].strip().split(", ");
			for (int i = 0; i < names.size(); i++) {
				documented.put(names.get(i), names.size() == each.length ? each[i] : cells[2].strip());
			}
		}
		return documented;
	}

	private static String running() throws IOException {
		return Files.readString(Path.of("../docs/running.md"));
	}
}
