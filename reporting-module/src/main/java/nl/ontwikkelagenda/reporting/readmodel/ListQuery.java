package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * Which documents of a view, in which order.
 *
 * @param filters      field to wanted value; all must hold
 * @param search       words in Dutch, or null
 * @param sort         fields, a leading minus for descending; ties are settled by id
 * @param page         1-based
 * @param partnerships only documents of these partnerships; null for no limit
 */
public record ListQuery(Map<String, String> filters, @Nullable String search, List<String> sort, int page, int pageSize, @Nullable Set<PartnershipId> partnerships) {
}
