package nl.ontwikkelagenda.reporting.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.trace.Trace.Subject;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the chain of a thing from the views, all as of one position. */
@Component
public class Traces {

	/** How many steps there can be before, and as many after, what is asked about. */
	public static final int MOST = 150;

	/** The views that chains are made of; who may not read one of them sees no chain. */
	public static final List<ReadModel<?, ?>> VIEWS = Drawings.ALL.stream().<ReadModel<?, ?>>map(Drawings.Part::view).toList();

	private final Documents documents;

	Traces(Documents documents) {
		this.documents = documents;
	}

	/** The thing with this id, whatever its kind, or the whole that it is a part of; empty when it is of no kind that can be traced, or was not there then. */
	public Optional<Subject> subject(UUID id, AsOf asOf) {
		return Chains.subject(new OfDocuments(documents, null, asOf), id);
	}

	/** Nothing of another partnership than that of the subject is shown. */
	public Trace of(Subject subject, AsOf asOf) {
		return Chains.of(new OfDocuments(documents, subject.partnershipId(), asOf), subject, MOST);
	}

	private record OfDocuments(Documents documents, @Nullable PartnershipId partnership, AsOf asOf) implements Shelf {

		@Override
		public <D> Optional<D> find(ReadModel<D, ?> view, String id) {
			return documents.find(view, id, asOf).map(Stored::document);
		}

		/** Of what is hidden from the reader in one view nothing is told; it may be seen in another. */
		@Override
		public Predicate<ReadModel<?, ?>> mayHave(String id) {
			List<ReadModel<?, ?>> views = documents.holding(id);
			return view -> views.isEmpty() || views.contains(view);
		}

		@Override
		public <D> Held<D> holding(ReadModel<D, ?> view, String field, Set<String> values) {
			ListQuery query = new ListQuery(Map.of(), List.of(new ListQuery.OneOf(field, values)), null, List.of(), 1, 2 * MOST, partnership == null ? null : Set.of(partnership));
			Page<D> page = documents.list(view, query, asOf);
			return new Held<>(page.items().stream().map(Stored::document).toList(), (int) (page.total() - page.items().size()));
		}
	}
}
