package nl.ontwikkelagenda.app.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.language.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The way to the same page in another language, at the foot of every page. */
@ControllerAdvice(annotations = Controller.class)
class LanguageFrame {

	/** A longer address is not led back to, as it may not pass as a part of another one. */
	private static final int LONGEST = 2_000;

	/** A link to the same page in another language. */
	public record Link(String address, Language language) {
	}

	/** Null where a form was answered: its address leads nowhere by itself. */
	@ModelAttribute("otherLanguage")
	@Nullable
	Link other(HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return null;
		}
		Language other = Language.of(request).other();
		String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
		return new Link(LanguageChoice.PATH + other.code() + "?naar=" + URLEncoder.encode(here.length() > LONGEST ? "/" : here, StandardCharsets.UTF_8), other);
	}
}
