package nl.ontwikkelagenda.agenda.project;

import java.time.Instant;
import java.time.LocalDate;

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
 * A remark about a project, as it was written on its poster.
 *
 * @param personId who made it, where that is known
 */
public record RemarkView(RemarkId remarkId, PartnershipId partnershipId, ProjectId projectId, String words, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
		LocalDate madeOn, @Nullable MeetingId meetingId, Instant recordedAt) {

	/** The remark that a fact is about; null for the other facts of a project. */
	public static @Nullable String key(ProjectEvent event) {
		return event instanceof RemarkMade e ? e.remarkId().toString() : null;
	}

	public static @Nullable RemarkView on(@Nullable RemarkView current, ProjectEvent event, Recorded when) {
		return switch (event) {
			case RemarkMade e ->
				new RemarkView(e.remarkId(), e.partnershipId(), e.projectId(), e.words().text(), e.by().personId(), e.by().organisationId(), e.madeOn(), e.meetingId(), when.at());
			case ProjectStarted e -> current;
			case ProjectCopied e -> current;
			case RoadmapDrawn e -> current;
			case ProjectPresented e -> current;
			case QuestionAsked e -> current;
			case QuestionAnswered e -> current;
			case ProjectEnded e -> current;
		};
	}
}
