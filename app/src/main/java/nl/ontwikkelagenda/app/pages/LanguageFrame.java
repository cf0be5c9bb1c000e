package nl.ontwikkelagenda.app.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.language.Language;
import nl.ontwikkelagenda.app.rest.PagePart;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The way to the same page in another language, at the foot of every page. */
@Component
class LanguageFrame implements PagePart {

	/** A longer address is not led back to, as it may not pass as a part of another one. */
	private static final int LONGEST = 2_000;

	/** A link to the same page in another language. */
	public record Link(String address, Language language) {
	}

	@Override
	public void addTo(Map<String, @Nullable Object> page, HttpServletRequest request) {
		page.put("otherLanguage", other(request));
	}

	/** Null where a form was answered: its address leads nowhere by itself. */
	private static @Nullable Link other(HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return null;
		}
		Language other = Language.of(request).other();
		String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
		return new Link(LanguageChoice.PATH + other.code() + "?naar=" + URLEncoder.encode(here.length() > LONGEST ? "/" : here, StandardCharsets.UTF_8), other);
	}
}
