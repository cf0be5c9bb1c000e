package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** What a scenario says of other meetings. */
final class Others implements Meetings {

	final Map<MeetingId, Known> known = new HashMap<>();
	@Nullable MeetingId last;
	@Nullable MeetingId next;
	List<ItemOrigin> waiting = List.of();

	@Override
	public Optional<Known> find(PartnershipId partnership, MeetingId meeting) {
		return Optional.ofNullable(known.get(meeting));
	}

	@Override
	public Optional<MeetingId> announcedLast(PartnershipId partnership, BodyId body) {
		return Optional.ofNullable(last);
	}

	@Override
	public Optional<MeetingId> next(PartnershipId partnership, BodyId body, @Nullable SeriesId series, LocalDate after) {
		return Optional.ofNullable(next);
	}

	@Override
	public List<ItemOrigin> waiting(PartnershipId partnership, BodyId body, LocalDate until) {
		return waiting;
	}
}
