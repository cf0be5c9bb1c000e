package nl.ontwikkelagenda.cop.reflection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What happened to a reflection round. That somebody answered is told at the close only, for all at once, so that it says nothing about when. */
public sealed interface ReflectionRoundEvent {

	ReflectionRoundId reflectionRoundId();

	record ReflectionRoundOpened(ReflectionRoundId reflectionRoundId, PartnershipId partnershipId, @Nullable UUID about, FreeText title, String instrument,
			List<PersonId> members, @Nullable ReflectionRoundId repeatOf, LocalDate openedOn, LocalDate closesOn) implements ReflectionRoundEvent {
	}

	/** In the order of ids, together with the close. */
	record MemberHasAnswered(ReflectionRoundId reflectionRoundId, PersonId personId) implements ReflectionRoundEvent {
	}

	/** @param tallies none when too few answered */
	record ReflectionRoundClosed(ReflectionRoundId reflectionRoundId, int answered, List<AnswerTally> tallies, LocalDate closedOn) implements ReflectionRoundEvent {
	}

	/** Its answers could no longer be opened; they were destroyed. */
	record ReflectionRoundAbandoned(ReflectionRoundId reflectionRoundId, FreeText reason, LocalDate abandonedOn) implements ReflectionRoundEvent {
	}
}
