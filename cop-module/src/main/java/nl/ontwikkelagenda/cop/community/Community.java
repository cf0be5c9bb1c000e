package nl.ontwikkelagenda.cop.community;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.decision.Attendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.cop.community.CommunityCommand.CertifyParticipation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ChangeCapacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ConcludeCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.DeclineInvitation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.EndParticipation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Enrol;
import nl.ontwikkelagenda.cop.community.CommunityCommand.FoundCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.InviteStakeholder;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Leave;
import nl.ontwikkelagenda.cop.community.CommunityCommand.RecordSession;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ShareInsight;
import nl.ontwikkelagenda.cop.community.CommunityCommand.StartCommunity;
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
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.cop.stakeholder.Stakeholders;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Community {

	@AggregateIdentifier private CommunityId communityId;
	private PartnershipId partnershipId;
	private @Nullable CommunityStatus status;
	private Capacity capacity;
	private int sessionsNeeded;
	private final Map<PersonId, Member> seated = new LinkedHashMap<>();
	/** First come, first served. */
	private final Map<PersonId, Member> waiting = new LinkedHashMap<>();
	private final Set<PersonId> invited = new HashSet<>();
	/** Also those who left since: what they attended stays attended. */
	private final Set<PersonId> tookPart = new HashSet<>();
	private final Set<MeetingId> sessions = new LinkedHashSet<>();
	private final Set<PersonId> certified = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(FoundCommunity c, References references, Bodies bodies) {
		if (status != null) {
			throw new RuleBroken("a-body-has-one-community", "Op dit overlegorgaan staat al een community; richt voor een andere een nieuw overlegorgaan in.");
		}
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		bodies.requireStanding(c.bodyId(), c.foundedOn());
		if (bodies.find(c.bodyId()).filter(body -> body.kind() == BodyKind.COMMUNITY).isEmpty()) {
			throw new RuleBroken("a-community-stands-on-a-body-of-its-kind", "Dit overlegorgaan is geen community; kies een overlegorgaan van de soort community.");
		}
		c.capacity().mustMakeSense();
		if (c.sessions() < 1 || c.sessionsNeeded() < 1 || c.sessionsNeeded() > c.sessions()) {
			throw new RuleBroken("a-certificate-asks-no-more-sessions-than-there-are",
					"Een community komt ten minste één keer bijeen, en voor een bewijs van deelname zijn hoogstens alle bijeenkomsten nodig.");
		}
		apply(new CommunityFounded(c.communityId(), c.partnershipId(), c.bodyId(), c.themeId(), c.title(), c.capacity(), c.sessions(), c.sessionsNeeded(), c.startsOn(),
				c.foundedOn()));
	}

	@CommandHandler
	void decide(InviteStakeholder c, Stakeholders stakeholders) {
		onlyBeforeTheEnd();
		member(c.personId(), stakeholders);
		mustBeNew(c.personId());
		if (invited.contains(c.personId())) {
			throw new RuleBroken("a-stakeholder-is-invited-once", "Deze aandeelhouder is al uitgenodigd en heeft nog niet geantwoord.");
		}
		apply(new StakeholderInvited(communityId, partnershipId, c.personId(), c.invitedOn()));
	}

	@CommandHandler
	void decide(Enrol c, Stakeholders stakeholders) {
		onlyBeforeTheEnd();
		mustBeNew(c.personId());
		Member member = member(c.personId(), stakeholders);
		if (capacity.hasSeatFor(member.sector(), taken())) {
			apply(new StakeholderEnrolled(communityId, partnershipId, member, c.enrolledOn()));
		} else {
			apply(new StakeholderWaitlisted(communityId, partnershipId, member, c.enrolledOn()));
		}
	}

	@CommandHandler
	void decide(DeclineInvitation c) {
		if (!invited.contains(c.personId())) {
			throw new RuleBroken("only-an-open-invitation-is-declined", "Er staat voor deze persoon geen uitnodiging open; wie een plaats heeft, kan zich afmelden.");
		}
		apply(new InvitationDeclined(communityId, partnershipId, c.personId(), c.declinedOn()));
	}

	@CommandHandler
	void decide(Leave c, Stakeholders stakeholders) {
		Member member = in(c.personId());
		if (member == null) {
			throw new RuleBroken("only-who-is-in-can-leave", "Deze persoon heeft hier geen plaats en staat niet op de wachtlijst; er is niets om af te melden.");
		}
		leave(member, c.leftOn(), stakeholders);
	}

	/** Who took part in one that was concluded has no seat that another waits for: that he did stays as it is. */
	@CommandHandler
	void decide(EndParticipation c, Stakeholders stakeholders) {
		if (registered(c.personId(), stakeholders).isPresent()) {
			return;
		}
		if (invited.contains(c.personId())) {
			apply(new InvitationDeclined(communityId, partnershipId, c.personId(), c.endedOn()));
		}
		Member member = in(c.personId());
		if (member != null && status != CommunityStatus.CONCLUDED) {
			leave(member, c.endedOn(), stakeholders);
		}
	}

	private @Nullable Member in(PersonId person) {
		return seated.getOrDefault(person, waiting.get(person));
	}

	private void leave(Member member, LocalDate day, Stakeholders stakeholders) {
		apply(new StakeholderLeft(communityId, partnershipId, member, day));
		promote(day, stakeholders);
	}

	@CommandHandler
	void decide(ChangeCapacity c, Stakeholders stakeholders) {
		onlyBeforeTheEnd();
		c.capacity().mustMakeSense();
		if (c.capacity().maximum() < seated.size()) {
			throw new RuleBroken("nobody-loses-a-seat-by-less-room", "Er zijn al " + seated.size() + " deelnemers; het maximum kan niet lager worden dan dat.");
		}
		apply(new CapacityChanged(communityId, c.capacity(), c.changedOn()));
		promote(c.changedOn(), stakeholders);
	}

	/** Gives every seat that is free to the first in line who can have it; who withdrew a moment ago may still stand there. */
	private void promote(LocalDate day, Stakeholders stakeholders) {
		if (status == CommunityStatus.CONCLUDED) {
			return;
		}
		for (Optional<Member> next = next(stakeholders); next.isPresent(); next = next(stakeholders)) {
			apply(new StakeholderPromoted(communityId, partnershipId, next.get(), day));
		}
	}

	private Optional<Member> next(Stakeholders stakeholders) {
		Map<Sector, Integer> taken = taken();
		return waiting.values().stream().filter(member -> capacity.hasSeatFor(member.sector(), taken) && registered(member.personId(), stakeholders).isPresent()).findFirst();
	}

	private Map<Sector, Integer> taken() {
		Map<Sector, Integer> taken = new EnumMap<>(Sector.class);
		seated.values().forEach(member -> taken.merge(member.sector(), 1, Integer::sum));
		return taken;
	}

	@CommandHandler
	void decide(StartCommunity c) {
		if (status != CommunityStatus.FOUNDED) {
			throw new RuleBroken("a-community-starts-once", "Deze community is al begonnen.");
		}
		if (seated.size() < capacity.minimum()) {
			throw new RuleBroken("a-community-starts-with-its-minimum",
					"Er zijn " + seated.size() + " deelnemers en er zijn er ten minste " + capacity.minimum()
							+ " nodig om te beginnen; wacht op meer aanmeldingen of verlaag het minimum.");
		}
		apply(new CommunityStarted(communityId, c.startedOn()));
	}

	@CommandHandler
	void decide(RecordSession c) {
		if (!sessions.contains(c.meetingId()) && status != CommunityStatus.CONCLUDED) {
			apply(new SessionHeld(communityId, c.meetingId(), sessions.size() + 1, c.heldOn()));
		}
	}

	@CommandHandler
	void decide(ShareInsight c, References references, NewIds newIds) {
		newIds.require(c.insightId());
		references.require(partnershipId, "personId", c.personId());
		if (c.meetingId() != null && !sessions.contains(c.meetingId())) {
			throw new UnknownReference("meetingId", "Deze bijeenkomst is geen bijeenkomst van deze community; kies een van haar bijeenkomsten.");
		}
		apply(new InsightShared(communityId, partnershipId, c.insightId(), c.kind(), c.words(), c.personId(), c.meetingId(), c.sharedOn()));
	}

	@CommandHandler
	void decide(ConcludeCommunity c) {
		onlyBeforeTheEnd();
		apply(new CommunityConcluded(communityId, c.result(), c.concludedOn()));
	}

	@CommandHandler
	void decide(CertifyParticipation c, Attendance attendance) {
		if (!tookPart.contains(c.personId())) {
			throw new RuleBroken("only-participants-are-certified", "Deze persoon had geen plaats in deze community; een bewijs van deelname is voor deelnemers.");
		}
		if (certified.contains(c.personId())) {
			throw new RuleBroken("participation-is-certified-once", "Deze deelnemer heeft zijn bewijs van deelname al.");
		}
		int attended = (int) sessions.stream().filter(session -> attendance.wasPresent(c.personId(), session)).count();
		if (attended < sessionsNeeded) {
			throw new RuleBroken("a-certificate-is-for-who-attended-enough", "Deze deelnemer was bij " + attended + " van de " + sessions.size()
					+ " bijeenkomsten; voor een bewijs van deelname zijn er " + sessionsNeeded + " nodig.");
		}
		apply(new ParticipationCertified(communityId, partnershipId, c.personId(), attended, sessions.size(), c.certifiedOn()));
	}

	private void onlyBeforeTheEnd() {
		if (requireNonNull(status) == CommunityStatus.CONCLUDED) {
			throw new RuleBroken("a-concluded-community-is-closed", "Deze community is afgesloten; kies een community die nog loopt.");
		}
	}

	private void mustBeNew(PersonId person) {
		if (seated.containsKey(person)) {
			throw new RuleBroken("a-participant-has-one-seat", "Deze persoon heeft al een plaats in deze community.");
		}
		if (waiting.containsKey(person)) {
			throw new RuleBroken("a-stakeholder-waits-once", "Deze persoon staat al op de wachtlijst en houdt daar zijn plaats.");
		}
	}

	private Member member(PersonId person, Stakeholders stakeholders) {
		return registered(person, stakeholders).map(known -> new Member(person, known.organisationId(), known.sector(), known.perspective()))
				.orElseThrow(() -> new RuleBroken("only-stakeholders-take-part",
						"Deze persoon is nog geen aandeelhouder; meld u eerst aan als aandeelhouder, en daarna voor deze community."));
	}

	private Optional<StakeholderView> registered(PersonId person, Stakeholders stakeholders) {
		return stakeholders.find(StakeholderId.of(partnershipId, person)).filter(StakeholderView::registered);
	}

	@EventSourcingHandler
	void evolve(CommunityEvent event) {
		switch (event) {
			case CommunityFounded e -> {
				communityId = e.communityId();
				partnershipId = e.partnershipId();
				capacity = e.capacity();
				sessionsNeeded = e.sessionsNeeded();
				status = CommunityStatus.FOUNDED;
			}
			case StakeholderInvited e -> invited.add(e.personId());
			case InvitationDeclined e -> invited.remove(e.personId());
			case StakeholderEnrolled e -> seat(e.member());
			case StakeholderWaitlisted e -> {
				waiting.put(e.member().personId(), e.member());
				invited.remove(e.member().personId());
			}
			case StakeholderPromoted e -> {
				waiting.remove(e.personId());
				seat(e.member());
			}
			case StakeholderLeft e -> {
				seated.remove(e.personId());
				waiting.remove(e.personId());
			}
			case CapacityChanged e -> capacity = e.capacity();
			case CommunityStarted e -> status = CommunityStatus.STARTED;
			case SessionHeld e -> sessions.add(e.meetingId());
			case InsightShared e -> {
			}
			case CommunityConcluded e -> status = CommunityStatus.CONCLUDED;
			case ParticipationCertified e -> certified.add(e.personId());
		}
	}

	private void seat(Member member) {
		seated.put(member.personId(), member);
		tookPart.add(member.personId());
		invited.remove(member.personId());
	}
}
