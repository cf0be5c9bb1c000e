package nl.ontwikkelagenda.agenda.priority;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a priority round. Dots are a participant's own; a secretary places them for someone present who has no account. */
public sealed interface PriorityRoundCommand {

	PriorityRoundId priorityRoundId();

	/**
	 * @param dotsPerParticipant how many dots each participant has for all themes together
	 * @param maxPerTheme        how many of those on one theme at most; absent for no such limit
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenPriorityRound(@TargetAggregateIdentifier PriorityRoundId priorityRoundId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, int dotsPerParticipant,
			@Nullable Integer maxPerTheme, LocalDate openedOn) implements PriorityRoundCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record PlaceDots(@TargetAggregateIdentifier PriorityRoundId priorityRoundId, PersonId personId, ThemeId themeId, int dots) implements PriorityRoundCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record MoveDots(@TargetAggregateIdentifier PriorityRoundId priorityRoundId, PersonId personId, ThemeId from, ThemeId to, int dots) implements PriorityRoundCommand {
	}

	/** Takes all dots of a participant off a theme. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record WithdrawDots(@TargetAggregateIdentifier PriorityRoundId priorityRoundId, PersonId personId, ThemeId themeId) implements PriorityRoundCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ClosePriorityRound(@TargetAggregateIdentifier PriorityRoundId priorityRoundId, LocalDate closedOn) implements PriorityRoundCommand {
	}
}
