package nl.ontwikkelagenda.agenda.body;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.body.BodyEvent.AccessChanged;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyDissolved;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.body.BodyEvent.RulesOfProcedureAgreed;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatHandedOver;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatLeft;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatTaken;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * Who sits, or once sat, on a body.
 *
 * @param to           last day of the seat; absent while it has no end
 * @param follows      the seat that this one took over from
 * @param handedOverTo the seat that took over from this one
 */
@RecordBuilder
public record SeatView(SeatId seatId, BodyId bodyId, PartnershipId partnershipId, PersonId personId, @Nullable OrganisationId organisationId, SeatRole role, LocalDate from,
		@Nullable LocalDate to, @Nullable SeatId follows, @Nullable SeatId handedOverTo, @Nullable String handedOverBecause) implements SeatViewBuilder.With {

	/** The seat a fact is about; absent when it is about the whole body. */
	public static @Nullable String key(BodyEvent event) {
		return switch (event) {
			case SeatTaken e -> e.seatId().toString();
			case SeatLeft e -> e.seatId().toString();
			case SeatHandedOver e -> e.seatId().toString();
			case BodyEstablished e -> null;
			case RulesOfProcedureAgreed e -> null;
			case AccessChanged e -> null;
			case BodyDissolved e -> null;
		};
	}

	public static @Nullable SeatView on(@Nullable SeatView current, BodyEvent event, Recorded when) {
		if (current != null && !current.bodyId().equals(event.bodyId())) {
			// A seat of another body was given the same id; the first one keeps it.
			return current;
		}
		return switch (event) {
			case SeatTaken e -> new SeatView(e.seatId(), e.bodyId(), e.partnershipId(), e.personId(), e.organisationId(), e.role(), e.from(), e.to(), e.follows(), null, null);
			case SeatLeft e when current != null -> current.withTo(e.leftOn().minusDays(1));
			case SeatHandedOver e when current != null ->
				current.withTo(e.handedOverOn().minusDays(1)).withHandedOverTo(e.successorSeatId()).withHandedOverBecause(e.reason().text());
			case SeatLeft e -> null;
			case SeatHandedOver e -> null;
			case BodyEstablished e -> current;
			case RulesOfProcedureAgreed e -> current;
			case AccessChanged e -> current;
			case BodyDissolved e -> current;
		};
	}

	public boolean holdsOn(LocalDate day) {
		return !day.isBefore(from) && !endsBefore(day);
	}

	public boolean endsBefore(LocalDate day) {
		return to != null && to.isBefore(day);
	}
}
