package nl.ontwikkelagenda.agenda.agenda;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentEvent;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentSettled;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderCommented;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A reader's comment on a draft agenda.
 *
 * @param answer what was done with it; absent while it is open
 */
@RecordBuilder
public record CommentView(CommentId commentId, PartnershipId partnershipId, AgendaId agendaId, PersonId personId, String words, LocalDate commentedOn, Instant recordedAt,
		Status status, @Nullable String answer, @Nullable LocalDate settledOn) implements CommentViewBuilder.With {

	/** Whether something was done with it. */
	public enum Status {
		OPEN, SETTLED
	}

	public static CommentView on(@Nullable CommentView current, CommentEvent event, Recorded when) {
		if (current != null && !current.agendaId().equals(event.agendaId())) {
			// On two agendas an id was given at the same moment: it stays of the first.
			return current;
		}
		return switch (event) {
			case ReaderCommented e ->
				new CommentView(e.commentId(), e.partnershipId(), e.agendaId(), e.personId(), e.words().text(), e.commentedOn(), when.at(), Status.OPEN, null, null);
			case CommentSettled e -> requireNonNull(current).withStatus(Status.SETTLED).withAnswer(e.answer().text()).withSettledOn(e.settledOn());
		};
	}
}
