package nl.ontwikkelagenda.app.visibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.JdbcDocuments;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** On which bodies somebody sits. A place in a community is a seat on the body that it stands on. */
@Component
class Places {

	private final JdbcDocuments documents;

	Places(JdbcDocuments documents) {
		this.documents = documents;
	}

	/** Ids of the bodies on which he has a seat on this day, or now a place. */
	Stream<String> of(PersonId person, LocalDate day) {
		return Stream.concat(seats(person, day), communities(person, EnumSet.of(Standing.SEATED)));
	}

	/** As {@link #of}, with those of communities that invited him, or where he waits for a place. */
	Stream<String> ofOrPromised(PersonId person, LocalDate day) {
		return Stream.concat(seats(person, day), communities(person, EnumSet.of(Standing.SEATED, Standing.INVITED, Standing.WAITING)));
	}

	private Stream<String> seats(PersonId person, LocalDate day) {
		return documents.all(ReadModels.SEATS, his(person), AsOf.NOW).stream().filter(seat -> seat.holdsOn(day)).map(SeatView::bodyId).map(Object::toString);
	}

	private Stream<String> communities(PersonId person, Set<Standing> standings) {
		Set<String> communities = documents.all(ReadModels.ENROLMENTS, his(person), AsOf.NOW).stream().filter(enrolment -> standings.contains(enrolment.standing()))
				.map(EnrolmentView::communityId).map(Object::toString).collect(Collectors.toSet());
		return communities.isEmpty()
				? Stream.empty()
				: documents.all(ReadModels.COMMUNITIES, Map.of(), List.of(new OneOf("id", communities)), AsOf.NOW).stream()
						.map(community -> community.document().bodyId().toString());
	}

	private static Map<String, String> his(PersonId person) {
		return Map.of("personId", person.toString());
	}
}
