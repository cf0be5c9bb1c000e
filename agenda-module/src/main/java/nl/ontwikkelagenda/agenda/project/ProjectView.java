package nl.ontwikkelagenda.agenda.project;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectCopied;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectEnded;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectPresented;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.ProjectStarted;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.QuestionAnswered;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.QuestionAsked;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.RemarkMade;
import nl.ontwikkelagenda.agenda.project.ProjectEvent.RoadmapDrawn;

import org.jspecify.annotations.Nullable;

/**
 * A project as its page and its poster show it; what was written on the poster are views of their own.
 *
 * @param follows    the earlier project that this one follows up
 * @param copiedFrom the project of another region that it was copied from, where that is known here
 * @param presentedAt ids of the meetings at which it was shown, to list a carousel by
 * @param result     what came of it, when it has ended
 */
@RecordBuilder
public record ProjectView(ProjectId projectId, PartnershipId partnershipId, String title, @Nullable String description, Status status, List<OrganisationId> carriedBy,
		@Nullable PersonId leadBy, @Nullable Period period, @Nullable ProjectId follows, @Nullable ProjectId copiedFrom, @Nullable Origin origin, @Nullable Roadmap roadmap,
		List<Presented> presentations, List<MeetingId> presentedAt, @Nullable String result, @Nullable LocalDate endedOn) implements ProjectViewBuilder.With {

	/** Whether a project still runs. */
	public enum Status {
		RUNNING, ENDED
	}

	/** Where it was copied from, in words, and the region where that is known here. */
	public record Origin(String words, @Nullable PartnershipId partnershipId) {
	}

	/** The steps as they were drawn last. */
	public record Roadmap(List<Step> steps, LocalDate drawnOn, Instant recordedAt) {
	}

	/** @param when the words for when */
	public record Step(String what, @Nullable String when) {
	}

	/** Where and how it was shown. */
	public record Presented(MeetingId meetingId, Presentation as, LocalDate presentedOn) {
	}

	public static ProjectView on(@Nullable ProjectView current, ProjectEvent event, Recorded when) {
		return switch (event) {
			case ProjectStarted e -> new ProjectView(e.projectId(), e.partnershipId(), e.title().text(), FreeText.wordsOf(e.description()), Status.RUNNING, e.carriedBy(),
					e.leadBy(), e.period(), e.follows(), null, null, null, List.of(), List.of(), null, null);
			case ProjectCopied e ->
				requireNonNull(current).withCopiedFrom(e.copiedOf().projectId()).withOrigin(new Origin(e.copiedOf().words().text(), e.copiedOf().partnershipId()));
			case RoadmapDrawn e -> requireNonNull(current).withRoadmap(
					new Roadmap(e.steps().stream().map(step -> new Step(step.what().text(), FreeText.wordsOf(step.when()))).toList(), e.drawnOn(), when.at()));
			case ProjectPresented e -> {
				ProjectView view = requireNonNull(current);
				List<Presented> all = Stream.concat(view.presentations().stream(), Stream.of(new Presented(e.meetingId(), e.as(), e.presentedOn()))).toList();
				yield view.withPresentations(all).withPresentedAt(all.stream().map(Presented::meetingId).toList());
			}
			case RemarkMade e -> requireNonNull(current);
			case QuestionAsked e -> requireNonNull(current);
			case QuestionAnswered e -> requireNonNull(current);
			case ProjectEnded e -> requireNonNull(current).withStatus(Status.ENDED).withResult(e.result().text()).withEndedOn(e.endedOn());
		};
	}
}
