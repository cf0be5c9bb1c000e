package nl.ontwikkelagenda.app.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnnounceAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CancelMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CloseMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PublishMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawAnnouncement;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
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
@RequestMapping(Api.BASE + "/meetings")
class MeetingController {

	private final Answers answers;
	private final Today today;

	MeetingController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param plannedOn  absent means the day of {@code startsAt}, else of {@code happenedOn}
	 * @param happenedOn when it was held, for a meeting that is recorded afterwards
	 */
	record Planning(@Nullable MeetingId id, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, @Words(max = 200, lines = false) FreeText title,
			@Nullable LocalDate plannedOn, @Nullable Instant startsAt, @Nullable @Words(max = 200, lines = false) FreeText place, @Nullable MeetingId follows,
			@Nullable @PastOrPresent Period happenedOn) {

		LocalDate day() {
			return happenedOn != null && plannedOn == null && startsAt == null ? happenedOn.from() : Days.of(plannedOn, startsAt);
		}
	}

	/** @param plannedOn absent means the day of {@code startsAt} */
	record Moving(@Nullable LocalDate plannedOn, @Nullable Instant startsAt, FreeText reason) {
	}

	record Reason(FreeText reason) {
	}

	record Holding(@PastOrPresent Period happenedOn) {
	}

	/** @param reason needed when another meeting of the body was announced as the last one */
	record Announcing(@Nullable FreeText reason) {
	}

	/**
	 * @param presence      absent means present
	 * @param representedBy who was there in this one's place
	 */
	record Attending(@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable Presence presence, @Nullable PersonId representedBy) {
	}

	/** @param correctedOn absent means today */
	record Correcting(@Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence, @Nullable PersonId representedBy, FreeText reason,
			@Nullable @PastOrPresent LocalDate correctedOn) {
	}

	/**
	 * @param publishedOn absent means today
	 * @param address     where it can be read
	 */
	record Publishing(@Nullable @PastOrPresent LocalDate publishedOn, @Nullable @Words(max = 2000, lines = false) FreeText address) {
	}

	record Outcome(@Nullable OutcomeId id, OutcomeKind kind, @Nullable ThemeId themeId, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText text,
			List<PromiseRequest> promises) {
	}

	@PostMapping
	ResponseEntity<MeetingView> plan(@RequestBody Planning meeting) {
		MeetingId id = Objects.requireNonNullElseGet(meeting.id(), () -> new MeetingId(Ids.next()));
		return answers.created(new PlanMeeting(id, meeting.partnershipId(), meeting.bodyId(), meeting.agendaId(), meeting.title(), meeting.day(), meeting.startsAt(),
				meeting.place(), meeting.follows(), meeting.happenedOn()), ReadModels.MEETINGS, id);
	}

	@GetMapping
	ResponseEntity<Listed<MeetingView>> list() {
		return answers.list(ReadModels.MEETINGS);
	}

	@GetMapping("/{id}")
	ResponseEntity<MeetingView> one(@PathVariable MeetingId id) {
		return answers.one(ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/planning")
	ResponseEntity<MeetingView> move(@PathVariable MeetingId id, @RequestBody Moving moving) {
		return answers.created(new MoveMeeting(id, Days.of(moving.plannedOn(), moving.startsAt()), moving.startsAt(), moving.reason()), ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/cancellation")
	ResponseEntity<MeetingView> cancel(@PathVariable MeetingId id, @RequestBody Reason cancelling) {
		return answers.created(new CancelMeeting(id, cancelling.reason()), ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/announcement")
	ResponseEntity<MeetingView> announce(@PathVariable MeetingId id, @RequestBody Announcing announcing) {
		return answers.created(new AnnounceAsLast(id, announcing.reason()), ReadModels.MEETINGS, id);
	}

	@DeleteMapping("/{id}/announcement")
	ResponseEntity<MeetingView> withdrawAnnouncement(@PathVariable MeetingId id) {
		return answers.changed(new WithdrawAnnouncement(id, null, null), ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/closing")
	ResponseEntity<MeetingView> close(@PathVariable MeetingId id) {
		return answers.created(new CloseMeeting(id), ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/publication")
	ResponseEntity<MeetingView> publish(@PathVariable MeetingId id, @RequestBody Publishing publication) {
		return answers.created(new PublishMeeting(id, today.or(publication.publishedOn()), publication.address()), ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/holding")
	ResponseEntity<MeetingView> hold(@PathVariable MeetingId id, @RequestBody Holding holding) {
		return answers.created(new HoldMeeting(id, holding.happenedOn()), ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/attendance")
	ResponseEntity<MeetingView> attend(@PathVariable MeetingId id, @RequestBody Attending attending) {
		return answers.created(
				new RecordAttendance(id, attending.personId(), attending.organisationId(), Objects.requireNonNullElse(attending.presence(), Presence.PRESENT),
						attending.representedBy()),
				ReadModels.MEETINGS, id);
	}

	@PostMapping("/{id}/attendance/corrections")
	ResponseEntity<MeetingView> correct(@PathVariable MeetingId id, @RequestBody Correcting correction) {
		return answers.created(new CorrectAttendance(id, correction.personId(), correction.organisationId(), correction.presence(), correction.representedBy(),
				correction.reason(), today.or(correction.correctedOn())), ReadModels.MEETINGS, id);
	}

	@GetMapping("/{id}/attendance")
	ResponseEntity<Listed<MeetingView.Attendance>> attendance(@PathVariable MeetingId id) {
		return answers.part(ReadModels.MEETINGS, id, MeetingView::attendance);
	}

	@PostMapping("/{id}/outcomes")
	ResponseEntity<OutcomeView> record(@PathVariable MeetingId id, @RequestBody Outcome outcome) {
		OutcomeId outcomeId = Objects.requireNonNullElseGet(outcome.id(), () -> new OutcomeId(Ids.next()));
		return answers.created(new RecordOutcome(id, outcomeId, outcome.kind(), outcome.themeId(), outcome.title(), outcome.text(),
				outcome.promises().stream().map(PromiseRequest::agreed).toList()), ReadModels.OUTCOMES, outcomeId);
	}

	@GetMapping("/{id}/outcomes")
	ResponseEntity<Listed<OutcomeView>> outcomes(@PathVariable MeetingId id) {
		return answers.list(ReadModels.OUTCOMES, Map.of("meetingId", id));
	}
}
