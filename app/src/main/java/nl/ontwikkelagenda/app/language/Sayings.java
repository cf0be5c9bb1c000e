package nl.ontwikkelagenda.app.language;

import org.jspecify.annotations.Nullable;

/** What the expressions of an English page call for each thing that they show: {@code #en.said(...)}. What is no text stays what it is. */
public final class Sayings {

	static final String NAME = "en";

	private final English english;

	Sayings(English english) {
		this.english = english;
	}

	/** A text in English, in which what people wrote is marked. */
	public @Nullable Object said(@Nullable Object shown) {
		return shown instanceof CharSequence text ? english.said(text.toString()) : shown;
	}

	/** A text that people wrote; only what stands in place of such a text is said in English. */
	public @Nullable Object quoted(@Nullable Object shown) {
		if (!(shown instanceof CharSequence text)) {
			return shown;
		}
		String words = text.toString();
		return words.startsWith("[") && words.endsWith("]") ? english.said(words) : Quoted.mark(words);
	}

	/** A text in English for an attribute. */
	public @Nullable Object plain(@Nullable Object shown) {
		return shown instanceof CharSequence text ? english.plain(text.toString()) : shown;
	}

	/** SVG with its words in English. */
	public @Nullable Object drawing(@Nullable Object svg) {
		return svg instanceof CharSequence text ? english.drawing(text.toString()) : svg;
	}
}
