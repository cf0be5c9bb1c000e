package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Sector;

import org.jspecify.annotations.Nullable;

/**
 * What came of a meeting, an agenda or a partnership, as far as recorded.
 *
 * @param onDay         the day on which it is true; what is late is late on that day
 * @param meetings      the meetings it covers, earliest first
 * @param participation organisations and persons that were there, per sector
 * @param actions       its actions, in the order in which they were agreed
 */
public record ProgressReport(Subject subject, LocalDate onDay, Meetings numberOfMeetings, Outcomes numberOfOutcomes, Actions numberOfActions, List<Participation> participation,
		List<MeetingLine> meetings, List<ActionLine> actions) {

	/** What a report can be about. */
	public enum SubjectKind {
		MEETING, AGENDA, PARTNERSHIP
	}

	public record Subject(SubjectKind kind, UUID id, String title, PartnershipId partnershipId) {
	}

	/**
	 * A number and where the facts behind it are listed.
	 *
	 * @param facts list of this interface, relative to its base path
	 */
	public record Count(int count, String facts) {
	}

	public record Meetings(Count planned, Count held, Count cancelled) {
	}

	public record Outcomes(int information, int decisions, int actions) {
	}

	/**
	 * @param open        agreed and not ended
	 * @param late        open, with a promise whose last day has passed; one that only had to start by then is late while nothing was reported
	 * @param undated open, with a promise whose words give no last day
	 */
	public record Actions(Count total, Count open, Count done, Count dropped, int late, int undated) {
	}

	/**
	 * @param sector        absent for persons of whom no organisation was recorded
	 * @param organisations how many different organisations were there
	 * @param persons       how many different persons were there
	 */
	public record Participation(@Nullable Sector sector, int organisations, int persons) {
	}

	public record MeetingLine(UUID meetingId, String title, MeetingStatus status, LocalDate plannedOn, @Nullable Period happenedOn, List<OutcomeLine> outcomes) {
	}

	public record OutcomeLine(UUID outcomeId, OutcomeKind kind, String title, @Nullable String text) {
	}

	/** @param latestProgress the words of the last report of progress, or the result or reason with which it ended */
	public record ActionLine(UUID actionId, String title, ActionStatus status, boolean late, List<PromiseView> promises, @Nullable String latestProgress) {
	}
}
