package nl.ontwikkelagenda.app.reference;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyKinds;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the view of bodies. */
@Component
class KnownBodies implements BodyKinds {

	private final Documents documents;

	KnownBodies(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<BodyKind> kindOf(BodyId body) {
		return documents.find(ReadModels.BODIES, body.toString(), AsOf.NOW).map(found -> found.document().kind());
	}
}
