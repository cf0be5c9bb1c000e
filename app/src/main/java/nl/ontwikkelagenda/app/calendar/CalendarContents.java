package nl.ontwikkelagenda.app.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in a calendar: the meetings and the open promises of its subject that its reader may see. The same state gives the same bytes. */
@Component
class CalendarContents {

	private static final String NAME = "Ontwikkelagenda";

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final MeetingEntries meetings;
	private final PromiseEntries promises;

	CalendarContents(Documents documents, Readers readers, People people, MeetingEntries meetings, PromiseEntries promises) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.meetings = meetings;
		this.promises = promises;
	}

	/**
	 * The calendar of a subject for one reader.
	 *
	 * @param subject the body, table, community or partnership; absent for what is the reader's own
	 * @param day     on which seats count
	 * @throws NotFound when the reader holds no right there today, or it was not there then
	 */
	byte[] of(Kind kind, @Nullable UUID subject, PersonId reader, AsOf asOf, LocalDate day) {
		return Viewer.as(reader, () -> visibleTo(kind, subject, reader, asOf, day));
	}

	private byte[] visibleTo(Kind kind, @Nullable UUID subject, PersonId reader, AsOf asOf, LocalDate day) {
		return switch (kind) {
			case PERSONAL -> personal(reader, asOf, day);
			case BODY -> ofBody(requireNonNull(subject), reader, asOf);
			case TABLE -> ofBody(visible(ReadModels.TABLES, requireNonNull(subject), reader, asOf).bodyId().value(), reader, asOf);
			case COMMUNITY -> ofBody(visible(ReadModels.COMMUNITIES, requireNonNull(subject), reader, asOf).bodyId().value(), reader, asOf);
			case PARTNERSHIP -> ofPartnership(requireNonNull(subject), reader, asOf);
		};
	}

	private byte[] ofPartnership(UUID id, PersonId reader, AsOf asOf) {
		PartnershipView partnership = visible(ReadModels.PARTNERSHIPS, id, reader, asOf);
		Map<String, String> its = Map.of("partnershipId", id.toString());
		return written(partnership.name(), documents.allStored(ReadModels.MEETINGS, its, asOf), open(its, asOf), promise -> true, asOf);
	}

	private byte[] personal(PersonId reader, AsOf asOf, LocalDate day) {
		Set<PartnershipId> partnerships = readers.partnerships(ReadModels.MEETINGS, reader);
		if (partnerships.isEmpty()) {
			throw new NotFound();
		}
		Set<PersonId> ids = Set.copyOf(people.idsOf(reader));
		Condition his = his("personId", ids);
		Map<String, Stored<MeetingView>> found = new LinkedHashMap<>();
		bodies(his, asOf, day).flatMap(body -> documents.allStored(ReadModels.MEETINGS, Map.of("bodyId", body.toString()), asOf).stream())
				.forEach(meeting -> found.put(meeting.id(), meeting));
		his(ReadModels.INVITATIONS, his, asOf).map(InvitationView::meetingId).map(MeetingId::toString).filter(meeting -> !found.containsKey(meeting))
				.flatMap(meeting -> documents.find(ReadModels.MEETINGS, meeting, asOf).stream()).forEach(meeting -> found.put(meeting.id(), meeting));
		List<Stored<MeetingView>> visible = found.values().stream().filter(meeting -> partnerships.contains(meeting.document().partnershipId())).toList();
		List<Stored<ActionView>> actions = open(Map.of(), List.of(his("owners", ids)), asOf).stream().filter(action -> partnerships.contains(action.document().partnershipId()))
				.toList();
		return written(null, visible, actions, promise -> promise.owner().id() != null && ids.contains(new PersonId(promise.owner().id())), asOf);
	}

	/** Where somebody sits: on a body itself, or in a community that stands on it. */
	private Stream<BodyId> bodies(Condition his, AsOf asOf, LocalDate day) {
		Stream<BodyId> seats = his(ReadModels.SEATS, his, asOf).filter(seat -> seat.holdsOn(day)).map(SeatView::bodyId);
		Stream<BodyId> communities = his(ReadModels.ENROLMENTS, his, asOf).filter(enrolment -> enrolment.standing() == Standing.SEATED)
				.flatMap(enrolment -> documents.find(ReadModels.COMMUNITIES, enrolment.communityId().toString(), asOf).stream()).map(community -> community.document().bodyId());
		return Stream.concat(seats, communities).distinct();
	}

	private static Condition his(String field, Set<PersonId> ids) {
		return new OneOf(field, ids.stream().map(PersonId::toString).collect(Collectors.toSet()));
	}

	private <D> Stream<D> his(ReadModel<D, ?> view, Condition his, AsOf asOf) {
		return documents.all(view, Map.of(), List.of(his), asOf).stream().map(Stored::document);
	}

	private byte[] ofBody(UUID id, PersonId reader, AsOf asOf) {
		BodyView body = visible(ReadModels.BODIES, id, reader, asOf);
		List<Stored<MeetingView>> its = documents.allStored(ReadModels.MEETINGS, Map.of("bodyId", id.toString()), asOf);
		List<Stored<ActionView>> agreedThere = its.stream().flatMap(meeting -> open(Map.of("meetingId", meeting.id()), asOf).stream()).toList();
		return written(body.name(), its, agreedThere, promise -> true, asOf);
	}

	private <D> D visible(ReadModel<D, ?> view, UUID id, PersonId reader, AsOf asOf) {
		Set<PartnershipId> partnerships = readers.partnerships(view, reader);
		return documents.partnershipOf(view, id.toString()).filter(partnerships::contains).flatMap(partnership -> documents.find(view, id.toString(), asOf)).map(Stored::document)
				.orElseThrow(NotFound::new);
	}

	/** Actions that are not done or dropped: what has come to an end asks for no attention. */
	private List<Stored<ActionView>> open(Map<String, String> filters, AsOf asOf) {
		return open(filters, List.of(), asOf);
	}

	private List<Stored<ActionView>> open(Map<String, String> filters, List<Condition> conditions, AsOf asOf) {
		Map<String, String> all = new LinkedHashMap<>(filters);
		all.put("status", ActionStatus.OPEN.name());
		return documents.all(ReadModels.ACTIONS, all, conditions, asOf);
	}

	/** @param of what the calendar is of; null when it is of one person */
	private byte[] written(@Nullable String of, List<Stored<MeetingView>> held, List<Stored<ActionView>> actions, Predicate<PromiseView> wanted, AsOf asOf) {
		List<CalendarComponent> entries = new ArrayList<>();
		held.forEach(meeting -> entries.add(meetings.entry(meeting, asOf, List.of())));
		Names names = names(actions, asOf);
		actions.forEach(action -> action.document().promises().stream().filter(wanted).filter(promise -> promise.kept() == null)
				.forEach(promise -> entries.addAll(promises.entries(action, promise, names))));
		return Calendars
				.calendar(List.of(ContentLine.text("X-WR-CALNAME", of == null ? NAME : NAME + ": " + of), ContentLine.of("REFRESH-INTERVAL", "PT1H").with("VALUE", "DURATION"),
						ContentLine.of("X-PUBLISHED-TTL", "PT1H")), entries)
				.written();
	}

	private Names names(List<Stored<ActionView>> actions, AsOf asOf) {
		List<PartnershipView.Organisation> organisations = actions.stream().map(action -> action.document().partnershipId()).distinct()
				.flatMap(partnership -> documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), asOf).stream())
				.flatMap(partnership -> partnership.document().organisations().stream()).toList();
		return new Names(people, organisations, actions.stream().map(action -> action.document().promises()).flatMap(Collection::stream).map(PromiseView::owner).toList());
	}
}
