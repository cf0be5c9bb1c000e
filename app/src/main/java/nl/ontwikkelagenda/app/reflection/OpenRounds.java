package nl.ontwikkelagenda.app.reflection;

import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;

import org.springframework.stereotype.Component;

/** Rules for what is no command, because answers leave no trace: who may answer and until when, and who may close a round. */
@Component
class OpenRounds {

	private static final Set<Right> KEEPERS = Set.of(Right.SECRETARY, Right.PROJECT_LEAD);

	private final Readers readers;
	private final Today today;
	private final CloseReflectionRounds closing;

	OpenRounds(Readers readers, Today today, CloseReflectionRounds closing) {
		this.readers = readers;
		this.today = today;
		this.closing = closing;
	}

	/** Whether it takes answers, today. */
	boolean takesAnswers(ReflectionRoundView round) {
		return round.status() == ReflectionRoundStatus.OPEN && !round.closesOn().isBefore(today.date());
	}

	/**
	 * The same round, for who may answer.
	 *
	 * @throws NotAllowed he is not in its group
	 * @throws RuleBroken it takes no answers any more
	 */
	ReflectionRoundView openTo(PersonId person, ReflectionRoundView round) {
		if (!round.members().contains(person)) {
			throw new NotAllowed("Deze reflectie is voor een vaste groep waar u niet bij hoort; vraag wie haar opende u bij een volgende mee te nemen.", List.of());
		}
		if (!takesAnswers(round)) {
			throw new RuleBroken("a-closed-round-takes-no-answers", "Deze reflectie loopt niet meer en neemt geen antwoorden meer aan.");
		}
		return round;
	}

	/**
	 * Closes it before its last day.
	 *
	 * @throws NotAllowed the caller does not keep rounds there
	 */
	void close(ReflectionRoundView round) {
		if (readers.heldNow().stream().noneMatch(held -> held.partnershipId().equals(round.partnershipId()) && KEEPERS.contains(held.right()))) {
			throw new NotAllowed("Een reflectie sluiten kan alleen wie in dit samenwerkingsverband secretaris of projectleider is.", List.copyOf(KEEPERS));
		}
		if (round.status() != ReflectionRoundStatus.OPEN) {
			throw new RuleBroken("a-round-closes-once", "Deze reflectie loopt niet meer, dus zij kan niet nog eens sluiten.");
		}
		closing.close(round);
	}
}
