package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page that people of the demo reach by its links, in every sight: all of the secretary, and of the others what the earlier ones do not reach; pictures of them are left in {@code app/target/pictures}. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {

	private static final Path PICTURES = Path.of("target", "pictures");
	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	private static final Pattern FILE = Pattern.compile("\\.[a-z]+($|\\?)|/bestand\\?|/api/|/actuator/");
	private static final List<String> FOR_EVERYBODY = List.of("/inloggen", "/inloggen?fout", "/inloggen?uitgelogd", "/aanmelden", "/problems");

	private final Running app = Running.with("ontwikkelagenda.demo-history=true", "ontwikkelagenda.limits.burst=1000000");
	private final Chromium chromium = new Chromium();
	private final Map<String, Map<String, String>> pages = new LinkedHashMap<>();

	@BeforeAll
	void whatPeopleReachFromTheirStartPage() {
		for (String user : List.of("secretaris", "deelnemer", Running.ADMINISTRATOR)) {
			try (Window window = chromium.window(app, Sight.LIGHT).loggedIn(user)) {
				Map<String, String> own = reached(window);
				pages.values().forEach(earlier -> own.keySet().removeIf(shape -> !"/".equals(shape) && earlier.containsKey(shape)));
				pages.put(user, own);
			}
		}
	}

	@AfterAll
	void close() {
		chromium.close();
		app.context().close();
	}

	@Test
	void theCrawlFindsThePagesThatMatter() {
		assertThat(pages.get("secretaris")).containsKeys("/", "/acties", "/acties/*", "/acties/nieuw?partnershipId=", "/voortgang?meetingId=", "/voortgang?partnershipId=",
				"/deelname", "/mijn-gegevens", "/verwerkingsregister", "/personen", "/personen/*", "/geschiedenis/*", "/keten/*");
		assertThat(pages.get(Running.ADMINISTRATOR)).containsKeys("/beheer/leesmodellen", "/beheer/bewaartermijnen");
	}

	@ParameterizedTest
	@EnumSource
	void everyPageIsForEverybody(Sight sight) {
		try (Window window = chromium.window(app, sight)) {
			for (String path : FOR_EVERYBODY) {
				assertThat(window.open(path)).as(path).isEqualTo(200);
				window.picture(PICTURES, name(path));
			}
			assertThat(window.complaints()).isEmpty();
		}
		pages.forEach((user, own) -> {
			try (Window window = chromium.window(app, sight).loggedIn(user)) {
				own.forEach((shape, path) -> {
					assertThat(window.open(path)).as(path).isEqualTo(200);
					window.picture(PICTURES, user + name(shape));
				});
				assertThat(window.open("/bestaat-niet")).isEqualTo(404);
				window.picture(PICTURES, user + "-bestaat-niet");
				assertThat(window.complaints()).isEmpty();
			}
		});
	}

	/** One path of every shape, by shape: ids and values do not make another page. */
	private static Map<String, String> reached(Window window) {
		Map<String, String> found = new LinkedHashMap<>(Map.of("/", "/"));
		Deque<String> open = new ArrayDeque<>(found.values());
		while (!open.isEmpty()) {
			window.page().navigate(open.remove());
			for (Object link : (List<?>) window.page().evaluate("() => [...document.links].map(link => link.getAttribute('href'))")) {
				String path = String.valueOf(link).replaceFirst("#.*", "");
				if (path.startsWith("/") && !FILE.matcher(path).find() && found.putIfAbsent(shape(path), path) == null) {
					open.add(path);
				}
			}
		}
		return found;
	}

	private static String shape(String path) {
		return ID.matcher(path).replaceAll("*").replaceAll("=[^&]*", "=");
	}

	private static String name(String shape) {
		return shape.replaceAll("[^a-z]+", "-");
	}
}
