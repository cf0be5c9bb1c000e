package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.rest.Running.Answer;

/** A browser without JavaScript: it keeps cookies, sends them where they belong, and logs in on the page. */
public final class Browser {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final Running app;
	/** By name: the value and the path that it is for. */
	private final Map<String, String[]> cookies = new LinkedHashMap<>();

	public Browser(Running app) {
		this.app = app;
	}

	public Answer get(String path) {
		return kept(app.get("", path, "Accept", "text/html", "Cookie", cookies(path)));
	}

	/** Sends a form that stands on a page. */
	public Answer submit(String page, String path, Map<String, String> form) {
		Matcher token = TOKEN.matcher(get(page).body());
		assertThat(token.find()).isTrue();
		Map<String, String> fields = new LinkedHashMap<>(form);
		fields.put("_csrf", token.group(1));
		String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
		return kept(app.post("", path, body, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html", "Cookie", cookies(path)));
	}

	public Answer logIn(String username, String password) {
		return submit("/inloggen", "/inloggen", Map.of("username", username, "password", password));
	}

	/** Whether it is logged in, so that a page of the user is shown. */
	public boolean isIn() {
		return get("/mijn-toegang").status() == 200;
	}

	/** Closed and opened again, without the session. */
	public void forgetSession() {
		cookies.keySet().removeIf(name -> !name.endsWith("apparaat"));
	}

	private Answer kept(Answer answer) {
		answer.response().headers().allValues("Set-Cookie").forEach(header -> {
			String[] parts = header.split(";");
			String[] pair = parts[0].split("=", 2);
			String path = Arrays.stream(parts).map(String::strip).filter(part -> part.startsWith("Path=")).map(part -> part.substring(5)).findFirst().orElse("/");
			cookies.put(pair[0], new String[] {pair[1], path});
		});
		return answer;
	}

	private String cookies(String path) {
		String sent = cookies.entrySet().stream().filter(cookie -> path.startsWith(cookie.getValue()[1])).map(cookie -> cookie.getKey() + "=" + cookie.getValue()[0])
				.collect(Collectors.joining("; "));
		return sent.isEmpty() ? "geen=ja" : sent;
	}
}
