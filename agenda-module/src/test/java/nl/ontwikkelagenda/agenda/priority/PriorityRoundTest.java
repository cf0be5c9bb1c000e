package nl.ontwikkelagenda.agenda.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaStatus;
import nl.ontwikkelagenda.agenda.agenda.Agendas;
import nl.ontwikkelagenda.agenda.agenda.Agendas.Standing;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.priority.BallotView.Placed;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.ClosePriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.MoveDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.OpenPriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.PlaceDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.WithdrawDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsEvent;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsMoved;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsPlaced;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsWithdrawn;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.PriorityRoundClosed;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.PriorityRoundOpened;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView.Compared;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView.Score;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriorityRoundTest {

	private static final PriorityRoundId ROUND = new PriorityRoundId(new UUID(0, 1));
	private static final PriorityRoundId EARLIER_ROUND = new PriorityRoundId(new UUID(0, 2));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 3));
	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 4));
	private static final AgendaId CLOSED_AGENDA = new AgendaId(new UUID(0, 5));
	private static final AgendaId EMPTY_AGENDA = new AgendaId(new UUID(0, 6));
	private static final ThemeId BANKZITTERS = new ThemeId(new UUID(0, 7));
	private static final ThemeId THUISZITTERS = new ThemeId(new UUID(0, 8));
	private static final ThemeId LERARENTEKORT = new ThemeId(new UUID(0, 9));
	private static final ThemeId RAISED_LATER = new ThemeId(new UUID(0, 10));
	private static final PersonId TEACHER = new PersonId(new UUID(0, 11));
	private static final PersonId DIRECTOR = new PersonId(new UUID(0, 12));
	private static final PersonId STRANGER = new PersonId(new UUID(0, 13));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
	private static final PriorityRoundOpened OPENED = opened(ROUND);

	private final AggregateTestFixture<PriorityRound> round = fixture();

	private static AggregateTestFixture<PriorityRound> fixture() {
		AggregateTestFixture<PriorityRound> fixture = new AggregateTestFixture<>(PriorityRound.class);
		References references = (partnership, id) -> !STRANGER.equals(id);
		Agendas agendas = agenda -> Optional.of(new Standing(agenda.equals(CLOSED_AGENDA) ? AgendaStatus.CLOSED : AgendaStatus.DRAFT, false, 1, false,
				agenda.equals(EMPTY_AGENDA) ? List.of() : List.of(BANKZITTERS.value(), THUISZITTERS.value(), LERARENTEKORT.value())));
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(agendas);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static PriorityRoundOpened opened(PriorityRoundId id) {
		return new PriorityRoundOpened(id, REGION, AGENDA, text("Einde van de carrousel"), List.of(BANKZITTERS, THUISZITTERS, LERARENTEKORT), 3, 2, DAY);
	}

	private static OpenPriorityRound open(AgendaId agenda, int dots, @Nullable Integer maxPerTheme) {
		return new OpenPriorityRound(ROUND, REGION, agenda, text("Einde van de carrousel"), dots, maxPerTheme, DAY);
	}

	private static DotsPlaced placed(PersonId person, ThemeId theme, int dots) {
		return new DotsPlaced(ROUND, REGION, person, theme, dots);
	}

	@Test
	void aRoundIsAboutTheThemesThatAreOpenWhenItStarts() {
		round.givenNoPriorActivity().when(open(AGENDA, 3, 2)).expectEvents(OPENED);
		refused(new PlaceDots(ROUND, TEACHER, RAISED_LATER, 1), OPENED);
	}

	@Test
	void aRoundNeedsThemesAndDots() {
		for (OpenPriorityRound wrong : List.of(open(EMPTY_AGENDA, 3, null), open(CLOSED_AGENDA, 3, null), open(AGENDA, 0, null), open(AGENDA, 3, 0))) {
			round.givenNoPriorActivity().when(wrong).expectException(RuleBroken.class).expectNoEvents();
		}
	}

	@Test
	void aParticipantDividesHisDotsOverTheThemes() {
		round.given(OPENED, placed(TEACHER, BANKZITTERS, 2)).when(new PlaceDots(ROUND, TEACHER, THUISZITTERS, 1)).expectEvents(placed(TEACHER, THUISZITTERS, 1));
		round.given(OPENED).when(new PlaceDots(ROUND, STRANGER, THUISZITTERS, 1)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void dotsAreLimitedOverAllThemes() {
		refused(new PlaceDots(ROUND, TEACHER, LERARENTEKORT, 1), OPENED, placed(TEACHER, BANKZITTERS, 2), placed(TEACHER, THUISZITTERS, 1));
		refused(new PlaceDots(ROUND, TEACHER, LERARENTEKORT, Integer.MAX_VALUE), OPENED, placed(TEACHER, BANKZITTERS, 1));
		refused(new PlaceDots(ROUND, TEACHER, LERARENTEKORT, -1), OPENED, placed(TEACHER, BANKZITTERS, 2));
	}

	@Test
	void dotsOnOneThemeAreLimited() {
		refused(new PlaceDots(ROUND, TEACHER, BANKZITTERS, 1), OPENED, placed(TEACHER, BANKZITTERS, 2));
		refused(new MoveDots(ROUND, TEACHER, THUISZITTERS, BANKZITTERS, 1), OPENED, placed(TEACHER, BANKZITTERS, 2), placed(TEACHER, THUISZITTERS, 1));
	}

	@Test
	void placedDotsMoveToAnotherTheme() {
		round.given(OPENED, placed(TEACHER, BANKZITTERS, 2)).when(new MoveDots(ROUND, TEACHER, BANKZITTERS, LERARENTEKORT, 1))
				.expectEvents(new DotsMoved(ROUND, REGION, TEACHER, BANKZITTERS, LERARENTEKORT, 1));
		refused(new MoveDots(ROUND, DIRECTOR, BANKZITTERS, LERARENTEKORT, 1), OPENED, placed(TEACHER, BANKZITTERS, 2));
		refused(new MoveDots(ROUND, TEACHER, BANKZITTERS, BANKZITTERS, 1), OPENED, placed(TEACHER, BANKZITTERS, 2));
	}

	@Test
	void withdrawnDotsCanBePlacedAgain() {
		DotsWithdrawn withdrawn = new DotsWithdrawn(ROUND, REGION, TEACHER, BANKZITTERS, 2);
		round.given(OPENED, placed(TEACHER, BANKZITTERS, 2)).when(new WithdrawDots(ROUND, TEACHER, BANKZITTERS)).expectEvents(withdrawn);
		round.given(OPENED, placed(TEACHER, BANKZITTERS, 2), withdrawn).when(new PlaceDots(ROUND, TEACHER, THUISZITTERS, 2)).expectEvents(placed(TEACHER, THUISZITTERS, 2));
		refused(new WithdrawDots(ROUND, TEACHER, BANKZITTERS), OPENED, placed(TEACHER, BANKZITTERS, 2), withdrawn);
	}

	@Test
	void closingKeepsTheResultWithoutNames() {
		round.given(OPENED, placed(TEACHER, BANKZITTERS, 2), placed(DIRECTOR, LERARENTEKORT, 2), placed(TEACHER, LERARENTEKORT, 1)).when(new ClosePriorityRound(ROUND, DAY))
				.expectEvents(new PriorityRoundClosed(ROUND,
						List.of(new ThemeResult(LERARENTEKORT, 3, 2, 1), new ThemeResult(BANKZITTERS, 2, 1, 2), new ThemeResult(THUISZITTERS, 0, 0, 3)), 2, DAY));
	}

	@Test
	void themesWithAsManyDotsShareARank() {
		round.given(OPENED, placed(TEACHER, BANKZITTERS, 1), placed(TEACHER, LERARENTEKORT, 1)).when(new ClosePriorityRound(ROUND, DAY))
				.expectEvents(new PriorityRoundClosed(ROUND,
						List.of(new ThemeResult(BANKZITTERS, 1, 1, 1), new ThemeResult(LERARENTEKORT, 1, 1, 1), new ThemeResult(THUISZITTERS, 0, 0, 3)), 1, DAY));
	}

	@Test
	void aClosedRoundNeverChanges() {
		PriorityRoundClosed closed = new PriorityRoundClosed(ROUND, List.of(), 1, DAY);
		for (PriorityRoundCommand late : List.of(new PlaceDots(ROUND, DIRECTOR, BANKZITTERS, 1), new MoveDots(ROUND, TEACHER, BANKZITTERS, LERARENTEKORT, 1),
				new WithdrawDots(ROUND, TEACHER, BANKZITTERS), new ClosePriorityRound(ROUND, DAY))) {
			refused(late, OPENED, placed(TEACHER, BANKZITTERS, 1), closed);
		}
	}

	@Test
	void theRoundShowsTotalsAndAParticipantHisOwnDots() {
		List<PriorityRoundEvent> history = List.of(placed(TEACHER, BANKZITTERS, 2), placed(DIRECTOR, BANKZITTERS, 1), new DotsMoved(ROUND, REGION, TEACHER, BANKZITTERS,
				LERARENTEKORT, 2), new DotsWithdrawn(ROUND, REGION, DIRECTOR, BANKZITTERS, 1));
		assertThat(view(ROUND, history).themes()).extracting(PriorityRoundView.ThemeDots::dots).containsExactly(0, 0, 2);
		@Nullable BallotView ballot = null;
		for (PriorityRoundEvent event : history) {
			DotsEvent dots = (DotsEvent) event;
			ballot = dots.personId().equals(TEACHER) ? BallotView.on(ballot, dots, WHEN) : ballot;
		}
		assertThat(ballot).isEqualTo(new BallotView(ROUND, REGION, TEACHER, 2, List.of(new Placed(LERARENTEKORT, 2))));
	}

	@Test
	void twoRoundsAreComparedByTheirShares() {
		PriorityRoundView now = view(ROUND, List.of(placed(TEACHER, BANKZITTERS, 2), placed(DIRECTOR, LERARENTEKORT, 2)));
		PriorityRoundView earlier = view(EARLIER_ROUND, List.of(placed(TEACHER, BANKZITTERS, 1)));
		assertThat(now.comparedWith(earlier).themes()).contains(new Compared(BANKZITTERS, new Score(2, new BigDecimal("50.0"), null, null),
				new Score(1, new BigDecimal("100.0"), null, null), new BigDecimal("-50.0")));
	}

	private static PriorityRoundView view(PriorityRoundId id, List<PriorityRoundEvent> events) {
		PriorityRoundView view = PriorityRoundView.on(null, opened(id), WHEN);
		for (PriorityRoundEvent event : events) {
			view = PriorityRoundView.on(view, event, WHEN);
		}
		return view;
	}

	private void refused(PriorityRoundCommand command, PriorityRoundEvent... history) {
		round.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
