package nl.ontwikkelagenda.agenda.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an agenda. */
public sealed interface AgendaCommand {

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenAgenda(@TargetAggregateIdentifier AgendaId agendaId, PartnershipId partnershipId, FreeText title, LocalDate openedOn) implements AgendaCommand {
	}

	/** @param themeIds themes of the earlier edition that go on in this one */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StartEdition(@TargetAggregateIdentifier AgendaId agendaId, PartnershipId partnershipId, AgendaId editionOf, FreeText title, List<UUID> themeIds,
			LocalDate startedOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RenameAgenda(@TargetAggregateIdentifier AgendaId agendaId, FreeText title, LocalDate renamedOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StateAmbition(@TargetAggregateIdentifier AgendaId agendaId, FreeText ambition, LocalDate statedOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenReadingAlong(@TargetAggregateIdentifier AgendaId agendaId, LocalDate openedOn, @Nullable LocalDate until) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record SignUpReader(@TargetAggregateIdentifier AgendaId agendaId, PersonId personId, LocalDate signedUpOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record WithdrawReader(@TargetAggregateIdentifier AgendaId agendaId, PersonId personId, LocalDate withdrewOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record CommentOnAgenda(@TargetAggregateIdentifier AgendaId agendaId, CommentId commentId, PersonId personId, FreeText words,
			LocalDate commentedOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SettleComment(@TargetAggregateIdentifier AgendaId agendaId, CommentId commentId, FreeText answer, LocalDate settledOn) implements AgendaCommand {
	}

	/** @param bodyId the body that adopts it, when one does */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AdoptAgenda(@TargetAggregateIdentifier AgendaId agendaId, @Nullable BodyId bodyId, LocalDate adoptedOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PublishAgenda(@TargetAggregateIdentifier AgendaId agendaId, LocalDate publishedOn) implements AgendaCommand {
	}

	/** Nobody reads it without an account any more; what was read before was read. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record WithdrawAgendaPublication(@TargetAggregateIdentifier AgendaId agendaId, FreeText reason, LocalDate withdrawnOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CloseAgenda(@TargetAggregateIdentifier AgendaId agendaId, FreeText reason, LocalDate closedOn) implements AgendaCommand {
	}
}
