package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Walk;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every page that people of the demo reach by its links, as it is seen by everybody: all of the secretary, and of the others what the earlier ones do not reach; pictures of them are left in {@code app/target/pictures}. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {

	private static final Path PICTURES = Path.of("target", "pictures");
	private static final List<String> FOR_EVERYBODY = List.of("/inloggen", "/inloggen?fout", "/inloggen?uitgelogd", "/aanmelden", "/problems", "/openbaar", "/wachtwoord/vergeten");

	/** After the one in which it is opened; between them a page is seen light and dark, wide, on a phone and enlarged. */
	private static final List<Sight> OTHER_SIGHTS = List.of(Sight.PHONE_DARK, Sight.ZOOMED);

	private final Running app = Running.withDemo("ontwikkelagenda.limits.burst=1000000");
	private final Chromium chromium = new Chromium();
	private final Map<String, List<String>> pages = new LinkedHashMap<>();

	@BeforeAll
	void whatPeopleReachFromTheirStartPage() {
		Walk.through(app, "secretaris", "deelnemer", Running.ADMINISTRATOR).stream().filter(place -> !Walk.isFile(place.path()))
				.forEach(place -> pages.computeIfAbsent(place.user(), user -> new ArrayList<>()).add(place.path()));
	}

	@AfterAll
	void close() {
		chromium.close();
		app.context().close();
	}

	@Test
	void theWalkFindsThePagesThatMatter() {
		assertThat(pages.get("secretaris").stream().map(Walk::shape)).contains("/", "/acties", "/acties/*", "/acties/nieuw?partnershipId=", "/voortgang?meetingId=",
				"/voortgang?partnershipId=", "/deelname", "/mijn-gegevens", "/mijn-toegang", "/verwerkingsregister", "/personen", "/personen/*", "/geschiedenis/*", "/keten/*",
				"/kalender",
				"/begrippen", "/handleiding");
		assertThat(pages.get(Running.ADMINISTRATOR).stream().map(Walk::shape)).contains("/beheer", "/beheer/leesmodellen", "/beheer/bewaartermijnen", "/beheer/taken",
				"/beheer/blijven-liggen", "/beheer/post", "/beheer/imports", "/beheer/lakken", "/beheer/accounts", "/controle/inzage");
	}

	@Test
	void everyPageIsForEverybody() {
		try (Window window = chromium.window(app, Sight.LIGHT)) {
			FOR_EVERYBODY.forEach(path -> see(window, path, 200, name(path)));
			assertThat(window.complaints()).isEmpty();
		}
		pages.forEach((user, own) -> {
			try (Window window = chromium.window(app, Sight.LIGHT).loggedIn(user)) {
				own.forEach(path -> see(window, path, 200, user + name(Walk.shape(path))));
				see(window, "/bestaat-niet", 404, user + "-bestaat-niet");
				assertThat(window.complaints()).isEmpty();
			}
		});
	}

	private static void see(Window window, String path, int status, String name) {
		assertThat(window.open(path)).as(path).isEqualTo(status);
		window.picture(PICTURES, name);
		OTHER_SIGHTS.forEach(sight -> {
			window.lookAs(sight);
			if (sight == Sight.PHONE_DARK) {
				window.picture(PICTURES, name);
			}
		});
	}

	@Test
	void everyPageIsThereWithoutScript() {
		pages.forEach((user, own) -> {
			try (Window window = chromium.window(app, Sight.WITHOUT_SCRIPT).loggedIn(user)) {
				own.forEach(path -> assertThat(window.open(path)).as(path).isEqualTo(200));
				assertThat(window.complaints()).isEmpty();
			}
		});
	}

	private static String name(String shape) {
		return shape.replaceAll("[^a-z]+", "-");
	}
}
