package nl.ontwikkelagenda.app.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The region of the partnership, the holidays that are known, and the meetings as they are planned, now or as of a moment. */
@Component
public class KnownCalendars implements Calendars {

	private static final int PAGE = 100;

	private final Documents documents;
	private final KnownHolidays holidays;

	KnownCalendars(Documents documents, KnownHolidays holidays) {
		this.documents = documents;
		this.holidays = holidays;
	}

	@Override
	public Calendar of(PartnershipId partnership, @Nullable MeetingId meeting, LocalDate saidOn) {
		return of(partnership, meeting, saidOn, AsOf.NOW);
	}

	/** As {@link #of(PartnershipId, MeetingId, LocalDate)}, from what was known then. */
	public Calendar of(PartnershipId partnership, @Nullable MeetingId meeting, LocalDate saidOn, AsOf asOf) {
		SchoolRegion region = documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), asOf).map(found -> found.document().schoolRegion()).orElse(null);
		return new Calendar(region, holidays.of(Set.of(partnership), asOf), () -> nextMeeting(partnership, meeting, saidOn, asOf));
	}

	/** Of the same body, or one that follows this meeting; this meeting itself when it is still to come. */
	private Optional<LocalDate> nextMeeting(PartnershipId partnership, @Nullable MeetingId meeting, LocalDate saidOn, AsOf asOf) {
		if (meeting == null) {
			return Optional.empty();
		}
		return documents.find(ReadModels.MEETINGS, meeting.toString(), asOf).map(Stored::document).flatMap(known -> {
			Stream<MeetingView> ofBody = known.bodyId() == null ? Stream.empty() : planned(partnership, "bodyId", known.bodyId(), saidOn, asOf).stream();
			Stream<MeetingView> following = planned(partnership, "follows", meeting, saidOn, asOf).stream();
			return Stream.of(Stream.of(known), ofBody, following).flatMap(found -> found).filter(found -> found.status() != MeetingStatus.CANCELLED).map(MeetingView::plannedOn)
					.filter(day -> day.isAfter(saidOn)).min(Comparator.naturalOrder());
		});
	}

	/** The last so many: a body that has planned more of them ahead knows its next meeting by its date. */
	private List<MeetingView> planned(PartnershipId partnership, String field, Object value, LocalDate saidOn, AsOf asOf) {
		ListQuery query = new ListQuery(Map.of(field, value.toString()), null, List.of("-plannedOn"), 1, PAGE, Set.of(partnership));
		return documents.items(ReadModels.MEETINGS, query, asOf).stream().map(Stored::document).filter(found -> found.plannedOn().isAfter(saidOn)).toList();
	}
}
