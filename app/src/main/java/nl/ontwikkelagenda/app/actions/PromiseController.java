package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.actions.action.ActionCommand.AcceptPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AddPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AgreeDeadline;
import nl.ontwikkelagenda.actions.action.ActionCommand.AppointLead;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromises;
import nl.ontwikkelagenda.actions.action.ActionCommand.KeepPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.LinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReplanPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnlinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.agenda.PromiseRequest;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
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

/** The promises of an action. */
@RestController
@RequestMapping(Api.BASE)
class PromiseController {

	private final Answers answers;
	private final Today today;

	PromiseController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param handedOverOn absent means today */
	record HandingOver(PromiseRequest.OwnerRequest owner, FreeText reason, @Nullable LocalDate handedOverOn) {
	}

	/**
	 * @param formerOwner  id of a person or an organisation
	 * @param handedOverOn absent means today
	 */
	record HandingOverAll(UUID formerOwner, PromiseRequest.OwnerRequest owner, FreeText reason, @Nullable LocalDate handedOverOn) {
	}

	/**
	 * @param personId   who accepts; the owner himself where that is a person
	 * @param acceptedOn absent means today
	 */
	record Accepting(@Nullable PersonId personId, @Nullable @PastOrPresent LocalDate acceptedOn) {
	}

	/**
	 * @param result in one sentence
	 * @param keptOn absent means today
	 */
	record Keeping(FreeText result, @Nullable @PastOrPresent LocalDate keptOn) {
	}

	/** @param appointedOn absent means today */
	record Leading(PromiseId promiseId, @Nullable @PastOrPresent LocalDate appointedOn) {
	}

	/** The first words for when; absent {@code saidOn} means today. */
	record Agreeing(PromiseRequest.DeadlineRequest deadline) {
	}

	/** Other words for when; absent {@code saidOn} means today. */
	record Replanning(PromiseId promiseId, PromiseRequest.DeadlineRequest deadline, FreeText reason) {
	}

	/** @param linkedOn absent means today */
	record Linking(MeetingId meetingId, @Nullable @PastOrPresent LocalDate linkedOn) {
	}

	@PostMapping("/actions/{id}/promises")
	ResponseEntity<ActionView> promise(@PathVariable ActionId id, @RequestBody PromiseRequest promise) {
		return answers.created(new AddPromise(id, promise.agreed(), today.date()), ReadModels.ACTIONS, id);
	}

	@GetMapping("/actions/{id}/promises")
	ResponseEntity<Listed<ActionView.PromiseView>> promises(@PathVariable ActionId id) {
		return answers.part(ReadModels.ACTIONS, id, ActionView::promises);
	}

	@PostMapping("/actions/{id}/promises/{promiseId}/handover")
	ResponseEntity<ActionView> handOver(@PathVariable ActionId id, @PathVariable PromiseId promiseId, @RequestBody HandingOver handover) {
		return answers.created(new HandOverPromise(id, promiseId, handover.owner().owner(), handover.reason(), today.or(handover.handedOverOn())), ReadModels.ACTIONS, id);
	}

	/** All promises of one owner at once, as after a merger. */
	@PostMapping("/actions/{id}/handovers")
	ResponseEntity<ActionView> handOverAll(@PathVariable ActionId id, @RequestBody HandingOverAll handover) {
		return answers.created(new HandOverPromises(id, handover.formerOwner(), handover.owner().owner(), handover.reason(), today.or(handover.handedOverOn())),
				ReadModels.ACTIONS, id);
	}

	/** The owner himself, or the secretary who notes it. */
	@PostMapping("/actions/{id}/promises/{promiseId}/acceptance")
	ResponseEntity<ActionView> accept(@PathVariable ActionId id, @PathVariable PromiseId promiseId, @RequestBody Accepting acceptance) {
		return answers.created(new AcceptPromise(id, promiseId, acceptance.personId(), today.or(acceptance.acceptedOn())), ReadModels.ACTIONS, id);
	}

	/** One promise is kept; the action itself is completed separately. */
	@PostMapping("/actions/{id}/promises/{promiseId}/completion")
	ResponseEntity<ActionView> keep(@PathVariable ActionId id, @PathVariable PromiseId promiseId, @RequestBody Keeping completion) {
		return answers.created(new KeepPromise(id, promiseId, completion.result(), today.or(completion.keptOn())), ReadModels.ACTIONS, id);
	}

	/** The owner of one of the promises leads the action. */
	@PostMapping("/actions/{id}/lead")
	ResponseEntity<ActionView> lead(@PathVariable ActionId id, @RequestBody Leading lead) {
		return answers.created(new AppointLead(id, lead.promiseId(), today.or(lead.appointedOn())), ReadModels.ACTIONS, id);
	}

	/** A promise that was made without words for when gets its first. */
	@PostMapping("/actions/{id}/promises/{promiseId}/deadline")
	ResponseEntity<ActionView> agree(@PathVariable ActionId id, @PathVariable PromiseId promiseId, @RequestBody Agreeing agreement) {
		return answers.created(new AgreeDeadline(id, promiseId, agreement.deadline().phrase(), today.or(agreement.deadline().saidOn())), ReadModels.ACTIONS, id);
	}

	/** A promise is moved to another time; what was agreed before stays readable, with the reason. */
	@PostMapping("/actions/{id}/planning")
	ResponseEntity<ActionView> replan(@PathVariable ActionId id, @RequestBody Replanning planning) {
		return answers.created(
				new ReplanPromise(id, planning.promiseId(), planning.deadline().phrase(), today.or(planning.deadline().saidOn()), planning.reason()), ReadModels.ACTIONS, id);
	}

	/** The meeting that was promised is planned. */
	@PostMapping("/actions/{id}/promises/{promiseId}/meeting")
	ResponseEntity<ActionView> link(@PathVariable ActionId id, @PathVariable PromiseId promiseId, @RequestBody Linking meeting) {
		return answers.created(new LinkPromisedMeeting(id, promiseId, meeting.meetingId(), today.or(meeting.linkedOn())), ReadModels.ACTIONS, id);
	}

	@DeleteMapping("/actions/{id}/promises/{promiseId}/meeting")
	ResponseEntity<ActionView> unlink(@PathVariable ActionId id, @PathVariable PromiseId promiseId) {
		return answers.changed(new UnlinkPromisedMeeting(id, promiseId), ReadModels.ACTIONS, id);
	}

	/** The actions that were agreed at this meeting, and those that promised it. */
	@GetMapping("/meetings/{id}/actions")
	ResponseEntity<Listed<ActionView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.ACTIONS, Map.of("meetings", id));
	}
}
