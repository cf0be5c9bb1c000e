package nl.ontwikkelagenda.cop.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.Attendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
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
import nl.ontwikkelagenda.cop.community.CommunityEvent.InvitationDeclined;
import nl.ontwikkelagenda.cop.community.CommunityEvent.OfEnrolment;
import nl.ontwikkelagenda.cop.community.CommunityEvent.ParticipationCertified;
import nl.ontwikkelagenda.cop.community.CommunityEvent.SessionHeld;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderEnrolled;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderInvited;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderLeft;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderPromoted;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderWaitlisted;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderStatus;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.cop.stakeholder.Stakeholders;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The communities of 2020: room for 15 to 25, four sessions; here three to four, so that a test fits on a page. */
class CommunityTest {

	private static final PartnershipId PROGRAMME = new PartnershipId(new UUID(0, 1));
	private static final BodyId BODY = new BodyId(new UUID(0, 2));
	private static final CommunityId COMMUNITY = CommunityId.on(BODY);
	private static final FreeText TITLE = new FreeText("Monitoring", "c2FsdA==");
	private static final LocalDate DAY = LocalDate.of(2020, 4, 1);
	private static final Capacity ROOM = new Capacity(3, 4, Map.of());
	private static final CommunityFounded FOUNDED = founded(ROOM);
	private static final CommunityStarted STARTED = new CommunityStarted(COMMUNITY, DAY);
	private static final CommunityConcluded CONCLUDED = new CommunityConcluded(COMMUNITY, null, DAY);

	private final AggregateTestFixture<Community> community = new AggregateTestFixture<>(Community.class);
	private final Map<StakeholderId, StakeholderView> registered = new HashMap<>();
	private final Map<MeetingId, Set<PersonId>> present = new HashMap<>();
	private BodyKind kind = BodyKind.COMMUNITY;

	@BeforeEach
	void facts() {
		IntStream.rangeClosed(1, 9).forEach(number -> register(number, Sector.EDUCATION));
		References references = (partnership, id) -> true;
		NewIds newIds = id -> true;
		Stakeholders stakeholders = new Stakeholders() {

			@Override
			public Optional<StakeholderView> find(StakeholderId stakeholder) {
				return Optional.ofNullable(registered.get(stakeholder));
			}

			@Override
			public Optional<StakeholderView> find(StakeholderId stakeholder, long position) {
				return find(stakeholder);
			}
		};
		Attendance attendance = new Attendance() {

			@Override
			public Set<PersonId> presentAt(MeetingId meeting) {
				return present.getOrDefault(meeting, Set.of());
			}

			@Override
			public Set<PersonId> representedAt(MeetingId meeting) {
				return Set.of();
			}
		};
		Bodies bodies = new Bodies() {

			@Override
			public Optional<BodyView> find(BodyId body) {
				return Optional.of(new BodyView(body, PROGRAMME, kind, "Monitoring", Access.OPEN, null, null, null, BodyView.Status.ESTABLISHED, null, null));
			}

			@Override
			public Set<PersonId> decidingOn(BodyId body, LocalDate day) {
				return Set.of();
			}
		};
		Stream.of(references, newIds, stakeholders, attendance, bodies).forEach(community::registerInjectableResource);
	}

	private void register(int number, Sector sector) {
		StakeholderId id = StakeholderId.of(PROGRAMME, person(number));
		registered.put(id, new StakeholderView(id, PROGRAMME, person(number), null, sector, Perspective.PRACTICE, StakeholderStatus.REGISTERED, DAY, Instant.EPOCH, null));
	}

	private void withdraw(int number) {
		registered.computeIfPresent(StakeholderId.of(PROGRAMME, person(number)), (id, view) -> view.withStatus(StakeholderStatus.WITHDRAWN).withWithdrawnOn(DAY));
	}

	private static CommunityFounded founded(Capacity room) {
		return new CommunityFounded(COMMUNITY, PROGRAMME, BODY, null, TITLE, room, 4, 3, null, DAY);
	}

	private static FoundCommunity found(Capacity room, int sessions, int needed) {
		return new FoundCommunity(COMMUNITY, PROGRAMME, BODY, null, TITLE, room, sessions, needed, null, DAY);
	}

	private static PersonId person(int number) {
		return new PersonId(new UUID(7, number));
	}

	private static Member member(int number, Sector sector) {
		return new Member(person(number), null, sector, Perspective.PRACTICE);
	}

	private static StakeholderEnrolled seated(int number) {
		return new StakeholderEnrolled(COMMUNITY, PROGRAMME, member(number, Sector.EDUCATION), DAY);
	}

	private static StakeholderWaitlisted waitlisted(int number) {
		return waitlisted(number, Sector.EDUCATION);
	}

	private static StakeholderWaitlisted waitlisted(int number, Sector sector) {
		return new StakeholderWaitlisted(COMMUNITY, PROGRAMME, member(number, sector), DAY);
	}

	private static StakeholderPromoted promoted(int number, Sector sector) {
		return new StakeholderPromoted(COMMUNITY, PROGRAMME, member(number, sector), DAY);
	}

	private static StakeholderLeft left(int number) {
		return new StakeholderLeft(COMMUNITY, PROGRAMME, member(number, Sector.EDUCATION), DAY);
	}

	private static Enrol enrol(int number) {
		return new Enrol(COMMUNITY, person(number), DAY);
	}

	private static Leave leave(int number) {
		return new Leave(COMMUNITY, person(number), DAY);
	}

	private static EndParticipation end(int number) {
		return new EndParticipation(COMMUNITY, person(number), DAY);
	}

	private void refused(CommunityCommand command, Object... given) {
		community.given(given).when(command).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aCommunityStandsOnABodyOfItsKindWithNumbersThatCanBeTrue() {
		community.givenNoPriorActivity().when(found(ROOM, 4, 3)).expectEvents(FOUNDED);
		refused(found(ROOM, 4, 3), FOUNDED);
		for (FoundCommunity impossible : List.of(found(new Capacity(0, 4, Map.of()), 4, 3), found(new Capacity(5, 4, Map.of()), 4, 3), found(ROOM, 0, 0), found(ROOM, 4, 5),
				found(new Capacity(3, 4, Map.of(Sector.HEALTH, 3, Sector.SCIENCE, 2)), 4, 3),
				found(new Capacity(3, 4, Map.of(Sector.HEALTH, Integer.MAX_VALUE, Sector.SCIENCE, Integer.MAX_VALUE)), 4, 3))) {
			community.givenNoPriorActivity().when(impossible).expectException(RuleBroken.class).expectNoEvents();
		}
		kind = BodyKind.TABLE;
		community.givenNoPriorActivity().when(found(ROOM, 4, 3)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void whoComesWhenItIsFullWaitsInLine() {
		community.given(FOUNDED, seated(1), seated(2), seated(3)).when(enrol(4)).expectEvents(seated(4));
		community.given(FOUNDED, seated(1), seated(2), seated(3), seated(4)).when(enrol(5)).expectEvents(waitlisted(5));
	}

	@Test
	void onlyARegisteredStakeholderTakesPart() {
		registered.remove(StakeholderId.of(PROGRAMME, person(5)));
		refused(enrol(5), FOUNDED);
		refused(new InviteStakeholder(COMMUNITY, person(5), DAY), FOUNDED);
	}

	@Test
	void nobodyHasTwoPlaces() {
		refused(enrol(1), FOUNDED, seated(1));
		refused(enrol(5), FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5));
		refused(new InviteStakeholder(COMMUNITY, person(1), DAY), FOUNDED, seated(1));
	}

	@Test
	void aFreedSeatGoesToTheFirstInLineInTheSameDecision() {
		community.given(FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6)).when(leave(2)).expectEvents(left(2),
				promoted(5, Sector.EDUCATION));
	}

	@Test
	void whoLeavesTheLineFreesNoSeat() {
		community.given(FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6)).when(leave(5)).expectEvents(left(5));
		refused(leave(9), FOUNDED, seated(1));
	}

	@Test
	void whoIsNoStakeholderAnyMoreGivesUpHisSeatOrHisPlaceInLine() {
		Object[] full = {FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6)};
		community.given(full).when(end(2)).expectNoEvents();
		withdraw(2);
		withdraw(5);
		community.given(full).when(end(2)).expectEvents(left(2), promoted(6, Sector.EDUCATION));
		community.given(full).when(end(5)).expectEvents(left(5));
		community.given(FOUNDED, seated(2), left(2)).when(end(2)).expectNoEvents();
	}

	@Test
	void whoIsNoStakeholderAnyMoreIsNotPromoted() {
		Object[] full = {FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6)};
		Capacity more = new Capacity(3, 6, Map.of());
		withdraw(5);
		community.given(full).when(leave(1)).expectEvents(left(1), promoted(6, Sector.EDUCATION));
		community.given(full).when(new ChangeCapacity(COMMUNITY, more, DAY)).expectEvents(new CapacityChanged(COMMUNITY, more, DAY), promoted(6, Sector.EDUCATION));
	}

	@Test
	void whoIsNoStakeholderAnyMoreHasNoOpenInvitation() {
		StakeholderInvited invited = new StakeholderInvited(COMMUNITY, PROGRAMME, person(5), DAY);
		InvitationDeclined declined = new InvitationDeclined(COMMUNITY, PROGRAMME, person(5), DAY);
		withdraw(5);
		community.given(FOUNDED, invited).when(end(5)).expectEvents(declined);
		community.given(FOUNDED, invited, declined).when(end(5)).expectNoEvents();
	}

	@Test
	void whoTookPartUntilTheEndStaysKnownToHaveDoneSo() {
		withdraw(1);
		community.given(FOUNDED, seated(1), seated(2), seated(3), STARTED, CONCLUDED).when(end(1)).expectNoEvents();
	}

	@Test
	void leavingIsAlwaysPossible() {
		community.given(FOUNDED, seated(1), seated(2), seated(3), STARTED).when(leave(1)).expectEvents(left(1));
		community.given(FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), STARTED, CONCLUDED).when(leave(1)).expectEvents(left(1));
	}

	@Test
	void moreRoomIsFilledFromTheLineInOrder() {
		Capacity more = new Capacity(3, 6, Map.of());
		community.given(FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6), waitlisted(7)).when(new ChangeCapacity(COMMUNITY, more, DAY))
				.expectEvents(new CapacityChanged(COMMUNITY, more, DAY), promoted(5, Sector.EDUCATION), promoted(6, Sector.EDUCATION));
	}

	@Test
	void nobodyLosesASeatByLessRoom() {
		refused(new ChangeCapacity(COMMUNITY, new Capacity(1, 2, Map.of()), DAY), FOUNDED, seated(1), seated(2), seated(3));
	}

	@Test
	void anInvitationKeepsNoSeatAndIsAnsweredOnce() {
		StakeholderInvited invited = new StakeholderInvited(COMMUNITY, PROGRAMME, person(5), DAY);
		InvitationDeclined declined = new InvitationDeclined(COMMUNITY, PROGRAMME, person(5), DAY);
		DeclineInvitation decline = new DeclineInvitation(COMMUNITY, person(5), DAY);
		community.given(FOUNDED).when(new InviteStakeholder(COMMUNITY, person(5), DAY)).expectEvents(invited);
		refused(new InviteStakeholder(COMMUNITY, person(5), DAY), FOUNDED, invited);
		community.given(FOUNDED, invited, seated(1), seated(2), seated(3), seated(4)).when(enrol(5)).expectEvents(waitlisted(5));
		community.given(FOUNDED, invited).when(decline).expectEvents(declined);
		refused(decline, FOUNDED, invited, declined);
		refused(decline, FOUNDED, invited, seated(5));
	}

	@Test
	void seatsAreKeptForASectorUntilItHasThem() {
		register(6, Sector.SCIENCE);
		Capacity balanced = new Capacity(3, 4, Map.of(Sector.SCIENCE, 1));
		Object[] threeFromSchools = {founded(balanced), seated(1), seated(2), seated(3)};
		community.given(threeFromSchools).when(enrol(4)).expectEvents(waitlisted(4));
		community.given(threeFromSchools).when(enrol(6)).expectEvents(new StakeholderEnrolled(COMMUNITY, PROGRAMME, member(6, Sector.SCIENCE), DAY));
	}

	@Test
	void theFirstInLineWhoCanHaveTheSeatGetsIt() {
		register(6, Sector.SCIENCE);
		Capacity balanced = new Capacity(3, 4, Map.of(Sector.SCIENCE, 2));
		community.given(founded(new Capacity(3, 4, Map.of())), seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6, Sector.SCIENCE),
				new CapacityChanged(COMMUNITY, balanced, DAY)).when(leave(1)).expectEvents(left(1), promoted(6, Sector.SCIENCE));
	}

	@Test
	void itStartsWithItsMinimumAndOnce() {
		StartCommunity start = new StartCommunity(COMMUNITY, DAY);
		refused(start, FOUNDED, seated(1), seated(2));
		community.given(FOUNDED, seated(1), seated(2), seated(3)).when(start).expectEvents(STARTED);
		refused(start, FOUNDED, seated(1), seated(2), seated(3), STARTED);
	}

	@Test
	void afterItsEndNobodyComesIn() {
		refused(enrol(5), FOUNDED, seated(1), CONCLUDED);
		refused(new InviteStakeholder(COMMUNITY, person(5), DAY), FOUNDED, CONCLUDED);
		refused(new ChangeCapacity(COMMUNITY, ROOM, DAY), FOUNDED, CONCLUDED);
		refused(new ConcludeCommunity(COMMUNITY, null, DAY), FOUNDED, CONCLUDED);
	}

	@Test
	void aMeetingIsOneSessionHoweverOftenItIsTold() {
		MeetingId meeting = meeting(1);
		SessionHeld first = new SessionHeld(COMMUNITY, meeting, 1, DAY);
		community.given(FOUNDED).when(new RecordSession(COMMUNITY, meeting, DAY)).expectEvents(first);
		community.given(FOUNDED, first).when(new RecordSession(COMMUNITY, meeting, DAY)).expectNoEvents();
		community.given(FOUNDED, first).when(new RecordSession(COMMUNITY, meeting(2), DAY)).expectEvents(new SessionHeld(COMMUNITY, meeting(2), 2, DAY));
	}

	@Test
	void anInsightIsSharedInASessionOfTheCommunityOrBetweenSessions() {
		SessionHeld first = new SessionHeld(COMMUNITY, meeting(1), 1, DAY);
		community.given(FOUNDED, first).when(share(null)).expectSuccessfulHandlerExecution();
		community.given(FOUNDED, first).when(share(meeting(1))).expectSuccessfulHandlerExecution();
		community.given(FOUNDED, first).when(share(meeting(2))).expectException(UnknownReference.class).expectNoEvents();
	}

	private static ShareInsight share(@Nullable MeetingId meeting) {
		return new ShareInsight(COMMUNITY, new InsightId(new UUID(0, 8)), InsightKind.PRACTICE, TITLE, person(1), meeting, DAY);
	}

	private static MeetingId meeting(int number) {
		return new MeetingId(new UUID(8, number));
	}

	@Test
	void whoAttendedEnoughIsCertifiedOnce() {
		List<Object> given = new ArrayList<>(List.of(FOUNDED, seated(1), seated(2)));
		IntStream.rangeClosed(1, 4).forEach(number -> given.add(new SessionHeld(COMMUNITY, meeting(number), number, DAY)));
		present.put(meeting(1), Set.of(person(1), person(2)));
		IntStream.rangeClosed(2, 3).forEach(number -> present.put(meeting(number), Set.of(person(1))));
		CertifyParticipation certify = new CertifyParticipation(COMMUNITY, person(1), DAY);
		ParticipationCertified certified = new ParticipationCertified(COMMUNITY, PROGRAMME, person(1), 3, 4, DAY);
		community.given(given).when(certify).expectEvents(certified);
		community.given(given).when(new CertifyParticipation(COMMUNITY, person(2), DAY)).expectException(RuleBroken.class).expectNoEvents();
		community.given(given).when(new CertifyParticipation(COMMUNITY, person(5), DAY)).expectException(RuleBroken.class).expectNoEvents();
		given.add(certified);
		community.given(given).when(certify).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void whoLeftAfterEnoughSessionsKeepsHisRightToACertificate() {
		List<Object> given = new ArrayList<>(List.of(FOUNDED, seated(1)));
		IntStream.rangeClosed(1, 3).forEach(number -> {
			given.add(new SessionHeld(COMMUNITY, meeting(number), number, DAY));
			present.put(meeting(number), Set.of(person(1)));
		});
		given.add(left(1));
		community.given(given).when(new CertifyParticipation(COMMUNITY, person(1), DAY)).expectEvents(new ParticipationCertified(COMMUNITY, PROGRAMME, person(1), 3, 3, DAY));
	}

	@Test
	void theViewCountsSeatsSectorsAndTheLine() {
		CommunityView view = view(FOUNDED, seated(1), seated(2), seated(3), seated(4), waitlisted(5), waitlisted(6, Sector.SCIENCE), left(1), promoted(5, Sector.EDUCATION),
				left(6));
		assertThat(view.seated()).isEqualTo(4);
		assertThat(view.sectors()).isEqualTo(new EnumMap<>(Map.of(Sector.EDUCATION, 4)));
		assertThat(view.queue()).isEmpty();
		assertThat(view(FOUNDED, seated(1), waitlisted(2), waitlisted(3)).queue()).containsExactly(person(2), person(3));
	}

	@Test
	void anEnrolmentKnowsHowItStands() {
		assertThat(enrolment(waitlisted(5)).queuedAt()).isEqualTo(1);
		EnrolmentView promoted = enrolment(waitlisted(5), promoted(5, Sector.EDUCATION));
		assertThat(promoted.standing()).isEqualTo(Standing.SEATED);
		assertThat(promoted.queuedAt()).isNull();
		assertThat(enrolment(seated(5), new ParticipationCertified(COMMUNITY, PROGRAMME, person(5), 3, 4, DAY), left(5)).attended()).isEqualTo(3);
	}

	private static CommunityView view(CommunityEvent first, CommunityEvent... more) {
		CommunityView view = CommunityView.on(null, first, when(1));
		for (CommunityEvent event : more) {
			view = CommunityView.on(view, event, when(1));
		}
		return view;
	}

	private static EnrolmentView enrolment(OfEnrolment first, OfEnrolment... more) {
		EnrolmentView view = EnrolmentView.on(null, first, when(1));
		for (int i = 0; i < more.length; i++) {
			view = EnrolmentView.on(view, more[i], when(i + 2));
		}
		return view;
	}

	private static Recorded when(long position) {
		return new Recorded(position, 0, Instant.EPOCH, Actor.job("test"));
	}
}
