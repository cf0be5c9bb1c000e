package nl.ontwikkelagenda.app.pages;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.rest.Menu;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.PagePart;
import nl.ontwikkelagenda.app.rest.PagesOfMoments;
import nl.ontwikkelagenda.app.rest.Stylesheet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the frame around every page needs to know. */
@Component
class PageFrame implements PagePart {

	/** The day that the page is shown as of; null when it shows today. */
	static final String PAST = "pastMoment";

	private final Readers readers;
	private final Moments moments;
	private final PagesOfMoments pages;

	PageFrame(Readers readers, Moments moments, PagesOfMoments pages) {
		this.readers = readers;
		this.moments = moments;
		this.pages = pages;
	}

	@Override
	public void addTo(Map<String, @Nullable Object> page, HttpServletRequest request) {
		boolean loggedIn = Caller.current().isPresent();
		page.put("loggedIn", loggedIn);
		page.put("stylesheet", Stylesheet.PATH);
		// without what was asked of it: the menu shows where one is
		page.put("here", request.getRequestURI());
		page.put("menu", Menu.ofCaller(loggedIn && readers.heldNow().stream().anyMatch(held -> held.right() == Right.AUDITOR)));
		page.put(PAST, moments.lookingBack() ? PastMoment.of(request, moments.day(), pages) : null);
	}
}
