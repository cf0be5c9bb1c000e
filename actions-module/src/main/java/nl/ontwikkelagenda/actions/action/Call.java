package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import nl.ontwikkelagenda.actions.action.ActionEvent.CallOpened;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.jspecify.annotations.Nullable;

/** The call for participants that is open, and who takes part. */
final class Call {

	private final CallId id;
	private final @Nullable Integer limit;
	private final @Nullable LocalDate lastDay;
	private final Set<PersonId> participants = new HashSet<>();

	Call(CallOpened opened) {
		this.id = opened.callId();
		this.limit = opened.limit();
		this.lastDay = opened.lastDay();
	}

	CallId id() {
		return id;
	}

	/** Refuses who takes part already, comes too late, or finds no place. */
	void mustHavePlaceFor(PersonId person, LocalDate day) {
		if (participants.contains(person)) {
			throw new RuleBroken("a-participant-signs-up-once", "Deze deelnemer doet al mee aan deze oproep; aanmelden kan één keer.");
		}
		if (lastDay != null && day.isAfter(lastDay)) {
			throw new RuleBroken("sign-up-ends-on-the-last-day", "Aanmelden kon tot en met " + lastDay + "; vraag de secretaris om een nieuwe oproep.");
		}
		if (limit != null && participants.size() >= limit) {
			throw new RuleBroken("a-full-call-takes-no-more", "De oproep is vol: alle " + limit + " plaatsen zijn bezet; komt er een plaats vrij, dan kan aanmelden weer.");
		}
	}

	void mustHave(PersonId person) {
		if (!participants.contains(person)) {
			throw new RuleBroken("only-a-participant-withdraws", "Deze persoon heeft zich niet aangemeld bij deze oproep; afmelden kan alleen wie meedoet.");
		}
	}

	void signedUp(PersonId person) {
		participants.add(person);
	}

	void withdrew(PersonId person) {
		participants.remove(person);
	}
}
