package nl.ontwikkelagenda.agenda.decision;

import static java.util.Objects.requireNonNull;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** The register of one body and year; its decisions are kept in {@link DecisionView}. */
public record DecisionRegisterView(DecisionRegisterId registerId, PartnershipId partnershipId, BodyId bodyId, int year, int numberOfDecisions) {

	public static DecisionRegisterView on(@Nullable DecisionRegisterView current, DecisionEvent event, Recorded when) {
		return event instanceof DecisionTaken e ? new DecisionRegisterView(e.registerId(), e.partnershipId(), e.bodyId(), e.year(), e.serial()) : requireNonNull(current);
	}
}
