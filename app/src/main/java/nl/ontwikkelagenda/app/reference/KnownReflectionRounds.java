package nl.ontwikkelagenda.app.reference;

import java.util.Optional;

import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRounds;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the view of reflection rounds. */
@Component
class KnownReflectionRounds implements ReflectionRounds {

	private final Documents documents;

	KnownReflectionRounds(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<ReflectionRoundView> find(ReflectionRoundId round) {
		return documents.find(ReadModels.REFLECTION_ROUNDS, round.toString(), AsOf.NOW).map(Stored::document);
	}
}
