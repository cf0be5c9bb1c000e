package nl.ontwikkelagenda.app.pages;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.rest.Menu;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.PagesOfMoments;
import nl.ontwikkelagenda.app.rest.Stylesheet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

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

	@ModelAttribute("loggedIn")
	boolean loggedIn() {
		return Caller.current().isPresent();
	}

	@ModelAttribute("stylesheet")
	String stylesheet() {
		return Stylesheet.PATH;
	}

	/** Path of this page, without what was asked of it: the menu shows where one is. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@ModelAttribute("menu")
	List<Menu.Item> menu() {
		return Menu.ofCaller(Caller.current().isPresent() && readers.heldNow().stream().anyMatch(held -> held.right() == Right.AUDITOR));
	}

	@ModelAttribute(PAST)
	@Nullable
	PastMoment past(HttpServletRequest request) {
		return moments.lookingBack() ? PastMoment.of(request, moments.day(), pages) : null;
	}
}
