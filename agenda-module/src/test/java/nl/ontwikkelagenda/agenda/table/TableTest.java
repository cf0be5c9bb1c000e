package nl.ontwikkelagenda.agenda.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.table.TableCommand.AmendProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.AnswerGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.CloseTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.FormulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.MakeProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.OpenTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.ReformulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.WithdrawProposal;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalAnswered;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalFormulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalReformulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalAmended;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalMade;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalWithdrawn;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableClosed;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableOpened;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TableTest {

	private static final TableId TABLE = new TableId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId BODY = new BodyId(new UUID(0, 3));
	private static final BodyId BOARD = new BodyId(new UUID(0, 4));
	private static final ThemeId GREY_AREA = new ThemeId(new UUID(0, 5));
	private static final MeetingId SEPTEMBER = new MeetingId(new UUID(0, 6));
	private static final MeetingId ELSEWHERE = new MeetingId(new UUID(0, 7));
	private static final GoalId KNOW_EACH_OTHER = new GoalId(new UUID(0, 8));
	private static final GoalId WHAT_WORKS = new GoalId(new UUID(0, 9));
	private static final ProposalId INFORM = new ProposalId(new UUID(0, 10));
	private static final OutcomeId OUTCOME = new OutcomeId(new UUID(0, 11));
	private static final LocalDate JUNE = LocalDate.of(2021, 6, 9);
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final LocalDate LAST = LocalDate.of(2021, 10, 27);
	private static final TableOpened OPENED = new TableOpened(TABLE, REGION, BODY, GREY_AREA, text("Grijs gebied"), JUNE);
	private static final GoalFormulated FORMULATED = new GoalFormulated(TABLE, KNOW_EACH_OTHER, text("We moeten elkaar beter leren kennen."), JUNE, null);
	private static final GoalReformulated REFORMULATED = new GoalReformulated(TABLE, KNOW_EACH_OTHER, 2, text("Elkaar beter leren kennen en dezelfde taal spreken."), DAY,
			SEPTEMBER);
	private static final GoalAnswered ANSWERED = new GoalAnswered(TABLE, KNOW_EACH_OTHER, text("We kennen elkaar."), LAST, OUTCOME, null);
	private static final ProposalMade PROPOSED = new ProposalMade(TABLE, INFORM, text("Voorlichting organiseren"), List.of(KNOW_EACH_OTHER), text("de gemeenten"), DAY, SEPTEMBER);
	private static final ProposalWithdrawn WITHDRAWN = new ProposalWithdrawn(TABLE, INFORM, text("Dit gebeurt al"), LAST);
	private static final TableClosed CLOSED = new TableClosed(TABLE, null, LAST);

	private final AggregateTestFixture<DevelopmentTable> table = fixture();

	private static AggregateTestFixture<DevelopmentTable> fixture() {
		AggregateTestFixture<DevelopmentTable> fixture = new AggregateTestFixture<>(DevelopmentTable.class);
		References references = (partnership, id) -> !ELSEWHERE.equals(id);
		Bodies bodies = new Bodies() {

			@Override
			public Optional<BodyView> find(BodyId body) {
				return Optional.of(new BodyView(body, REGION, BODY.equals(body) ? BodyKind.TABLE : BodyKind.BOARD, "Een overleg", Access.OPEN, null, null, null,
						BodyView.Status.ESTABLISHED, null, null));
			}

			@Override
			public Set<PersonId> decidingOn(BodyId body, LocalDate day) {
				return Set.of();
			}
		};
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(bodies);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aTableIsOpenedForAThemeOnItsOwnBody() {
		table.givenNoPriorActivity().when(new OpenTable(TABLE, REGION, BODY, GREY_AREA, text("Grijs gebied"), JUNE)).expectEvents(OPENED);
	}

	@Test
	void aTableStandsOnABodyOfKindTable() {
		table.givenNoPriorActivity().when(new OpenTable(TABLE, REGION, BOARD, GREY_AREA, text("Grijs gebied"), JUNE)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aGoalIsFormulatedOnce() {
		table.given(OPENED).when(new FormulateGoal(TABLE, KNOW_EACH_OTHER, FORMULATED.words(), JUNE, null)).expectEvents(FORMULATED);
		refused(new FormulateGoal(TABLE, KNOW_EACH_OTHER, text("Iets anders"), DAY, null), OPENED, FORMULATED);
	}

	@Test
	void aMeetingOfOthersIsNotWhereAGoalWasFormulated() {
		unknown(new FormulateGoal(TABLE, WHAT_WORKS, text("Wat werkt?"), DAY, ELSEWHERE), OPENED);
	}

	@Test
	void everyNewWordingOfAGoalHasItsNumber() {
		table.given(OPENED, FORMULATED).when(new ReformulateGoal(TABLE, KNOW_EACH_OTHER, REFORMULATED.words(), DAY, SEPTEMBER)).expectEvents(REFORMULATED);
		table.given(OPENED, FORMULATED, REFORMULATED).when(new ReformulateGoal(TABLE, KNOW_EACH_OTHER, text("Elkaar leren kennen"), LAST, null)).expectEvents(
				new GoalReformulated(TABLE, KNOW_EACH_OTHER, 3, text("Elkaar leren kennen"), LAST, null));
	}

	@Test
	void anAnsweredGoalKeepsItsWords() {
		refused(new ReformulateGoal(TABLE, KNOW_EACH_OTHER, text("Toch iets anders"), LAST, null), OPENED, FORMULATED, ANSWERED);
	}

	@Test
	void aGoalIsAnsweredWithWhatTheAnswerRestsOn() {
		table.given(OPENED, FORMULATED).when(new AnswerGoal(TABLE, KNOW_EACH_OTHER, ANSWERED.answer(), LAST, OUTCOME, null)).expectEvents(ANSWERED);
	}

	@Test
	void onlyAGoalOfTheTableIsAnsweredOrReformulated() {
		unknown(new AnswerGoal(TABLE, WHAT_WORKS, text("Vertrouwen"), LAST, null, null), OPENED, FORMULATED);
		unknown(new ReformulateGoal(TABLE, WHAT_WORKS, text("Wat werkt echt?"), LAST, null), OPENED, FORMULATED);
	}

	@Test
	void aProposalIsMadeOnceAndServesGoalsOfItsTable() {
		table.given(OPENED, FORMULATED).when(new MakeProposal(TABLE, INFORM, PROPOSED.words(), List.of(KNOW_EACH_OTHER), PROPOSED.by(), DAY, SEPTEMBER)).expectEvents(PROPOSED);
		refused(new MakeProposal(TABLE, INFORM, text("Nog iets"), List.of(), null, DAY, null), OPENED, FORMULATED, PROPOSED);
		unknown(new MakeProposal(TABLE, INFORM, text("Nog iets"), List.of(WHAT_WORKS), null, DAY, null), OPENED, FORMULATED);
	}

	@Test
	void anAmendedProposalHasANewNumber() {
		table.given(OPENED, FORMULATED, PROPOSED).when(new AmendProposal(TABLE, INFORM, text("Samen voorlichting organiseren"), List.of(KNOW_EACH_OTHER), null, LAST, null))
				.expectEvents(new ProposalAmended(TABLE, INFORM, 2, text("Samen voorlichting organiseren"), List.of(KNOW_EACH_OTHER), null, LAST, null));
		unknown(new AmendProposal(TABLE, INFORM, text("Samen"), List.of(), null, LAST, null), OPENED, FORMULATED);
	}

	@Test
	void aWithdrawnProposalStaysWithdrawn() {
		table.given(OPENED, FORMULATED, PROPOSED).when(new WithdrawProposal(TABLE, INFORM, WITHDRAWN.reason(), LAST)).expectEvents(WITHDRAWN);
		refused(new WithdrawProposal(TABLE, INFORM, text("Nogmaals"), LAST), OPENED, FORMULATED, PROPOSED, WITHDRAWN);
		refused(new AmendProposal(TABLE, INFORM, text("Toch wel"), List.of(), null, LAST, null), OPENED, FORMULATED, PROPOSED, WITHDRAWN);
	}

	@Test
	void aTableClosesOnlyWithEveryGoalAnswered() {
		refused(new CloseTable(TABLE, null, LAST), OPENED, FORMULATED);
		table.given(OPENED, FORMULATED, ANSWERED).when(new CloseTable(TABLE, null, LAST)).expectEvents(CLOSED);
	}

	@Test
	void nothingIsAddedToAClosedTable() {
		refused(new FormulateGoal(TABLE, WHAT_WORKS, text("Wat werkt?"), LAST, null), OPENED, CLOSED);
		refused(new MakeProposal(TABLE, INFORM, text("Voorlichting"), List.of(), null, LAST, null), OPENED, CLOSED);
		refused(new CloseTable(TABLE, null, LAST), OPENED, CLOSED);
	}

	private void refused(TableCommand command, TableEvent... history) {
		table.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}

	private void unknown(TableCommand command, TableEvent... history) {
		table.given((Object[]) history).when(command).expectException(UnknownReference.class).expectNoEvents();
	}
}
