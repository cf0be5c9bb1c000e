package nl.ontwikkelagenda.app.start;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the start page asks of the views, as known on the day that it is shown as of; where there can be nothing, nothing is asked. */
@Component
class Found {

	private final Documents documents;
	private final Moments moments;

	Found(Documents documents, Moments moments) {
		this.documents = documents;
		this.moments = moments;
	}

	/**
	 * The first so many that meet all conditions.
	 *
	 * @param within only of these partnerships
	 * @param sort   a field, a leading minus for descending
	 */
	<D> List<D> first(ReadModel<D, ?> view, Set<PartnershipId> within, @Nullable String sort, int most, Condition... conditions) {
		if (within.isEmpty()) {
			return List.of();
		}
		ListQuery query = new ListQuery(Map.of(), List.of(conditions), null, sort == null ? List.of() : List.of(sort), 1, most, within);
		return documents.items(view, query, moments.asOf()).stream().map(Stored::document).toList();
	}

	/** How many meet all conditions, counted no further than this. */
	int countUpTo(int most, ReadModel<?, ?> view, Set<PartnershipId> within, Condition... conditions) {
		return within.isEmpty() ? 0 : documents.countUpTo(most, view, new ListQuery(Map.of(), List.of(conditions), null, List.of(), 1, 1, within), moments.asOf());
	}

	/** Those with these ids, by id. */
	<D> Map<String, D> withIds(ReadModel<D, ?> view, Set<PartnershipId> within, Set<String> ids, Function<D, Object> id) {
		return ids.isEmpty()
				? Map.of()
				: first(view, within, null, Documents.AT_ONCE, new OneOf("id", ids)).stream()
						.collect(Collectors.toMap(document -> id.apply(document).toString(), Function.identity(), (one, same) -> one, LinkedHashMap::new));
	}

	static Condition is(String field, Object value) {
		return new Is(field, value.toString());
	}
}
