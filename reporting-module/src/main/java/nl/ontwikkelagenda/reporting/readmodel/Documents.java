package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What the views hold: one document, or a list, now or as of an earlier position. */
public interface Documents {

	/** The longest prefix of the log whose running maximum of recording times is not after {@code moment}. */
	AsOf asOf(Instant moment);

	<D> Optional<Stored<D>> find(ReadModel<D, ?> view, String id, AsOf asOf);

	<D> Page<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf);

	/**
	 * Looks in several views at once.
	 *
	 * @param where the views, each with the partnerships of which documents may be found
	 * @param page  1-based
	 */
	Hits search(Map<ReadModel<?, ?>, Set<PartnershipId>> where, String words, int page, int pageSize, AsOf asOf);

	/** The partnership that the thing with this id belongs to, whatever its kind. */
	Optional<PartnershipId> partnershipOf(String id);
}
