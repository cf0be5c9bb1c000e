package nl.ontwikkelagenda.app.actions;

import java.time.Instant;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * An action list that was handed in as a file, and how far it is.
 *
 * @param rows          promises in the file
 * @param rowsDone      of those, how many are in the action list
 * @param rowsPerSecond how fast that goes; absent until something was done
 * @param failure       why it stopped, in one Dutch sentence; handing in the same file again goes on
 */
public record ActionImport(ActionImportId id, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable MeetingId meetingId, State state, int rows, int rowsDone,
		int actions,
		int actionsDone, @Nullable Integer rowsPerSecond, @Nullable String failure, Instant askedAt, @Nullable Instant finishedAt) {

	/** How far an import is. */
	public enum State {
		WAITING, RUNNING, DONE, FAILED
	}
}
