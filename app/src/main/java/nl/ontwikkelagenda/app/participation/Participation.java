package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;

import org.jspecify.annotations.Nullable;

/**
 * How somebody takes part in one community.
 *
 * @param since          the day since which it stands so
 * @param place          number on the waiting list, from 1; absent for who does not wait
 * @param attended       how many sessions he attended
 * @param sessionsNeeded how many of them are needed for a certificate
 * @param certifiedOn    when his participation was certified; absent while there is no certificate
 */
public record Participation(EnrolmentId enrolmentId, PartnershipId partnershipId, CommunityId communityId, String title, CommunityStatus status,
		EnrolmentView.Standing standing, LocalDate since, @Nullable Integer place, List<AttendedSession> sessions, int attended, int sessionsNeeded,
		@Nullable LocalDate certifiedOn) {

	/**
	 * A session that was held.
	 *
	 * @param number   which session it was, from 1
	 * @param attended whether he was there
	 */
	public record AttendedSession(MeetingId meetingId, int number, LocalDate heldOn, boolean attended) {
	}
}
