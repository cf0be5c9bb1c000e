package nl.ontwikkelagenda.app.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.rest.PagesOfMoments;
import nl.ontwikkelagenda.reporting.progress.Wording;

/** The day in the past that a page is shown as of: for the band around it, and for the links on it, which keep that day. */
public final class PastMoment {

	static final String PARAMETER = "asOf";

	private final LocalDate day;
	private final String today;
	private final PagesOfMoments pages;

	private PastMoment(LocalDate day, String today, PagesOfMoments pages) {
		this.day = day;
		this.today = today;
		this.pages = pages;
	}

	/** Of the page that is asked for here. */
	static PastMoment of(HttpServletRequest request, LocalDate day, PagesOfMoments pages) {
		String asked = request.getParameterMap().entrySet().stream().filter(each -> !each.getKey().equals(PARAMETER))
				.flatMap(each -> Arrays.stream(each.getValue()).map(value -> encoded(each.getKey()) + "=" + encoded(value))).collect(Collectors.joining("&"));
		return new PastMoment(day, request.getRequestURI() + (asked.isEmpty() ? "" : "?" + asked), pages);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** For a field of a form. */
	public LocalDate day() {
		return day;
	}

	public String words() {
		return Wording.day(day);
	}

	/** Address of the same page as it is now. */
	public String today() {
		return today;
	}

	/**
	 * A link of the page that leads to what was known on the same day, where the page it leads to can be asked about a day.
	 *
	 * @param href as it stands in HTML
	 */
	String keep(String href) {
		if (!href.startsWith("/") || href.startsWith("//") || href.contains(PARAMETER + "=")) {
			return href;
		}
		int hash = href.indexOf('#');
		String address = hash < 0 ? href : href.substring(0, hash);
		int question = address.indexOf('?');
		if (!pages.knows(question < 0 ? address : address.substring(0, question))) {
			return href;
		}
		return address + (question < 0 ? "?" : "&amp;") + PARAMETER + "=" + day + (hash < 0 ? "" : href.substring(hash));
	}
}
