package nl.ontwikkelagenda.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.language.EnglishPage;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.RegisteredPerson;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.PagesOfMoments;
import nl.ontwikkelagenda.app.rest.PagesOfMoments.Page;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.rest.Walk;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.search.Search;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.pattern.PathPattern;

/** Every page of the application with the demo, found by its links, so that a new page is held to this by itself: it can be looked back on, it is light, and it takes nothing from elsewhere. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class AllPagesTest {

	private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?href=\"([^\"]*)\"[^>]*>");
	private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
	private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
	private static final Pattern LOADED = Pattern.compile("<(?:link|script|img|source|iframe)\\b[^>]*?(?:href|src)=\"([^\"]*)\"[^>]*>");
	private static final Pattern PICTURE = Pattern.compile("^<img|rel=\"icon\"");
	private static final Pattern NEXT = Pattern
			.compile("<a class=\"utrecht-button-link utrecht-button-link--html-a\" rel=\"next\" data-today(?:=\"[^\"]*\")? href=\"([^\"]*rondleiding=[^\"]*)\"");
	/** Bytes, as they go over the line to a browser: what is the same for everybody is pressed together, pages are not. */
	private static final int HEAVIEST = 150_000;
	private static final String BAND = "U kijkt terug: dit is wat bekend was op";
	private static final String AS_NOW = "<p>Namen van personen zijn zoals ze nu zijn. Wat is gelakt of gewist, blijft weg: daar staat [verwijderd].</p>";

	private final Running app = Running.withDemo("ontwikkelagenda.limits.burst=1000000");
	private final PagesOfMoments pages = app.context().getBean(PagesOfMoments.class);
	private final Map<String, Walk.Place> found = new TreeMap<>();

	@BeforeAll
	void walk() {
		for (Walk.Place place : Walk.through(app, "secretaris", "deelnemer", Running.ADMINISTRATOR)) {
			pattern(place.path()).ifPresent(pattern -> found.putIfAbsent(pattern, place));
		}
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	private Optional<String> pattern(String address) {
		PathContainer path = PathContainer.parsePath(address.replaceFirst("\\?.*", ""));
		return pages.all().stream().map(Page::pattern).filter(pattern -> pattern.matches(path)).findFirst().map(PathPattern::getPatternString);
	}

	@Test
	void everyPageIsReached() {
		Set<String> unseen = new TreeSet<>();
		pages.all().stream().filter(page -> page.nowOnly() == null).map(page -> page.pattern().getPatternString())
				.filter(pattern -> !found.containsKey(pattern))
				.forEach(unseen::add);
		assertThat(unseen).as("pages that the demo does not lead to").isEmpty();
	}

	@Test
	void everythingThatCanBeFoundHasAPage() {
		Documents documents = app.context().getBean(Documents.class);
		Readers readers = app.context().getBean(Readers.class);
		List<String> complaints = new ArrayList<>();
		ReadModels.ALL.stream().filter(Search::covers).forEach(view -> shown(documents, view, readers.partnerships(view, DemoAccounts.SECRETARY)).ifPresent(address -> {
			int status = app.get("secretaris", address.replaceFirst("#.*", ""), "Accept", "text/html").status();
			if (status != 200) {
				complaints.add(view.name() + ": " + address + " answers " + status);
			}
		}));
		assertThat(complaints).isEmpty();
	}

	/** Where one of the documents of a view is shown, if there are any. */
	private static <D> Optional<String> shown(Documents documents, ReadModel<D, ?> view, Set<PartnershipId> visible) {
		return documents.items(view, new ListQuery(Map.of(), null, List.of(), 1, 1, visible), AsOf.NOW).stream().findFirst()
				.map(found -> Optional.ofNullable(Addresses.of(view, found.document())).orElseThrow(() -> new AssertionError("No page shows " + view.name())));
	}

	@Test
	void everyPageOfThePastSaysSoKeepsTheDayAndChangesNothing() {
		List<String> complaints = new ArrayList<>();
		LocalDate yesterday = LocalDate.now(Today.AMSTERDAM).minusDays(1);
		found.forEach((pattern, place) -> {
			if (!pages.knows(place.path().replaceFirst("\\?.*", ""))) {
				return;
			}
			String path = place.path().replaceAll("asOf=[^&]*&?", "");
			String address = path + (path.contains("?") ? "&" : "?") + "asOf=" + yesterday;
			Answer answer = app.get(place.user(), address, "Accept", "text/html, */*");
			if (answer.status() == 404) {
				// made today, as far as the demo goes
				assertThat(answer.body()).contains("<h1>");
			} else if (answer.status() == 302) {
				assertThat(answer.header("Location")).as(address).contains("asOf=" + yesterday);
			} else if (answer.status() != 200) {
				complaints.add(address + " answers " + answer.status());
			} else if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
				look(address, answer.body(), yesterday, complaints);
			}
		});
		assertThat(complaints).isEmpty();
	}

	private void look(String address, String body, LocalDate day, List<String> complaints) {
		if (!body.contains(BAND)) {
			complaints.add(address + " does not say that it looks back");
		}
		if (!body.contains(AS_NOW)) {
			complaints.add(address + " does not say what is as it is now");
		}
		if (!Pattern.compile("<input[^>]*type=\"date\"[^>]*name=\"asOf\"[^>]*value=\"" + day + "\"").matcher(body).find()) {
			complaints.add(address + " does not let another day be chosen");
		}
		LINK.matcher(body).results().filter(link -> !link.group().contains("data-today")).map(link -> link.group(1)).filter(link -> link.startsWith("/"))
				.filter(link -> !link.contains("asOf=") && pages.knows(link.replaceFirst("[?#].*", ""))).forEach(link -> complaints.add(address + " forgets the day in " + link));
		FORM.matcher(body).results().forEach(form -> {
			var action = ACTION.matcher(form.group(1));
			String to = action.find() ? action.group(1) : "";
			if (form.group(1).contains("method=\"post\"") && !to.equals("/uitloggen")) {
				complaints.add(address + " offers to change " + to);
			}
			if (form.group(1).contains("method=\"get\"") && pages.knows(to.replaceFirst("[?#].*", "")) && !form.group(2).contains("name=\"asOf\"")) {
				complaints.add(address + " forgets the day in the form to " + to);
			}
		});
	}

	/** What a browser loads on a first visit, without pictures: a page with its stylesheet and scripts. */
	@Test
	void noPageIsHeavyOrTakesAnythingFromElsewhere() {
		List<String> complaints = new ArrayList<>();
		Map<String, Integer> weights = new HashMap<>();
		found.values().stream().filter(place -> !Walk.isFile(place.path())).forEach(place -> {
			Answer answer = app.get(place.user(), place.path(), "Accept", "text/html, */*", "Accept-Encoding", "gzip");
			assertThat(answer.header("Content-Encoding")).as(place.path()).isNull();
			int weight = answer.body().getBytes(StandardCharsets.UTF_8).length;
			for (MatchResult loaded : LOADED.matcher(answer.body()).results().toList()) {
				if (URI.create(place.path()).resolve(loaded.group(1)).isAbsolute() || loaded.group(1).startsWith("//")) {
					complaints.add(place.path() + " takes " + loaded.group(1));
				} else if (!PICTURE.matcher(loaded.group()).find()) {
					weight += weights.computeIfAbsent(loaded.group(1), path -> app.bytes(place.user(), path, "Accept-Encoding", "gzip").length);
				}
			}
			if (weight > HEAVIEST) {
				complaints.add(place.path() + " weighs " + weight + " bytes");
			}
		});
		assertThat(complaints).isEmpty();
	}

	/** Whoever reads English finds no Dutch of the product, and hears of what people wrote that it is Dutch. */
	@Test
	void everyPageIsInEnglishForWhoAsksForIt() {
		List<RegisteredPerson> people = app.context().getBean(People.class).search("", 1_000);
		List<String> written = new ArrayList<>(app.context().getBean(JdbcClient.class)
				.sql("select body::text from view.document union all select body::text from view.document_version").query(String.class).list());
		people.forEach(person -> written.addAll(List.of(person.name(), person.function())));
		Instrument.ALL.forEach(instrument -> written.add(instrument.toString()));
		EnglishPage page = new EnglishPage(EnglishPage.written(written), people.stream().map(RegisteredPerson::name).toList());
		Map<String, List<String>> complaints = new TreeMap<>();
		found.forEach((pattern, place) -> {
			Answer answer = app.get(place.user(), place.path(), "Accept", "text/html, */*", "Accept-Language", "en-GB,en;q=0.8");
			// the guide says that it is in Dutch
			if (!pattern.equals("/handleiding") && String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
				assertThat(answer.body()).as(place.path()).contains("<html lang=\"en\">");
				List<String> own = page.complaints(answer.body());
				if (!own.isEmpty()) {
					complaints.put(place.path(), own);
				}
			}
		});
		assertThat(complaints).isEmpty();
	}

	@Test
	void theTourLeadsAlongRealPages() {
		String path = "/?rondleiding=1";
		int stops = 0;
		while (path != null && stops < 20) {
			String page = new Client(app, "secretaris").page(path);
			assertThat(page).as(path).contains("Rondleiding, " + ++stops + " van 7: ");
			path = NEXT.matcher(page).results().map(next -> next.group(1).replace("&amp;", "&")).findFirst().orElse(null);
		}
		assertThat(stops).isEqualTo(7);
	}

	@Test
	void pagesOfNowRefuseAnotherDayAndNoPageShowsTheFuture() {
		Client secretary = new Client(app, "secretaris");
		assertThat(app.get("secretaris", "/meldingen?asOf=2018-01-01", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("secretaris", "/?asOf=2999-01-01", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("secretaris", "/agendas?asOf=gisteren", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(secretary.page("/agendas?asOf=")).doesNotContain(BAND, AS_NOW);
	}
}
