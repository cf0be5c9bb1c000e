package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What the views hold: one document, or a list, now or as of an earlier position. */
public interface Documents {

	/** The longest prefix of the log whose running maximum of recording times is not after {@code moment}. */
	AsOf asOf(Instant moment);

	<D> Optional<Stored<D>> find(ReadModel<D, ?> view, String id, AsOf asOf);

	<D> Page<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf);

	/** The partnership that the thing with this id belongs to, whatever its kind. */
	Optional<PartnershipId> partnershipOf(String id);
}
