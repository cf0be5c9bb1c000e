package nl.ontwikkelagenda.app.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import nl.ontwikkelagenda.app.rest.Running;

/** The Chromium of this machine, in the build that has no windows at all and takes less for it; {@code -Dbrowser.chromium=<path>} names another one. */
final class Chromium implements AutoCloseable {

	private static final Path PROGRAM = Path.of(System.getProperty("browser.chromium", "/usr/bin/chromium-headless-shell"));

	/** How long is waited for what a page is to show: it is said here what is shown, not how soon on a machine that is busy. */
	private static final double PATIENCE_MILLIS = 20_000;

	static {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
	}

	private final Playwright playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
	// the sandbox does not start for root, which is who builds in a container, where shared memory is small too; only pages of our own are opened
	private final Browser browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

	/** A window of somebody who has not logged in, with nothing in its cache. */
	Window window(Running app, Sight sight) {
		return new Window(browser.newContext(sight.options("http://127.0.0.1:" + app.port())), sight);
	}

	@Override
	public void close() {
		playwright.close();
	}
}
