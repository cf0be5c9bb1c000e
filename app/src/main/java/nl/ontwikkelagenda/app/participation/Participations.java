package nl.ontwikkelagenda.app.participation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.participation.Participation.AttendedSession;
import nl.ontwikkelagenda.app.visibility.Affiliations;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody takes part in, put together from the views. */
@Component
class Participations {

	private final Documents documents;
	private final Affiliations affiliations;

	Participations(Documents documents, Affiliations affiliations) {
		this.documents = documents;
		this.affiliations = affiliations;
	}

	/** All of who has these ids, in whichever partnership, latest change first. */
	List<Participation> of(Set<PersonId> ids, AsOf asOf) {
		Condition his = new OneOf("personId", ids.stream().map(PersonId::toString).collect(Collectors.toSet()));
		return documents.all(ReadModels.ENROLMENTS, Map.of(), List.of(his), asOf).stream().map(Stored::document)
				.sorted(Comparator.comparing(EnrolmentView::since).reversed().thenComparing(enrolment -> enrolment.enrolmentId().value()))
				.map(enrolment -> participation(enrolment, community(enrolment, asOf), asOf)).toList();
	}

	/** @throws NotFound it was not known then */
	CommunityView community(EnrolmentView enrolment, AsOf asOf) {
		return documents.find(ReadModels.COMMUNITIES, enrolment.communityId().toString(), asOf).map(Stored::document).orElseThrow(NotFound::new);
	}

	/** Number on the waiting list, from 1; null for who does not wait. */
	static @Nullable Integer place(CommunityView community, PersonId person) {
		int waiting = community.queue().indexOf(person);
		return waiting < 0 ? null : waiting + 1;
	}

	private Participation participation(EnrolmentView enrolment, CommunityView community, AsOf asOf) {
		List<AttendedSession> sessions = community.held().stream()
				.map(held -> new AttendedSession(held.meetingId(), held.number(), held.heldOn(), attended(held.meetingId(), enrolment.personId(), asOf))).toList();
		return new Participation(enrolment.enrolmentId(), enrolment.partnershipId(), enrolment.communityId(), community.title(), community.status(), enrolment.standing(),
				enrolment.since(), place(community, enrolment.personId()), sessions, (int) sessions.stream().filter(AttendedSession::attended).count(), community.sessionsNeeded(),
				enrolment.certifiedOn());
	}

	private boolean attended(MeetingId meeting, PersonId person, AsOf asOf) {
		List<PersonId> ids = affiliations.idsOf(person);
		return documents.find(ReadModels.MEETINGS, meeting.toString(), asOf).stream().flatMap(found -> found.document().attendance().stream())
				.anyMatch(present -> present.presence() == Presence.PRESENT && present.personId() != null && ids.contains(present.personId()));
	}
}
