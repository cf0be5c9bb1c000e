package nl.ontwikkelagenda.cop.reflection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a reflection round. Answers are no commands: nobody may see who gave them, or when. */
public sealed interface ReflectionRoundCommand {

	ReflectionRoundId reflectionRoundId();

	/**
	 * @param about      the table or community that reflects; absent for the whole partnership
	 * @param instrument version of the questions
	 * @param members    who may answer; fixed from now on
	 * @param repeatOf   the earlier round that this one repeats; absent for a baseline
	 * @param closesOn   last day to answer
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenReflectionRound(@TargetAggregateIdentifier ReflectionRoundId reflectionRoundId, PartnershipId partnershipId, @Nullable UUID about, FreeText title,
			String instrument, List<PersonId> members, @Nullable ReflectionRoundId repeatOf, LocalDate openedOn, LocalDate closesOn) implements ReflectionRoundCommand {
	}

	/**
	 * Opens what was sealed; sent by a job only.
	 *
	 * @param respondents who answered, in whatever order
	 * @param tallies     what was answered, by question
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CloseReflectionRound(@TargetAggregateIdentifier ReflectionRoundId reflectionRoundId, List<PersonId> respondents, List<AnswerTally> tallies,
			LocalDate closedOn) implements ReflectionRoundCommand {
	}

	/** Gives up a round of which the answers can no longer be opened, so that a new one can take its place. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AbandonReflectionRound(@TargetAggregateIdentifier ReflectionRoundId reflectionRoundId, FreeText reason, LocalDate abandonedOn) implements ReflectionRoundCommand {
	}
}
