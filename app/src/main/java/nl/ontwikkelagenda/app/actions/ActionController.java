package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.BlockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.EndDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnblockAction;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Oneself;
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
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/actions")
class ActionController {

	private final Answers answers;
	private final Today today;
	private final Moments moments;
	private final Documents documents;
	private final People people;
	private final Oneself oneself;

	ActionController(Answers answers, Today today, Moments moments, Documents documents, People people, Oneself oneself) {
		this.answers = answers;
		this.today = today;
		this.moments = moments;
		this.documents = documents;
		this.people = people;
		this.oneself = oneself;
	}

	/** @param agreedOn absent means today */
	record Assigning(@Nullable ActionId id, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
			@Words(max = 200, lines = false) FreeText title, @Nullable FreeText text, @Nullable @PastOrPresent LocalDate agreedOn,
			@NotEmpty(message = "Een actie heeft ten minste één toezegging: wie doet wat?") List<PromiseRequest> promises) {
	}

	/** @param reportedOn absent means today */
	record Progress(FreeText text, @Nullable @PastOrPresent LocalDate reportedOn) {
	}

	/** @param completedOn absent means today */
	record Completion(FreeText result, @Nullable @PastOrPresent LocalDate completedOn) {
	}

	/** @param droppedOn absent means today */
	record Dropping(FreeText reason, @Nullable @PastOrPresent LocalDate droppedOn) {
	}

	/** @param reopenedOn absent means today */
	record Reopening(FreeText reason, @Nullable @PastOrPresent LocalDate reopenedOn) {
	}

	/**
	 * @param by        what or who it waits for
	 * @param blockedOn absent means today
	 */
	record Blocking(FreeText reason, @Nullable FreeText by, @Nullable @PastOrPresent LocalDate blockedOn) {
	}

	/**
	 * @param how         it came loose
	 * @param unblockedOn absent means today
	 */
	record Unblocking(@Nullable FreeText how, @Nullable @PastOrPresent LocalDate unblockedOn) {
	}

	/** @param notedOn absent means today */
	record Depending(ActionId dependsOn, @Nullable FreeText reason, @Nullable @PastOrPresent LocalDate notedOn) {
	}

	/**
	 * An action that has to be done first.
	 *
	 * @param waiting whether it is not done yet
	 */
	record Dependency(ActionId actionId, String title, ActionStatus status, boolean waiting, @Nullable LocalDate overdueFrom, @Nullable LocalDate endedOn) {

		static Dependency on(ActionView action) {
			return new Dependency(action.actionId(), action.title(), action.status(), action.status() == ActionStatus.OPEN, action.overdueFrom(), action.endedOn());
		}
	}

	@PostMapping
	ResponseEntity<ActionView> assign(@RequestBody Assigning action) {
		ActionId id = Objects.requireNonNullElseGet(action.id(), () -> new ActionId(Ids.next()));
		return answers.created(new AssignAction(id, action.partnershipId(), action.agendaId(), action.themeId(), action.meetingId(), null, action.title(), action.text(),
				today.or(action.agreedOn()), action.promises().stream().map(PromiseRequest::agreed).toList()), ReadModels.ACTIONS, id);
	}

	/**
	 * @param mine             those of which the caller owns a promise
	 * @param notedByMe        those that the caller noted; of an outcome, whoever recorded the outcome
	 * @param waitingForOthers those that the caller noted or leads, and that wait for open promises of others
	 * @param overdue          those that are overdue today, or on the day that is asked about
	 * @param organisationId   those of which the organisation owns a promise
	 * @param tableId          those that were agreed at a meeting of the table
	 */
	@GetMapping
	ResponseEntity<Listed<ActionView>> list(@RequestParam(required = false) @Nullable Boolean mine, @RequestParam(required = false) @Nullable Boolean notedByMe,
			@RequestParam(required = false) @Nullable Boolean waitingForOthers, @RequestParam(required = false) @Nullable Boolean overdue,
			@RequestParam(required = false) @Nullable OrganisationId organisationId, @RequestParam(required = false) @Nullable TableId tableId) {
		return answers.list(ReadModels.ACTIONS, conditions(mine, notedByMe, waitingForOthers, overdue, organisationId, tableId));
	}

	private List<Condition> conditions(@Nullable Boolean mine, @Nullable Boolean notedByMe, @Nullable Boolean waitingForOthers, @Nullable Boolean overdue,
			@Nullable OrganisationId organisationId, @Nullable TableId tableId) {
		Set<String> caller = oneself.ids().stream().map(PersonId::toString).collect(Collectors.toSet());
		List<Condition> conditions = new ArrayList<>();
		if (Boolean.TRUE.equals(mine)) {
			conditions.add(new OneOf("owners", caller));
		}
		if (Boolean.TRUE.equals(notedByMe)) {
			conditions.add(new OneOf("notedBy", caller));
		}
		if (Boolean.TRUE.equals(waitingForOthers)) {
			conditions.add(new OneOf("awaitedBy", caller));
		}
		if (Boolean.TRUE.equals(overdue)) {
			conditions.add(new AtMost("overdueFrom", moments.day().toString()));
		}
		if (organisationId != null) {
			conditions.add(new Is("owners", organisationId.toString()));
		}
		if (tableId != null) {
			conditions.add(new OneOf("meetingId", meetingsOf(answers.seen(ReadModels.TABLES, tableId).bodyId())));
		}
		return conditions;
	}

	private Set<String> meetingsOf(BodyId body) {
		return documents.all(ReadModels.MEETINGS, Map.of("bodyId", body.toString()), moments.asOf()).stream().map(meeting -> meeting.meetingId().toString())
				.collect(Collectors.toSet());
	}

	/** All of the list, one row for each promise. */
	@Hidden
	@GetMapping(produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<ActionView>> file(@RequestParam(required = false) @Nullable Boolean mine, @RequestParam(required = false) @Nullable Boolean notedByMe,
			@RequestParam(required = false) @Nullable Boolean waitingForOthers, @RequestParam(required = false) @Nullable Boolean overdue,
			@RequestParam(required = false) @Nullable OrganisationId organisationId, @RequestParam(required = false) @Nullable TableId tableId) {
		ActionLines lines = new ActionLines(documents, people, moments.asOf());
		return answers.file(SheetFile.of(ActionColumns.SHEET,
				answers.everything(ReadModels.ACTIONS, Map.of(), conditions(mine, notedByMe, waitingForOthers, overdue, organisationId, tableId)).flatMap(lines::of)));
	}

	@GetMapping("/{id}")
	ResponseEntity<ActionView> one(@PathVariable ActionId id) {
		return answers.one(ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/progress")
	ResponseEntity<ActionView> report(@PathVariable ActionId id, @RequestBody Progress progress) {
		return answers.created(new ReportProgress(id, progress.text(), today.or(progress.reportedOn())), ReadModels.ACTIONS, id);
	}

	@GetMapping("/{id}/progress")
	ResponseEntity<Listed<ActionView.Progress>> progress(@PathVariable ActionId id) {
		return answers.part(ReadModels.ACTIONS, id, ActionView::progress);
	}

	/** The last ten that were sent, latest last. */
	@GetMapping("/{id}/reminders")
	ResponseEntity<Listed<ActionView.Reminded>> reminders(@PathVariable ActionId id) {
		return answers.part(ReadModels.ACTIONS, id, ActionView::reminders);
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

	@PostMapping("/{id}/blocks")
	ResponseEntity<ActionView> block(@PathVariable ActionId id, @RequestBody Blocking block) {
		return answers.created(new BlockAction(id, block.reason(), block.by(), today.or(block.blockedOn())), ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/release")
	ResponseEntity<ActionView> unblock(@PathVariable ActionId id, @RequestBody Unblocking release) {
		return answers.created(new UnblockAction(id, release.how(), today.or(release.unblockedOn())), ReadModels.ACTIONS, id);
	}

	@PostMapping("/{id}/dependencies")
	ResponseEntity<ActionView> dependOn(@PathVariable ActionId id, @RequestBody Depending dependency) {
		return answers.created(new NoteDependency(id, dependency.dependsOn(), dependency.reason(), today.or(dependency.notedOn())), ReadModels.ACTIONS, id);
	}

	/** The actions that have to be done first; those that wait for this one are listed by {@code /actions?dependsOn=}. */
	@GetMapping("/{id}/dependencies")
	@MayRead(anyone = true)
	ResponseEntity<Listed<Dependency>> dependencies(@PathVariable ActionId id) {
		List<Dependency> all = answers.seen(ReadModels.ACTIONS, id).dependsOn().stream().map(other -> Dependency.on(answers.seen(ReadModels.ACTIONS, other))).toList();
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new Listed<>(all, 1, Math.max(1, all.size()), all.size()));
	}

	@DeleteMapping("/{id}/dependencies/{dependsOn}")
	ResponseEntity<ActionView> endDependency(@PathVariable ActionId id, @PathVariable ActionId dependsOn) {
		return answers.changed(new EndDependency(id, dependsOn, today.date()), ReadModels.ACTIONS, id);
	}
}
