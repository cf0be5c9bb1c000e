package nl.ontwikkelagenda.agenda.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.AdoptAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.CloseAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.CommentOnAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenReadingAlong;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.PublishAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.RenameAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SettleComment;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SignUpReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StartEdition;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.WithdrawAgendaPublication;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.WithdrawReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaAdopted;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaClosed;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaPublicationWithdrawn;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaPublished;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaRenamed;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AmbitionStated;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentSettled;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.EditionStarted;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderCommented;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderSignedUp;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderWithdrew;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReadingAlongOpened;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AgendaTest {

	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 1));
	private static final AgendaId NEXT = new AgendaId(new UUID(0, 2));
	private static final AgendaId DRAFT = new AgendaId(new UUID(0, 3));
	private static final AgendaId FOLLOWED = new AgendaId(new UUID(0, 4));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 5));
	private static final PersonId VOLUNTEER = new PersonId(new UUID(0, 6));
	private static final PersonId OUTSIDER = new PersonId(new UUID(0, 7));
	private static final CommentId COMMENT = new CommentId(new UUID(0, 8));
	private static final CommentId TAKEN = new CommentId(new UUID(0, 9));
	private static final BodyId BOARD = new BodyId(new UUID(0, 10));
	private static final UUID THUISZITTERS = new UUID(0, 11);
	private static final UUID LERARENTEKORT = new UUID(0, 12);
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final LocalDate LATER = LocalDate.of(2018, 12, 10);
	private static final AgendaOpened OPENED = new AgendaOpened(AGENDA, REGION, text("Samenwerkingsagenda onderwijs – gemeenten"), DAY);
	private static final ReadingAlongOpened READING = new ReadingAlongOpened(AGENDA, DAY, LATER);
	private static final ReaderSignedUp SIGNED_UP = new ReaderSignedUp(AGENDA, VOLUNTEER, DAY);
	private static final ReaderCommented COMMENTED = new ReaderCommented(AGENDA, REGION, COMMENT, VOLUNTEER, text("Graag korter"), DAY);
	private static final CommentSettled SETTLED = new CommentSettled(AGENDA, COMMENT, text("Ingekort"), LATER);
	private static final AgendaAdopted ADOPTED = new AgendaAdopted(AGENDA, REGION, BOARD, List.of(THUISZITTERS, LERARENTEKORT), LATER);
	private static final FreeText WHY = text("Er stond een fout in");
	private static final AgendaPublished PUBLISHED = new AgendaPublished(AGENDA, LATER);
	private static final AgendaClosed CLOSED = new AgendaClosed(AGENDA, text("Opgevolgd"), LATER);

	private final AggregateTestFixture<Agenda> agenda = fixture();

	private static AggregateTestFixture<Agenda> fixture() {
		AggregateTestFixture<Agenda> fixture = new AggregateTestFixture<>(Agenda.class);
		References references = (partnership, id) -> !OUTSIDER.equals(id);
		NewIds ids = id -> !TAKEN.equals(id);
		Agendas agendas = id -> Optional.of(new Agendas.Standing(id.equals(DRAFT) ? AgendaStatus.DRAFT : AgendaStatus.ADOPTED, !id.equals(DRAFT), 1, id.equals(FOLLOWED),
				List.of(THUISZITTERS, LERARENTEKORT)));
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(ids);
		fixture.registerInjectableResource(agendas);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void volunteersSignUpBeforeThereIsAnythingToRead() {
		agenda.given(OPENED).when(new SignUpReader(AGENDA, VOLUNTEER, DAY)).expectEvents(SIGNED_UP);
	}

	@Test
	void aReaderIsSomebodyOfTheRegisterAndSignsUpOnce() {
		agenda.given(OPENED).when(new SignUpReader(AGENDA, OUTSIDER, DAY)).expectException(UnknownReference.class).expectNoEvents();
		refused(new SignUpReader(AGENDA, VOLUNTEER, DAY), OPENED, SIGNED_UP);
	}

	@Test
	void aReaderWithdraws() {
		agenda.given(OPENED, SIGNED_UP).when(new WithdrawReader(AGENDA, VOLUNTEER, LATER)).expectEvents(new ReaderWithdrew(AGENDA, VOLUNTEER, LATER));
		refused(new WithdrawReader(AGENDA, VOLUNTEER, LATER), OPENED);
	}

	@Test
	void readingAlongOpensOnce() {
		agenda.given(OPENED).when(new OpenReadingAlong(AGENDA, DAY, LATER)).expectEvents(READING);
		refused(new OpenReadingAlong(AGENDA, DAY, LATER), OPENED, READING);
	}

	@Test
	void aReaderCommentsWhileReadingAlong() {
		agenda.given(OPENED, SIGNED_UP, READING).when(new CommentOnAgenda(AGENDA, COMMENT, VOLUNTEER, text("Graag korter"), DAY)).expectEvents(COMMENTED);
		refused(new CommentOnAgenda(AGENDA, COMMENT, VOLUNTEER, text("Te vroeg"), DAY), OPENED, SIGNED_UP);
		refused(new CommentOnAgenda(AGENDA, COMMENT, VOLUNTEER, text("Geen meelezer"), DAY), OPENED, READING);
	}

	@Test
	void aCommentHasAnIdOfItsOwn() {
		refused(new CommentOnAgenda(AGENDA, COMMENT, VOLUNTEER, text("Nog eens"), DAY), OPENED, SIGNED_UP, READING, COMMENTED);
		refused(new CommentOnAgenda(AGENDA, TAKEN, VOLUNTEER, text("Van een ander"), DAY), OPENED, SIGNED_UP, READING);
	}

	@Test
	void aCommentIsSettledOnceAlsoAfterAdoption() {
		agenda.given(OPENED, SIGNED_UP, READING, COMMENTED, ADOPTED).when(new SettleComment(AGENDA, COMMENT, text("Ingekort"), LATER)).expectEvents(SETTLED);
		refused(new SettleComment(AGENDA, COMMENT, text("Toch niet"), LATER), OPENED, SIGNED_UP, READING, COMMENTED, SETTLED);
		agenda.given(OPENED).when(new SettleComment(AGENDA, COMMENT, text("Welke?"), LATER)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void adoptionRecordsTheThemesThatWereOpen() {
		agenda.given(OPENED, READING).when(new AdoptAgenda(AGENDA, BOARD, LATER)).expectEvents(ADOPTED);
		refused(new AdoptAgenda(AGENDA, BOARD, LATER), OPENED, ADOPTED);
	}

	@Test
	void whatIsAdoptedIsFrozen() {
		refused(new RenameAgenda(AGENDA, text("Anders"), LATER), OPENED, ADOPTED);
		refused(new StateAmbition(AGENDA, text("Anders"), LATER), OPENED, ADOPTED);
		refused(new SignUpReader(AGENDA, VOLUNTEER, LATER), OPENED, ADOPTED);
		refused(new OpenReadingAlong(AGENDA, LATER, null), OPENED, ADOPTED);
	}

	@Test
	void aDraftIsRenamedAndItsAmbitionPutIntoWords() {
		agenda.given(OPENED).when(new RenameAgenda(AGENDA, text("Ontwikkelagenda"), DAY)).expectEvents(new AgendaRenamed(AGENDA, text("Ontwikkelagenda"), DAY));
		agenda.given(OPENED, READING).when(new StateAmbition(AGENDA, text("Onderwijs voor zoveel mogelijk kinderen"), DAY))
				.expectEvents(new AmbitionStated(AGENDA, text("Onderwijs voor zoveel mogelijk kinderen"), DAY));
	}

	@Test
	void onlyAnAdoptedAgendaIsPublishedAndOnce() {
		agenda.given(OPENED, ADOPTED).when(new PublishAgenda(AGENDA, LATER)).expectEvents(PUBLISHED);
		agenda.given(OPENED, ADOPTED, CLOSED).when(new PublishAgenda(AGENDA, LATER)).expectEvents(PUBLISHED);
		refused(new PublishAgenda(AGENDA, LATER), OPENED);
		refused(new PublishAgenda(AGENDA, LATER), OPENED, ADOPTED, PUBLISHED);
	}

	@Test
	void onlyAPublicationIsWithdrawnAndThenItCanBePublishedAgain() {
		AgendaPublicationWithdrawn withdrawn = new AgendaPublicationWithdrawn(AGENDA, WHY, LATER);
		agenda.given(OPENED, ADOPTED, PUBLISHED).when(new WithdrawAgendaPublication(AGENDA, WHY, LATER)).expectEvents(withdrawn);
		agenda.given(OPENED, ADOPTED, PUBLISHED, CLOSED).when(new WithdrawAgendaPublication(AGENDA, WHY, LATER)).expectEvents(withdrawn);
		agenda.given(OPENED, ADOPTED, PUBLISHED, withdrawn).when(new PublishAgenda(AGENDA, LATER)).expectEvents(PUBLISHED);
		refused(new WithdrawAgendaPublication(AGENDA, WHY, LATER), OPENED, ADOPTED);
		refused(new WithdrawAgendaPublication(AGENDA, WHY, LATER), OPENED, ADOPTED, PUBLISHED, withdrawn);
		refused(new WithdrawAgendaPublication(AGENDA, WHY, LATER.minusDays(1)), OPENED, ADOPTED, PUBLISHED);
	}

	@Test
	void closedIsClosed() {
		agenda.given(OPENED).when(new CloseAgenda(AGENDA, text("Opgevolgd"), LATER)).expectEvents(CLOSED);
		refused(new CloseAgenda(AGENDA, text("Nog eens"), LATER), OPENED, CLOSED);
		refused(new AdoptAgenda(AGENDA, null, LATER), OPENED, CLOSED);
	}

	@Test
	void anEditionFollowsAnAdoptedAgendaWithTheThemesThatGoOn() {
		agenda.givenNoPriorActivity().when(new StartEdition(NEXT, REGION, AGENDA, text("Tweede editie"), List.of(THUISZITTERS), LATER))
				.expectEvents(new EditionStarted(NEXT, REGION, AGENDA, 2, text("Tweede editie"), List.of(THUISZITTERS), LATER));
	}

	@Test
	void noEditionFollowsADraftOrAnAgendaThatHasOne() {
		for (AgendaId earlier : List.of(DRAFT, FOLLOWED)) {
			agenda.givenNoPriorActivity().when(new StartEdition(NEXT, REGION, earlier, text("Tweede editie"), List.of(), LATER)).expectException(RuleBroken.class)
					.expectNoEvents();
		}
	}

	@Test
	void onlyOpenThemesOfTheEarlierEditionGoOn() {
		agenda.givenNoPriorActivity().when(new StartEdition(NEXT, REGION, AGENDA, text("Tweede editie"), List.of(new UUID(0, 99)), LATER))
				.expectException(UnknownReference.class).expectNoEvents();
	}

	private void refused(AgendaCommand command, AgendaEvent... history) {
		agenda.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
