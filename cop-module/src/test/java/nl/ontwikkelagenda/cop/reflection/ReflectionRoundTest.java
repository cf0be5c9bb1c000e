package nl.ontwikkelagenda.cop.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.cop.reflection.Instrument.Element;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.AbandonReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.CloseReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.OpenReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.MemberHasAnswered;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundAbandoned;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundClosed;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundOpened;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView.Comparison;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReflectionRoundTest {

	private static final PartnershipId PARTNERSHIP = new PartnershipId(new UUID(0, 1));
	private static final ReflectionRoundId BASELINE = new ReflectionRoundId(new UUID(0, 2));
	private static final ReflectionRoundId REPEAT = new ReflectionRoundId(new UUID(0, 3));
	private static final FreeText TITLE = new FreeText("Nulmeting", "c2FsdA==");
	private static final LocalDate DAY = LocalDate.of(2020, 4, 1);
	private static final LocalDate LAST = LocalDate.of(2020, 4, 30);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	private final AggregateTestFixture<ReflectionRound> round = new AggregateTestFixture<>(ReflectionRound.class);
	private final Set<ReflectionRoundId> lost = new HashSet<>();
	private final Map<ReflectionRoundId, ReflectionRoundView> known = new HashMap<>();

	@BeforeEach
	void facts() {
		References references = (partnership, id) -> true;
		ReflectionRounds rounds = id -> Optional.ofNullable(known.get(id));
		round.registerInjectableResource(references);
		SealedRounds sealed = lost::contains;
		round.registerInjectableResource(rounds);
		round.registerInjectableResource(sealed);
	}

	private static PersonId person(int number) {
		return new PersonId(new UUID(7, number));
	}

	private static List<PersonId> people(int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj(ReflectionRoundTest::person).toList();
	}

	private static OpenReflectionRound open(List<PersonId> members, String instrument, LocalDate closesOn, @Nullable ReflectionRoundId repeatOf) {
		return new OpenReflectionRound(BASELINE, PARTNERSHIP, null, TITLE, instrument, members, repeatOf, DAY, closesOn);
	}

	private static ReflectionRoundOpened opened(ReflectionRoundId id, List<PersonId> members) {
		return new ReflectionRoundOpened(id, PARTNERSHIP, null, TITLE, "2023", members, null, DAY, LAST);
	}

	private static AnswerTally tally(String question, Integer... scores) {
		return new AnswerTally(question, List.of(scores), 0, List.of());
	}

	private static ReflectionRoundView closed(ReflectionRoundId id, List<PersonId> respondents, AnswerTally... tallies) {
		ReflectionRoundView view = ReflectionRoundView.on(null, opened(id, people(1, 9)), WHEN);
		for (PersonId person : respondents) {
			view = ReflectionRoundView.on(view, new MemberHasAnswered(id, person), WHEN);
		}
		return ReflectionRoundView.on(view, new ReflectionRoundClosed(id, respondents.size(), List.of(tallies), LAST), WHEN);
	}

	@Test
	void theInstrumentHasSixElementsWithFourFiveFiveFourThreeThreeQuestions() {
		assertThat(Instrument.OF_2023.elements()).extracting((Element element) -> element.questions().size()).containsExactly(4, 5, 5, 4, 3, 3);
		assertThat(Instrument.OF_2023.questions().filter(Instrument.Question::open).map(Instrument.Question::id)).containsExactly("3.1");
	}

	@Test
	void aRoundIsForAGroupThatIsLargeEnoughAndFixed() {
		round.givenNoPriorActivity().when(open(people(1, 5), "2023", LAST, null)).expectEvents(opened(BASELINE, people(1, 5)));
		round.givenNoPriorActivity().when(open(people(1, 4), "2023", LAST, null)).expectException(RuleBroken.class).expectNoEvents();
		List<PersonId> fourOfThemTwice = new ArrayList<>(people(1, 4));
		fourOfThemTwice.addAll(people(1, 4));
		round.givenNoPriorActivity().when(open(fourOfThemTwice, "2023", LAST, null)).expectException(RuleBroken.class).expectNoEvents();
		round.givenNoPriorActivity().when(open(people(1, 5), "2019", LAST, null)).expectException(UnknownReference.class).expectNoEvents();
		round.givenNoPriorActivity().when(open(people(1, 5), "2023", DAY.minusDays(1), null)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aRepeatFollowsAClosedRound() {
		round.givenNoPriorActivity().when(open(people(1, 5), "2023", LAST, REPEAT)).expectException(RuleBroken.class).expectNoEvents();
		known.put(REPEAT, ReflectionRoundView.on(null, opened(REPEAT, people(1, 5)), WHEN));
		round.givenNoPriorActivity().when(open(people(1, 5), "2023", LAST, REPEAT)).expectException(RuleBroken.class).expectNoEvents();
		known.put(REPEAT, closed(REPEAT, people(1, 5)));
		round.givenNoPriorActivity().when(open(people(1, 5), "2023", LAST, REPEAT)).expectSuccessfulHandlerExecution();
	}

	@Test
	void whoAnsweredIsToldInAnOrderThatSaysNothing() {
		AnswerTally enough = tally("1.1", 0, 1, 2, 1, 1);
		round.given(opened(BASELINE, people(1, 9)))
				.when(new CloseReflectionRound(BASELINE, List.of(person(8), person(2), person(5), person(1), person(9)), List.of(enough, tally("1.2", 0, 0, 4, 0, 0)), LAST))
				.expectEvents(new MemberHasAnswered(BASELINE, person(1)), new MemberHasAnswered(BASELINE, person(2)), new MemberHasAnswered(BASELINE, person(5)),
						new MemberHasAnswered(BASELINE, person(8)), new MemberHasAnswered(BASELINE, person(9)),
						new ReflectionRoundClosed(BASELINE, 5, List.of(enough, tally("1.2")), LAST));
	}

	@Test
	void withFourAnswersNothingOfThemIsRecorded() {
		round.given(opened(BASELINE, people(1, 9))).when(new CloseReflectionRound(BASELINE, people(1, 4), List.of(tally("1.1", 4, 0, 0, 0, 0)), LAST)).expectEvents(
				new MemberHasAnswered(BASELINE, person(1)), new MemberHasAnswered(BASELINE, person(2)), new MemberHasAnswered(BASELINE, person(3)),
				new MemberHasAnswered(BASELINE, person(4)), new ReflectionRoundClosed(BASELINE, 4, List.of(), LAST));
	}

	@Test
	void closedIsClosed() {
		round.given(opened(BASELINE, people(1, 9)), new ReflectionRoundClosed(BASELINE, 0, List.of(), LAST)).when(new CloseReflectionRound(BASELINE, people(1, 5), List.of(), LAST))
				.expectNoEvents();
	}

	@Test
	void onlyARoundWhoseAnswersAreLostIsAbandoned() {
		FreeText reason = new FreeText("De schijf met de sleutel is stuk", "c2FsdA==");
		AbandonReflectionRound abandon = new AbandonReflectionRound(BASELINE, reason, LAST);
		round.given(opened(BASELINE, people(1, 9))).when(abandon).expectException(RuleBroken.class).expectNoEvents();
		lost.add(BASELINE);
		round.given(opened(BASELINE, people(1, 9))).when(abandon).expectEvents(new ReflectionRoundAbandoned(BASELINE, reason, LAST));
		round.given(opened(BASELINE, people(1, 9)), new ReflectionRoundAbandoned(BASELINE, reason, LAST)).when(abandon).expectException(RuleBroken.class).expectNoEvents();
		round.given(opened(BASELINE, people(1, 9)), new ReflectionRoundAbandoned(BASELINE, reason, LAST)).when(new CloseReflectionRound(BASELINE, people(1, 5), List.of(), LAST))
				.expectNoEvents();
	}

	@Test
	void anAbandonedRoundHasNoResultAndIsNotRepeated() {
		ReflectionRoundView view = ReflectionRoundView.on(ReflectionRoundView.on(null, opened(REPEAT, people(1, 5)), WHEN),
				new ReflectionRoundAbandoned(REPEAT, new FreeText("Sleutel kwijt", "c2FsdA=="), LAST), WHEN);
		assertThat(view.status()).isEqualTo(ReflectionRoundStatus.ABANDONED);
		assertThat(view.abandonedBecause()).isEqualTo("Sleutel kwijt");
		assertThat(view.elements()).isEmpty();
		known.put(REPEAT, view);
		round.givenNoPriorActivity().when(open(people(1, 5), "2023", LAST, REPEAT)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void resultsAreAveragesAndSpreadPerElementAndQuestion() {
		ReflectionRoundView view = closed(BASELINE, people(1, 6), tally("1.1", 0, 2, 2, 2, 0), tally("1.2", 0, 0, 0, 0, 6), tally("1.3"));
		assertThat(view.elements().getFirst().questions().getFirst().score().average()).isEqualByComparingTo("3.00");
		assertThat(view.elements().getFirst().questions().getFirst().score().spread()).isEqualByComparingTo("0.82");
		assertThat(view.elements().getFirst().questions().get(1).score().spread()).isEqualByComparingTo("0");
		assertThat(view.elements().getFirst().questions().get(2).score().average()).isNull();
		assertThat(view.elements().getFirst().score().average()).as("over twelve points").isEqualByComparingTo("4.00");
	}

	@Test
	void aRepeatShowsWhatChanged() {
		ReflectionRoundView before = closed(BASELINE, people(1, 6), tally("1.1", 0, 3, 3, 0, 0));
		Comparison comparison = closed(REPEAT, people(1, 6), tally("1.1", 0, 0, 3, 3, 0)).since(before);
		assertThat(comparison.because()).isNull();
		assertThat(comparison.differences()).extracting(ReflectionRoundView.Difference::number).containsExactly("1", "1.1");
		assertThat(comparison.differences().getLast().change()).isEqualByComparingTo("1.00");
	}

	@Test
	void theSameGroupLessOnePersonIsNotCompared() {
		ReflectionRoundView six = closed(BASELINE, people(1, 6), tally("1.1", 0, 3, 3, 0, 0));
		ReflectionRoundView five = closed(REPEAT, people(1, 5), tally("1.1", 0, 3, 2, 0, 0));
		assertThat(five.since(six).because()).contains("één persoon");
		assertThat(six.since(five).differences()).isEmpty();
		assertThat(closed(REPEAT, people(3, 9), tally("1.1", 0, 3, 4, 0, 0)).since(six).because()).isNull();
		assertThat(closed(REPEAT, people(1, 4)).since(six).because()).contains("geen uitslag");
	}
}
