package nl.ontwikkelagenda.app.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.hc.core5.net.WWWFormCodec;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.servlet.HandlerMapping;

/** What a request asks for, as it is told in the register of accesses: ids, days and forms, and the address without its values. Words are left out, as they can name persons. */
final class AskedFor {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	private static final Pattern TELLS_NO_PERSON = Pattern.compile(ID + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(t[0-9:.]{1,20}z)?");
	private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,40}");
	private static final Pattern FORM = Pattern.compile("csv|xlsx|pdf|docx|html|json");
	private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
	private static final int MOST = 20;

	private AskedFor() {
	}

	static boolean isId(String value) {
		return ID.matcher(value).matches();
	}

	static Map<String, String> in(HttpServletRequest request) {
		Map<String, String> asked = new LinkedHashMap<>();
		asked.put("method", METHOD.matcher(request.getMethod()).matches() ? request.getMethod() : "other");
		asked.put("address", address(request));
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
			variables.forEach((name, value) -> put(asked, name.toString(), value.toString(), TELLS_NO_PERSON));
		}
		parameters(request).forEach((name, value) -> put(asked, name, value, name.equals("format") ? FORM : TELLS_NO_PERSON));
		return asked;
	}

	/** Also of a question of which a part cannot be read: what somebody asks for is not hidden by a mistake in something else. */
	private static Map<String, String> parameters(HttpServletRequest request) {
		Map<String, String> given = new LinkedHashMap<>();
		try {
			request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
		} catch (InvalidParameterException e) {
			String query = request.getQueryString();
			WWWFormCodec.parse(query == null ? "" : query, StandardCharsets.UTF_8).forEach(pair -> given.putIfAbsent(pair.getName(), String.valueOf(pair.getValue())));
		}
		return given;
	}

	private static void put(Map<String, String> asked, String name, String value, Pattern allowed) {
		String small = value.toLowerCase(Locale.ROOT);
		if (asked.size() < MOST && NAME.matcher(name).matches() && allowed.matcher(small).matches()) {
			asked.putIfAbsent(name, small);
		}
	}

	/** Who was refused at the door may have asked for an address that does not exist: of that the first part only. */
	private static String address(HttpServletRequest request) {
		if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
			return pattern;
		}
		String path = request.getRequestURI();
		int second = path.indexOf('/', 1);
		String first = second < 0 ? path : path.substring(0, second);
		return first.equals("/beheer") || first.equals("/actuator") ? first + "/**" : "/**";
	}
}
