package nl.ontwikkelagenda.app.pages;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

	private final Readers readers;

	PageFrame(Readers readers) {
		this.readers = readers;
	}

	@ModelAttribute("loggedIn")
	boolean loggedIn() {
		return Caller.current().isPresent();
	}

	/** Path of this page, without what was asked of it: the menu shows where one is. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return request.getRequestURI();
	}

	/** Whether he audits a partnership, so that the menu shows where. */
	@ModelAttribute("audits")
	boolean auditsSomewhere() {
		return Caller.current().isPresent() && readers.heldNow().stream().anyMatch(held -> held.right() == Right.AUDITOR);
	}

	@ModelAttribute("administers")
	boolean administersTheInstallation() {
		return Caller.current().map(Caller::administrator).orElse(false);
	}
}
