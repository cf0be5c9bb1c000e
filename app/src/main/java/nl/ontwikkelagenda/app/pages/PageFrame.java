package nl.ontwikkelagenda.app.pages;

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
}
