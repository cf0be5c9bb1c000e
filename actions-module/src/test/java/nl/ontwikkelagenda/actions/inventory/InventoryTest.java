package nl.ontwikkelagenda.actions.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView.Earlier;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CloseInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CorrectAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.ExtendInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.GiveAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.NoteNonResponse;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.OpenInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerCorrected;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerGiven;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryClosed;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryExtended;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryOpened;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.NonResponseNoted;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.OfOrganisation;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** "Komt u structureel fte tekort?", put to all organisations on 24 September 2018. */
class InventoryTest {

	private static final InventoryId INVENTORY = new InventoryId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final OrganisationId UNITA = new OrganisationId(new UUID(0, 3));
	private static final OrganisationId HUIZEN = new OrganisationId(new UUID(0, 4));
	private static final OrganisationId RBL = new OrganisationId(new UUID(0, 5));
	private static final OrganisationId ELSEWHERE = new OrganisationId(new UUID(0, 6));
	private static final PersonId DIRECTOR_OF_UNITA = new PersonId(new UUID(0, 7));
	private static final PersonId STRANGER = new PersonId(new UUID(0, 8));
	private static final LocalDate ASKED = LocalDate.of(2018, 9, 24);
	private static final LocalDate LAST_DAY = LocalDate.of(2018, 11, 30);
	private static final BigDecimal SIX_AND_A_HALF = new BigDecimal("6.50");
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
	private static final InventoryOpened OPENED = new InventoryOpened(INVENTORY, REGION, null, null, text("Hoeveel fte komt u tekort?"), text("fte"), List.of(UNITA, HUIZEN, RBL),
			ASKED, LAST_DAY);
	private static final AnswerGiven UNITA_ANSWERED = given(UNITA, DIRECTOR_OF_UNITA, SIX_AND_A_HALF);
	private static final AnswerGiven HUIZEN_ANSWERED = given(HUIZEN, null, BigDecimal.ZERO);
	private static final AnswerCorrected UNITA_CORRECTED = new AnswerCorrected(INVENTORY, REGION, UNITA, DIRECTOR_OF_UNITA, SIX_AND_A_HALF, new BigDecimal("7.25"), null,
			text("Twee vacatures vergeten"), ASKED.plusDays(2));
	private static final NonResponseNoted RBL_NOTED = new NonResponseNoted(INVENTORY, REGION, RBL, text("Heeft geen leraren"), ASKED);
	private static final InventoryClosed CLOSED = new InventoryClosed(INVENTORY, new BigDecimal("7.25"), 2, List.of(RBL), LAST_DAY);

	private final AggregateTestFixture<Inventory> inventory = fixture();

	private static AggregateTestFixture<Inventory> fixture() {
		AggregateTestFixture<Inventory> fixture = new AggregateTestFixture<>(Inventory.class);
		References references = (partnership, id) -> !ELSEWHERE.equals(id) && !STRANGER.equals(id);
		Employers employers = (person, organisation) -> person.equals(DIRECTOR_OF_UNITA) && organisation.equals(UNITA);
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(employers);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static AnswerGiven given(OrganisationId organisation, @Nullable PersonId person, BigDecimal amount) {
		return new AnswerGiven(INVENTORY, REGION, organisation, person, amount, text("Ongeveer"), ASKED.plusDays(1));
	}

	private static OpenInventory open(List<OrganisationId> organisations, LocalDate closesOn) {
		return new OpenInventory(INVENTORY, REGION, null, null, text("Hoeveel fte komt u tekort?"), text("fte"), organisations, ASKED, closesOn);
	}

	private static GiveAnswer answer(OrganisationId organisation, @Nullable PersonId person, String amount, LocalDate day) {
		return new GiveAnswer(INVENTORY, organisation, person, new BigDecimal(amount), text("Ongeveer"), day);
	}

	private static CorrectAnswer correct(OrganisationId organisation, String amount, LocalDate day) {
		return new CorrectAnswer(INVENTORY, organisation, null, new BigDecimal(amount), null, text("Verteld"), day);
	}

	@Test
	void aQuestionIsPutToOrganisationsOnceEach() {
		inventory.givenNoPriorActivity().when(open(List.of(UNITA, HUIZEN, RBL, UNITA), LAST_DAY)).expectEvents(OPENED);
		inventory.givenNoPriorActivity().when(open(List.of(), LAST_DAY)).expectNoEvents().expectException(RuleBroken.class)
				.expectExceptionMessage(containsString("ten minste één"));
		inventory.givenNoPriorActivity().when(open(List.of(UNITA, ELSEWHERE), LAST_DAY)).expectNoEvents().expectException(UnknownReference.class);
	}

	@Test
	void anInventoryClosesAfterItOpens() {
		inventory.givenNoPriorActivity().when(open(List.of(UNITA), ASKED.minusDays(1))).expectNoEvents().expectException(RuleBroken.class)
				.expectExceptionMessage(containsString("sluit voordat zij begint"));
	}

	@Test
	void anOrganisationAnswersOnce() {
		inventory.given(OPENED).when(answer(UNITA, DIRECTOR_OF_UNITA, "6.50", ASKED.plusDays(1))).expectEvents(UNITA_ANSWERED);
		refused(answer(UNITA, null, "7", ASKED.plusDays(1)), "heeft al geantwoord", OPENED, UNITA_ANSWERED);
	}

	@Test
	void onlyWhoWasAskedAnswers() {
		refused(answer(ELSEWHERE, null, "1", ASKED), "niet aan deze organisatie", OPENED);
		refused(correct(ELSEWHERE, "1", ASKED), "niet aan deze organisatie", OPENED);
		refused(new NoteNonResponse(INVENTORY, ELSEWHERE, text("Onbekend"), ASKED), "niet aan deze organisatie", OPENED);
	}

	@Test
	void oneAnswersForOnesOwnOrganisation() {
		refused(answer(HUIZEN, DIRECTOR_OF_UNITA, "1", ASKED), "niet bij deze organisatie", OPENED);
		inventory.given(OPENED).when(answer(UNITA, STRANGER, "1", ASKED)).expectNoEvents().expectException(UnknownReference.class);
	}

	@Test
	void answersComeUntilTheClosingDateAndAnExtensionMovesIt() {
		inventory.given(OPENED).when(answer(UNITA, null, "1", LAST_DAY)).expectSuccessfulHandlerExecution();
		refused(answer(UNITA, null, "1", LAST_DAY.plusDays(1)), "Antwoorden kon tot en met 2018-11-30", OPENED);
		InventoryExtended extended = new InventoryExtended(INVENTORY, LAST_DAY.plusDays(7), text("Twee scholen vroegen uitstel"), LAST_DAY);
		inventory.given(OPENED).when(new ExtendInventory(INVENTORY, LAST_DAY.plusDays(7), text("Twee scholen vroegen uitstel"), LAST_DAY)).expectEvents(extended);
		inventory.given(OPENED, extended).when(answer(UNITA, null, "1", LAST_DAY.plusDays(1))).expectSuccessfulHandlerExecution();
		refused(new ExtendInventory(INVENTORY, LAST_DAY, text("Toch niet"), ASKED), "kies een latere dag", OPENED);
	}

	@Test
	void anAnswerIsZeroOrMore() {
		refused(answer(UNITA, null, "-0.5", ASKED), "nul of meer", OPENED);
		refused(correct(UNITA, "-1", ASKED), "nul of meer", OPENED, UNITA_ANSWERED);
	}

	@Test
	void aCorrectionTakesThePlaceOfTheAnswerWithAReason() {
		inventory.given(OPENED, UNITA_ANSWERED)
				.when(new CorrectAnswer(INVENTORY, UNITA, DIRECTOR_OF_UNITA, new BigDecimal("7.25"), null, text("Twee vacatures vergeten"), ASKED.plusDays(2)))
				.expectEvents(UNITA_CORRECTED);
		refused(correct(HUIZEN, "1", ASKED), "nog niet geantwoord", OPENED, UNITA_ANSWERED);
	}

	@Test
	void whoAnsweredIsNoNonResponseAndWhoWasExpectedNotToMayStillAnswer() {
		inventory.given(OPENED).when(new NoteNonResponse(INVENTORY, RBL, text("Heeft geen leraren"), ASKED)).expectEvents(RBL_NOTED);
		refused(new NoteNonResponse(INVENTORY, UNITA, text("Te laat"), ASKED), "heeft al geantwoord", OPENED, UNITA_ANSWERED);
		inventory.given(OPENED, RBL_NOTED).when(answer(RBL, null, "0", ASKED)).expectSuccessfulHandlerExecution();
	}

	@Test
	void theTotalAndWhoDidNotAnswerAreRecordedAtTheClose() {
		inventory.given(OPENED, UNITA_ANSWERED, HUIZEN_ANSWERED, UNITA_CORRECTED).when(new CloseInventory(INVENTORY, LAST_DAY)).expectEvents(CLOSED);
	}

	@Test
	void aClosedInventoryNeverChanges() {
		for (InventoryCommand command : List.of(answer(RBL, null, "1", ASKED), correct(UNITA, "1", ASKED), new NoteNonResponse(INVENTORY, RBL, text("Te laat"), ASKED),
				new ExtendInventory(INVENTORY, LAST_DAY.plusDays(1), text("Te laat"), ASKED), new CloseInventory(INVENTORY, LAST_DAY))) {
			refused(command, "haar totaal staat vast", OPENED, UNITA_ANSWERED, CLOSED);
		}
	}

	@Test
	void theViewAlwaysKnowsTheTotalAndOfWhomAnAnswerIsAwaited() {
		InventoryView asked = view(OPENED);
		assertThat(asked.awaiting()).containsExactly(UNITA, HUIZEN, RBL);
		assertThat(asked.total()).isZero();

		InventoryView underWay = view(OPENED, UNITA_ANSWERED, HUIZEN_ANSWERED, RBL_NOTED, UNITA_CORRECTED);
		assertThat(underWay.awaiting()).isEmpty();
		assertThat(underWay.nonResponse()).containsExactly(RBL);
		assertThat(underWay.answers()).isEqualTo(2);
		assertThat(underWay.total()).isEqualByComparingTo("7.25");

		InventoryView closed = view(OPENED, UNITA_ANSWERED, HUIZEN_ANSWERED, UNITA_CORRECTED, CLOSED);
		assertThat(closed.status()).isEqualTo(InventoryStatus.CLOSED);
		assertThat(closed.awaiting()).isEmpty();
		assertThat(closed.nonResponse()).containsExactly(RBL);
		assertThat(closed.total()).isEqualByComparingTo("7.25");
	}

	@Test
	void earlierAnswersStayToBeSeen() {
		InventoryAnswerView answer = answered(UNITA_ANSWERED, UNITA_CORRECTED);
		assertThat(answer.amount()).isEqualByComparingTo("7.25");
		assertThat(answer.remark()).isNull();
		assertThat(answer.earlier()).containsExactly(new Earlier(SIX_AND_A_HALF, "Ongeveer", DIRECTOR_OF_UNITA, ASKED.plusDays(1), "Twee vacatures vergeten"));

		InventoryAnswerView afterAll = answered(RBL_NOTED, given(RBL, null, BigDecimal.ONE));
		assertThat(afterAll.status()).isEqualTo(InventoryAnswerView.Status.ANSWERED);
		assertThat(afterAll.noAnswerBecause()).isEqualTo("Heeft geen leraren");
	}

	private void refused(InventoryCommand command, String because, InventoryEvent... history) {
		inventory.given((Object[]) history).when(command).expectNoEvents().expectException(RuleBroken.class).expectExceptionMessage(containsString(because));
	}

	private static InventoryView view(InventoryEvent... events) {
		InventoryView view = null;
		for (InventoryEvent event : events) {
			view = InventoryView.on(view, event, WHEN);
		}
		return requireNonNull(view);
	}

	private static InventoryAnswerView answered(OfOrganisation... events) {
		InventoryAnswerView view = null;
		for (OfOrganisation event : events) {
			view = InventoryAnswerView.on(view, event, WHEN);
		}
		return requireNonNull(view);
	}
}
