package nl.ontwikkelagenda.agenda.project;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What happened to a project. */
public sealed interface ProjectEvent {

	ProjectId projectId();

	/**
	 * @param carriedBy the organisations that carry it
	 * @param period    when it takes place, as far as known
	 * @param follows   the earlier project that this one follows up
	 */
	record ProjectStarted(ProjectId projectId, PartnershipId partnershipId, FreeText title, @Nullable FreeText description, List<OrganisationId> carriedBy,
			@Nullable PersonId leadBy, @Nullable Period period, @Nullable ProjectId follows) implements ProjectEvent {
	}

	/** The project was not thought of here. */
	record ProjectCopied(ProjectId projectId, Origin copiedOf) implements ProjectEvent {
	}

	/** The whole roadmap; a later one replaces an earlier one. */
	record RoadmapDrawn(ProjectId projectId, List<Step> steps, LocalDate drawnOn) implements ProjectEvent {
	}

	record ProjectPresented(ProjectId projectId, MeetingId meetingId, Presentation as, LocalDate presentedOn) implements ProjectEvent {
	}

	record RemarkMade(ProjectId projectId, PartnershipId partnershipId, RemarkId remarkId, FreeText words, Author by, LocalDate madeOn,
			@Nullable MeetingId meetingId) implements ProjectEvent {
	}

	record QuestionAsked(ProjectId projectId, PartnershipId partnershipId, QuestionId questionId, FreeText words, Author by, LocalDate askedOn,
			@Nullable MeetingId meetingId) implements ProjectEvent {
	}

	/** A later answer replaces an earlier one. */
	record QuestionAnswered(ProjectId projectId, QuestionId questionId, FreeText answer, LocalDate answeredOn) implements ProjectEvent {
	}

	record ProjectEnded(ProjectId projectId, FreeText result, LocalDate endedOn) implements ProjectEvent {
	}
}
