package nl.ontwikkelagenda.agenda.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AmbitionStated;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentSettled;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderCommented;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderSignedUp;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderWithdrew;
import nl.ontwikkelagenda.agenda.agenda.AgendaView.Ambition;
import nl.ontwikkelagenda.agenda.agenda.AgendaView.Reader;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.junit.jupiter.api.Test;

class AgendaViewTest {

	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final PersonId VOLUNTEER = new PersonId(new UUID(0, 3));
	private static final PersonId OTHER = new PersonId(new UUID(0, 4));
	private static final CommentId COMMENT = new CommentId(new UUID(0, 5));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final LocalDate LATER = LocalDate.of(2018, 12, 10);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void anEarlierAmbitionStaysToBeSeen() {
		AgendaView view = after(new AmbitionStated(AGENDA, text("Aan de slag"), DAY), new AmbitionStated(AGENDA, text("Onderwijs voor zoveel mogelijk kinderen"), LATER));
		assertThat(view.ambition()).isEqualTo("Onderwijs voor zoveel mogelijk kinderen");
		assertThat(view.ambitions()).containsExactly(new Ambition("Aan de slag", DAY, Instant.EPOCH),
				new Ambition("Onderwijs voor zoveel mogelijk kinderen", LATER, Instant.EPOCH));
	}

	@Test
	void whoWithdrewNoLongerReadsAlong() {
		AgendaView view = after(new ReaderSignedUp(AGENDA, VOLUNTEER, DAY), new ReaderSignedUp(AGENDA, OTHER, DAY), new ReaderWithdrew(AGENDA, VOLUNTEER, LATER));
		assertThat(view.readers()).containsExactly(new Reader(OTHER, DAY));
	}

	@Test
	void aCommentIsOfTheAgendaThatHadItFirst() {
		CommentView first = CommentView.on(null, commented(AGENDA), WHEN);
		AgendaId other = new AgendaId(new UUID(0, 6));
		assertThat(CommentView.on(first, commented(other), WHEN)).isEqualTo(first);
		assertThat(CommentView.on(first, new CommentSettled(AGENDA, COMMENT, text("Ingekort"), LATER), WHEN).status()).isEqualTo(CommentView.Status.SETTLED);
	}

	private static ReaderCommented commented(AgendaId agenda) {
		return new ReaderCommented(agenda, REGION, COMMENT, VOLUNTEER, text("Graag korter"), DAY);
	}

	private static AgendaView after(AgendaEvent... events) {
		AgendaView view = AgendaView.on(null, new AgendaOpened(AGENDA, REGION, text("Samenwerkingsagenda"), DAY), WHEN);
		for (AgendaEvent event : events) {
			view = AgendaView.on(view, event, WHEN);
		}
		return view;
	}
}
