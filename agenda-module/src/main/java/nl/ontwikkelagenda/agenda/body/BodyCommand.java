package nl.ontwikkelagenda.agenda.body;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a body. */
public sealed interface BodyCommand {

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record EstablishBody(@TargetAggregateIdentifier BodyId bodyId, PartnershipId partnershipId, BodyKind kind, FreeText name, Access access) implements BodyCommand {
	}

	/**
	 * @param quorum        how many of the seats that decide have to be present; absent when none is agreed
	 * @param objectionDays term for objections, for minutes that are adopted in writing
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record AgreeRulesOfProcedure(@TargetAggregateIdentifier BodyId bodyId, @Nullable Integer quorum, MinutesAdoption minutesAdoption, @Nullable Integer objectionDays,
			LocalDate agreedOn) implements BodyCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record ChangeAccess(@TargetAggregateIdentifier BodyId bodyId, Access access, LocalDate changedOn) implements BodyCommand {
	}

	/**
	 * @param organisationId for which organisation the person sits there; absent for who sits there in person
	 * @param to             last day of the term; absent while no end is agreed
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record TakeSeat(@TargetAggregateIdentifier BodyId bodyId, SeatId seatId, PersonId personId, @Nullable OrganisationId organisationId, SeatRole role, LocalDate from,
			@Nullable LocalDate to) implements BodyCommand {
	}

	/** @param leftOn first day on which the seat is empty */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record LeaveSeat(@TargetAggregateIdentifier BodyId bodyId, SeatId seatId, LocalDate leftOn) implements BodyCommand {
	}

	/**
	 * Passes a seat on, in the same role and for what is left of the term.
	 *
	 * @param successorSeatId the seat of who takes over
	 * @param personId        who sits there from now on
	 * @param organisationId  for which organisation; absent for the same one
	 * @param handedOverOn    first day of who takes over
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record HandOverSeat(@TargetAggregateIdentifier BodyId bodyId, SeatId seatId, SeatId successorSeatId, PersonId personId, @Nullable OrganisationId organisationId,
			FreeText reason, LocalDate handedOverOn) implements BodyCommand {
	}

	/** Passes all seats of one organisation on to another, as after a merger: the same persons stay where they are. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record HandOverSeats(@TargetAggregateIdentifier BodyId bodyId, OrganisationId organisationId, OrganisationId successor, FreeText reason,
			LocalDate handedOverOn) implements BodyCommand {
	}

	/** @param dissolvedOn first day on which the body is no longer there */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record DissolveBody(@TargetAggregateIdentifier BodyId bodyId, FreeText reason, LocalDate dissolvedOn) implements BodyCommand {
	}
}
