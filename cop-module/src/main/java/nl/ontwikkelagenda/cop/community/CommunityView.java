package nl.ontwikkelagenda.cop.community;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.cop.community.CommunityEvent.CapacityChanged;
import nl.ontwikkelagenda.cop.community.CommunityEvent.CommunityConcluded;
import nl.ontwikkelagenda.cop.community.CommunityEvent.CommunityFounded;
import nl.ontwikkelagenda.cop.community.CommunityEvent.CommunityStarted;
import nl.ontwikkelagenda.cop.community.CommunityEvent.InsightShared;
import nl.ontwikkelagenda.cop.community.CommunityEvent.InvitationDeclined;
import nl.ontwikkelagenda.cop.community.CommunityEvent.ParticipationCertified;
import nl.ontwikkelagenda.cop.community.CommunityEvent.SessionHeld;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderEnrolled;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderInvited;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderLeft;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderPromoted;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderWaitlisted;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;

import org.jspecify.annotations.Nullable;

/**
 * A community as its page shows it.
 *
 * @param seated       how many take part
 * @param queue        who waits for a seat, in order
 * @param sectors      how many take part from each sector
 * @param perspectives how many take part with each perspective
 * @param held         the sessions that were held, first one first
 */
@RecordBuilder
public record CommunityView(CommunityId communityId, PartnershipId partnershipId, BodyId bodyId, @Nullable ThemeId themeId, String title, CommunityStatus status, int minimum,
		int maximum, Map<Sector, Integer> kept, int seated, List<PersonId> queue, Map<Sector, Integer> sectors, Map<Perspective, Integer> perspectives, int sessions,
		int sessionsNeeded,
		List<Session> held, @Nullable LocalDate startsOn, LocalDate foundedOn, @Nullable LocalDate startedOn, @Nullable LocalDate concludedOn,
		@Nullable String result) implements CommunityViewBuilder.With {

	/** A session that was held. */
	public record Session(MeetingId meetingId, int number, LocalDate heldOn) {
	}

	public static CommunityView on(@Nullable CommunityView current, CommunityEvent event, Recorded when) {
		return switch (event) {
			case CommunityFounded e -> new CommunityView(e.communityId(), e.partnershipId(), e.bodyId(), e.themeId(), e.title().text(), CommunityStatus.FOUNDED,
					e.capacity().minimum(), e.capacity().maximum(), new TreeMap<>(e.capacity().kept()), 0, List.of(), Map.of(), Map.of(), e.sessions(), e.sessionsNeeded(),
					List.of(), e.startsOn(), e.foundedOn(), null, null, null);
			case StakeholderInvited e -> requireNonNull(current);
			case InvitationDeclined e -> requireNonNull(current);
			case StakeholderEnrolled e -> requireNonNull(current).seats(e.member(), 1);
			case StakeholderWaitlisted e -> requireNonNull(current).withQueue(Stream.concat(current.queue.stream(), Stream.of(e.personId())).toList());
			case StakeholderPromoted e -> requireNonNull(current).withoutInQueue(e.personId()).seats(e.member(), 1);
			case StakeholderLeft e -> requireNonNull(current).queue.contains(e.personId()) ? current.withoutInQueue(e.personId()) : current.seats(e.member(), -1);
			case CapacityChanged e -> requireNonNull(current).withMinimum(e.capacity().minimum()).withMaximum(e.capacity().maximum())
					.withKept(new TreeMap<>(e.capacity().kept()));
			case CommunityStarted e -> requireNonNull(current).withStatus(CommunityStatus.STARTED).withStartedOn(e.startedOn());
			case SessionHeld e -> requireNonNull(current)
					.withHeld(Stream.concat(current.held.stream(), Stream.of(new Session(e.meetingId(), e.number(), e.heldOn()))).toList());
			case InsightShared e -> requireNonNull(current);
			case CommunityConcluded e ->
				requireNonNull(current).withStatus(CommunityStatus.CONCLUDED).withConcludedOn(e.concludedOn()).withResult(FreeText.wordsOf(e.result()));
			case ParticipationCertified e -> requireNonNull(current);
		};
	}

	/** Whether somebody of this sector who asked now would have a seat at once. */
	public boolean hasSeatFor(Sector sector) {
		return new Capacity(minimum, maximum, kept).hasSeatFor(sector, sectors);
	}

	private CommunityView withoutInQueue(PersonId person) {
		return withQueue(queue.stream().filter(other -> !other.equals(person)).toList());
	}

	private CommunityView seats(Member member, int more) {
		return withSeated(seated + more).withSectors(counted(sectors, member.sector(), more)).withPerspectives(counted(perspectives, member.perspective(), more));
	}

	private static <K extends Enum<K>> Map<K, Integer> counted(Map<K, Integer> numbers, K key, int more) {
		Map<K, Integer> counted = new TreeMap<>(numbers);
		counted.merge(key, more, Integer::sum);
		counted.values().removeIf(number -> number == 0);
		return counted;
	}
}
