package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A document that is not the same in an old and a new generation.
 *
 * @param id     the document's
 * @param fields what is different, in the order of the fields; of a document that is only in one of them, everything
 */
public record DocumentDifference(String readModel, String id, Kind kind, List<FieldDifference> fields) {

	/** How it differs. */
	public enum Kind {
		/** It is only in the new generation. */
		ADDED,
		/** It is only in the old generation. */
		MISSING, DIFFERENT
	}

	/**
	 * One value.
	 *
	 * @param field  where it stands: {@code title}, {@code promises[0].what}
	 * @param before as JSON, its end left out when long; null when there is none
	 * @param after  likewise
	 */
	public record FieldDifference(String field, @Nullable String before, @Nullable String after) {
	}
}
