package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.NotEmpty;
import nl.ontwikkelagenda.actions.action.ActionCommand.AddPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromises;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.agenda.PromiseRequest;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/actions")
class ActionController {

	private final Answers answers;
	private final Today today;
	private final Moments moments;
	private final Documents documents;
	private final People people;

	ActionController(Answers answers, Today today, Moments moments, Documents documents, People people) {
		this.answers = answers;
		this.today = today;
		this.moments = moments;
		this.documents = documents;
		this.people = people;
	}

	/** @param agreedOn absent means today */
	record Assigning(@Nullable ActionId id, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
			@Words(max = 200, lines = false) FreeText title, @Nullable FreeText text, @Nullable LocalDate agreedOn,
			@NotEmpty(message = "Een actie heeft ten minste één toezegging: wie doet wat?") List<PromiseRequest> promises) {
	}

	/** @param reportedOn absent means today */
	record Progress(FreeText text, @Nullable LocalDate reportedOn) {
	}

	/** @param completedOn absent means today */
	record Completion(FreeText result, @Nullable LocalDate completedOn) {
	}

	/** @param droppedOn absent means today */
	record Dropping(FreeText reason, @Nullable LocalDate droppedOn) {
	}

	/** @param reopenedOn absent means today */
	record Reopening(FreeText reason, @Nullable LocalDate reopenedOn) {
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

	@PostMapping
	ResponseEntity<ActionView> assign(@RequestBody Assigning action) {
		ActionId id = Objects.requireNonNullElseGet(action.id(), () -> new ActionId(Ids.next()));
		return answers.created(new AssignAction(id, action.partnershipId(), action.agendaId(), action.themeId(), action.meetingId(), null, action.title(), action.text(),
				today.or(action.agreedOn()), action.promises().stream().map(PromiseRequest::agreed).toList()), ReadModels.ACTIONS, id);
	}

	@GetMapping
	ResponseEntity<Listed<ActionView>> list() {
		return answers.list(ReadModels.ACTIONS);
	}

	/** All of the list, one row for each promise. */
	@Hidden
	@GetMapping(produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<ActionView>> file() {
		ActionLines lines = new ActionLines(documents, people, moments.asOf());
		return answers.file(SheetFile.of(ActionColumns.SHEET, answers.everything(ReadModels.ACTIONS, Map.of()).flatMap(lines::of)));
	}

	@GetMapping("/{id}")
	ResponseEntity<ActionView> one(@PathVariable ActionId id) {
		return answers.one(ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/promises")
	ResponseEntity<ActionView> promise(@PathVariable ActionId id, @RequestBody PromiseRequest promise) {
		return answers.created(new AddPromise(id, promise.agreed(), today.date()), ReadModels.ACTIONS, id);
	}

	@GetMapping("/{id}/promises")
	ResponseEntity<Listed<ActionView.PromiseView>> promises(@PathVariable ActionId id) {
		return answers.part(ReadModels.ACTIONS, id, ActionView::promises);
	}

	@PostMapping("/{id}/promises/{promiseId}/handover")
	ResponseEntity<ActionView> handOver(@PathVariable ActionId id, @PathVariable PromiseId promiseId, @RequestBody HandingOver handover) {
		return answers.created(new HandOverPromise(id, promiseId, handover.owner().owner(), handover.reason(), today.or(handover.handedOverOn())), ReadModels.ACTIONS, id);
	}

	/** All promises of one owner at once, as after a merger. */
	@PostMapping("/{id}/handovers")
	ResponseEntity<ActionView> handOverAll(@PathVariable ActionId id, @RequestBody HandingOverAll handover) {
		return answers.created(new HandOverPromises(id, handover.formerOwner(), handover.owner().owner(), handover.reason(), today.or(handover.handedOverOn())),
				ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/progress")
	ResponseEntity<ActionView> report(@PathVariable ActionId id, @RequestBody Progress progress) {
		return answers.created(new ReportProgress(id, progress.text(), today.or(progress.reportedOn())), ReadModels.ACTIONS, id);
	}

	@GetMapping("/{id}/progress")
	ResponseEntity<Listed<ActionView.Progress>> progress(@PathVariable ActionId id) {
		return answers.part(ReadModels.ACTIONS, id, ActionView::progress);
	}

	@PostMapping("/{id}/completion")
	ResponseEntity<ActionView> complete(@PathVariable ActionId id, @RequestBody Completion completion) {
		return answers.created(new CompleteAction(id, completion.result(), today.or(completion.completedOn())), ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/cancellation")
	ResponseEntity<ActionView> drop(@PathVariable ActionId id, @RequestBody Dropping dropping) {
		return answers.created(new DropAction(id, dropping.reason(), today.or(dropping.droppedOn())), ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/reopening")
	ResponseEntity<ActionView> reopen(@PathVariable ActionId id, @RequestBody Reopening reopening) {
		return answers.created(new ReopenAction(id, reopening.reason(), today.or(reopening.reopenedOn())), ReadModels.ACTIONS, id);
	}
}
