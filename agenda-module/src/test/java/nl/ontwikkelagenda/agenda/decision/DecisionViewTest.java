package nl.ontwikkelagenda.agenda.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionConfirmed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevised;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevoked;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.ParticularsStated;
import nl.ontwikkelagenda.agenda.decision.DecisionView.ReviewState;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionViewTest {

	private static final BodyId YOUTH = new BodyId(new UUID(0, 1));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final DecisionRegisterId REGISTER = DecisionRegisterId.of(YOUTH, 2021);
	private static final DecisionId FIRST = new DecisionId(new UUID(0, 3));
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
	private static final DecisionView TAKEN = requireNonNull(DecisionView.on(null, new DecisionTaken(REGISTER, new PartnershipId(new UUID(0, 2)), YOUTH, 2021, 3, FIRST,
			text("Besluit"), null, DAY, null, null, DAY.plusMonths(3), null), WHEN));

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static ParticularsStated stated(@Nullable Integer quorum, int seats) {
		return new ParticularsStated(REGISTER, FIRST, DecisionMethod.CONSENT, null, List.of(), quorum, seats, List.of(), null, null, text("Verhinderd"), null, DAY);
	}

	private static DecisionView after(DecisionEvent... events) {
		DecisionView view = TAKEN;
		for (DecisionEvent event : events) {
			view = requireNonNull(DecisionView.on(view, event, WHEN));
		}
		return view;
	}

	@Test
	void itsNumberIsTheYearAndTheSerial() {
		assertThat(TAKEN.number()).isEqualTo("2021-3");
	}

	@Test
	void untilItIsStatedHowItCameAboutItIsFlagged() {
		assertThat(TAKEN.flags()).containsExactly(Flag.PARTICULARS_NOT_STATED);
	}

	@Test
	void withoutMandateAndQuorumItIsFlaggedUntilItIsConfirmed() {
		assertThat(after(stated(3, 2)).flags()).containsExactly(Flag.NO_MANDATE, Flag.QUORUM_NOT_MET);
		assertThat(after(stated(3, 2), new DecisionConfirmed(REGISTER, FIRST, text("Bekrachtigd"), DAY)).flags()).isEmpty();
	}

	@Test
	void aBodyWithoutQuorumNeitherMeetsNorMissesIt() {
		assertThat(requireNonNull(after(stated(null, 0)).particulars()).quorumMet()).isNull();
	}

	@Test
	void aReviewIsPlannedThenDueThenDone() {
		DecisionReviewDue due = new DecisionReviewDue(REGISTER, FIRST, DAY.plusMonths(3));
		assertThat(TAKEN.review()).isEqualTo(ReviewState.PLANNED);
		assertThat(after(due).review()).isEqualTo(ReviewState.DUE);
		DecisionView reviewed = after(due, new DecisionReviewed(REGISTER, FIRST, text("Werkt"), DAY.plusMonths(3), null));
		assertThat(reviewed.review()).isEqualTo(ReviewState.NONE);
		assertThat(reviewed.reviews()).extracting(DecisionView.Review::finding).containsExactly("Werkt");
	}

	@Test
	void whatWasReplacedKeepsItsNumberAndPointsToTheNewOne() {
		DecisionId next = new DecisionId(new UUID(0, 4));
		DecisionView revised = after(new DecisionRevised(REGISTER, FIRST, new DecisionRef(REGISTER, next), DAY));
		assertThat(revised.number()).isEqualTo("2021-3");
		assertThat(revised.revisedBy()).isEqualTo(next);
	}

	@Test
	void anotherRegisterCannotChangeItByUsingItsId() {
		DecisionRegisterId other = DecisionRegisterId.of(YOUTH, 2022);
		assertThat(after(new DecisionRevoked(other, FIRST, text("Weg"), DAY))).isEqualTo(TAKEN);
	}
}
