package nl.ontwikkelagenda.app.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.ItemOrigin;
import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.Meetings;
import nl.ontwikkelagenda.agenda.meeting.SeriesId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers from the views. */
@Component
class KnownMeetings implements Meetings {

	private static final int AT_ONCE = 100;

	private final Documents documents;

	KnownMeetings(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<Known> find(PartnershipId partnership, MeetingId meeting) {
		return documents.find(ReadModels.MEETINGS, meeting.toString(), AsOf.NOW).map(Stored::document).filter(found -> found.partnershipId().equals(partnership))
				.map(found -> new Known(found.bodyId(), found.happenedOn() == null ? null : found.happenedOn().to(),
						found.status() != MeetingStatus.CANCELLED && !found.closed()));
	}

	@Override
	public Optional<MeetingId> announcedLast(PartnershipId partnership, BodyId body) {
		return planned(partnership, body, Map.of("last", "true")).map(MeetingView::meetingId).findFirst();
	}

	@Override
	public Optional<MeetingId> next(PartnershipId partnership, BodyId body, @Nullable SeriesId series, LocalDate after) {
		List<MeetingView> later = planned(partnership, body, Map.of()).filter(meeting -> meeting.plannedOn().isAfter(after)).toList();
		return later.stream().filter(meeting -> series != null && series.equals(meeting.seriesId())).findFirst().or(() -> later.stream().findFirst())
				.map(MeetingView::meetingId);
	}

	private Stream<MeetingView> planned(PartnershipId partnership, BodyId body, Map<String, String> more) {
		Map<String, String> filters = new HashMap<>(more);
		filters.put("bodyId", body.toString());
		filters.put("status", MeetingStatus.PLANNED.name());
		return documents.items(ReadModels.MEETINGS, new ListQuery(filters, null, List.of("plannedOn"), 1, AT_ONCE, Set.of(partnership)), AsOf.NOW).stream()
				.map(Stored::document);
	}

	@Override
	public List<ItemOrigin> waiting(PartnershipId partnership, BodyId body, LocalDate until) {
		Map<String, String> filters = Map.of("bodyId", body.toString(), "status", ItemStatus.WAITING.name());
		return documents.items(ReadModels.ITEMS, new ListQuery(filters, null, List.of("place"), 1, AT_ONCE, Set.of(partnership)), AsOf.NOW).stream().map(Stored::document)
				.filter(item -> documents.find(ReadModels.MEETINGS, item.meetingId().toString(), AsOf.NOW).map(Stored::document)
						.filter(meeting -> !dayOf(meeting).isAfter(until)).isPresent())
				.map(item -> new ItemOrigin(item.meetingId(), item.itemId())).toList();
	}

	private static LocalDate dayOf(MeetingView meeting) {
		return meeting.happenedOn() == null ? meeting.plannedOn() : meeting.happenedOn().to();
	}
}
