package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;

import org.jspecify.annotations.Nullable;

/**
 * Of which documents of a view changes are asked.
 *
 * @param partnerships only documents of these
 * @param anyOf        at least one of these holds; empty for no limit
 * @param ended        what holds of a document that has come to its end; null when that cannot be said of this view
 */
public record Scope(Set<PartnershipId> partnerships, List<Condition> anyOf, @Nullable OneOf ended) {
}
