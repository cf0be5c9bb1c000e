package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.actions.action.ActionCommand.CloseCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.OpenCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.SignUp;
import nl.ontwikkelagenda.actions.action.ActionCommand.WithdrawParticipant;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.CallId;
import nl.ontwikkelagenda.actions.action.CallView;
import nl.ontwikkelagenda.actions.action.ParticipantView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
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

/** Calls for participants, and who takes part. */
@RestController
@RequestMapping(Api.BASE)
class CallController {

	private final Answers answers;
	private final Today today;

	CallController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param limit    how many can take part; absent for any number
	 * @param lastDay  on which one can sign up; absent until it is closed
	 * @param openedOn absent means today
	 */
	record Calling(@Nullable CallId id, FreeText text, @Nullable Integer limit, @Nullable LocalDate lastDay, @Nullable @PastOrPresent LocalDate openedOn) {
	}

	/**
	 * @param personId       absent means oneself
	 * @param organisationId for which he takes part
	 * @param signedUpOn     of someone else, as the secretary heard it; absent means today, and whoever signs up himself does so today
	 */
	record SigningUp(@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable @PastOrPresent LocalDate signedUpOn) {
	}

	/** @param closedOn absent means today */
	record Closing(@Nullable @PastOrPresent LocalDate closedOn) {
	}

	@PostMapping("/actions/{id}/calls")
	ResponseEntity<CallView> open(@PathVariable ActionId id, @RequestBody Calling call) {
		CallId callId = Objects.requireNonNullElseGet(call.id(), () -> new CallId(Ids.next()));
		return answers.created(new OpenCall(id, callId, call.text(), call.limit(), call.lastDay(), today.or(call.openedOn())), ReadModels.CALLS, callId);
	}

	@GetMapping("/actions/{id}/calls")
	ResponseEntity<Listed<CallView>> ofAction(@PathVariable ActionId id) {
		return answers.list(ReadModels.CALLS, Map.of("actionId", id));
	}

	@GetMapping("/calls")
	ResponseEntity<Listed<CallView>> list() {
		return answers.list(ReadModels.CALLS);
	}

	@GetMapping("/calls/{id}")
	ResponseEntity<CallView> one(@PathVariable CallId id) {
		return answers.one(ReadModels.CALLS, id);
	}

	@PostMapping("/calls/{id}/closing")
	ResponseEntity<CallView> close(@PathVariable CallId id, @RequestBody Closing closing) {
		return answers.created(new CloseCall(answers.known(ReadModels.CALLS, id).actionId(), id, today.or(closing.closedOn())), ReadModels.CALLS, id);
	}

	/** Signs up for the call that is open: oneself, or as the secretary somebody else. */
	@PostMapping("/actions/{id}/participants")
	ResponseEntity<ActionView> signUp(@PathVariable ActionId id, @RequestBody SigningUp participant) {
		PersonId oneself = Caller.required().personId();
		PersonId person = Objects.requireNonNullElse(participant.personId(), oneself);
		LocalDate day = person.equals(oneself) ? today.date() : today.or(participant.signedUpOn());
		return answers.created(new SignUp(id, person, participant.organisationId(), day), ReadModels.ACTIONS, id);
	}

	@GetMapping("/actions/{id}/participants")
	ResponseEntity<Listed<ParticipantView>> participants(@PathVariable ActionId id) {
		return answers.list(ReadModels.PARTICIPANTS, Map.of("actionId", id));
	}

	@GetMapping("/calls/{id}/participants")
	ResponseEntity<Listed<ParticipantView>> participantsOf(@PathVariable CallId id) {
		return answers.list(ReadModels.PARTICIPANTS, Map.of("callId", id));
	}

	@DeleteMapping("/actions/{id}/participants/{personId}")
	ResponseEntity<ActionView> withdraw(@PathVariable ActionId id, @PathVariable PersonId personId) {
		return answers.changed(new WithdrawParticipant(id, personId, today.date()), ReadModels.ACTIONS, id);
	}
}
