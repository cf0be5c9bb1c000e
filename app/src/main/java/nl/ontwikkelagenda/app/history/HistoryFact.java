package nl.ontwikkelagenda.app.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.audit.EventId;
import nl.ontwikkelagenda.app.change.FieldChange;

import org.jspecify.annotations.Nullable;

/**
 * One fact in the history of a thing.
 *
 * @param number        place in the whole history, from 1
 * @param position      place in the log
 * @param type          stable name; {@code docs/events.md} tells what it holds
 * @param event         what happened, in Dutch
 * @param happenedOn    when it happened; absent when the fact does not tell
 * @param recordedAt    when it was recorded
 * @param authority     what a decision rested on, where this fact changed one; absent while nobody stated it
 * @param correlationId the first message of the chain that led to it: facts with the same one came of the same act
 * @param causationId   the message that directly caused it
 * @param self          permalink of this fact
 * @param proof         address of the proof that it is in the log
 */
record HistoryFact(int number, EventId eventId, long position, String type, String event, @Nullable Period happenedOn, Instant recordedAt, Recorder recordedBy,
		List<Changed> changes, @Nullable Authority authority, @Nullable UUID correlationId, @Nullable UUID causationId, String self, String proof) {

	/**
	 * Who recorded it.
	 *
	 * @param actor    absent for dots: whose they are is shown to nobody
	 * @param personId absent for a job, and for dots
	 * @param name     as known now
	 * @param role     the right that was used; absent for a job
	 * @param standing what he was on that day; only for who keeps or audits the partnership, absent for a job
	 * @param standingWhenItHappened as {@code standing}, on the last day on which it happened; absent when the fact does not tell, or when that is the day of recording
	 */
	record Recorder(@Nullable String actor, @Nullable PersonId personId, String name, @Nullable Right role, @Nullable Standing standing,
			@Nullable Standing standingWhenItHappened) {
	}

	/**
	 * Rights, seats and mandates that somebody had on a day, as far as they were known at the moment of recording.
	 *
	 * @param administersInstallation whether he administered this installation at that moment, or at the end of an earlier day, which founds partnerships
	 */
	record Standing(LocalDate on, List<Right> rights, List<Seat> seats, List<MandateView> mandates, boolean administersInstallation) {
	}

	record Seat(BodyId bodyId, String body, SeatRole role) {
	}

	/** How a document changed. */
	enum Kind {
		ADDED, CHANGED, REMOVED
	}

	/**
	 * A document that this fact changed.
	 *
	 * @param title  with its kind and with names as known now, in Dutch
	 * @param ended  whether it came to its end by this
	 * @param fields before and after
	 */
	record Changed(String collection, String id, String title, Kind kind, boolean ended, List<FieldChange> fields) {
	}

	/**
	 * What a decision rested on.
	 *
	 * @param mandate as it was then; absent when there was none
	 */
	record Authority(@Nullable MandateView mandate, @Nullable PersonId mandateHolder, @Nullable Long amount, @Nullable String withoutMandateBecause) {
	}
}
