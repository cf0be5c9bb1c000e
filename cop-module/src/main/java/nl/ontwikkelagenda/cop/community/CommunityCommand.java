package nl.ontwikkelagenda.cop.community;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.TakesPart;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a community. */
public sealed interface CommunityCommand {

	CommunityId communityId();

	/**
	 * @param bodyId         the body of kind COMMUNITY that it stands on
	 * @param sessions       how many times it meets
	 * @param sessionsNeeded how many of those one has to attend for a certificate
	 * @param startsOn       when it is meant to start
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record FoundCommunity(@TargetAggregateIdentifier CommunityId communityId, PartnershipId partnershipId, BodyId bodyId, @Nullable ThemeId themeId, FreeText title,
			Capacity capacity, int sessions, int sessionsNeeded, @Nullable LocalDate startsOn, LocalDate foundedOn) implements CommunityCommand {
	}

	/** Asks a stakeholder to take part; this keeps no seat. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record InviteStakeholder(@TargetAggregateIdentifier CommunityId communityId, PersonId personId, LocalDate invitedOn) implements CommunityCommand {
	}

	/** Asks for a seat, invited or not: there is one, or a place on the waiting list. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	@TakesPart
	record Enrol(@TargetAggregateIdentifier CommunityId communityId, PersonId personId, LocalDate enrolledOn) implements CommunityCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record DeclineInvitation(@TargetAggregateIdentifier CommunityId communityId, PersonId personId, LocalDate declinedOn) implements CommunityCommand {
	}

	/** Leaves a seat or the waiting list. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record Leave(@TargetAggregateIdentifier CommunityId communityId, PersonId personId, LocalDate leftOn) implements CommunityCommand {
	}

	/** Takes the seat, the place in line or the invitation from who is no registered stakeholder any more; from who is, or has none, nothing. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record EndParticipation(@TargetAggregateIdentifier CommunityId communityId, PersonId personId, LocalDate endedOn) implements CommunityCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ChangeCapacity(@TargetAggregateIdentifier CommunityId communityId, Capacity capacity, LocalDate changedOn) implements CommunityCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StartCommunity(@TargetAggregateIdentifier CommunityId communityId, LocalDate startedOn) implements CommunityCommand {
	}

	/** A meeting of its body was held. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordSession(@TargetAggregateIdentifier CommunityId communityId, MeetingId meetingId, LocalDate heldOn) implements CommunityCommand {
	}

	/**
	 * @param personId  who had it
	 * @param meetingId the session in which it was shared; absent for between sessions
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	@TakesPart
	record ShareInsight(@TargetAggregateIdentifier CommunityId communityId, InsightId insightId, InsightKind kind, FreeText words, @Nullable PersonId personId,
			@Nullable MeetingId meetingId, LocalDate sharedOn) implements CommunityCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ConcludeCommunity(@TargetAggregateIdentifier CommunityId communityId, @Nullable FreeText result, LocalDate concludedOn) implements CommunityCommand {
	}

	/** Certifies that somebody attended enough of the sessions. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CertifyParticipation(@TargetAggregateIdentifier CommunityId communityId, PersonId personId, LocalDate certifiedOn) implements CommunityCommand {
	}
}
