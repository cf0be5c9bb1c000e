package nl.ontwikkelagenda.cop.community;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.community.CommunityEvent.InvitationDeclined;
import nl.ontwikkelagenda.cop.community.CommunityEvent.OfEnrolment;
import nl.ontwikkelagenda.cop.community.CommunityEvent.ParticipationCertified;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderEnrolled;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderInvited;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderLeft;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderPromoted;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderWaitlisted;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;

import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in a community.
 *
 * @param sector       absent until he asked for a seat
 * @param since        the day since which it stands so
 * @param queuedAt     place in the log of when he was put on the waiting list; who waits is served in this order
 * @param certifiedOn  when his participation was certified
 * @param attended     how many sessions he attended, as was certified
 */
@RecordBuilder
public record EnrolmentView(EnrolmentId enrolmentId, PartnershipId partnershipId, CommunityId communityId, PersonId personId, @Nullable OrganisationId organisationId,
		@Nullable Sector sector, @Nullable Perspective perspective, Standing standing, LocalDate since, Instant recordedAt, @Nullable Long queuedAt,
		@Nullable LocalDate certifiedOn, @Nullable Integer attended) implements EnrolmentViewBuilder.With {

	/** How somebody stands in a community. */
	public enum Standing {
		INVITED, DECLINED, SEATED, WAITING, LEFT
	}

	public static EnrolmentView on(@Nullable EnrolmentView current, OfEnrolment event, Recorded when) {
		EnrolmentView before = current != null
				? current.withRecordedAt(when.at())
				: new EnrolmentView(EnrolmentId.of(event.communityId(), event.personId()), event.partnershipId(), event.communityId(), event.personId(), null, null, null,
						Standing.INVITED, LocalDate.EPOCH, when.at(), null, null, null);
		return switch (event) {
			case StakeholderInvited e -> before.stands(Standing.INVITED, e.invitedOn());
			case InvitationDeclined e -> before.stands(Standing.DECLINED, e.declinedOn());
			case StakeholderEnrolled e -> before.of(e.member()).stands(Standing.SEATED, e.enrolledOn());
			case StakeholderWaitlisted e -> before.of(e.member()).stands(Standing.WAITING, e.waitlistedOn()).withQueuedAt(when.position());
			case StakeholderPromoted e -> before.stands(Standing.SEATED, e.promotedOn());
			case StakeholderLeft e -> before.stands(Standing.LEFT, e.leftOn());
			case ParticipationCertified e -> before.withCertifiedOn(e.certifiedOn()).withAttended(e.attended());
		};
	}

	private EnrolmentView of(Member member) {
		return withOrganisationId(member.organisationId()).withSector(member.sector()).withPerspective(member.perspective());
	}

	private EnrolmentView stands(Standing now, LocalDate day) {
		return withStanding(now).withSince(day).withQueuedAt(null);
	}
}
