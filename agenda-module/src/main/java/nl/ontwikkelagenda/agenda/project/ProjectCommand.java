package nl.ontwikkelagenda.agenda.project;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a project. */
public sealed interface ProjectCommand {

	ProjectId projectId();

	/**
	 * @param carriedBy the organisations that carry it
	 * @param leadBy    who leads it
	 * @param period    when it takes place, as far as known
	 * @param follows   the earlier project that this one follows up
	 * @param copiedOf  where it was copied from; absent for a project of its own
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StartProject(@TargetAggregateIdentifier ProjectId projectId, PartnershipId partnershipId, FreeText title, @Nullable FreeText description,
			List<OrganisationId> carriedBy, @Nullable PersonId leadBy, @Nullable Period period, @Nullable ProjectId follows, @Nullable Origin copiedOf) implements ProjectCommand {
	}

	/** The whole roadmap as it is from now on. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DrawRoadmap(@TargetAggregateIdentifier ProjectId projectId, List<Step> steps, LocalDate drawnOn) implements ProjectCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PresentProject(@TargetAggregateIdentifier ProjectId projectId, MeetingId meetingId, Presentation as, LocalDate presentedOn) implements ProjectCommand {
	}

	/** @param meetingId where it was made */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record MakeRemark(@TargetAggregateIdentifier ProjectId projectId, RemarkId remarkId, FreeText words, Author by, LocalDate madeOn,
			@Nullable MeetingId meetingId) implements ProjectCommand {
	}

	/** @param meetingId where it was asked */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record AskQuestion(@TargetAggregateIdentifier ProjectId projectId, QuestionId questionId, FreeText words, Author by, LocalDate askedOn,
			@Nullable MeetingId meetingId) implements ProjectCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AnswerQuestion(@TargetAggregateIdentifier ProjectId projectId, QuestionId questionId, FreeText answer, LocalDate answeredOn) implements ProjectCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record EndProject(@TargetAggregateIdentifier ProjectId projectId, FreeText result, LocalDate endedOn) implements ProjectCommand {
	}
}
