package nl.ontwikkelagenda.app.visibility;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.BodyPaths;
import nl.ontwikkelagenda.reporting.readmodel.JdbcDocuments;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Bodies that are not open: transparent ones, which all see and only some take part in, and restricted ones. */
@Component
public class ClosedBodies {

	private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

	private final JdbcDocuments documents;
	private final Affiliations affiliations;
	private final Places places;
	private final Clock clock;

	ClosedBodies(JdbcDocuments documents, Affiliations affiliations, Places places, Clock clock) {
		this.documents = documents;
		this.affiliations = affiliations;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * Whether what has this id belongs to a body that is not open, in which somebody takes no part: he has no seat there today, no place in its community, was not asked to join it, and
	 * when it is a meeting, was not invited to it and not there.
	 */
	public boolean areClosedTo(PersonId person, String id) {
		Optional<PartnershipId> partnership = documents.partnershipOf(id);
		if (partnership.isEmpty()) {
			return false;
		}
		Collection<PersonId> himself = affiliations.idsOf(person);
		LocalDate today = LocalDate.ofInstant(clock.instant(), AMSTERDAM);
		Set<String> his = himself.stream().flatMap(each -> places.ofOrPromised(each, today)).collect(Collectors.toSet());
		Set<String> closed = documents
				.all(ReadModels.BODIES, Map.of("partnershipId", partnership.get().toString()), List.of(new Not(new Is("access", Access.OPEN.name()))), AsOf.NOW).stream()
				.map(Stored::id).filter(body -> !his.contains(body)).collect(Collectors.toSet());
		return !closed.isEmpty() && belongs(id, closed) && !isGuest(himself, id);
	}

	private boolean belongs(String id, Set<String> bodies) {
		Map<ReadModel<?, ?>, Condition> belonging = BodyPaths.belongingTo(bodies, actions -> actions);
		Set<String> views = documents.viewsWith(Set.of(id));
		return belonging.entrySet().stream().filter(view -> views.contains(view.getKey().name()))
				.anyMatch(view -> documents.count(view.getKey(), List.of(List.of(new Is("id", id), view.getValue())), AsOf.NOW).getFirst() > 0);
	}

	private boolean isGuest(Collection<PersonId> himself, String id) {
		return himself.stream().anyMatch(person -> Stream.of(documents.all(ReadModels.INVITATIONS, Map.of("personId", person.toString()), AsOf.NOW))
				.flatMap(Collection::stream).anyMatch(invitation -> invitation.meetingId().toString().equals(id)))
				|| documents.find(ReadModels.MEETINGS, id, AsOf.NOW).map(Stored::document).map(MeetingView::attendance).stream().flatMap(Collection::stream)
						.anyMatch(attendee -> himself.contains(attendee.personId()));
	}
}
