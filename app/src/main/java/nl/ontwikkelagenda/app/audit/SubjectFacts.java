package nl.ontwikkelagenda.app.audit;

import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.command.NotFound;

/** Knows which facts are about a thing, of whatever kind. */
@FunctionalInterface
public interface SubjectFacts {

	/** @param positions in the log, oldest first */
	record Found(PartnershipId partnershipId, List<Long> positions) {
	}

	/** @throws NotFound when there is no such thing, or the caller may not see it */
	Found about(UUID id);
}
