package nl.ontwikkelagenda.app.guide;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page tells to who needs help. */
@ControllerAdvice(annotations = Controller.class)
class GuideFrame {

	private final Tour tour;

	GuideFrame(Tour tour) {
		this.tour = tour;
	}

	@ModelAttribute("help")
	String help(HttpServletRequest request) {
		return Help.about(request.getRequestURI());
	}

	/** Where on the tour one is; null for who is not on it. */
	@ModelAttribute("tourStep")
	Tour.@Nullable Step step(HttpServletRequest request) {
		String number = request.getParameter(Tour.STEP);
		return number != null && number.matches("[1-9]") && Caller.current().isPresent() ? tour.step(Integer.parseInt(number)).orElse(null) : null;
	}
}
