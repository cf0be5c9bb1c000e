package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;

import org.jspecify.annotations.Nullable;

/** What the views hold: one document, or a list, now or as of an earlier position. */
public interface Documents {

	int AT_ONCE = 500;

	/** The longest prefix of the log whose running maximum of recording times is not after {@code moment}. */
	AsOf asOf(Instant moment);

	/** The latest moment at which something that is shown was recorded; empty while nothing is. */
	Optional<Instant> newest();

	<D> Optional<Stored<D>> find(ReadModel<D, ?> view, String id, AsOf asOf);

	<D> Page<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf);

	/** As {@link #list}, without counting how many there are in all: that takes longer than finding those of one page. */
	<D> List<Stored<D>> items(ReadModel<D, ?> view, ListQuery query, AsOf asOf);

	/** How many there are in all, counted no further than this: to count very many takes longer than anybody waits for. Page and order do not matter. */
	int countUpTo(int most, ReadModel<?, ?> view, ListQuery query, AsOf asOf);

	/**
	 * How many documents meet each of these lists of conditions, in the same order and all of one moment; no document is fetched for it.
	 *
	 * @param each all conditions of one list must hold
	 */
	List<Long> count(ReadModel<?, ?> view, List<List<Condition>> each, AsOf asOf);

	/**
	 * Which combinations of values the entries of a list inside the documents have, and how many entries have each.
	 *
	 * @param list   field of the document that holds a list of records
	 * @param fields of those records
	 */
	List<Tally> tally(ReadModel<?, ?> view, List<Condition> conditions, String list, List<String> fields, AsOf asOf);

	/**
	 * The documents that meet the conditions as of {@code to} and that are not as they were as of {@code from}, the one that changed last first.
	 *
	 * @param field what to tell of each, a field that the view can be filtered by
	 */
	List<Difference> differences(ReadModel<?, ?> view, List<Condition> conditions, String field, AsOf from, AsOf to);

	/** @param values in the order of the fields that were asked for; null where an entry has none */
	record Tally(List<@Nullable String> values, long count) {
	}

	/**
	 * A document that was added or changed.
	 *
	 * @param added whether it was not there before
	 * @param was   the value of the field before; null when it had none or was not there
	 * @param is    its value now
	 */
	record Difference(String id, boolean added, @Nullable String was, @Nullable String is) {
	}

	/**
	 * Looks in several views at once, in each at the {@link Hits#MOST} documents of a partnership that changed last.
	 *
	 * @param where the views, each with the partnerships of which documents may be found
	 * @param page  1-based
	 */
	Hits search(Map<ReadModel<?, ?>, Set<PartnershipId>> where, String words, int page, int pageSize, AsOf asOf);

	/**
	 * Documents that are not the same at two positions, or are there at one of them only; what changed last comes first.
	 *
	 * @param where the views, each with what is asked of it
	 * @param page  1-based
	 */
	Differences differences(Map<ReadModel<?, ?>, Scope> where, AsOf from, AsOf to, int page, int pageSize);

	/**
	 * Every change by itself that is told after one position up to and with another, in the order in which they are told.
	 *
	 * @param where the views, each with what is asked of it
	 * @param limit about so many, those nearest to where the order begins; what is told at the same place comes together
	 */
	List<Change<?>> changes(Map<ReadModel<?, ?>, Scope> where, long after, long upTo, Direction direction, int limit);

	/** Those of these views that have anything in their scope, now or earlier: to ask the others what changed takes time and finds nothing. */
	Set<ReadModel<?, ?>> concerned(Map<ReadModel<?, ?>, Scope> where);

	/**
	 * Where changes are, oldest first and each once: as {@link #changes(Map, long, long, Direction, int)}, without what changed.
	 *
	 * @param upTo the last position that is looked at
	 */
	List<Long> positions(Map<ReadModel<?, ?>, Scope> where, long upTo);

	/** Every change at one of these positions, oldest first. */
	List<Change<?>> changesAt(Map<ReadModel<?, ?>, Scope> where, Collection<Long> positions);

	/** The views that hold a document with this id, or held one, whatever its partnership. */
	List<ReadModel<?, ?>> holding(String id);

	/** In which order changes come. */
	enum Direction {
		OLDEST_FIRST, LATEST_FIRST
	}

	/** Every document with these values in these fields, of whichever partnership. */
	default <D> List<D> all(ReadModel<D, ?> view, Map<String, String> filters, AsOf asOf) {
		return allStored(view, filters, asOf).stream().map(Stored::document).toList();
	}

	/** As {@link #all}, with where each document stands in the log. */
	default <D> List<Stored<D>> allStored(ReadModel<D, ?> view, Map<String, String> filters, AsOf asOf) {
		return all(view, filters, List.of(), asOf);
	}

	/** As {@link #allStored}, where these conditions hold too. */
	default <D> List<Stored<D>> all(ReadModel<D, ?> view, Map<String, String> filters, List<Condition> conditions, AsOf asOf) {
		List<Stored<D>> found = new ArrayList<>();
		for (int page = 1;; page++) {
			List<Stored<D>> part = items(view, new ListQuery(filters, conditions, null, List.of(), page, AT_ONCE, null), asOf);
			found.addAll(part);
			if (part.size() < AT_ONCE) {
				return found;
			}
		}
	}

	/**
	 * A document in which something is named.
	 *
	 * @param view name of the view
	 * @param body the document as JSON
	 */
	record Naming(String view, String id, String body) {
	}

	/**
	 * Every document, as known now, in which one of these texts stands, such as ids, in the order of views and ids. They are read while they are gone through. Looks through all of them, so it
	 * is for seldom asked questions.
	 */
	Stream<Naming> naming(Collection<String> texts);

	/** The partnership that the document of this view belongs to, or belonged to when it was last there; a thing of another kind may have the same id. */
	Optional<PartnershipId> partnershipOf(ReadModel<?, ?> view, String id);

	/** The partnership that the thing with this id belongs to, whatever its kind. */
	Optional<PartnershipId> partnershipOf(String id);
}
