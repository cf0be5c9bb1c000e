package nl.ontwikkelagenda.agenda.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AnswerQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AskQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.DrawRoadmap;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.EndProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.MakeRemark;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.PresentProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.StartProject;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectCopied;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectEnded;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectPresented;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectStarted;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.QuestionAnswered;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.QuestionAsked;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.RemarkMade;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.RoadmapDrawn;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ProjectTest {

	private static final ProjectId ARRANGEMENTS = new ProjectId(new UUID(0, 1));
	private static final ProjectId CONNECTION = new ProjectId(new UUID(0, 2));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 3));
	private static final PartnershipId ELSEWHERE = new PartnershipId(new UUID(0, 4));
	private static final OrganisationId STRANGER = new OrganisationId(new UUID(0, 5));
	private static final MeetingId CAROUSEL = new MeetingId(new UUID(0, 6));
	private static final RemarkId REMARK = new RemarkId(new UUID(0, 7));
	private static final QuestionId QUESTION = new QuestionId(new UUID(0, 8));
	private static final Author NOBODY = new Author(null, null);
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final Period YEAR = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
	private static final ProjectStarted STARTED = new ProjectStarted(ARRANGEMENTS, REGION, text("Onderwijs-Jeugdhulparrangementen"), null, List.of(), null, YEAR, null);
	private static final ProjectPresented PRESENTED = new ProjectPresented(ARRANGEMENTS, CAROUSEL, Presentation.POSTER, DAY);
	private static final RemarkMade REMARKED = new RemarkMade(ARRANGEMENTS, REGION, REMARK, text("er gebeurt al veel"), NOBODY, DAY, CAROUSEL);
	private static final QuestionAsked ASKED = new QuestionAsked(ARRANGEMENTS, REGION, QUESTION, text("kan er ook inzicht gegeven worden in de financiën?"), NOBODY, DAY, CAROUSEL);
	private static final ProjectEnded ENDED = new ProjectEnded(ARRANGEMENTS, text("Een routekaart"), DAY);

	private final AggregateTestFixture<Project> project = fixture();

	private static AggregateTestFixture<Project> fixture() {
		AggregateTestFixture<Project> fixture = new AggregateTestFixture<>(Project.class);
		References references = (partnership, id) -> !STRANGER.equals(id);
		fixture.registerInjectableResource(references);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aProjectSaysWhatItFollowsUp() {
		project.givenNoPriorActivity().when(new StartProject(CONNECTION, REGION, text("Verbinding"), null, List.of(), null, null, ARRANGEMENTS, null)).expectEvents(
				new ProjectStarted(CONNECTION, REGION, text("Verbinding"), null, List.of(), null, null, ARRANGEMENTS));
	}

	@Test
	void aProjectOfAnotherRegionKeepsItsOrigin() {
		Origin origin = new Origin(text("Voorbeeld uit een andere regio"), ELSEWHERE, CONNECTION);
		project.givenNoPriorActivity().when(new StartProject(ARRANGEMENTS, REGION, STARTED.title(), null, List.of(), null, YEAR, null, origin)).expectEvents(STARTED,
				new ProjectCopied(ARRANGEMENTS, origin));
	}

	@Test
	void onlyOrganisationsOfThePartnershipCarryIt() {
		project.givenNoPriorActivity().when(new StartProject(ARRANGEMENTS, REGION, STARTED.title(), null, List.of(STRANGER), null, YEAR, null, null))
				.expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void theRoadmapIsDrawnAsAWhole() {
		List<Step> steps = List.of(new Step(text("Ontwikkeltafels"), text("komend jaar")));
		project.given(STARTED).when(new DrawRoadmap(ARRANGEMENTS, steps, DAY)).expectEvents(new RoadmapDrawn(ARRANGEMENTS, steps, DAY));
	}

	@Test
	void aProjectHangsOnceInACarousel() {
		project.given(STARTED).when(new PresentProject(ARRANGEMENTS, CAROUSEL, Presentation.POSTER, DAY)).expectEvents(PRESENTED);
		refused(new PresentProject(ARRANGEMENTS, CAROUSEL, Presentation.TALK, DAY), STARTED, PRESENTED);
	}

	@Test
	void aRemarkOnAPosterMayBeOfNobody() {
		project.given(STARTED).when(new MakeRemark(ARRANGEMENTS, REMARK, REMARKED.words(), NOBODY, DAY, CAROUSEL)).expectEvents(REMARKED);
		refused(new MakeRemark(ARRANGEMENTS, REMARK, text("iets anders"), NOBODY, DAY, null), STARTED, REMARKED);
	}

	@Test
	void whoIsNamedAsAuthorIsKnown() {
		unknown(new MakeRemark(ARRANGEMENTS, REMARK, REMARKED.words(), new Author(null, STRANGER), DAY, null), STARTED);
		unknown(new AskQuestion(ARRANGEMENTS, QUESTION, ASKED.words(), new Author(null, STRANGER), DAY, null), STARTED);
	}

	@Test
	void aQuestionIsAskedOnceAndAnswered() {
		project.given(STARTED).when(new AskQuestion(ARRANGEMENTS, QUESTION, ASKED.words(), NOBODY, DAY, CAROUSEL)).expectEvents(ASKED);
		refused(new AskQuestion(ARRANGEMENTS, QUESTION, text("iets anders"), NOBODY, DAY, null), STARTED, ASKED);
		project.given(STARTED, ASKED).when(new AnswerQuestion(ARRANGEMENTS, QUESTION, text("Dit schooljaar"), DAY)).expectEvents(
				new QuestionAnswered(ARRANGEMENTS, QUESTION, text("Dit schooljaar"), DAY));
		unknown(new AnswerQuestion(ARRANGEMENTS, QUESTION, text("Dit schooljaar"), DAY), STARTED);
	}

	@Test
	void aProjectEndsOnce() {
		project.given(STARTED).when(new EndProject(ARRANGEMENTS, ENDED.result(), DAY)).expectEvents(ENDED);
		refused(new EndProject(ARRANGEMENTS, text("Nogmaals"), DAY), STARTED, ENDED);
	}

	private void refused(ProjectCommand command, ProjectEvent... history) {
		project.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}

	private void unknown(ProjectCommand command, ProjectEvent... history) {
		project.given((Object[]) history).when(command).expectException(UnknownReference.class).expectNoEvents();
	}
}
