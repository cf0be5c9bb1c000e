package nl.ontwikkelagenda.app.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** A language that the pages can be read in. */
public enum Language {

	DUTCH("nl", "Nederlands", Locale.of("nl", "NL")), ENGLISH("en", "English", Locale.UK);

	/** Keeps the language that somebody chose. */
	public static final String COOKIE = "taal";
	/** The same where browsers come by TLS. */
	public static final String COOKIE_BY_TLS = "__Host-" + COOKIE;

	private final String code;
	private final String ownName;
	private final Locale locale;

	Language(String code, String ownName, Locale locale) {
		this.code = code;
		this.ownName = ownName;
		this.locale = locale;
	}

	/** As in {@code lang} of HTML. */
	public String code() {
		return code;
	}

	/** What it is called in itself. */
	public String ownName() {
		return ownName;
	}

	public Locale locale() {
		return locale;
	}

	/** The one that a reader of this may want instead. */
	public Language other() {
		return this == DUTCH ? ENGLISH : DUTCH;
	}

	public static Optional<Language> of(String code) {
		return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
	}

	public static Language of(Locale locale) {
		return ENGLISH.code.equals(locale.getLanguage()) ? ENGLISH : DUTCH;
	}

	/** The one that the reader chose; otherwise English for a browser that asks for English and not for Dutch, and Dutch for everybody else. */
	public static Language of(HttpServletRequest request) {
		return chosen(request).orElseGet(() -> asked(request));
	}

	private static Optional<Language> chosen(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return cookies == null
				? Optional.empty()
				: Arrays.stream(cookies).filter(cookie -> Set.of(COOKIE, COOKIE_BY_TLS).contains(cookie.getName())).map(Cookie::getValue).flatMap(code -> of(code).stream()).findFirst();
	}

	private static Language asked(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
			return DUTCH;
		}
		List<String> asked = Collections.list(request.getLocales()).stream().map(Locale::getLanguage).toList();
		return asked.contains(ENGLISH.code) && !asked.contains(DUTCH.code) ? ENGLISH : DUTCH;
	}
}
