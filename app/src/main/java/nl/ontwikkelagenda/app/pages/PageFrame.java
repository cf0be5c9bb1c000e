package nl.ontwikkelagenda.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

	@ModelAttribute("loggedIn")
	boolean loggedIn() {
		return Caller.current().isPresent();
	}

	/** Path of this page, without what was asked of it: the menu shows where one is. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@ModelAttribute("administers")
	boolean administersTheInstallation() {
		return Caller.current().map(Caller::administrator).orElse(false);
	}
}
