package nl.ontwikkelagenda.agenda.body;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.body.BodyEvent.AccessChanged;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyDissolved;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.body.BodyEvent.RulesOfProcedureAgreed;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatHandedOver;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatLeft;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatTaken;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A body as its page shows it; its seats are kept in {@link SeatView}.
 *
 * @param dissolvedOn first day on which it was no longer there; absent while it stands
 */
@RecordBuilder
public record BodyView(BodyId bodyId, PartnershipId partnershipId, BodyKind kind, String name, Access access, @Nullable Integer quorum, @Nullable MinutesAdoption minutesAdoption,
		@Nullable Integer objectionDays, Status status, @Nullable LocalDate dissolvedOn, @Nullable String dissolvedBecause) implements BodyViewBuilder.With {

	/** Where the body stands. */
	public enum Status {
		ESTABLISHED, DISSOLVED
	}

	public static BodyView on(@Nullable BodyView current, BodyEvent event, Recorded when) {
		return switch (event) {
			case BodyEstablished e ->
				new BodyView(e.bodyId(), e.partnershipId(), e.kind(), e.name().text(), e.access(), null, null, null, Status.ESTABLISHED, null, null);
			case RulesOfProcedureAgreed e ->
				requireNonNull(current).withQuorum(e.quorum()).withMinutesAdoption(e.minutesAdoption()).withObjectionDays(e.objectionDays());
			case AccessChanged e -> requireNonNull(current).withAccess(e.access());
			case SeatTaken e -> requireNonNull(current);
			case SeatLeft e -> requireNonNull(current);
			case SeatHandedOver e -> requireNonNull(current);
			case BodyDissolved e ->
				requireNonNull(current).withStatus(Status.DISSOLVED).withDissolvedOn(e.dissolvedOn()).withDissolvedBecause(e.reason().text());
		};
	}
}
