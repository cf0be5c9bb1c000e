package nl.ontwikkelagenda.app.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.language.Language;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a language: a link at the foot of every page, that leads back to the same page. The choice is kept in the browser, so that it needs neither an account nor JavaScript. */
@Controller
@WithoutAsOf("De taal kiest u voor nu; laat asOf weg.")
class LanguageChoice {

	static final String PATH = "/taal/";
	private static final Duration KEPT = Duration.ofDays(365);

	private final PublicAddress address;

	LanguageChoice(PublicAddress address) {
		this.address = address;
	}

	@GetMapping(PATH + "{code}")
	ResponseEntity<Void> choose(@PathVariable String code, @RequestParam(defaultValue = "/") String naar, HttpServletRequest request) {
		Language language = Language.of(code).orElseThrow(NotFound::new);
		boolean byTls = address.isSecure();
		ResponseCookie kept = ResponseCookie.from(byTls ? Language.COOKIE_BY_TLS : Language.COOKIE, language.code()).path("/").httpOnly(true).secure(byTls || request.isSecure())
				.sameSite("Lax").maxAge(KEPT).build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.SET_COOKIE, kept.toString()).header(HttpHeaders.LOCATION, here(naar)).build();
	}

	/** The page to go back to; the start page for what is not a page of this application. */
	private static String here(String address) {
		try {
			URI uri = new URI(address);
			boolean ours = uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawPath() != null && uri.getRawPath().matches("/([^/\\\\].*)?")
					&& !uri.getRawPath().startsWith(PATH);
			return ours ? uri.toASCIIString() : "/";
		} catch (URISyntaxException e) {
			return "/";
		}
	}
}
