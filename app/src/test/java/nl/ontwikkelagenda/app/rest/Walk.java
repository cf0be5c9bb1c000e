package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.rest.Running.Answer;

/** All pages that people reach from their start page, from what they take part in, or find with one of some words, by following links: one address of every shape, as ids and values do not make another page; the past is left out. */
public final class Walk {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?href=\"(/[^\"#]*)");
	private static final Pattern FILE = Pattern.compile("\\.[a-z]+($|\\?)|[?&]format=");
	private static final Pattern ELSEWHERE = Pattern.compile("^/(api|actuator|css|js|images|webjars|taal)/|[?&]asOf=[0-9]{4}-[0-9]{2}-[0-9]{2}(&|$)");

	private static final int MOST_TIMES = 300;
	private static final long WAIT_NANOS = 100_000_000;

	private Walk() {
	}

	/** What somebody reaches. */
	public record Place(String user, String path) {
	}

	/** What the first of these people reaches, and of the others what those before them do not reach. */
	public static List<Place> through(Running app, String... users) {
		List<Place> places = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (String user : users) {
			Deque<String> open = new ArrayDeque<>(List.of("/zoeken?q=werksessie", "/zoeken?q=projectencarrousel", "/", "/zoeken?q=ontwikkeltafel", "/zoeken?q=fte", "/deelname"));
			while (!open.isEmpty()) {
				String path = open.remove();
				places.add(new Place(user, path));
				if (isFile(path)) {
					continue;
				}
				Answer answer = ready(app, user, path);
				assertThat(answer.status()).as("%s opens %s", user, path).isEqualTo(200);
				if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
					LINK.matcher(answer.body()).results().map(link -> link.group(1).replace("&amp;", "&"))
							.filter(link -> !ELSEWHERE.matcher(link).find() && seen.add(shape(link))).forEach(open::add);
				}
			}
		}
		return places;
	}

	/** A page that asks again by itself while something is being done, when that is done. */
	static Answer ready(Running app, String user, String path) {
		Answer answer = app.get(user, path, "Accept", "text/html, */*");
		for (int i = 0; answer.header("Refresh") != null && i < MOST_TIMES; i++) {
			LockSupport.parkNanos(WAIT_NANOS);
			answer = app.get(user, path, "Accept", "text/html, */*");
		}
		assertThat(answer.header("Refresh")).as("%s asks again", path).isNull();
		return answer;
	}

	/** Whether this is taken along rather than looked at. */
	public static boolean isFile(String path) {
		return FILE.matcher(path).find();
	}

	/** Without ids and values. */
	public static String shape(String path) {
		return ID.matcher(path).replaceAll("*").replaceAll("=[^&]*", "=");
	}
}
