package nl.ontwikkelagenda.app.reporting;

import java.time.Instant;

import nl.ontwikkelagenda.agenda.report.ReportSubject;

import org.jspecify.annotations.Nullable;

/**
 * A report that is being made in the background, or was.
 *
 * @param sections     how many sections there are; 0 until that is known
 * @param sectionsDone of those, how many are made
 * @param section      the heading of the one that is being made
 * @param file         where it can be fetched, once it is done
 * @param failure      why it could not be made, in one Dutch sentence
 */
public record ReportRun(ReportRunId reportRunId, ReportSubject subject, ReportFormat format, State state, int sections, int sectionsDone, @Nullable String section,
		@Nullable String file,
		@Nullable String failure, Instant askedAt, @Nullable Instant finishedAt) {

	/** How far it is. */
	public enum State {
		WAITING, RUNNING, DONE, FAILED;

		boolean isOver() {
			return this == DONE || this == FAILED;
		}
	}

	/** From 0 to 100; the last step is the file itself. */
	public int percentage() {
		return state == State.DONE ? 100 : sections == 0 ? 0 : 100 * sectionsDone / (sections + 1);
	}
}
