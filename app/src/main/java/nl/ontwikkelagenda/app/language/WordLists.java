package nl.ontwikkelagenda.app.language;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The lists in {@code words/}: what names of the program are called in a language of people. */
public final class WordLists {

	private WordLists() {
	}

	/** @param resource a file with properties in UTF-8, as {@code /words/events.properties} */
	public static Properties read(String resource) {
		try (Reader reader = new InputStreamReader(requireNonNull(WordLists.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
			Properties words = new Properties();
			words.load(reader);
			return words;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
