package nl.ontwikkelagenda.cop.community;

import java.time.LocalDate;

import nl.ontwikkelagenda.cop.community.CommunityCommand.EndParticipation;
import nl.ontwikkelagenda.cop.community.CommunityEvent.OfEnrolment;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderEnrolled;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderInvited;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderPromoted;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderWaitlisted;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderErased;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderWithdrawn;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.cop.stakeholder.Stakeholders;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Only registered stakeholders hold seats: who withdraws or is erased leaves every community of the partnership; also one that let him in at the same moment. */
@Component
@DisallowReplay
@ProcessingGroup("EndParticipationWhenRegistrationEnds")
class EndParticipationWhenRegistrationEnds {

	private final CommandGateway commands;
	private final Stakeholders stakeholders;
	private final Communities communities;

	EndParticipationWhenRegistrationEnds(CommandGateway commands, Stakeholders stakeholders, Communities communities) {
		this.commands = commands;
		this.stakeholders = stakeholders;
		this.communities = communities;
	}

	@EventHandler
	void on(StakeholderWithdrawn e, TrackingToken token) {
		leaveAll(e.stakeholderId(), e.withdrawnOn(), position(token));
	}

	@EventHandler
	void on(StakeholderErased e, TrackingToken token) {
		leaveAll(e.stakeholderId(), e.erasedOn(), position(token));
	}

	private void leaveAll(StakeholderId stakeholder, LocalDate day, long position) {
		StakeholderView gone = stakeholders.find(stakeholder, position).orElseThrow();
		communities.withPlaceFor(gone.partnershipId(), gone.personId(), position)
				.forEach(community -> commands.sendAndWait(new EndParticipation(community, gone.personId(), day)));
	}

	@EventHandler
	void on(StakeholderInvited e, TrackingToken token) {
		leaveUnlessRegistered(e, token);
	}

	@EventHandler
	void on(StakeholderEnrolled e, TrackingToken token) {
		leaveUnlessRegistered(e, token);
	}

	@EventHandler
	void on(StakeholderWaitlisted e, TrackingToken token) {
		leaveUnlessRegistered(e, token);
	}

	@EventHandler
	void on(StakeholderPromoted e, TrackingToken token) {
		leaveUnlessRegistered(e, token);
	}

	private void leaveUnlessRegistered(OfEnrolment e, TrackingToken token) {
		LocalDate gone = stakeholders.find(StakeholderId.of(e.partnershipId(), e.personId()), position(token)).map(StakeholderView::withdrawnOn).orElse(null);
		if (gone != null) {
			commands.sendAndWait(new EndParticipation(e.communityId(), e.personId(), gone));
		}
	}

	private static long position(TrackingToken token) {
		return token.position().orElseThrow();
	}
}
