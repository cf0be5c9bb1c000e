package nl.ontwikkelagenda.agenda.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyDissolved;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.body.BodyEvent.RulesOfProcedureAgreed;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.MinutesAdoption;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ConfirmDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.NoteReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviewDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviseDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.RevokeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.StateParticulars;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionConfirmed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevised;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevoked;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.ParticularsStated;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.Mandates;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRegisterTest {

	private static final BodyId YOUTH = new BodyId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final LocalDate REVIEW = LocalDate.of(2021, 12, 1);
	private static final LocalDate NEXT_YEAR = LocalDate.of(2022, 2, 1);
	private static final DecisionRegisterId REGISTER = DecisionRegisterId.of(YOUTH, 2021);
	private static final DecisionRegisterId NEXT_REGISTER = DecisionRegisterId.of(YOUTH, 2022);
	private static final DecisionId FIRST = new DecisionId(new UUID(0, 3));
	private static final DecisionId SECOND = new DecisionId(new UUID(0, 4));
	private static final MeetingId MEETING = new MeetingId(new UUID(0, 5));
	private static final PersonId ALDERMAN = new PersonId(new UUID(0, 6));
	private static final PersonId DIRECTOR = new PersonId(new UUID(0, 7));
	private static final PersonId ADVISER = new PersonId(new UUID(0, 8));
	private static final PersonId STRANGER = new PersonId(new UUID(0, 9));
	private static final MandateId MANDATE = new MandateId(new UUID(0, 10));
	private static final FreeText TITLE = text("Er komt een regionale samenwerkingsagenda");
	private static final FreeText WHY_NONE = text("De wethouder was verhinderd");

	private static final DecisionTaken TAKEN = taken(REGISTER, 1, FIRST, DAY);
	private static final ParticularsStated BY_CONSENT = new ParticularsStated(REGISTER, FIRST, DecisionMethod.CONSENT, null, List.of(ALDERMAN, DIRECTOR), 2, 2, List.of(), MANDATE,
			ALDERMAN, null, null, DAY);
	private static final ParticularsStated WITHOUT_MANDATE = new ParticularsStated(REGISTER, FIRST, DecisionMethod.CONSENT, null, List.of(ALDERMAN, DIRECTOR), 2, 2, List.of(),
			null,
			null, WHY_NONE, null, DAY);
	private static final DecisionRevoked REVOKED = new DecisionRevoked(REGISTER, FIRST, text("Geen geld"), REVIEW);

	private @Nullable LocalDate dissolvedOn;
	private final AggregateTestFixture<DecisionRegister> register = fixture();

	private AggregateTestFixture<DecisionRegister> fixture() {
		AggregateTestFixture<DecisionRegister> fixture = new AggregateTestFixture<>(DecisionRegister.class);
		References references = (partnership, id) -> !STRANGER.equals(id);
		Mandates mandates = (partnership, id, day) -> Optional.of(
				new MandateView(MANDATE, REGION, ALDERMAN, null, "Inkoop jeugdhulp", 50_000L, LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), null, null, null))
				.filter(mandate -> id.equals(MANDATE) && mandate.holdsOn(day));
		Attendance attendance = new Attendance() {

			@Override
			public Set<PersonId> presentAt(MeetingId meeting) {
				return meeting.equals(MEETING) ? Set.of(ALDERMAN, DIRECTOR) : Set.of(ALDERMAN);
			}

			@Override
			public Set<PersonId> representedAt(MeetingId meeting) {
				return meeting.equals(MEETING) ? Set.of() : Set.of(DIRECTOR, ADVISER);
			}
		};
		Decisions decisions = id -> Optional.empty();
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(mandates);
		fixture.registerInjectableResource(attendance);
		fixture.registerInjectableResource(decisions);
		fixture.registerInjectableResource(new Bodies() {

			@Override
			public Optional<BodyView> find(BodyId body) {
				Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
				BodyView view = BodyView.on(null, new BodyEstablished(YOUTH, REGION, BodyKind.OFFICIAL, text("AO Jeugd"), Access.TRANSPARENT), when);
				view = BodyView.on(view, new RulesOfProcedureAgreed(YOUTH, 2, MinutesAdoption.AT_A_LATER_MEETING, null, DAY), when);
				return Optional.of(dissolvedOn == null ? view : BodyView.on(view, new BodyDissolved(YOUTH, text("Opgegaan in de stuurgroep"), dissolvedOn), when));
			}

			@Override
			public Set<PersonId> decidingOn(BodyId body, LocalDate day) {
				return Set.of(ALDERMAN, DIRECTOR);
			}
		});
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static DecisionTaken taken(DecisionRegisterId register, int serial, DecisionId id, LocalDate day) {
		return new DecisionTaken(register, REGION, YOUTH, day.getYear(), serial, id, TITLE, null, day, null, null, REVIEW.withYear(day.getYear()), null);
	}

	private static TakeDecision take(DecisionId id, LocalDate day, @Nullable Particulars particulars) {
		return new TakeDecision(REGION, YOUTH, id, TITLE, null, day, null, null, REVIEW.withYear(day.getYear()), null, particulars);
	}

	private static Particulars with(@Nullable MandateId mandate, @Nullable FreeText whyNone) {
		return new Particulars(DecisionMethod.CONSENT, null, List.of(ALDERMAN, DIRECTOR), List.of(), mandate, whyNone, null);
	}

	private static Particulars by(DecisionMethod method, @Nullable Votes votes) {
		return new Particulars(method, votes, List.of(ALDERMAN, DIRECTOR), List.of(), MANDATE, null, null);
	}

	private static Particulars against(Dissent dissent) {
		return new Particulars(DecisionMethod.CONSENT, null, List.of(ALDERMAN), List.of(dissent), MANDATE, null, null);
	}

	@Test
	void theFirstDecisionOfTheYearIsNumberOne() {
		register.givenNoPriorActivity().when(take(FIRST, DAY, null)).expectEvents(TAKEN);
	}

	@Test
	void theNextOneFollowsWithoutAGapAlsoAfterOneWasRevoked() {
		register.given(TAKEN, REVOKED).when(take(SECOND, DAY, null)).expectEvents(taken(REGISTER, 2, SECOND, DAY));
	}

	@Test
	void anotherYearIsAnotherRegister() {
		register.givenNoPriorActivity().when(take(SECOND, NEXT_YEAR, null)).expectEvents(taken(NEXT_REGISTER, 1, SECOND, NEXT_YEAR));
	}

	@Test
	void anIdIsOfOneDecision() {
		refused(take(FIRST, DAY, null), TAKEN);
	}

	@Test
	void anOutcomeIsTakenUpOnceHoweverOftenItIsTried() {
		OutcomeId outcome = new OutcomeId(FIRST.value());
		TakeDecision fromOutcome = new TakeDecision(REGION, YOUTH, FIRST, TITLE, null, DAY, MEETING, outcome, null, null, null);
		DecisionTaken born = new DecisionTaken(REGISTER, REGION, YOUTH, 2021, 1, FIRST, TITLE, null, DAY, MEETING, outcome, null, null);
		register.givenNoPriorActivity().when(fromOutcome).expectEvents(born);
		register.given(born).when(fromOutcome).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void aDecisionFromAnOutcomeHasItsId() {
		refused(new TakeDecision(REGION, YOUTH, FIRST, TITLE, null, DAY, MEETING, new OutcomeId(new UUID(0, 99)), null, null, null));
	}

	@Test
	void aDissolvedBodyTakesNoDecisions() {
		dissolvedOn = DAY;
		refused(take(FIRST, DAY, null));
	}

	@Test
	void untilTheDayBeforeItCould() {
		dissolvedOn = DAY.plusDays(1);
		register.givenNoPriorActivity().when(take(FIRST, DAY, null)).expectEvents(TAKEN);
	}

	@Test
	void aReviewComesAfterTheDecision() {
		refused(new TakeDecision(REGION, YOUTH, FIRST, TITLE, null, DAY, null, null, DAY.minusDays(1), null, null));
	}

	@Test
	void theMandateOfSomeonePresentIsFoundAndTheQuorumIsCounted() {
		register.givenNoPriorActivity().when(take(FIRST, DAY, with(MANDATE, null))).expectEvents(TAKEN, BY_CONSENT);
	}

	@Test
	void whoWasThereIsKnownFromTheMeeting() {
		Particulars particulars = new Particulars(DecisionMethod.CONSENT, null, List.of(), List.of(), MANDATE, null, null);
		DecisionTaken atMeeting = new DecisionTaken(REGISTER, REGION, YOUTH, 2021, 1, FIRST, TITLE, null, DAY, MEETING, null, null, null);
		register.given(atMeeting).when(new StateParticulars(REGISTER, FIRST, particulars, DAY)).expectEvents(BY_CONSENT);
	}

	@Test
	void whoIsRepresentedByWhoWasThereCountsForTheQuorum() {
		MeetingId withProxies = new MeetingId(new UUID(0, 50));
		Particulars particulars = new Particulars(DecisionMethod.CONSENT, null, List.of(), List.of(), MANDATE, null, null);
		DecisionTaken atMeeting = new DecisionTaken(REGISTER, REGION, YOUTH, 2021, 1, FIRST, TITLE, null, DAY, withProxies, null, null, null);
		register.given(atMeeting).when(new StateParticulars(REGISTER, FIRST, particulars, DAY)).expectEvents(new ParticularsStated(REGISTER, FIRST, DecisionMethod.CONSENT, null,
				List.of(ALDERMAN), 2, 2, List.of(), MANDATE, ALDERMAN, null, null, DAY));
	}

	@Test
	void whoAdvisesDoesNotCountForTheQuorum() {
		Particulars particulars = new Particulars(DecisionMethod.CONSENT, null, List.of(ALDERMAN, ADVISER), List.of(), MANDATE, null, null);
		register.given(TAKEN).when(new StateParticulars(REGISTER, FIRST, particulars, DAY)).expectEvents(new ParticularsStated(REGISTER, FIRST, DecisionMethod.CONSENT, null,
				List.of(ALDERMAN, ADVISER), 2, 1, List.of(), MANDATE, ALDERMAN, null, null, DAY));
	}

	@Test
	void aDecisionWithoutAMandateSaysWhy() {
		register.givenNoPriorActivity().when(take(FIRST, DAY, with(null, WHY_NONE))).expectEvents(TAKEN, WITHOUT_MANDATE);
		refused(take(FIRST, DAY, with(null, null)));
		refused(take(FIRST, DAY, with(MANDATE, WHY_NONE)));
	}

	@Test
	void theMandateWasHeldOnThatDay() {
		refused(new TakeDecision(REGION, YOUTH, SECOND, TITLE, null, NEXT_YEAR, null, null, null, null, with(MANDATE, null)));
	}

	@Test
	void theHolderOfTheMandateWasPresent() {
		refused(take(FIRST, DAY, new Particulars(DecisionMethod.CONSENT, null, List.of(DIRECTOR), List.of(), MANDATE, null, null)));
	}

	@Test
	void theMandateCoversTheAmount() {
		refused(take(FIRST, DAY, new Particulars(DecisionMethod.CONSENT, null, List.of(ALDERMAN), List.of(), MANDATE, null, 50_001L)));
		refused(take(FIRST, DAY, new Particulars(DecisionMethod.CONSENT, null, List.of(ALDERMAN), List.of(), MANDATE, null, 0L)));
	}

	@Test
	void aDecisionByMandateNamesIt() {
		refused(take(FIRST, DAY, new Particulars(DecisionMethod.MANDATE, null, List.of(ALDERMAN), List.of(), null, WHY_NONE, null)));
	}

	@Test
	void aVoteAndNothingElseIsCounted() {
		refused(take(FIRST, DAY, by(DecisionMethod.VOTE, null)));
		refused(take(FIRST, DAY, by(DecisionMethod.CONSENT, new Votes(2, 0, 0))));
	}

	@Test
	void dissentIsKeptInItsWords() {
		Dissent dissent = new Dissent(DIRECTOR, null, null, text("Eerst moet de bekostiging rond zijn"));
		Particulars particulars = new Particulars(DecisionMethod.VOTE, new Votes(5, 1, 0), List.of(ALDERMAN, DIRECTOR), List.of(dissent), MANDATE, null, null);
		register.given(TAKEN).when(new StateParticulars(REGISTER, FIRST, particulars, DAY)).expectEvents(new ParticularsStated(REGISTER, FIRST, DecisionMethod.VOTE,
				new Votes(5, 1, 0), List.of(ALDERMAN, DIRECTOR), 2, 2, List.of(dissent), MANDATE, ALDERMAN, null, null, DAY));
	}

	@Test
	void dissentIsOfSomeoneOrOfANumber() {
		refused(take(FIRST, DAY, against(new Dissent(null, null, null, text("Niet mee eens")))));
		refused(take(FIRST, DAY, against(new Dissent(DIRECTOR, null, 2, null))));
		refused(take(FIRST, DAY, against(new Dissent(null, null, 0, null))));
	}

	@Test
	void onlyOfSomeoneWhoIsKnown() {
		register.givenNoPriorActivity().when(take(FIRST, DAY, against(new Dissent(STRANGER, null, null, null)))).expectException(UnknownReference.class);
	}

	@Test
	void howItCameAboutIsStatedOnce() {
		refused(new StateParticulars(REGISTER, FIRST, with(MANDATE, null), DAY), TAKEN, BY_CONSENT);
	}

	@Test
	void aDecisionWithoutAMandateIsConfirmed() {
		register.given(TAKEN, WITHOUT_MANDATE).when(new ConfirmDecision(REGISTER, FIRST, text("Door het college bekrachtigd"), REVIEW))
				.expectEvents(new DecisionConfirmed(REGISTER, FIRST, text("Door het college bekrachtigd"), REVIEW));
	}

	@Test
	void onlyOneInWhichSomethingIsWantingAndOnce() {
		ConfirmDecision confirm = new ConfirmDecision(REGISTER, FIRST, text("Door het college bekrachtigd"), REVIEW);
		refused(confirm, TAKEN, BY_CONSENT);
		refused(confirm, TAKEN, WITHOUT_MANDATE, new DecisionConfirmed(REGISTER, FIRST, text("Door het college bekrachtigd"), REVIEW));
	}

	@Test
	void notBeforeItIsKnownHowItCameAbout() {
		refused(new ConfirmDecision(REGISTER, FIRST, text("Door het college bekrachtigd"), REVIEW), TAKEN);
	}

	@Test
	void aReviewIsDueOnItsDayAndNotedOnce() {
		DecisionReviewDue due = new DecisionReviewDue(REGISTER, FIRST, REVIEW);
		register.given(TAKEN).when(new NoteReviewDue(REGISTER, FIRST, REVIEW.minusDays(1))).expectSuccessfulHandlerExecution().expectNoEvents();
		register.given(TAKEN).when(new NoteReviewDue(REGISTER, FIRST, REVIEW)).expectEvents(due);
		register.given(TAKEN, due).when(new NoteReviewDue(REGISTER, FIRST, REVIEW.plusDays(1))).expectSuccessfulHandlerExecution().expectNoEvents();
		register.given(TAKEN, REVOKED).when(new NoteReviewDue(REGISTER, FIRST, REVIEW)).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void whatIsReviewedCanBeReviewedOnceMoreLater() {
		register.given(TAKEN).when(new ReviewDecision(REGISTER, FIRST, text("De agenda is er"), REVIEW, NEXT_YEAR))
				.expectEvents(new DecisionReviewed(REGISTER, FIRST, text("De agenda is er"), REVIEW, NEXT_YEAR));
		refused(new ReviewDecision(REGISTER, FIRST, text("De agenda is er"), REVIEW, REVIEW), TAKEN);
	}

	@Test
	void aDecisionThatReplacesAnotherOfTheSameYearDoesSoAtOnce() {
		DecisionRef old = new DecisionRef(REGISTER, FIRST);
		register.given(TAKEN).when(new TakeDecision(REGION, YOUTH, SECOND, TITLE, null, REVIEW, null, null, null, old, null)).expectEvents(
				new DecisionTaken(REGISTER, REGION, YOUTH, 2021, 2, SECOND, TITLE, null, REVIEW, null, null, null, old),
				new DecisionRevised(REGISTER, FIRST, new DecisionRef(REGISTER, SECOND), REVIEW));
	}

	@Test
	void aDecisionOfAnEarlierYearIsToldThatItWasReplacedOnce() {
		DecisionRef replacement = new DecisionRef(NEXT_REGISTER, SECOND);
		ReviseDecision revise = new ReviseDecision(REGISTER, FIRST, replacement, NEXT_YEAR);
		DecisionRevised revised = new DecisionRevised(REGISTER, FIRST, replacement, NEXT_YEAR);
		register.given(TAKEN).when(revise).expectEvents(revised);
		register.given(TAKEN, revised).when(revise).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void whatNoLongerHoldsCannotBeReplaced() {
		refused(new TakeDecision(REGION, YOUTH, SECOND, TITLE, null, REVIEW, null, null, null, new DecisionRef(REGISTER, FIRST), null), TAKEN, REVOKED);
	}

	@Test
	void norWhatIsNotThere() {
		refused(new TakeDecision(REGION, YOUTH, SECOND, TITLE, null, NEXT_YEAR, null, null, null, new DecisionRef(REGISTER, FIRST), null));
	}

	@Test
	void aRevokedDecisionChangesNoMore() {
		register.given(TAKEN).when(new RevokeDecision(REGISTER, FIRST, text("Geen geld"), REVIEW)).expectEvents(REVOKED);
		refused(new RevokeDecision(REGISTER, FIRST, text("Geen geld"), REVIEW), TAKEN, REVOKED);
		refused(new ReviewDecision(REGISTER, FIRST, text("Geen geld"), REVIEW, null), TAKEN, REVOKED);
		refused(new StateParticulars(REGISTER, FIRST, with(MANDATE, null), DAY), TAKEN, REVOKED);
	}

	private void refused(DecisionCommand command, DecisionEvent... history) {
		register.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
