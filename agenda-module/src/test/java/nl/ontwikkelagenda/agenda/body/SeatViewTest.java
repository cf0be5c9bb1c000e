package nl.ontwikkelagenda.agenda.body;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatHandedOver;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatLeft;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatTaken;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.junit.jupiter.api.Test;

class SeatViewTest {

	private static final BodyId YOUTH = new BodyId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final SeatId SEAT = new SeatId(new UUID(0, 3));
	private static final SeatId NEXT = new SeatId(new UUID(0, 4));
	private static final LocalDate JANUARY = LocalDate.of(2021, 1, 1);
	private static final LocalDate JUNE = LocalDate.of(2021, 6, 1);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
	private static final SeatTaken TAKEN = new SeatTaken(YOUTH, REGION, SEAT, new PersonId(new UUID(0, 5)), null, SeatRole.CHAIR, JANUARY, null, null);
	private static final SeatView SEATED = requireNonNull(SeatView.on(null, TAKEN, WHEN));

	@Test
	void aSeatThatWasLeftHeldUntilTheDayBefore() {
		SeatView left = requireNonNull(SeatView.on(SEATED, new SeatLeft(YOUTH, SEAT, JUNE), WHEN));
		assertThat(left.holdsOn(JUNE.minusDays(1))).isTrue();
		assertThat(left.holdsOn(JUNE)).isFalse();
	}

	@Test
	void aSeatThatWasHandedOverPointsToTheNext() {
		SeatView passed = requireNonNull(SeatView.on(SEATED, new SeatHandedOver(YOUTH, SEAT, NEXT, new FreeText("Herindeling", "c2FsdA=="), JUNE), WHEN));
		assertThat(passed.handedOverTo()).isEqualTo(NEXT);
		assertThat(passed.holdsOn(JUNE)).isFalse();
	}

	@Test
	void anotherBodyCannotChangeItByUsingItsId() {
		BodyId other = new BodyId(new UUID(0, 9));
		assertThat(SeatView.on(SEATED, new SeatLeft(other, SEAT, JUNE), WHEN)).isEqualTo(SEATED);
	}
}
