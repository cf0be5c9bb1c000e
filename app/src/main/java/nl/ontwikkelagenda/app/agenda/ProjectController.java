package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.project.Author;
import nl.ontwikkelagenda.agenda.project.Origin;
import nl.ontwikkelagenda.agenda.project.Presentation;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AnswerQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AskQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.DrawRoadmap;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.EndProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.MakeRemark;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.PresentProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.StartProject;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionId;
import nl.ontwikkelagenda.agenda.project.QuestionView;
import nl.ontwikkelagenda.agenda.project.RemarkId;
import nl.ontwikkelagenda.agenda.project.RemarkView;
import nl.ontwikkelagenda.agenda.project.Step;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
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
@RequestMapping(Api.BASE + "/projects")
class ProjectController {

	private final Answers answers;
	private final Today today;

	ProjectController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param origin where it was copied from, in words; absent for a project of one's own */
	record Starting(@Nullable ProjectId id, PartnershipId partnershipId, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText description,
			List<OrganisationId> carriedBy, @Nullable PersonId leadBy, @Nullable Period period, @Nullable ProjectId follows, @Nullable @Words(max = 400) FreeText origin) {
	}

	/** @param origin where it was copied from, in words */
	record Copying(@Nullable ProjectId id, PartnershipId partnershipId, @Words(max = 200, lines = false) FreeText title, @Nullable FreeText description,
			List<OrganisationId> carriedBy, @Nullable PersonId leadBy, @Nullable Period period, @Words(max = 400) FreeText origin) {
	}

	/** @param drawnOn absent means today */
	record Drawing(
			@NotEmpty(message = "Een routekaart heeft ten minste één stap.") @Size(max = 50, message = "Een routekaart heeft hoogstens 50 stappen.") List<DrawingStep> steps,
			@Nullable @PastOrPresent LocalDate drawnOn) {
	}

	/** @param when the words for when */
	record DrawingStep(@Words(max = 400) FreeText what, @Nullable @Words(max = 200, lines = false) FreeText when) {
	}

	/**
	 * @param as          absent means on a poster
	 * @param presentedOn absent means today
	 */
	record Presenting(MeetingId meetingId, @Nullable Presentation as, @Nullable @PastOrPresent LocalDate presentedOn) {
	}

	/** @param madeOn absent means today */
	record Remarking(@Nullable RemarkId id, @Words(max = 1000) FreeText words, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
			@Nullable @PastOrPresent LocalDate madeOn,
			@Nullable MeetingId meetingId) {
	}

	/** @param askedOn absent means today */
	record Asking(@Nullable QuestionId id, @Words(max = 1000) FreeText words, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
			@Nullable @PastOrPresent LocalDate askedOn,
			@Nullable MeetingId meetingId) {
	}

	/** @param answeredOn absent means today */
	record Answering(FreeText answer, @Nullable @PastOrPresent LocalDate answeredOn) {
	}

	/** @param endedOn absent means today */
	record Ending(FreeText result, @Nullable @PastOrPresent LocalDate endedOn) {
	}

	@PostMapping
	ResponseEntity<ProjectView> start(@RequestBody Starting project) {
		ProjectId id = Objects.requireNonNullElseGet(project.id(), () -> new ProjectId(Ids.next()));
		Origin origin = project.origin() == null ? null : new Origin(project.origin(), null, null);
		return answers.created(new StartProject(id, project.partnershipId(), project.title(), project.description(), project.carriedBy(), project.leadBy(), project.period(),
				project.follows(), origin), ReadModels.PROJECTS, id);
	}

	@GetMapping
	ResponseEntity<Listed<ProjectView>> list() {
		return answers.list(ReadModels.PROJECTS);
	}

	@GetMapping("/{id}")
	ResponseEntity<ProjectView> one(@PathVariable ProjectId id) {
		return answers.one(ReadModels.PROJECTS, id);
	}

	/** Starts the same project in another partnership, with this one as its origin. */
	@PostMapping("/{id}/copies")
	ResponseEntity<ProjectView> copy(@PathVariable ProjectId id, @RequestBody Copying copy) {
		ProjectId copyId = Objects.requireNonNullElseGet(copy.id(), () -> new ProjectId(Ids.next()));
		Origin origin = new Origin(copy.origin(), answers.known(ReadModels.PROJECTS, id).partnershipId(), id);
		return answers.created(
				new StartProject(copyId, copy.partnershipId(), copy.title(), copy.description(), copy.carriedBy(), copy.leadBy(), copy.period(), null, origin),
				ReadModels.PROJECTS, copyId);
	}

	@GetMapping("/{id}/copies")
	ResponseEntity<Listed<ProjectView>> copies(@PathVariable ProjectId id) {
		return answers.list(ReadModels.PROJECTS, Map.of("copiedFrom", id));
	}

	@PostMapping("/{id}/roadmap")
	ResponseEntity<ProjectView> draw(@PathVariable ProjectId id, @RequestBody Drawing roadmap) {
		return answers.created(new DrawRoadmap(id, roadmap.steps().stream().map(step -> new Step(step.what(), step.when())).toList(), today.or(roadmap.drawnOn())),
				ReadModels.PROJECTS, id);
	}

	@PostMapping("/{id}/presentations")
	ResponseEntity<ProjectView> present(@PathVariable ProjectId id, @RequestBody Presenting presenting) {
		return answers.created(new PresentProject(id, presenting.meetingId(), Objects.requireNonNullElse(presenting.as(), Presentation.POSTER), today.or(presenting.presentedOn())),
				ReadModels.PROJECTS, id);
	}

	@GetMapping("/{id}/presentations")
	ResponseEntity<Listed<ProjectView.Presented>> presentations(@PathVariable ProjectId id) {
		return answers.part(ReadModels.PROJECTS, id, ProjectView::presentations);
	}

	@PostMapping("/{id}/remarks")
	ResponseEntity<RemarkView> remark(@PathVariable ProjectId id, @RequestBody Remarking remark) {
		RemarkId remarkId = Objects.requireNonNullElseGet(remark.id(), () -> new RemarkId(Ids.next()));
		return answers.created(
				new MakeRemark(id, remarkId, remark.words(), new Author(remark.personId(), remark.organisationId()), today.or(remark.madeOn()), remark.meetingId()),
				ReadModels.REMARKS, remarkId);
	}

	@GetMapping("/{id}/remarks")
	ResponseEntity<Listed<RemarkView>> remarks(@PathVariable ProjectId id) {
		return answers.list(ReadModels.REMARKS, Map.of("projectId", id));
	}

	@PostMapping("/{id}/questions")
	ResponseEntity<QuestionView> ask(@PathVariable ProjectId id, @RequestBody Asking question) {
		QuestionId questionId = Objects.requireNonNullElseGet(question.id(), () -> new QuestionId(Ids.next()));
		return answers.created(
				new AskQuestion(id, questionId, question.words(), new Author(question.personId(), question.organisationId()), today.or(question.askedOn()), question.meetingId()),
				ReadModels.QUESTIONS, questionId);
	}

	@GetMapping("/{id}/questions")
	ResponseEntity<Listed<QuestionView>> questions(@PathVariable ProjectId id) {
		return answers.list(ReadModels.QUESTIONS, Map.of("projectId", id));
	}

	@PostMapping("/{id}/questions/{questionId}/answer")
	ResponseEntity<QuestionView> answer(@PathVariable ProjectId id, @PathVariable QuestionId questionId, @RequestBody Answering answering) {
		return answers.created(new AnswerQuestion(id, questionId, answering.answer(), today.or(answering.answeredOn())), ReadModels.QUESTIONS, questionId);
	}

	@PostMapping("/{id}/completion")
	ResponseEntity<ProjectView> end(@PathVariable ProjectId id, @RequestBody Ending ending) {
		return answers.created(new EndProject(id, ending.result(), today.or(ending.endedOn())), ReadModels.PROJECTS, id);
	}
}
