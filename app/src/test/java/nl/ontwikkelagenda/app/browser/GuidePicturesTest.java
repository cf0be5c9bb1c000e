package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page.ScreenshotOptions;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pictures of the guide, of the demo. They are written over those in the documentation with {@code -Dguide.update=true}. */
@Tag("browser")
class GuidePicturesTest {

	private static final Path GUIDE = Boolean.getBoolean("guide.update") ? Path.of("..", "docs", "handleiding") : Path.of("target", "pictures", "handleiding");

	@Test
	void everyPictureOfTheGuideCanBeTaken() {
		try (Chromium chromium = new Chromium(); Window window = chromium.window(Demo.running(), Sight.LIGHT).loggedIn("secretaris")) {
			window.open("/");
			take(window, "start");
			String meeting = link(window, "/bijeenkomsten/", "Verder aan de slag");
			window.open(meeting);
			take(window, "bijeenkomst");
			window.open(meeting + "/stukken");
			take(window, "stukken");
			window.open("/acties");
			take(window, "acties");
			window.open("/agendas");
			window.open(link(window, "/agendas/", "Samenwerkingsagenda"));
			take(window, "agenda");
			window.open("/kalender?maand=2018-09");
			take(window, "kalender");
			window.open("/besluiten");
			take(window, "besluiten");
			window.open("/samenwerkingsverbanden");
			String partnership = link(window, "/samenwerkingsverbanden/", "Samenwerking onderwijs");
			window.open(partnership + "/huisstijl");
			take(window, "huisstijl");
			window.open("/voortgang?partnershipId=" + partnership.substring(partnership.lastIndexOf('/') + 1));
			take(window, "voortgang");
		}
	}

	private static void take(Window window, String name) {
		window.page().screenshot(new ScreenshotOptions().setPath(GUIDE.resolve(name + ".png")));
	}

	/** The page of one thing of which the title begins so. */
	private static String link(Window window, String path, String title) {
		Matcher found = Pattern.compile("href=\"(" + path + "[0-9a-f-]{36})\"[^>]*>" + title).matcher(window.page().content());
		assertThat(found.find()).as("%s of %s", path, title).isTrue();
		return found.group(1);
	}
}
