package nl.ontwikkelagenda.agenda.partnership;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;

import org.junit.jupiter.api.Test;

class RightsViewTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
	private static final PersonId SECRETARY = new PersonId(new UUID(0, 3));
	private static final LocalDate JUNE = LocalDate.of(2018, 6, 11);
	private static final LocalDate JULY = LocalDate.of(2018, 7, 1);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	@Test
	void aWithdrawnRightHeldUntilTheDayBefore() {
		RightsView given = RightsView.on(null, new RightGiven(REGION, SECRETARY, Right.SECRETARY, JUNE, null), WHEN);
		RightsView withdrawn = requireNonNull(RightsView.on(given, new RightWithdrawn(REGION, SECRETARY, Right.SECRETARY, JULY), WHEN));
		assertThat(withdrawn.holds(REGION, Right.SECRETARY, JUNE)).isTrue();
		assertThat(withdrawn.holds(REGION, Right.SECRETARY, JULY.minusDays(1))).isTrue();
		assertThat(withdrawn.holds(REGION, Right.SECRETARY, JULY)).isFalse();
	}

	@Test
	void aRightHoldsFromItsFirstToItsLastDayInItsOwnPartnership() {
		RightsView view = requireNonNull(RightsView.on(null, new RightGiven(REGION, SECRETARY, Right.SECRETARY, JUNE, JULY), WHEN));
		assertThat(view.holds(REGION, Right.SECRETARY, JUNE.minusDays(1))).isFalse();
		assertThat(view.holds(REGION, Right.SECRETARY, JULY)).isTrue();
		assertThat(view.holds(REGION, Right.SECRETARY, JULY.plusDays(1))).isFalse();
		assertThat(view.holds(new PartnershipId(new UUID(0, 9)), Right.SECRETARY, JUNE)).isFalse();
	}
}
