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
 * @param conditions   what must hold beside
 * @param search       words in Dutch, or null
 * @param sort         fields, a leading minus for descending; ties are settled by id
 * @param page         1-based
 * @param partnerships only documents of these partnerships; null for no limit
 */
public record ListQuery(Map<String, String> filters, List<Condition> conditions, @Nullable String search, List<String> sort, int page, int pageSize,
		@Nullable Set<PartnershipId> partnerships) {

	/** What the value of a field must be like; a document without a value fails. */
	public sealed interface Condition {
	}

	/** This value, or one of the values where the field is a list. */
	public record Is(String field, String value) implements Condition {
	}

	/** One of these values; none of none. */
	public record OneOf(String field, Set<String> values) implements Condition {
	}

	/** This value or a lower one; a date or moment not after it. Not for lists. */
	public record AtMost(String field, String value) implements Condition {
	}

	/** This value or a higher one; a date or moment not before it. Not for lists. */
	public record AtLeast(String field, String value) implements Condition {
	}

	/** All of these. */
	public record AllOf(List<Condition> conditions) implements Condition {
	}

	/** One or more of these; none of none. */
	public record AnyOf(List<Condition> conditions) implements Condition {
	}

	/** This does not hold, or cannot be said of a document without a value. */
	public record Not(Condition condition) implements Condition {
	}

	/** The id of a document of another view for which, as known now, this holds. Not for lists. */
	public record Names(String field, ReadModel<?, ?> view, Condition such) implements Condition {
	}

	public ListQuery(Map<String, String> filters, @Nullable String search, List<String> sort, int page, int pageSize, @Nullable Set<PartnershipId> partnerships) {
		this(filters, List.of(), search, sort, page, pageSize, partnerships);
	}
}
