package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/**
 * What one user says to the application over HTTP, and what he expects to hear.
 *
 * @param user one of the demo's; empty for nobody
 */
public record Client(Running app, String user) {

	private static final String FORM = "application/x-www-form-urlencoded";
	private static final String BOUNDARY = "grens-van-een-formulier";
	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	/** Makes something and answers its path. */
	public String made(String path, String content) {
		return String.valueOf(created(path, content).header("Location"));
	}

	/** As {@link #made}, answering its id. */
	public String id(String path, String content) {
		return id(made(path, content));
	}

	/** What stands in a path after the last slash. */
	public static String id(@Nullable String path) {
		return String.valueOf(path).replaceFirst(".*/", "");
	}

	/** Posts something that is accepted. */
	public Answer created(String path, String content) {
		Answer answer = app.post(user, path, content);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	/** Posts something that breaks this rule. */
	public Answer refused(String path, String content, String rule) {
		return refused(app.post(user, path, content), rule);
	}

	public static Answer refused(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
		return answer;
	}

	/** Ends a standing. */
	public JsonNode ended(String path) {
		Answer answer = app.send(user, "DELETE", path, null);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	public JsonNode read(String path) {
		Answer answer = app.get(user, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	/** A page as a browser shows it. */
	public String page(String path) {
		Answer answer = app.get(user, path, "Accept", "text/html");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	/** As {@link #page}, of one that asks again by itself while something is being done: when that is done. */
	public String readyPage(String path) {
		Answer answer = Walk.ready(app, user, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	/** Sends a form as a browser without JavaScript: with the token that stands in the page, and the cookie that came with it. */
	public Answer submit(String page, String path, Map<String, String> form) {
		return submit(page, path, List.copyOf(form.entrySet()));
	}

	/** Sends a form with a file in its field {@code file}, as a browser without JavaScript. */
	public Answer upload(String page, String path, Map<String, String> form, String name, String content) {
		Answer shown = app.get(user, page, "Accept", "text/html");
		Matcher token = TOKEN.matcher(shown.body());
		assertThat(token.find()).as(shown.body()).isTrue();
		Stream<String> fields = Stream.concat(form.entrySet().stream(), Stream.of(Map.entry("_csrf", token.group(1))))
				.map(field -> "form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue());
		String body = Stream.concat(fields, Stream.of("form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content))
				.map(part -> "--" + BOUNDARY + "\r\nContent-Disposition: " + part + "\r\n").collect(Collectors.joining()) + "--" + BOUNDARY + "--\r\n";
		return app.post(user, path, body, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY, "Accept", "text/html", "Cookie",
				String.valueOf(shown.header("Set-Cookie")).split(";")[0]);
	}

	/** As {@link #submit(String, String, Map)}, for a form in which a field can be ticked more than once. */
	public Answer submit(String page, String path, List<Map.Entry<String, String>> form) {
		Answer shown = app.get(user, page, "Accept", "text/html");
		Matcher token = TOKEN.matcher(shown.body());
		assertThat(token.find()).as(shown.body()).isTrue();
		String body = Stream.concat(form.stream(), Stream.of(Map.entry("_csrf", token.group(1))))
				.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
		return app.post(user, path, body, "Content-Type", FORM, "Accept", "text/html", "Cookie", String.valueOf(shown.header("Set-Cookie")).split(";")[0]);
	}
}
