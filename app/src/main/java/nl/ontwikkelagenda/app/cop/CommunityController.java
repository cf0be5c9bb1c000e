package nl.ontwikkelagenda.app.cop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.cop.community.Capacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.CertifyParticipation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ChangeCapacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ConcludeCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.DeclineInvitation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Enrol;
import nl.ontwikkelagenda.cop.community.CommunityCommand.FoundCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.InviteStakeholder;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Leave;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ShareInsight;
import nl.ontwikkelagenda.cop.community.CommunityCommand.StartCommunity;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.InsightId;
import nl.ontwikkelagenda.cop.community.InsightKind;
import nl.ontwikkelagenda.cop.community.InsightView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class CommunityController {

	private static final int USUAL_SESSIONS = 4;

	private final Answers answers;
	private final Today today;

	CommunityController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param seats how many seats are kept for the sector until so many of it take part */
	record Kept(Sector sector, int seats) {
	}

	/**
	 * @param bodyId         a body of kind COMMUNITY, on which no other community stands
	 * @param minimum        needed to start; absent means 15
	 * @param maximum        never more than these; absent means 25
	 * @param kept           absent means that no seats are kept
	 * @param sessions       how many times it meets; absent means 4
	 * @param sessionsNeeded how many of those one attends for a certificate; absent means three quarters of them
	 * @param startsOn       when it is meant to start
	 * @param foundedOn      absent means today
	 */
	record Founding(PartnershipId partnershipId, BodyId bodyId, @Nullable ThemeId themeId, @Words(max = 200, lines = false) FreeText title, @Nullable Integer minimum,
			@Nullable Integer maximum, @Nullable List<Kept> kept, @Nullable Integer sessions, @Nullable Integer sessionsNeeded, @Nullable LocalDate startsOn,
			@Nullable @PastOrPresent LocalDate foundedOn) {

		int times() {
			return Objects.requireNonNullElse(sessions, USUAL_SESSIONS);
		}

		int needed() {
			return sessionsNeeded == null ? (int) Math.ceil(times() * 0.75) : sessionsNeeded;
		}
	}

	/**
	 * @param kept      absent means that no seats are kept
	 * @param changedOn absent means today
	 */
	record Room(int minimum, int maximum, @Nullable List<Kept> kept, @Nullable @PastOrPresent LocalDate changedOn) {
	}

	/** @param invitedOn absent means today */
	record Inviting(PersonId personId, @Nullable @PastOrPresent LocalDate invitedOn) {
	}

	/**
	 * @param personId   absent means oneself
	 * @param enrolledOn absent means today
	 */
	record Enrolling(@Nullable PersonId personId, @Nullable @PastOrPresent LocalDate enrolledOn) {
	}

	/** @param startedOn absent means today */
	record Starting(@Nullable @PastOrPresent LocalDate startedOn) {
	}

	/**
	 * @param personId  who had it; absent means oneself
	 * @param meetingId the session in which it was shared
	 * @param sharedOn  absent means today
	 */
	record Sharing(@Nullable InsightId id, InsightKind kind, @Words(max = 4000) FreeText words, @Nullable PersonId personId, @Nullable MeetingId meetingId,
			@Nullable @PastOrPresent LocalDate sharedOn) {
	}

	/** @param concludedOn absent means today */
	record Concluding(@Nullable FreeText result, @Nullable @PastOrPresent LocalDate concludedOn) {
	}

	/** @param certifiedOn absent means today */
	record Certifying(PersonId personId, @Nullable @PastOrPresent LocalDate certifiedOn) {
	}

	/**
	 * What somebody who asked for a seat got.
	 *
	 * @param place number on the waiting list, from 1; absent for who has a seat
	 */
	record Place(CommunityId communityId, PersonId personId, EnrolmentView.Standing standing, @Nullable Integer place, int seated, int maximum) {

		static Place of(CommunityView community, PersonId person) {
			int waiting = community.queue().indexOf(person);
			return new Place(community.communityId(), person, waiting < 0 ? EnrolmentView.Standing.SEATED : EnrolmentView.Standing.WAITING, waiting < 0 ? null : waiting + 1,
					community.seated(), community.maximum());
		}
	}

	@PostMapping("/communities")
	ResponseEntity<CommunityView> found(@RequestBody Founding community) {
		CommunityId id = CommunityId.on(community.bodyId());
		Capacity capacity = new Capacity(Objects.requireNonNullElse(community.minimum(), Capacity.USUAL.minimum()),
				Objects.requireNonNullElse(community.maximum(), Capacity.USUAL.maximum()), bySector(community.kept()));
		return answers.created(new FoundCommunity(id, community.partnershipId(), community.bodyId(), community.themeId(), community.title(), capacity, community.times(),
				community.needed(), community.startsOn(), today.or(community.foundedOn())), ReadModels.COMMUNITIES, id);
	}

	@GetMapping("/communities")
	ResponseEntity<Listed<CommunityView>> list() {
		return answers.list(ReadModels.COMMUNITIES);
	}

	@GetMapping("/communities/{id}")
	ResponseEntity<CommunityView> one(@PathVariable CommunityId id) {
		return answers.one(ReadModels.COMMUNITIES, id);
	}

	@PostMapping("/communities/{id}/capacity")
	ResponseEntity<CommunityView> change(@PathVariable CommunityId id, @RequestBody Room room) {
		return answers.created(new ChangeCapacity(id, new Capacity(room.minimum(), room.maximum(), bySector(room.kept())), today.or(room.changedOn())), ReadModels.COMMUNITIES,
				id);
	}

	@PostMapping("/communities/{id}/invitations")
	ResponseEntity<EnrolmentView> invite(@PathVariable CommunityId id, @RequestBody Inviting inviting) {
		return answers.created(new InviteStakeholder(id, inviting.personId(), today.or(inviting.invitedOn())), ReadModels.ENROLMENTS,
				EnrolmentId.of(id, inviting.personId()));
	}

	@DeleteMapping("/communities/{id}/invitations/{personId}")
	ResponseEntity<EnrolmentView> decline(@PathVariable CommunityId id, @PathVariable PersonId personId) {
		return answers.changed(new DeclineInvitation(id, personId, today.date()), ReadModels.ENROLMENTS, EnrolmentId.of(id, personId));
	}

	/** A seat, or a place on the waiting list with its number. */
	@PostMapping("/communities/{id}/enrolments")
	ResponseEntity<Place> enrol(@PathVariable CommunityId id, @RequestBody Enrolling enrolling) {
		PersonId person = orOneself(enrolling.personId());
		return answers.created(new Enrol(id, person, today.or(enrolling.enrolledOn())), ReadModels.COMMUNITIES, id, community -> Place.of(community, person));
	}

	@GetMapping("/communities/{id}/enrolments")
	ResponseEntity<Listed<EnrolmentView>> enrolments(@PathVariable CommunityId id) {
		answers.seen(ReadModels.COMMUNITIES, id);
		return answers.list(ReadModels.ENROLMENTS, Map.of("communityId", id));
	}

	@DeleteMapping("/communities/{id}/enrolments/{personId}")
	ResponseEntity<EnrolmentView> leave(@PathVariable CommunityId id, @PathVariable PersonId personId) {
		return answers.changed(new Leave(id, personId, today.date()), ReadModels.ENROLMENTS, EnrolmentId.of(id, personId));
	}

	@GetMapping("/enrolments")
	ResponseEntity<Listed<EnrolmentView>> everyEnrolment() {
		return answers.list(ReadModels.ENROLMENTS);
	}

	@GetMapping("/enrolments/{id}")
	ResponseEntity<EnrolmentView> enrolment(@PathVariable EnrolmentId id) {
		return answers.one(ReadModels.ENROLMENTS, id);
	}

	@PostMapping("/communities/{id}/start")
	ResponseEntity<CommunityView> start(@PathVariable CommunityId id, @RequestBody Starting starting) {
		return answers.created(new StartCommunity(id, today.or(starting.startedOn())), ReadModels.COMMUNITIES, id);
	}

	@GetMapping("/communities/{id}/sessions")
	ResponseEntity<Listed<CommunityView.Session>> sessions(@PathVariable CommunityId id) {
		return answers.part(ReadModels.COMMUNITIES, id, CommunityView::held);
	}

	@PostMapping("/communities/{id}/insights")
	ResponseEntity<InsightView> share(@PathVariable CommunityId id, @RequestBody Sharing sharing) {
		InsightId insight = Objects.requireNonNullElseGet(sharing.id(), () -> new InsightId(Ids.next()));
		return answers.created(new ShareInsight(id, insight, sharing.kind(), sharing.words(), orOneself(sharing.personId()), sharing.meetingId(), today.or(sharing.sharedOn())),
				ReadModels.INSIGHTS, insight);
	}

	@GetMapping("/communities/{id}/insights")
	ResponseEntity<Listed<InsightView>> insightsOf(@PathVariable CommunityId id) {
		answers.seen(ReadModels.COMMUNITIES, id);
		return answers.list(ReadModels.INSIGHTS, Map.of("communityId", id));
	}

	/** Of every community of every partnership that the caller takes part in. */
	@GetMapping("/insights")
	ResponseEntity<Listed<InsightView>> insights() {
		return answers.list(ReadModels.INSIGHTS);
	}

	@GetMapping("/insights/{id}")
	ResponseEntity<InsightView> insight(@PathVariable InsightId id) {
		return answers.one(ReadModels.INSIGHTS, id);
	}

	@PostMapping("/communities/{id}/conclusion")
	ResponseEntity<CommunityView> conclude(@PathVariable CommunityId id, @RequestBody Concluding concluding) {
		return answers.created(new ConcludeCommunity(id, concluding.result(), today.or(concluding.concludedOn())), ReadModels.COMMUNITIES, id);
	}

	@PostMapping("/communities/{id}/certificates")
	ResponseEntity<EnrolmentView> certify(@PathVariable CommunityId id, @RequestBody Certifying certifying) {
		return answers.created(new CertifyParticipation(id, certifying.personId(), today.or(certifying.certifiedOn())), ReadModels.ENROLMENTS,
				EnrolmentId.of(id, certifying.personId()));
	}

	private static Map<Sector, Integer> bySector(@Nullable List<Kept> kept) {
		return kept == null ? Map.of() : kept.stream().collect(Collectors.toMap(Kept::sector, Kept::seats, Math::max));
	}

	private static PersonId orOneself(@Nullable PersonId person) {
		return Objects.requireNonNullElseGet(person, () -> Caller.required().personId());
	}
}
