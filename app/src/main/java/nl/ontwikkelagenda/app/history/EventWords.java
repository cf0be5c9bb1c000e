package nl.ontwikkelagenda.app.history;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What happened, in Dutch. */
public final class EventWords {

	private static final String RESOURCE = "/words/events.properties";
	private static final Properties WORDS = read();

	private EventWords() {
	}

	/** What this type of event is called; its own name when it has no words. */
	public static String of(String type) {
		return WORDS.getProperty(type, type);
	}

	static boolean isKnown(String type) {
		return WORDS.containsKey(type);
	}

	/** Stable names with their words, by the words. */
	static List<Map.Entry<String, String>> all() {
		return WORDS.stringPropertyNames().stream().map(name -> Map.entry(name, WORDS.getProperty(name))).sorted(Comparator.comparing(Map.Entry::getValue)).toList();
	}

	private static Properties read() {
		try (Reader reader = new InputStreamReader(requireNonNull(EventWords.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return properties;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
