package nl.ontwikkelagenda.app.reference;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the views of bodies and seats. */
@Component
class KnownBodies implements Bodies {

	private final Documents documents;

	KnownBodies(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<BodyView> find(BodyId body) {
		return documents.find(ReadModels.BODIES, body.toString(), AsOf.NOW).map(Stored::document);
	}

	@Override
	public Set<PersonId> decidingOn(BodyId body, LocalDate day) {
		return documents.all(ReadModels.SEATS, Map.of("bodyId", body.toString()), AsOf.NOW).stream().filter(seat -> seat.role().decides() && seat.holdsOn(day))
				.map(SeatView::personId)
				.collect(Collectors.toSet());
	}
}
