package nl.ontwikkelagenda.agenda.body;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

/** What others may ask of bodies; answered from the views. */
public interface Bodies {

	Optional<BodyView> find(BodyId body);

	/** Who holds, on this day, a seat that counts for the quorum. */
	Set<PersonId> decidingOn(BodyId body, LocalDate day);

	/** Refuses what a body that was dissolved by this day would do: convene a meeting, take a decision. */
	default void requireStanding(BodyId body, LocalDate day) {
		boolean gone = find(body).map(BodyView::dissolvedOn).filter(dissolved -> !day.isBefore(dissolved)).isPresent();
		if (gone) {
			throw new RuleBroken("a-dissolved-body-does-nothing", "Dit overlegorgaan was op die dag opgeheven; kies een ander overlegorgaan, of een dag waarop het nog bestond.");
		}
	}
}
