package nl.ontwikkelagenda.agenda.body;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What happened to a body. */
public sealed interface BodyEvent {

	BodyId bodyId();

	record BodyEstablished(BodyId bodyId, PartnershipId partnershipId, BodyKind kind, FreeText name, Access access) implements BodyEvent {
	}

	/**
	 * @param quorum        how many of the seats that decide have to be present; absent when none is agreed
	 * @param objectionDays term for objections, for minutes that are adopted in writing
	 */
	record RulesOfProcedureAgreed(BodyId bodyId, @Nullable Integer quorum, MinutesAdoption minutesAdoption, @Nullable Integer objectionDays,
			LocalDate agreedOn) implements BodyEvent {
	}

	record AccessChanged(BodyId bodyId, Access access, LocalDate changedOn) implements BodyEvent {
	}

	/**
	 * @param organisationId for which organisation the person sits there; absent for who sits there in person
	 * @param to             last day of the term; absent while no end is agreed
	 * @param follows        the seat that was handed over
	 */
	record SeatTaken(BodyId bodyId, PartnershipId partnershipId, SeatId seatId, PersonId personId, @Nullable OrganisationId organisationId, SeatRole role, LocalDate from,
			@Nullable LocalDate to, @Nullable SeatId follows) implements BodyEvent {
	}

	/** @param leftOn first day on which the seat is empty */
	record SeatLeft(BodyId bodyId, SeatId seatId, LocalDate leftOn) implements BodyEvent {
	}

	/** A seat was passed on; the seat that follows it is taken at the same time. */
	record SeatHandedOver(BodyId bodyId, SeatId seatId, SeatId successorSeatId, FreeText reason, LocalDate handedOverOn) implements BodyEvent {
	}

	/** The seats that were still taken are left at the same time. */
	record BodyDissolved(BodyId bodyId, FreeText reason, LocalDate dissolvedOn) implements BodyEvent {
	}
}
