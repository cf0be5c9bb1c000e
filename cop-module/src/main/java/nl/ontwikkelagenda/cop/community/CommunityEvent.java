package nl.ontwikkelagenda.cop.community;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to a community. */
public sealed interface CommunityEvent {

	CommunityId communityId();

	/** What happened to somebody in a community. */
	sealed interface OfEnrolment extends CommunityEvent {

		PartnershipId partnershipId();

		PersonId personId();
	}

	record CommunityFounded(CommunityId communityId, PartnershipId partnershipId, BodyId bodyId, @Nullable ThemeId themeId, FreeText title, Capacity capacity, int sessions,
			int sessionsNeeded, @Nullable LocalDate startsOn, LocalDate foundedOn) implements CommunityEvent {
	}

	record StakeholderInvited(CommunityId communityId, PartnershipId partnershipId, PersonId personId, LocalDate invitedOn) implements OfEnrolment {
	}

	record InvitationDeclined(CommunityId communityId, PartnershipId partnershipId, PersonId personId, LocalDate declinedOn) implements OfEnrolment {
	}

	/** Somebody has a seat. */
	record StakeholderEnrolled(CommunityId communityId, PartnershipId partnershipId, Member member, LocalDate enrolledOn) implements OfEnrolment {

		@Override
		public PersonId personId() {
			return member.personId();
		}
	}

	/** There was no seat; who came first is promoted first. */
	record StakeholderWaitlisted(CommunityId communityId, PartnershipId partnershipId, Member member, LocalDate waitlistedOn) implements OfEnrolment {

		@Override
		public PersonId personId() {
			return member.personId();
		}
	}

	/** A seat came free for the first who could have it; in the same decision that freed it. */
	record StakeholderPromoted(CommunityId communityId, PartnershipId partnershipId, Member member, LocalDate promotedOn) implements OfEnrolment {

		@Override
		public PersonId personId() {
			return member.personId();
		}
	}

	record StakeholderLeft(CommunityId communityId, PartnershipId partnershipId, Member member, LocalDate leftOn) implements OfEnrolment {

		@Override
		public PersonId personId() {
			return member.personId();
		}
	}

	record CapacityChanged(CommunityId communityId, Capacity capacity, LocalDate changedOn) implements CommunityEvent {
	}

	record CommunityStarted(CommunityId communityId, LocalDate startedOn) implements CommunityEvent {
	}

	/** @param number which session it was, from 1 */
	record SessionHeld(CommunityId communityId, MeetingId meetingId, int number, LocalDate heldOn) implements CommunityEvent {
	}

	record InsightShared(CommunityId communityId, PartnershipId partnershipId, InsightId insightId, InsightKind kind, FreeText words, @Nullable PersonId personId,
			@Nullable MeetingId meetingId, LocalDate sharedOn) implements CommunityEvent {
	}

	record CommunityConcluded(CommunityId communityId, @Nullable FreeText result, LocalDate concludedOn) implements CommunityEvent {
	}

	/**
	 * @param attended how many sessions
	 * @param held     out of how many
	 */
	record ParticipationCertified(CommunityId communityId, PartnershipId partnershipId, PersonId personId, int attended, int held, LocalDate certifiedOn) implements OfEnrolment {
	}
}
