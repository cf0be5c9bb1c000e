package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotCaret;
import nl.ontwikkelagenda.app.person.DemoAccounts;

/** One person's window of the browser, that notes what no page of ours may do. */
final class Window implements AutoCloseable {

	/** Bytes of a first visit, without pictures. */
	private static final long HEAVIEST = 150_000;

	private static final int MOST_STEPS = 200;
	private static final int MOST_TIMES = 100;
	private static final double WAIT_MILLIS = 200;

	private static final String AXE = axe();
	/** No rule of these needs what axe would load once more before it begins: stylesheets and films. */
	private static final String VIOLATIONS = """
			async (rules) => (await axe.run(document, {resultTypes: ["violations"], preload: false, ...(rules === "" ? {} : {runOnly: rules.split(" ")})})).violations.flatMap(broken =>
				broken.nodes.map(node => broken.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary))""";
	/** What the keyboard reaches and does not show when it is there. */
	private static final String WITHOUT_FOCUS = """
			() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
				.filter(each => each.tabIndex >= 0 && !each.disabled && each.getClientRects().length > 0).filter(each => {
					each.focus({focusVisible: true});
					const style = getComputedStyle(each);
					return document.activeElement === each && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0);
				}).map(each => each.outerHTML.slice(0, 100))""";
	/** Opens what is folded; of what was opened so nothing is left open by {@link #FOLD}. */
	private static final String UNFOLD = "() => document.querySelectorAll('details:not([open])').forEach(each => { each.open = true; each.classList.add('unfolded'); })";
	private static final String FOLD = "() => document.querySelectorAll('details.unfolded').forEach(each => { each.open = false; each.classList.remove('unfolded'); })";
	/** What has no use on paper: what is pressed, and headings above nothing else. */
	private static final String USELESS_ON_PAPER = """
			() => {
				const seen = each => each.checkVisibility({visibilityProperty: true}) && each.getClientRects().length > 0;
				return [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, nav:not(.pages)'),
					...[...document.querySelectorAll('section')].filter(each => seen(each) && [...each.children].filter(seen).every(child => /^H[1-6]$/.test(child.tagName)))]
					.filter(seen).map(each => each.outerHTML.slice(0, 100));
			}""";
	private static final String EVERY_RULE = "";
	/** What another width or other colours can break in a page that has been looked at. */
	private static final String RULES_OF_LOOKS = "color-contrast target-size scrollable-region-focusable link-in-text-block";

	private final BrowserContext context;
	private final Sight opened;
	private Sight sight;
	private final Page page;
	private final List<String> complaints = new ArrayList<>();
	/** What this page took, without pictures; how much is asked later, as the browser may be closing the window when it tells of one. */
	private final List<Request> loaded = new ArrayList<>();
	private int loads;

	Window(BrowserContext context, Sight sight) {
		this.context = context;
		this.sight = sight;
		opened = sight;
		if (sight.hasScript()) {
			context.addInitScript(AXE);
		}
		page = context.newPage();
		context.onRequest(request -> {
			if (!request.url().startsWith("http://127.0.0.1:")) {
				complain("asked elsewhere for " + request.url());
			}
		});
		page.onLoad(shown -> loads++);
		page.onPageError(error -> complain("script failed: " + error));
		page.onConsoleMessage(message -> {
			// that a page answers 404 is what some pages are for
			if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
				complain(message.text());
			}
		});
		page.onRequestFinished(request -> {
			if (!"image".equals(request.resourceType())) {
				loaded.add(request);
			}
		});
	}

	Page page() {
		return page;
	}

	/** Logs in on the page for it, as one of the people of the demo. */
	Window loggedIn(String user) {
		page.navigate("/inloggen");
		page.getByLabel("Gebruikersnaam").fill(user);
		page.getByLabel("Wachtwoord").fill(DemoAccounts.PASSWORD);
		page.locator("main button").click();
		assertThat(page.url()).as("logged in as %s", user).doesNotContain("/inloggen");
		return this;
	}

	/** Goes from one thing to the next with the Tab key, until the one that is called this has the focus. */
	void tabTo(String words) {
		for (int step = 0; step < MOST_STEPS; step++) {
			page.keyboard().press("Tab");
			if (words.equals(page.evaluate("() => (document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"))) {
				return;
			}
		}
		throw new AssertionError("The keyboard does not reach " + words);
	}

	/** Presses what is called this, with the keyboard only. */
	void press(String words) {
		tabTo(words);
		page.keyboard().press("Enter");
	}

	/** Types in the field that is called this, with the keyboard only. */
	void type(String label, String words) {
		tabTo(label);
		page.keyboard().type(words);
	}

	/** Does what leads to another page, or to this one anew, and waits until that is there. */
	void follow(Runnable step) {
		int before = loads;
		step.run();
		page.waitForCondition(() -> loads > before);
	}

	/** Opens a page of ours and notes what is not as on every page; its answer's status. */
	int open(String path) {
		loaded.clear();
		if (!sight.equals(opened)) {
			sight = opened;
			opened.show(page);
		}
		Response response = Objects.requireNonNull(page.navigate(path));
		// what asks again by itself until something is done would go away from under who looks at it
		if (sight.hasScript() && response.headerValue("refresh") != null) {
			page.evaluate("() => stop()");
			look();
		}
		for (int i = 0; response.headerValue("refresh") != null && i < MOST_TIMES; i++) {
			page.waitForTimeout(WAIT_MILLIS);
			loaded.clear();
			response = Objects.requireNonNull(page.navigate(path));
		}
		look();
		if (sight.hasScript()) {
			((List<?>) page.evaluate(WITHOUT_FOCUS)).forEach(hidden -> complain("does not show that it has the focus: " + hidden));
			page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }");
		}
		long weight = List.copyOf(loaded).stream().mapToLong(request -> request.sizes().responseBodySize).sum();
		if (weight >= HEAVIEST) {
			complain(weight + " bytes without pictures");
		}
		return response.status();
	}

	/** Shows the page that is open in another way, and notes what that breaks. */
	void lookAs(Sight other) {
		sight = other;
		other.show(page);
		look(RULES_OF_LOOKS);
		if (other == Sight.PAPER) {
			((List<?>) page.evaluate(USELESS_ON_PAPER)).forEach(useless -> complain("has no use on paper: " + useless));
		}
	}

	/** Notes whether what is shown now, and what is folded, is not accessible, or does not fit in the window. */
	void look() {
		look(EVERY_RULE);
	}

	private void look(String rules) {
		// after a click the next page may still be on its way
		page.waitForLoadState();
		int headings = page.locator("h1:visible").count();
		if (headings != 1) {
			complain(headings + " headings of the first level");
		}
		if (!sight.hasScript()) {
			return;
		}
		if (sight != Sight.PAPER) {
			page.evaluate(UNFOLD);
		}
		((List<?>) page.evaluate(VIOLATIONS, rules)).forEach(violation -> complain(String.valueOf(violation)));
		Object tooWide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
		if (!Integer.valueOf(0).equals(tooWide)) {
			complain(tooWide + " pixels too wide");
		}
		page.evaluate(FOLD);
	}

	/** Everything noted until now: what was not accessible, did not fit, was too heavy, was refused by the policy of the page, or was asked elsewhere. */
	List<String> complaints() {
		return List.copyOf(complaints);
	}

	private void complain(String words) {
		complaints.add(page.url() + ", " + sight + ": " + words);
	}

	/** Keeps a picture of the whole page, to be looked at, when everything is looked at. */
	void picture(Path folder, String name) {
		if (!Sight.THOROUGH) {
			return;
		}
		// hiding the caret would set styles on fields, which the policy of the page refuses when they are exchanged later
		page.screenshot(
				new ScreenshotOptions().setFullPage(true).setCaret(ScreenshotCaret.INITIAL).setPath(folder.resolve(name + "-" + sight.name().toLowerCase(Locale.ROOT) + ".png")));
	}

	@Override
	public void close() {
		context.close();
	}

	private static String axe() {
		try (InputStream script = Objects.requireNonNull(Window.class.getResourceAsStream("/axe.min.js"))) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
