package nl.ontwikkelagenda.app.guide;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.rest.PagePart;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the frame around every page tells to who needs help. */
@Component
class GuideFrame implements PagePart {

	private final Tour tour;

	GuideFrame(Tour tour) {
		this.tour = tour;
	}

	@Override
	public void addTo(Map<String, @Nullable Object> page, HttpServletRequest request) {
		page.put("help", Help.about(request.getRequestURI()));
		page.put("tourStep", step(request));
	}

	/** Where on the tour one is; null for who is not on it. */
	private Tour.@Nullable Step step(HttpServletRequest request) {
		String number = request.getParameter(Tour.STEP);
		return number != null && number.matches("[1-9]") && Caller.current().isPresent() ? tour.step(Integer.parseInt(number)).orElse(null) : null;
	}
}
