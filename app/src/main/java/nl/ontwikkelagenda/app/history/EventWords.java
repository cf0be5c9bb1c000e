package nl.ontwikkelagenda.app.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import nl.ontwikkelagenda.app.language.WordLists;

/** What happened, in Dutch. */
public final class EventWords {

	private static final Properties WORDS = WordLists.read("/words/events.properties");

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
}
