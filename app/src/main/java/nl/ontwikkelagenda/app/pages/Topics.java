package nl.ontwikkelagenda.app.pages;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What pages are about, as far as can be told from the method that makes them: from the typed ids that they are asked with. Pages that list something are named here. */
final class Topics {

	private static final Map<String, ReadModel<?, ?>> LISTS = Map.ofEntries(Map.entry("/acties", ReadModels.ACTIONS), Map.entry("/bijeenkomsten", ReadModels.MEETINGS),
			Map.entry("/kalender", ReadModels.MEETINGS), Map.entry("/besluiten", ReadModels.DECISIONS), Map.entry("/agendas", ReadModels.AGENDAS),
			Map.entry("/samenwerkingsverbanden", ReadModels.PARTNERSHIPS), Map.entry("/monitor", ReadModels.INDICATORS), Map.entry("/adviezen", ReadModels.ADVICE_NOTES),
			Map.entry("/reflecties", ReadModels.REFLECTION_ROUNDS), Map.entry("/inventarisaties", ReadModels.INVENTORIES), Map.entry("/communities", ReadModels.COMMUNITIES),
			Map.entry("/projecten", ReadModels.PROJECTS), Map.entry("/bibliotheek", ReadModels.LIBRARY_ITEMS), Map.entry("/begrippen", ReadModels.TERMS),
			Map.entry("/belemmeringen", ReadModels.BARRIERS));

	private Topics() {
	}

	/**
	 * An id that a page is asked with.
	 *
	 * @param name in the address
	 * @param path whether it is in the path
	 */
	record Asked(String name, ReadModel<?, ?> view, boolean path) {
	}

	/** The ids that this method is asked with, of what changes are told of; those in the path first. */
	static List<Asked> ids(Method page) {
		return Stream.concat(Arrays.stream(page.getParameters()).filter(given -> given.isAnnotationPresent(PathVariable.class)).flatMap(given -> asked(given, true).stream()),
				Arrays.stream(page.getParameters()).filter(given -> given.isAnnotationPresent(RequestParam.class)).flatMap(given -> asked(given, false).stream())).toList();
	}

	/** A view and the ids of its documents are called alike, though not always in the same package. */
	private static Optional<Asked> asked(Parameter given, boolean path) {
		String document = given.getType().getSimpleName().replaceFirst("Id$", "View");
		return Thing.byName().values().stream().map(Thing::view).filter(view -> view.document().getSimpleName().equals(document)).findFirst()
				.map(view -> new Asked(given.getName(), view, path));
	}

	/** Whether the page at this path lists documents of a view. */
	static boolean isList(String path) {
		return LISTS.containsKey(path);
	}

	/**
	 * The question for the difference of a page, as a query string; empty where it is about nothing that changes are told of.
	 *
	 * @param path     of the page
	 * @param variable the value of a variable in the path
	 * @param given    the value of a parameter, null when it was not given
	 */
	static Optional<String> question(Method page, String path, Function<String, @Nullable String> variable, Function<String, @Nullable String> given) {
		Optional<String> about = ids(page).stream().flatMap(asked -> question(asked, asked.path() ? variable.apply(asked.name()) : given.apply(asked.name())).stream()).findFirst();
		ReadModel<?, ?> listed = LISTS.get(path);
		return listed == null ? about : Optional.of(about.map(question -> question + "&").orElse("") + "of=" + listed.name());
	}

	/**
	 * What stands in the path of a page, of what changes are told of.
	 *
	 * @param variable the value of a variable in the path
	 */
	static Optional<UUID> thing(Method page, Function<String, @Nullable String> variable) {
		return ids(page).stream().filter(Asked::path).flatMap(asked -> id(variable.apply(asked.name())).stream()).findFirst();
	}

	private static Optional<String> question(Asked asked, @Nullable String value) {
		return id(value).map(id -> Subject.in(asked.view(), id).map(subject -> subject.parameter() + "=" + id).orElse("of=" + asked.view().name() + "&id=" + id));
	}

	private static Optional<UUID> id(@Nullable String value) {
		try {
			return value == null || value.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(value.strip()));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
