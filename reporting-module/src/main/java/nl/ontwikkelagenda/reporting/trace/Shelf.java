package nl.ontwikkelagenda.reporting.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

/** The documents that a chain is made of, as of one moment. */
interface Shelf {

	<D> Optional<D> find(ReadModel<D, ?> view, String id);

	/** Whether this view may have something with this id; asked once for all of them, where to find it in each takes a question. */
	Predicate<ReadModel<?, ?>> mayHave(String id);

	/** Those of one partnership in which the field has one of these values; of a great many only the first. */
	<D> Held<D> holding(ReadModel<D, ?> view, String field, Set<String> values);

	/** @param more how many there are beside these */
	record Held<D>(List<D> documents, int more) {
	}
}
