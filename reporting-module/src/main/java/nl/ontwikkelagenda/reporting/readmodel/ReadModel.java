package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * How the engine knows a view.
 *
 * @param name     its name in URIs, tables and logs, plural kebab-case ({@code meetings})
 * @param version  raised when the fold or the shape of the document changes; the engine then builds a new generation
 * @param document the view's record; a field {@code partnershipId} of type {@code PartnershipId} says to which partnership a document belongs
 * @param events   what it folds; a sealed interface or a common super type
 * @param key      the id of the document an event belongs to, or null when the view does not care; a view of an aggregate has to give the id for each of its events, also for
 *                 those that change nothing to be seen, or the document's sequence falls behind and If-Match fails
 * @param fold     the pure fold; null means that no document (any longer) exists
 * @param filters  fields of the document that lists can be filtered and sorted by (camelCase, top level): texts, ids, enums, dates, instants, numbers, a {@code Period} (by its
 *                 first day); a list can be filtered by one of its values, not sorted by
 * @param search   the text by which a document is found; empty for none
 * @param quotes   whose words it shows beside its own; null when it shows only its own
 */
public record ReadModel<D, E>(String name, int version, Class<D> document, Class<E> events, Function<E, @Nullable String> key, Fold<D, E> fold, List<String> filters,
		Function<D, String> search, @Nullable Quotes quotes) {

	/**
	 * Documents whose words are shown in those of this view, which are then found by them too.
	 *
	 * @param field the field of this view's document that holds a list of their ids
	 * @param from  the views that they are of
	 */
	public record Quotes(String field, List<ReadModel<?, ?>> from) {
	}

	public ReadModel(String name, int version, Class<D> document, Class<E> events, Function<E, @Nullable String> key, Fold<D, E> fold, List<String> filters,
			Function<D, String> search) {
		this(name, version, document, events, key, fold, filters, search, null);
	}

	/** To which partnership a document belongs; null when it says none. */
	public @Nullable PartnershipId partnershipOf(D document) {
		return PartnershipOf.document(document);
	}

	/** A view's fold: the document so far, the next fact, where and when it was recorded; answers the document as it is from then on. */
	@FunctionalInterface
	public interface Fold<D, E> {
		@Nullable
		D on(@Nullable D current, E event, Recorded when);
	}
}
