package nl.ontwikkelagenda.agenda.priority;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to a priority round. */
public sealed interface PriorityRoundEvent {

	PriorityRoundId priorityRoundId();

	/** What a participant did with dots. */
	sealed interface DotsEvent extends PriorityRoundEvent {

		PartnershipId partnershipId();

		PersonId personId();
	}

	/**
	 * @param themeIds           the themes that were open on the agenda; the round is about these
	 * @param dotsPerParticipant how many dots each participant has for all themes together
	 * @param maxPerTheme        how many of those on one theme at most; absent for no such limit
	 */
	record PriorityRoundOpened(PriorityRoundId priorityRoundId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, List<ThemeId> themeIds, int dotsPerParticipant,
			@Nullable Integer maxPerTheme, LocalDate openedOn) implements PriorityRoundEvent {
	}

	record DotsPlaced(PriorityRoundId priorityRoundId, PartnershipId partnershipId, PersonId personId, ThemeId themeId, int dots) implements DotsEvent {
	}

	record DotsMoved(PriorityRoundId priorityRoundId, PartnershipId partnershipId, PersonId personId, ThemeId from, ThemeId to, int dots) implements DotsEvent {
	}

	/** @param dots how many these were: all that the participant had on the theme */
	record DotsWithdrawn(PriorityRoundId priorityRoundId, PartnershipId partnershipId, PersonId personId, ThemeId themeId, int dots) implements DotsEvent {
	}

	/**
	 * The result, which names no person and never changes.
	 *
	 * @param results      the theme with the most dots first
	 * @param participants how many participants had placed dots
	 */
	record PriorityRoundClosed(PriorityRoundId priorityRoundId, List<ThemeResult> results, int participants, LocalDate closedOn) implements PriorityRoundEvent {
	}
}
