package nl.ontwikkelagenda.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** {@code docs/running.md} names every setting of the application, and none that is not there. */
class SettingsTest {

	private static final Pattern IN_DOCUMENTATION = Pattern.compile("`(ontwikkelagenda\\.[a-z.-]+[a-z])`");

	@Test
	void everySettingIsDocumentedAndEveryDocumentedSettingExists() throws IOException {
		SortedSet<String> documented = new TreeSet<>();
		Matcher setting = IN_DOCUMENTATION.matcher(Files.readString(Path.of("../docs/running.md")));
		while (setting.find()) {
			documented.add(setting.group(1));
		}
		assertThat(documented).isEqualTo(DeclaredSettings.ofTheApplication().keySet());
	}
}
