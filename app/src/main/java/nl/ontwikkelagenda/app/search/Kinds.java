package nl.ontwikkelagenda.app.search;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.app.pages.ViewWords;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.search.Search;

/** The kinds of things that can be found. */
final class Kinds {

	private static final Map<String, String> NAMES = sorted();

	private Kinds() {
	}

	/** What several of each kind are called, by the name of its view, in the order of the alphabet. */
	static Map<String, String> names() {
		return NAMES;
	}

	/** The view with this name, if it can be searched. */
	static Optional<ReadModel<?, ?>> view(String name) {
		return ReadModels.ALL.stream().filter(view -> view.name().equals(name) && Search.covers(view)).findFirst();
	}

	private static Map<String, String> sorted() {
		Map<String, String> names = new LinkedHashMap<>();
		Search.kinds().stream().map(view -> Map.entry(view, requireNonNull(ViewWords.name(view), view))).sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
				.forEach(kind -> names.put(kind.getKey(), kind.getValue()));
		return names;
	}
}
