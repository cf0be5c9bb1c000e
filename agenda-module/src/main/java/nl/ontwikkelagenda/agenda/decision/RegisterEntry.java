package nl.ontwikkelagenda.agenda.decision;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;

import org.jspecify.annotations.Nullable;

/** What a decision about a decision reads. */
@RecordBuilder
record RegisterEntry(DecisionTaken taken, DecisionStatus status, boolean stated, boolean flagged, @Nullable LocalDate reviewOn,
		boolean reviewDue) implements RegisterEntryBuilder.With {

	static RegisterEntry of(DecisionTaken taken) {
		return new RegisterEntry(taken, DecisionStatus.IN_FORCE, false, true, taken.reviewOn(), false);
	}

	boolean inForce() {
		return status == DecisionStatus.IN_FORCE;
	}

	boolean isDueOn(LocalDate day) {
		return inForce() && !reviewDue && reviewOn != null && !reviewOn.isAfter(day);
	}
}
