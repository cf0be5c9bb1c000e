package nl.ontwikkelagenda.app.browser;

import java.util.Arrays;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;

/** In what ways a page is looked at. */
enum Sight {

	LIGHT(1200, 800, 1, ColorScheme.LIGHT, true), DARK(1200, 800, 1, ColorScheme.DARK, true), PHONE(320, 640, 1, ColorScheme.LIGHT, true), PHONE_DARK(320, 640, 1, ColorScheme.DARK,
			true),
	/** What a window of 1200 pixels leaves at a zoom of 200 %. */
	ZOOMED(600, 400, 2, ColorScheme.LIGHT, true), WITHOUT_SCRIPT(1200, 800, 1, ColorScheme.LIGHT, false),
	/** What a sheet of A4 leaves between its margins, printed by somebody who reads light on dark. */
	PAPER(718, 1000, 1, ColorScheme.DARK, true);

	/** Whether every page is seen in every way, with a picture of each ({@code -Dbrowser.thorough=true}); without it only in the ways that differ most, as takes a few minutes. */
	static final boolean THOROUGH = Boolean.getBoolean("browser.thorough");

	private final int width;
	private final int height;
	private final int scale;
	private final ColorScheme colours;
	private final boolean script;

	Sight(int width, int height, int scale, ColorScheme colours, boolean script) {
		this.width = width;
		this.height = height;
		this.scale = scale;
		this.colours = colours;
		this.script = script;
	}

	/** In what ways a page with everything unfolded is looked at: on a dark phone, where most can break, or in all in which there is something to press. */
	static Stream<Sight> looked() {
		return Arrays.stream(values()).filter(sight -> THOROUGH ? sight != PAPER : sight == PHONE_DARK);
	}

	boolean hasScript() {
		return script;
	}

	/** Shows a page that is open already in this way. */
	void show(Page page) {
		page.setViewportSize(width, height);
		page.emulateMedia(new EmulateMediaOptions().setMedia(this == PAPER ? Media.PRINT : Media.SCREEN).setColorScheme(colours));
	}

	NewContextOptions options(String base) {
		return new NewContextOptions().setBaseURL(base).setViewportSize(width, height).setDeviceScaleFactor(scale).setColorScheme(colours).setJavaScriptEnabled(script)
				.setLocale("nl-NL").setTimezoneId("Europe/Amsterdam");
	}
}
