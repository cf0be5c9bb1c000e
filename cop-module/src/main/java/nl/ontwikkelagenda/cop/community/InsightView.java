package nl.ontwikkelagenda.cop.community;

import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.cop.community.CommunityEvent.InsightShared;

import org.jspecify.annotations.Nullable;

/** What a community learned. */
public record InsightView(InsightId insightId, PartnershipId partnershipId, CommunityId communityId, InsightKind kind, String words, @Nullable PersonId personId,
		@Nullable MeetingId meetingId, LocalDate sharedOn, Instant recordedAt) {

	/** An id that is taken stays with the insight that has it. */
	public static InsightView on(@Nullable InsightView current, InsightShared e, Recorded when) {
		return current != null
				? current
				: new InsightView(e.insightId(), e.partnershipId(), e.communityId(), e.kind(), e.words().text(), e.personId(), e.meetingId(), e.sharedOn(), when.at());
	}
}
