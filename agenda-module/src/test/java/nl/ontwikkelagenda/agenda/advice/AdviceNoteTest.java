package nl.ontwikkelagenda.agenda.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.AnswerAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice.Chosen;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.DraftAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.ReturnAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.SubmitAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.WithdrawAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceAnswered;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceCompiled;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceDrafted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceReturned;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceSubmitted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceWithdrawn;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AdviceNoteTest {

	private static final AdviceNoteId NOTE = new AdviceNoteId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final TableId TABLE = new TableId(new UUID(0, 3));
	private static final BodyId AO_JEUGD = new BodyId(new UUID(0, 4));
	private static final BodyId STRANGERS = new BodyId(new UUID(0, 5));
	private static final UUID PROPOSAL = new UUID(0, 6);
	private static final UUID OF_ANOTHER_TABLE = new UUID(0, 7);
	private static final ParagraphId FIRST = new ParagraphId(new UUID(0, 8));
	private static final ParagraphId SECOND = new ParagraphId(new UUID(0, 9));
	private static final LocalDate DAY = LocalDate.of(2021, 10, 27);
	private static final LocalDate LATER = LocalDate.of(2021, 12, 8);
	private static final AdviceDrafted DRAFTED = new AdviceDrafted(NOTE, REGION, TABLE, AO_JEUGD, text("Adviesnotitie Grijs gebied"), DAY);
	private static final Chosen CHOSEN = new Chosen(FIRST, Part.OPPORTUNITIES, Source.Kind.PROPOSAL, PROPOSAL, text("De tafel ziet een kans:"));
	private static final AdviceCompiled COMPILED = new AdviceCompiled(NOTE,
			List.of(new Paragraph(FIRST, Part.OPPORTUNITIES, new Source(Source.Kind.PROPOSAL, PROPOSAL, 2), text("De tafel ziet een kans:"))), DAY);
	private static final AdviceSubmitted SUBMITTED = new AdviceSubmitted(NOTE, 1, DAY);
	private static final AdviceReturned RETURNED = new AdviceReturned(NOTE, 1, text("Wat kost dit?"), LATER, null);
	private static final AdviceAnswered ANSWERED = new AdviceAnswered(NOTE, REGION, TABLE, 1, AdviceAnswer.PARTLY, text("Het onderzoek wacht op geld"),
			List.of(new Paragraph.Answer(FIRST, AdviceAnswer.ADOPTED, null)), LATER, null);
	private static final AdviceWithdrawn WITHDRAWN = new AdviceWithdrawn(NOTE, text("Achterhaald"), LATER);

	private final AggregateTestFixture<AdviceNote> note = fixture();

	private static AggregateTestFixture<AdviceNote> fixture() {
		AggregateTestFixture<AdviceNote> fixture = new AggregateTestFixture<>(AdviceNote.class);
		References references = (partnership, id) -> !STRANGERS.equals(id);
		Sources sources = (table, kind, id) -> TABLE.equals(table) && PROPOSAL.equals(id) ? Optional.of(new Source(kind, id, 2)) : Optional.empty();
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(sources);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void adviceIsDraftedForABodyOfThePartnership() {
		note.givenNoPriorActivity().when(new DraftAdvice(NOTE, REGION, TABLE, AO_JEUGD, DRAFTED.title(), DAY)).expectEvents(DRAFTED);
		note.givenNoPriorActivity().when(new DraftAdvice(NOTE, REGION, TABLE, STRANGERS, DRAFTED.title(), DAY)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void everyParagraphRefersToTheWordingOfItsSourceAsItIsNow() {
		note.given(DRAFTED).when(new CompileAdvice(NOTE, List.of(CHOSEN), DAY)).expectEvents(COMPILED);
	}

	@Test
	void whatTheTableNeverSaidIsNotItsAdvice() {
		unknown(new CompileAdvice(NOTE, List.of(new Chosen(FIRST, Part.YIELD, Source.Kind.OUTCOME, OF_ANOTHER_TABLE, null)), DAY), DRAFTED);
	}

	@Test
	void everyParagraphHasAnIdOfItsOwn() {
		refused(new CompileAdvice(NOTE, List.of(CHOSEN, CHOSEN), DAY), DRAFTED);
	}

	@Test
	void adviceThatSaysNothingIsNotSubmitted() {
		refused(new SubmitAdvice(NOTE, DAY), DRAFTED);
		note.given(DRAFTED, COMPILED).when(new SubmitAdvice(NOTE, DAY)).expectEvents(SUBMITTED);
	}

	@Test
	void submittedAdviceIsFrozen() {
		refused(new CompileAdvice(NOTE, List.of(), LATER), DRAFTED, COMPILED, SUBMITTED);
		refused(new SubmitAdvice(NOTE, LATER), DRAFTED, COMPILED, SUBMITTED);
		refused(new CompileAdvice(NOTE, List.of(), LATER), DRAFTED, COMPILED, SUBMITTED, ANSWERED);
	}

	@Test
	void returnedAdviceIsADraftAgainAndBecomesAnotherVersion() {
		note.given(DRAFTED, COMPILED, SUBMITTED).when(new ReturnAdvice(NOTE, RETURNED.questions(), LATER, null)).expectEvents(RETURNED);
		note.given(DRAFTED, COMPILED, SUBMITTED, RETURNED).when(new SubmitAdvice(NOTE, LATER)).expectEvents(new AdviceSubmitted(NOTE, 2, LATER));
	}

	@Test
	void theBodyAnswersTheNoteAndItsParagraphs() {
		note.given(DRAFTED, COMPILED, SUBMITTED).when(new AnswerAdvice(NOTE, ANSWERED.answer(), ANSWERED.reasons(), ANSWERED.paragraphs(), LATER, null)).expectEvents(ANSWERED);
	}

	@Test
	void anAnswerIsAboutAParagraphOfTheNote() {
		unknown(new AnswerAdvice(NOTE, AdviceAnswer.ADOPTED, text("Goed"), List.of(new Paragraph.Answer(SECOND, AdviceAnswer.DECLINED, null)), LATER, null), DRAFTED, COMPILED,
				SUBMITTED);
	}

	@Test
	void onlySubmittedAdviceIsAnsweredOrReturned() {
		refused(new AnswerAdvice(NOTE, AdviceAnswer.ADOPTED, text("Goed"), List.of(), LATER, null), DRAFTED, COMPILED);
		refused(new ReturnAdvice(NOTE, text("Waarom?"), LATER, null), DRAFTED, COMPILED, SUBMITTED, RETURNED);
		refused(new AnswerAdvice(NOTE, AdviceAnswer.DECLINED, text("Toch niet"), List.of(), LATER, null), DRAFTED, COMPILED, SUBMITTED, ANSWERED);
	}

	@Test
	void answeredAdviceStaysAndWithdrawnAdviceStaysWithdrawn() {
		note.given(DRAFTED, COMPILED, SUBMITTED).when(new WithdrawAdvice(NOTE, WITHDRAWN.reason(), LATER)).expectEvents(WITHDRAWN);
		refused(new WithdrawAdvice(NOTE, text("Spijt"), LATER), DRAFTED, COMPILED, SUBMITTED, ANSWERED);
		refused(new WithdrawAdvice(NOTE, text("Nogmaals"), LATER), DRAFTED, WITHDRAWN);
		refused(new CompileAdvice(NOTE, List.of(CHOSEN), LATER), DRAFTED, WITHDRAWN);
	}

	private void refused(AdviceNoteCommand command, AdviceNoteEvent... history) {
		note.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}

	private void unknown(AdviceNoteCommand command, AdviceNoteEvent... history) {
		note.given((Object[]) history).when(command).expectException(UnknownReference.class).expectNoEvents();
	}
}
