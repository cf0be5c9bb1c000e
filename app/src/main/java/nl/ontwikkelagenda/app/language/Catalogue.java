package nl.ontwikkelagenda.app.language;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What sentences are in another language, from files in the form of gettext (PO): {@code msgid} is the Dutch sentence, {@code msgstr} the other one, and {@code msgctxt} the template
 * in which a word means something else than elsewhere. Blanks are written as {@code {0}}.
 */
final class Catalogue {

	private static final String CONTEXT = "msgctxt ";
	private static final String DUTCH = "msgid ";
	private static final String OTHER = "msgstr ";

	private final Map<String, String> sentences = new HashMap<>();
	private final Map<String, Map<String, String>> within = new HashMap<>();

	/** @throws IllegalStateException when a file has something else than entries and remarks, or a sentence in two ways */
	static Catalogue read(String... resources) {
		Catalogue catalogue = new Catalogue();
		for (String resource : resources) {
			catalogue.add(resource);
		}
		return catalogue;
	}

	/** @return null when this sentence is not in it */
	@Nullable
	String find(String dutch) {
		return sentences.get(dutch);
	}

	/**
	 * As {@link #find(String)}, with what is said in one template first.
	 *
	 * @param template its name
	 */
	@Nullable
	String find(String template, String dutch) {
		String own = within.getOrDefault(template, Map.of()).get(dutch);
		return own == null ? sentences.get(dutch) : own;
	}

	/** All sentences in Dutch, but for those of one template. */
	Set<String> dutch() {
		return sentences.keySet();
	}

	private void add(String resource) {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(requireNonNull(Catalogue.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
			String template = null;
			String dutch = null;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith(CONTEXT)) {
					template = text(line, CONTEXT);
				} else if (line.startsWith(DUTCH)) {
					dutch = text(line, DUTCH);
				} else if (line.startsWith(OTHER)) {
					add(template, requireNonNull(dutch, line), Quoted.ofCatalogue(text(line, OTHER)));
					template = null;
					dutch = null;
				} else if (!line.isBlank() && !line.startsWith("#")) {
					throw new IllegalStateException(resource + " has a line that is no entry: " + line);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void add(@Nullable String template, String dutch, String other) {
		Map<String, String> to = template == null ? sentences : within.computeIfAbsent(template, name -> new HashMap<>());
		String before = to.put(dutch, other);
		if (before != null && !before.equals(other)) {
			throw new IllegalStateException("Translated in two ways: " + dutch);
		}
	}

	private static String text(String line, String keyword) {
		String quoted = line.substring(keyword.length()).strip();
		StringBuilder text = new StringBuilder();
		for (int i = 1; i < quoted.length() - 1; i++) {
			char next = quoted.charAt(i);
			if (next == '\\') {
				i++;
				next = quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i);
			}
			text.append(next);
		}
		return text.toString();
	}
}
