package nl.ontwikkelagenda.app.pages;

import java.util.Properties;

import nl.ontwikkelagenda.app.language.WordLists;

import org.jspecify.annotations.Nullable;

/** What read models are called in Dutch: several of what they show together. */
public final class ViewWords {

	private static final Properties NAMES = WordLists.read("/words/views.properties");

	private ViewWords() {
	}

	/** @param view the name of a read model; null when it has no Dutch name, as for one of an earlier version that is no more */
	public static @Nullable String name(String view) {
		return NAMES.getProperty(view);
	}
}
