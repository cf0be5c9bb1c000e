package nl.ontwikkelagenda.app.pages;

import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.rest.PagePart;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Gives every page that is about something the way to what changed there between two days, and to its history. */
@Component
class TopicLinks implements PagePart {

	@Override
	public void addTo(Map<String, @Nullable Object> page, HttpServletRequest request) {
		if (Caller.current().isPresent() && request.getMethod().equals("GET")
				&& request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler && handler.getBeanType() != DifferencePage.class) {
			Map<?, ?> variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> known ? known : Map.of();
			Function<String, @Nullable String> variable = name -> variables.get(name) instanceof String value ? value : null;
			Topics.question(handler.getMethod(), request.getRequestURI(), variable, request::getParameter)
					.ifPresent(question -> page.put("difference", DifferencePage.PATH + "?" + question));
			Topics.thing(handler.getMethod(), variable).ifPresent(thing -> page.put("history", "/geschiedenis/" + thing));
		}
	}
}
