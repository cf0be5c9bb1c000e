package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** What a decision about one meeting needs to know of others; answered from the views. */
public interface Meetings {

	/**
	 * A meeting as it is known.
	 *
	 * @param heldOn its last day; absent while it was not held
	 * @param open   whether items can still be placed on it
	 */
	record Known(@Nullable BodyId bodyId, @Nullable LocalDate heldOn, boolean open) {
	}

	/** Empty when there is no such meeting in this partnership. */
	Optional<Known> find(PartnershipId partnership, MeetingId meeting);

	/** The meeting that is still to come and was announced as the last one of this body. */
	Optional<MeetingId> announcedLast(PartnershipId partnership, BodyId body);

	/** The first meeting after this day that is planned: of the same series where there is one, else of the same body. */
	Optional<MeetingId> next(PartnershipId partnership, BodyId body, @Nullable SeriesId series, LocalDate after);

	/** Items of meetings of this body until this day that were not treated and wait for a next meeting. */
	List<ItemOrigin> waiting(PartnershipId partnership, BodyId body, LocalDate until);
}
