package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;

import org.jspecify.annotations.Nullable;

/**
 * Of which documents of a view changes are asked.
 *
 * @param partnerships only documents of these
 * @param anyOf        at least one of these holds; empty for no limit
 * @param conditions   each of these holds too
 * @param ended        what holds of a document that has come to its end; null when that cannot be said of this view
 */
public record Scope(Set<PartnershipId> partnerships, List<Condition> anyOf, List<Condition> conditions, @Nullable OneOf ended) {

	public Scope(Set<PartnershipId> partnerships, List<Condition> anyOf, @Nullable OneOf ended) {
		this(partnerships, anyOf, List.of(), ended);
	}

	/** Only of documents for which this holds too. */
	public Scope where(Condition condition) {
		return new Scope(partnerships, anyOf, Stream.concat(conditions.stream(), Stream.of(condition)).toList(), ended);
	}
}
