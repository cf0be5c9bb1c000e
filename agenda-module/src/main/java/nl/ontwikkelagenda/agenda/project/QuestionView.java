package nl.ontwikkelagenda.agenda.project;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
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
 * A question about a project, with its answer.
 *
 * @param personId who asked it, where that is known
 */
@RecordBuilder
public record QuestionView(QuestionId questionId, PartnershipId partnershipId, ProjectId projectId, String words, @Nullable PersonId personId,
		@Nullable OrganisationId organisationId, LocalDate askedOn, @Nullable MeetingId meetingId, Instant recordedAt, boolean answered, @Nullable String answer,
		@Nullable LocalDate answeredOn) implements QuestionViewBuilder.With {

	/** The question that a fact is about; null for the other facts of a project. */
	public static @Nullable String key(ProjectEvent event) {
		return switch (event) {
			case QuestionAsked e -> e.questionId().toString();
			case QuestionAnswered e -> e.questionId().toString();
			case ProjectStarted e -> null;
			case ProjectCopied e -> null;
			case RoadmapDrawn e -> null;
			case ProjectPresented e -> null;
			case RemarkMade e -> null;
			case ProjectEnded e -> null;
		};
	}

	public static @Nullable QuestionView on(@Nullable QuestionView current, ProjectEvent event, Recorded when) {
		return switch (event) {
			case QuestionAsked e -> new QuestionView(e.questionId(), e.partnershipId(), e.projectId(), e.words().text(), e.by().personId(), e.by().organisationId(), e.askedOn(),
					e.meetingId(), when.at(), false, null, null);
			case QuestionAnswered e -> requireNonNull(current).withAnswered(true).withAnswer(e.answer().text()).withAnsweredOn(e.answeredOn());
			case ProjectStarted e -> current;
			case ProjectCopied e -> current;
			case RoadmapDrawn e -> current;
			case ProjectPresented e -> current;
			case RemarkMade e -> current;
			case ProjectEnded e -> current;
		};
	}
}
