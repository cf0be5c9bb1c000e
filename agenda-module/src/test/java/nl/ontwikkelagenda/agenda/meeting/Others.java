package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What a scenario says of other meetings, and of the body that convenes them. */
final class Others implements Meetings, Bodies {

	final Map<MeetingId, Known> known = new HashMap<>();
	@Nullable MeetingId last;
	@Nullable MeetingId next;
	List<ItemOrigin> waiting = List.of();
	@Nullable LocalDate dissolvedOn;

	@Override
	public Optional<BodyView> find(BodyId body) {
		return Optional.of(new BodyView(body, new PartnershipId(new UUID(0, 2)), BodyKind.TABLE, "Ontwikkeltafel", Access.OPEN, null, null, null,
				dissolvedOn == null ? BodyView.Status.ESTABLISHED : BodyView.Status.DISSOLVED, dissolvedOn, null));
	}

	@Override
	public Set<PersonId> decidingOn(BodyId body, LocalDate day) {
		return Set.of();
	}

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
