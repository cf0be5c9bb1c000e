package nl.ontwikkelagenda.app.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.command.Intent;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * After security: takes in the whole body (at most 1 MB, or 10 MB of a file) of an unsafe request, reads Idempotency-Key and If-Match, and says to all that follows who intends what. So no command
 * is sent for a request that did not come in whole.
 */
@Component
@Order(RequestFilter.AFTER_SECURITY)
class RequestFilter extends OncePerRequestFilter {

	static final int AFTER_SECURITY = 0;
	static final int LARGEST_BODY = 1_048_576;
	private static final int LARGEST_FILE = 10 * LARGEST_BODY;
	private static final Pattern FILES = Pattern.compile(Pattern.quote(Api.BASE) + "/(?:[a-z-]+/[^/]+/files|action-imports)");

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
	private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
	private static final Pattern KEY = Pattern.compile("\"([\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})\"|([\\x21\\x23-\\x7E]{1,255})");
	private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !Api.isApi(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		Caller caller = Caller.current().orElse(null);
		if (caller == null) {
			chain.doFilter(request, response);
			return;
		}
		if (SAFE.contains(request.getMethod())) {
			go(caller.intent(null, null), request, response, chain);
			return;
		}
		int most = FILES.matcher(request.getRequestURI()).matches() ? LARGEST_FILE : LARGEST_BODY;
		byte[] body = body(request, most);
		if (body == null) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			ProblemWriter.write(request, response, Problem.of(KnownProblems.TOO_LARGE, "De aanvraag is groter dan " + most / LARGEST_BODY + " MB; stuur minder tegelijk."));
			return;
		}
		List<FieldError> errors = new ArrayList<>();
		String key = key(request, errors);
		Long expected = expected(request, errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		Intent.Once once = key == null ? null : new Intent.Once(key, fingerprint(request, body), HttpServletResponse.SC_OK, request.getRequestURI());
		go(caller.intent(once, expected), new WithBody(request, body), response, chain);
	}

	private static void go(Intent intent, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		try {
			ScopedValue.where(Intent.CURRENT, intent).<@Nullable Void, Exception>call(() -> {
				chain.doFilter(request, response);
				return null;
			});
		} catch (IOException | ServletException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new ServletException(e);
		}
	}

	/** The whole body, or null when it is too large. */
	private static byte @Nullable [] body(HttpServletRequest request, int most) {
		if (request.getContentLengthLong() > most) {
			return null;
		}
		try {
			byte[] body = request.getInputStream().readNBytes(most + 1);
			boolean cutOff = request.getContentLengthLong() > body.length;
			if (cutOff) {
				throw new InvalidInput("body", "De aanvraag is onderweg afgebroken.");
			}
			return body.length > most ? null : body;
		} catch (IOException e) {
			throw new InvalidInput("body", "De aanvraag is onderweg afgebroken.");
		}
	}

	private static @Nullable String key(HttpServletRequest request, List<FieldError> errors) {
		List<String> given = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
		if (given.isEmpty()) {
			return null;
		}
		Matcher key = KEY.matcher(given.getFirst().strip());
		if (given.size() > 1 || !key.matches()) {
			errors.add(new FieldError(IDEMPOTENCY_KEY, "Geef één sleutel van 1 tot en met 255 zichtbare tekens."));
			return null;
		}
		return key.group(1) == null ? key.group(2) : key.group(1);
	}

	private static @Nullable Long expected(HttpServletRequest request, List<FieldError> errors) {
		List<String> given = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
		if (given.isEmpty() || given.equals(List.of("*"))) {
			return null;
		}
		Matcher version = VERSION.matcher(given.getFirst().strip());
		if (given.size() > 1 || !version.matches()) {
			errors.add(new FieldError(HttpHeaders.IF_MATCH, "Geef één versie zoals die in de header ETag stond, met aanhalingstekens: \"5\"."));
			return null;
		}
		return Long.valueOf(version.group(1));
	}

	private static String fingerprint(HttpServletRequest request, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(body));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static final class WithBody extends HttpServletRequestWrapper {

		private final byte[] body;

		WithBody(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public ServletInputStream getInputStream() {
			ByteArrayInputStream bytes = new ByteArrayInputStream(body);
			return new ServletInputStream() {
				@Override
				public int read() {
					return bytes.read();
				}

				@Override
				public int read(byte[] target, int offset, int length) {
					return bytes.read(target, offset, length);
				}

				@Override
				public boolean isFinished() {
					return bytes.available() == 0;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new IllegalStateException("The body is already here");
				}
			};
		}
	}
}
