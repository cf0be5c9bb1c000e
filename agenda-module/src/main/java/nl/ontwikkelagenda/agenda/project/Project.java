package nl.ontwikkelagenda.agenda.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
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

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Project {

	@AggregateIdentifier private ProjectId projectId;
	private PartnershipId partnershipId;
	private boolean ended;
	private final Set<MeetingId> presentedAt = new HashSet<>();
	private final Set<RemarkId> remarks = new HashSet<>();
	private final Set<QuestionId> questions = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(StartProject c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		c.carriedBy().forEach(organisation -> references.require(c.partnershipId(), "carriedBy", organisation));
		references.require(c.partnershipId(), "leadBy", c.leadBy());
		references.require(c.partnershipId(), "follows", c.follows());
		apply(new ProjectStarted(c.projectId(), c.partnershipId(), c.title(), c.description(), c.carriedBy(), c.leadBy(), c.period(), c.follows()));
		if (c.copiedOf() != null) {
			apply(new ProjectCopied(c.projectId(), c.copiedOf()));
		}
	}

	@CommandHandler
	void decide(DrawRoadmap c) {
		apply(new RoadmapDrawn(projectId, c.steps(), c.drawnOn()));
	}

	@CommandHandler
	void decide(PresentProject c, References references) {
		references.require(partnershipId, "meetingId", c.meetingId());
		if (presentedAt.contains(c.meetingId())) {
			throw new RuleBroken("a-project-is-presented-once-at-a-meeting", "Dit project is bij deze bijeenkomst al gepresenteerd; kies een andere bijeenkomst.");
		}
		apply(new ProjectPresented(projectId, c.meetingId(), c.as(), c.presentedOn()));
	}

	@CommandHandler
	void decide(MakeRemark c, References references) {
		if (remarks.contains(c.remarkId())) {
			throw new RuleBroken("id-is-new", "Deze opmerking staat al bij het project; kies een ander id voor een nieuwe opmerking.");
		}
		c.by().mustBeKnown(partnershipId, references);
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new RemarkMade(projectId, partnershipId, c.remarkId(), c.words(), c.by(), c.madeOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(AskQuestion c, References references) {
		if (questions.contains(c.questionId())) {
			throw new RuleBroken("id-is-new", "Deze vraag staat al bij het project; kies een ander id voor een nieuwe vraag.");
		}
		c.by().mustBeKnown(partnershipId, references);
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new QuestionAsked(projectId, partnershipId, c.questionId(), c.words(), c.by(), c.askedOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(AnswerQuestion c) {
		if (!questions.contains(c.questionId())) {
			throw new UnknownReference("questionId", "Deze vraag is niet bij dit project gesteld; kies een vraag van het project zelf.");
		}
		apply(new QuestionAnswered(projectId, c.questionId(), c.answer(), c.answeredOn()));
	}

	@CommandHandler
	void decide(EndProject c) {
		if (ended) {
			throw new RuleBroken("a-project-ends-once", "Dit project is al afgerond; begin een nieuw project dat er het vervolg op is.");
		}
		apply(new ProjectEnded(projectId, c.result(), c.endedOn()));
	}

	@EventSourcingHandler
	void evolve(ProjectEvent event) {
		switch (event) {
			case ProjectStarted e -> {
				projectId = e.projectId();
				partnershipId = e.partnershipId();
			}
			case ProjectCopied e -> {
			}
			case RoadmapDrawn e -> {
			}
			case ProjectPresented e -> presentedAt.add(e.meetingId());
			case RemarkMade e -> remarks.add(e.remarkId());
			case QuestionAsked e -> questions.add(e.questionId());
			case QuestionAnswered e -> {
			}
			case ProjectEnded e -> ended = true;
		}
	}
}
