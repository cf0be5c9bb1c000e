package nl.ontwikkelagenda.agenda.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What happened to an agenda. */
public sealed interface AgendaEvent {

	AgendaId agendaId();

	/** What happened to a comment on an agenda. */
	sealed interface CommentEvent extends AgendaEvent {

		CommentId commentId();
	}

	record AgendaOpened(AgendaId agendaId, PartnershipId partnershipId, FreeText title, LocalDate openedOn) implements AgendaEvent {
	}

	/**
	 * A new edition follows an adopted one.
	 *
	 * @param editionOf the edition that it follows
	 * @param number    which edition this is; the first agenda is number 1
	 * @param themeIds  themes of the earlier edition that go on in this one
	 */
	record EditionStarted(AgendaId agendaId, PartnershipId partnershipId, AgendaId editionOf, int number, FreeText title, List<UUID> themeIds,
			LocalDate startedOn) implements AgendaEvent {
	}

	record AgendaRenamed(AgendaId agendaId, FreeText title, LocalDate renamedOn) implements AgendaEvent {
	}

	/** The red thread (rode draad) was put into words; a later one replaces an earlier one. */
	record AmbitionStated(AgendaId agendaId, FreeText ambition, LocalDate statedOn) implements AgendaEvent {
	}

	/** @param until when comments are asked for at the latest */
	record ReadingAlongOpened(AgendaId agendaId, LocalDate openedOn, @Nullable LocalDate until) implements AgendaEvent {
	}

	record ReaderSignedUp(AgendaId agendaId, PersonId personId, LocalDate signedUpOn) implements AgendaEvent {
	}

	/** What the reader said before stays. */
	record ReaderWithdrew(AgendaId agendaId, PersonId personId, LocalDate withdrewOn) implements AgendaEvent {
	}

	record ReaderCommented(AgendaId agendaId, PartnershipId partnershipId, CommentId commentId, PersonId personId, FreeText words, LocalDate commentedOn) implements CommentEvent {
	}

	/** @param answer what was done with the comment */
	record CommentSettled(AgendaId agendaId, CommentId commentId, FreeText answer, LocalDate settledOn) implements CommentEvent {
	}

	/**
	 * From here on the title, the ambition and the set of themes stay as they are.
	 *
	 * @param bodyId   the body that adopted it, when one did
	 * @param themeIds the themes that were open on it
	 */
	record AgendaAdopted(AgendaId agendaId, PartnershipId partnershipId, @Nullable BodyId bodyId, List<UUID> themeIds, LocalDate adoptedOn) implements AgendaEvent {
	}

	record AgendaPublished(AgendaId agendaId, LocalDate publishedOn) implements AgendaEvent {
	}

	/** From then on only who has an account reads it. */
	record AgendaPublicationWithdrawn(AgendaId agendaId, FreeText reason, LocalDate withdrawnOn) implements AgendaEvent {
	}

	record AgendaClosed(AgendaId agendaId, FreeText reason, LocalDate closedOn) implements AgendaEvent {
	}
}
