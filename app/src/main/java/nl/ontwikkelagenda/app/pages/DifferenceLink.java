package nl.ontwikkelagenda.app.pages;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.rest.PagePart;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Gives every page that is about something the way to what changed there between two days. */
@Component
class DifferenceLink implements PagePart {

	@Override
	public void addTo(Map<String, @Nullable Object> page, HttpServletRequest request) {
		page.put("difference", difference(request));
	}

	/** Address of the page with the differences; null where there is none. */
	private static @Nullable String difference(HttpServletRequest request) {
		if (Caller.current().isEmpty() || !request.getMethod().equals("GET")
				|| !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod page) || page.getBeanType() == DifferencePage.class) {
			return null;
		}
		Map<?, ?> variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> known ? known : Map.of();
		return Topics.question(page.getMethod(), request.getRequestURI(), name -> variables.get(name) instanceof String value ? value : null, request::getParameter)
				.map(question -> DifferencePage.PATH + "?" + question).orElse(null);
	}
}
