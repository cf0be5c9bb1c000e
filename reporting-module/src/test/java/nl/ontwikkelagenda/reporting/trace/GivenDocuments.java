package nl.ontwikkelagenda.reporting.trace;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

/** Documents that stand in no database. */
final class GivenDocuments implements Shelf {

	private static final int MOST = 10;

	private final Map<ReadModel<?, ?>, Map<String, Object>> documents = new LinkedHashMap<>();

	<D> GivenDocuments with(ReadModel<D, ?> view, Object id, D document) {
		documents.computeIfAbsent(view, of -> new LinkedHashMap<>()).put(id.toString(), document);
		return this;
	}

	@Override
	public <D> Optional<D> find(ReadModel<D, ?> view, String id) {
		return Optional.ofNullable(documents.getOrDefault(view, Map.of()).get(id)).map(view.document()::cast);
	}

	@Override
	public Predicate<ReadModel<?, ?>> mayHave(String id) {
		return view -> documents.getOrDefault(view, Map.of()).containsKey(id);
	}

	@Override
	public <D> Held<D> holding(ReadModel<D, ?> view, String field, Set<String> values) {
		List<D> all = documents.getOrDefault(view, Map.of()).values().stream().filter(document -> value(document, field).stream().anyMatch(values::contains))
				.map(view.document()::cast).toList();
		return new Held<>(all.subList(0, Math.min(MOST, all.size())), Math.max(0, all.size() - MOST));
	}

	private static List<String> value(Object document, String field) {
		try {
			RecordComponent component = Arrays.stream(document.getClass().getRecordComponents()).filter(one -> one.getName().equals(field)).findFirst().orElseThrow();
			Object value = component.getAccessor().invoke(document);
			return value instanceof Collection<?> many ? many.stream().map(Object::toString).toList() : List.of(String.valueOf(value));
		} catch (ReflectiveOperationException e) {
			throw new LinkageError(e.getMessage(), e);
		}
	}
}
