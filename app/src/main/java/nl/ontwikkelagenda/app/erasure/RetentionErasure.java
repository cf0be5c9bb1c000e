package nl.ontwikkelagenda.app.erasure;

import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;

import org.springframework.stereotype.Component;

/** Erases a person because the time for which he may be kept is over. */
@Component
public class RetentionErasure {

	private final ErasePerson erasePerson;
	private final KeepRemovals removals;

	RetentionErasure(ErasePerson erasePerson, KeepRemovals removals) {
		this.erasePerson = erasePerson;
		this.removals = removals;
	}

	/** @throws nl.ontwikkelagenda.agenda.partnership.RuleBroken when texts or files name him: then it has to be decided first which of these go ({@code /people/{id}/mentions} and {@code /files}) */
	public void erase(PersonId person, PersonId by) {
		erasePerson.erase(person, by, LegalGround.RETENTION_ENDED, "De bewaartermijn is voorbij", Set.of(), List.of(), List.of());
		removals.note();
	}
}
