package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Walk;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every page that people of the demo reach by its links, as it is seen by everybody: all of the secretary, and of the others what the earlier ones do not reach; with {@code -Dbrowser.thorough=true} in every way, without JavaScript, as of another day and in English, and pictures of them are left in {@code app/target/pictures}. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {

	private static final Path PICTURES = Path.of("target", "pictures");
	private static final List<String> FOR_EVERYBODY = List.of("/inloggen", "/inloggen?fout", "/inloggen?uitgelogd", "/aanmelden", "/problems", "/openbaar", "/wachtwoord/vergeten");

	/** What says that something cannot be shown. */
	private static final Map<String, Integer> REFUSED = Map.of("/bestaat-niet", 404, "/acties/00000000-0000-4000-8000-000000000000", 404, "/acties/geen-nummer", 400, "/beheer",
			403,
			"/verschillen?from=2026-02-30", 400, "/acties?asOf=2999-01-01", 400);
	/** A day on which part of the demo had been told. */
	private static final String THEN = "2021-04-15";
	/** What is seen in the past, in English and on paper in every run; everything else when all is looked at. */
	private static final Set<String> MAIN = Set.of("/", "/acties", "/acties/*", "/agendas/*", "/bijeenkomsten/*", "/tafels/*", "/voortgang?partnershipId=", "/zoeken?q=",
			"/kalender",
			"/besluiten/*", "/adviezen/*");

	/** After the one in which it is opened, wide and light. */
	private static final List<Sight> OTHER_SIGHTS = Sight.THOROUGH ? List.of(Sight.PHONE_DARK, Sight.ZOOMED) : List.of(Sight.PHONE_DARK);
	/** Browsers that look at the same time, each at a part of the pages. */
	private static final int BROWSERS = 2;

	private final Running app = Demo.running();
	private final List<Walk.Place> pages = new ArrayList<>();

	@BeforeAll
	void whatPeopleReachFromTheirStartPage() {
		Walk.through(app, "secretaris", "deelnemer", "projectleider", "auditor", Running.ADMINISTRATOR).stream().filter(place -> !Walk.isFile(place.path())).forEach(pages::add);
	}

	@Test
	void theWalkFindsThePagesThatMatter() {
		assertThat(shapes("secretaris")).contains("/", "/acties", "/acties/*", "/acties/nieuw?partnershipId=", "/acties/inlezen?partnershipId=", "/bijeenkomsten/*/stukken",
				"/bijeenkomsten/*/regelen", "/samenwerkingsverbanden/*/bijhouden", "/samenwerkingsverbanden/*/huisstijl", "/samenwerkingsverbanden/*/lakken",
				"/belemmeringen?partnershipId=", "/monitor/*/bijhouden", "/voortgang?meetingId=", "/voortgang?partnershipId=", "/deelname", "/mijn-gegevens", "/mijn-toegang",
				"/verwerkingsregister", "/personen", "/personen/*", "/geschiedenis/*", "/keten/*", "/kalender", "/begrippen", "/handleiding").containsAll(MAIN);
		assertThat(shapes(Running.ADMINISTRATOR)).contains("/beheer", "/beheer/leesmodellen", "/beheer/bewaartermijnen", "/beheer/taken", "/beheer/blijven-liggen", "/beheer/post",
				"/beheer/imports", "/beheer/lakken", "/beheer/accounts");
	}

	private List<String> shapes(String user) {
		return pages.stream().filter(place -> place.user().equals(user)).map(place -> Walk.shape(place.path())).toList();
	}

	@Test
	void everyPageIsForEverybody() {
		try (Chromium chromium = new Chromium(); Window window = chromium.window(app, Sight.LIGHT)) {
			FOR_EVERYBODY.forEach(path -> see(window, path, 200, name(path)));
			assertThat(window.complaints()).isEmpty();
		}
		assertThat(complaints(Sight.LIGHT, pages, (window, place) -> see(window, place.path(), 200, place.user() + name(Walk.shape(place.path()))))).isEmpty();
	}

	@Test
	void whatCannotBeShownIsSaidToEverybody() {
		try (Chromium chromium = new Chromium(); Window window = chromium.window(app, Sight.LIGHT).loggedIn("deelnemer")) {
			REFUSED.forEach((path, status) -> see(window, path, status, "geweigerd" + name(path)));
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void thePastIsForEverybody() {
		assertThat(complaints(Sight.LIGHT, lookedAt(), (window, place) -> {
			// what was not there yet, or is not asked about a moment, says so
			assertThat(window.open(place.path() + (place.path().contains("?") ? "&" : "?") + "asOf=" + THEN)).as(place.path()).isIn(200, 400, 404);
			window.picture(PICTURES, "toen-" + place.user() + name(Walk.shape(place.path())));
		})).isEmpty();
	}

	@Test
	void englishIsForEverybody() {
		assertThat(complaints(Sight.LIGHT, lookedAt(), (window, place) -> {
			assertThat(window.open("/taal/en?naar=" + URLEncoder.encode(place.path(), StandardCharsets.UTF_8))).as(place.path()).isEqualTo(200);
			assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
			window.picture(PICTURES, "english-" + place.user() + name(Walk.shape(place.path())));
		})).isEmpty();
	}

	@Test
	void whatIsPrintedIsToBeRead() {
		assertThat(complaints(Sight.LIGHT, lookedAt(), (window, place) -> {
			assertThat(Objects.requireNonNull(window.page().navigate(place.path())).status()).as(place.path()).isEqualTo(200);
			window.lookAs(Sight.PAPER);
			window.picture(PICTURES, "papier-" + place.user() + name(Walk.shape(place.path())));
		})).isEmpty();
	}

	private List<Walk.Place> lookedAt() {
		return pages.stream().filter(place -> Sight.THOROUGH || MAIN.contains(Walk.shape(place.path()))).toList();
	}

	@Test
	@EnabledIfSystemProperty(named = "browser.thorough", matches = "true")
	void everyPageIsThereWithoutScript() {
		assertThat(complaints(Sight.WITHOUT_SCRIPT, pages, (window, place) -> assertThat(window.open(place.path())).as(place.path()).isEqualTo(200))).isEmpty();
	}

	/** Looks at these pages, with several browsers at the same time, and tells what is not as it should be. */
	private List<String> complaints(Sight sight, List<Walk.Place> places, BiConsumer<Window, Walk.Place> look) {
		List<CompletableFuture<List<String>>> parts = IntStream.range(0, BROWSERS)
				.mapToObj(part -> CompletableFuture.supplyAsync(() -> part(part, sight, places, look), task -> Thread.ofPlatform().start(task))).toList();
		return parts.stream().flatMap(part -> part.join().stream()).toList();
	}

	private List<String> part(int part, Sight sight, List<Walk.Place> all, BiConsumer<Window, Walk.Place> look) {
		Map<String, List<Walk.Place>> own = IntStream.range(0, all.size()).filter(place -> place % BROWSERS == part).mapToObj(all::get)
				.collect(Collectors.groupingBy(Walk.Place::user, LinkedHashMap::new, Collectors.toList()));
		List<String> complaints = new ArrayList<>();
		try (Chromium chromium = new Chromium()) {
			own.forEach((user, places) -> {
				try (Window window = chromium.window(app, sight).loggedIn(user)) {
					places.forEach(place -> look.accept(window, place));
					complaints.addAll(window.complaints());
				}
			});
		}
		return complaints;
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

	private static String name(String shape) {
		return shape.replaceAll("[^a-z]+", "-");
	}
}
