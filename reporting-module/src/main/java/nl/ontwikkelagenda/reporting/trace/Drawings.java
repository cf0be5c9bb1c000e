package nl.ontwikkelagenda.reporting.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.SeriesId;
import nl.ontwikkelagenda.agenda.meeting.SeriesView;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.report.ReportView;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.GoalId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.InsightView;
import nl.ontwikkelagenda.cop.library.KnowledgeItemId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.monitor.IndicatorSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trace.Sketch.Drawing;
import nl.ontwikkelagenda.reporting.trace.Trace.Present;

import org.jspecify.annotations.Nullable;

/** How each view takes part in a chain: the steps and links in its documents, and by which fields of other views they are referred to. */
final class Drawings {

	/** One view's part. */
	record Part<D>(StepKind kind, ReadModel<D, ?> view, Function<D, PartnershipId> partnership, BiConsumer<D, Sketch> drawing) {

		/** Draws a document of this view, when it is of this partnership. */
		void draw(Object document, PartnershipId of, Sketch sketch) {
			D typed = view.document().cast(document);
			if (partnership.apply(typed).equals(of)) {
				drawing.accept(typed, sketch);
			}
		}
	}

	/** Of the kind of the step that bears the id of the document. */
	static final List<Part<?>> ALL = List.of(
			new Part<>(StepKind.BODY, ReadModels.BODIES, BodyView::partnershipId, Drawings::body),
			new Part<>(StepKind.MANDATE, ReadModels.MANDATES, MandateView::partnershipId, Drawings::mandate),
			new Part<>(StepKind.LIBRARY_ITEM, ReadModels.LIBRARY_ITEMS, KnowledgeItemView::partnershipId, Drawings::libraryItem),
			new Part<>(StepKind.AGENDA, ReadModels.AGENDAS, AgendaView::partnershipId, Drawings::agenda),
			new Part<>(StepKind.PRIORITY_ROUND, ReadModels.PRIORITY_ROUNDS, PriorityRoundView::partnershipId, Drawings::priorityRound),
			new Part<>(StepKind.IDEA, ReadModels.IDEAS, IdeaView::partnershipId, Drawings::idea),
			new Part<>(StepKind.GUIDING_ANSWER, ReadModels.GUIDING_ANSWERS, GuidingAnswerView::partnershipId, Drawings::guidingAnswer),
			new Part<>(StepKind.THEME, ReadModels.THEMES, ThemeView::partnershipId, Drawings::theme),
			new Part<>(StepKind.PROJECT, ReadModels.PROJECTS, ProjectView::partnershipId, Drawings::project),
			new Part<>(StepKind.TABLE, ReadModels.TABLES, TableView::partnershipId, Drawings::table),
			new Part<>(StepKind.COMMUNITY, ReadModels.COMMUNITIES, CommunityView::partnershipId, Drawings::community),
			new Part<>(StepKind.SERIES, ReadModels.SERIES, SeriesView::partnershipId, Drawings::series),
			new Part<>(StepKind.ITEM, ReadModels.ITEMS, ItemView::partnershipId, Drawings::item),
			new Part<>(StepKind.MEETING, ReadModels.MEETINGS, MeetingView::partnershipId, Drawings::meeting),
			new Part<>(StepKind.BARRIER, ReadModels.BARRIERS, BarrierView::partnershipId, Drawings::barrier),
			new Part<>(StepKind.OUTCOME, ReadModels.OUTCOMES, OutcomeView::partnershipId, Drawings::outcome),
			new Part<>(StepKind.INSIGHT, ReadModels.INSIGHTS, InsightView::partnershipId, Drawings::insight),
			new Part<>(StepKind.DECISION, ReadModels.DECISIONS, DecisionView::partnershipId, Drawings::decision),
			new Part<>(StepKind.ADVICE_NOTE, ReadModels.ADVICE_NOTES, AdviceNoteView::partnershipId, Drawings::adviceNote),
			new Part<>(StepKind.ACTION, ReadModels.ACTIONS, ActionView::partnershipId, Drawings::action),
			new Part<>(StepKind.INVENTORY, ReadModels.INVENTORIES, InventoryView::partnershipId, Drawings::inventory),
			new Part<>(StepKind.REFLECTION_ROUND, ReadModels.REFLECTION_ROUNDS, ReflectionRoundView::partnershipId, Drawings::reflectionRound),
			new Part<>(StepKind.INDICATOR, ReadModels.INDICATORS, IndicatorView::partnershipId, Drawings::indicator),
			new Part<>(StepKind.MEASUREMENT, ReadModels.MEASUREMENTS, MeasurementView::partnershipId, Drawings::measurement),
			new Part<>(StepKind.REPORT, ReadModels.PROGRESS_REPORTS, ReportView::partnershipId, Drawings::report));

	private Drawings() {
	}

	private static void body(BodyView v, Sketch sketch) {
		UUID id = v.bodyId().value();
		sketch.step(StepKind.BODY, id, v.name(), null, v.status(), path(ReadModels.BODIES, id)).result(v.dissolvedBecause(), v.dissolvedOn())
				.after(ReadModels.TABLES, "bodyId", id).after(ReadModels.COMMUNITIES, "bodyId", id).after(ReadModels.SERIES, "bodyId", id).after(ReadModels.MEETINGS, "bodyId", id)
				.after(ReadModels.DECISIONS, "bodyId", id);
	}

	private static void mandate(MandateView v, Sketch sketch) {
		UUID id = v.mandateId().value();
		sketch.step(StepKind.MANDATE, id, v.subject(), v.from(), null, path(ReadModels.MANDATES, id)).owner(new OwnerView(Owner.Kind.PERSON, v.personId().value(), null))
				.from(StepKind.MANDATE, id(v.follows(), MandateId::value)).to(StepKind.MANDATE, id(v.handedOverTo(), MandateId::value)).result(v.endedBecause(), v.to())
				.before(ReadModels.DECISIONS, "mandateId", id).after(ReadModels.DECISIONS, "mandateId", id);
	}

	private static void libraryItem(KnowledgeItemView v, Sketch sketch) {
		UUID id = v.knowledgeItemId().value();
		sketch.step(StepKind.LIBRARY_ITEM, id, v.title(), v.cataloguedOn(), v.status(), path(ReadModels.LIBRARY_ITEMS, id)).to(StepKind.THEME, v.usedIn().stream())
				.to(StepKind.COMMUNITY, v.usedIn().stream()).to(StepKind.TABLE, v.usedIn().stream()).to(StepKind.LIBRARY_ITEM, id(v.supersededBy(), KnowledgeItemId::value))
				.before(ReadModels.LIBRARY_ITEMS, "supersededBy", id);
	}

	private static void agenda(AgendaView v, Sketch sketch) {
		UUID id = v.agendaId().value();
		sketch.step(StepKind.AGENDA, id, v.title(), v.openedOn(), v.status(), path(ReadModels.AGENDAS, id)).text(v.ambition())
				.from(StepKind.AGENDA, id(v.editionOf(), AgendaId::value))
				.before(ReadModels.BARRIERS, "agendas", id).after(ReadModels.AGENDAS, "editionOf", id).after(ReadModels.THEMES, "agendaIds", id)
				.after(ReadModels.MEETINGS, "agendaId", id).after(ReadModels.SERIES, "agendaId", id).after(ReadModels.PRIORITY_ROUNDS, "agendaId", id)
				.after(ReadModels.ACTIONS, "agendaId", id).after(ReadModels.PROGRESS_REPORTS, "subjectId", id);
	}

	private static void priorityRound(PriorityRoundView v, Sketch sketch) {
		UUID id = v.priorityRoundId().value();
		Drawing drawing = sketch.step(StepKind.PRIORITY_ROUND, id, v.title(), v.closedOn() == null ? v.openedOn() : v.closedOn(), v.status(),
				path(ReadModels.PRIORITY_ROUNDS, id)).from(StepKind.AGENDA, v.agendaId().value());
		v.themes().forEach(theme -> drawing.dots(StepKind.THEME, theme.themeId().value(), theme.dots()));
	}

	private static void idea(IdeaView v, Sketch sketch) {
		UUID id = v.ideaId().value();
		sketch.step(StepKind.IDEA, id, v.words(), null, v.status(), path(ReadModels.IDEAS, id)).during(v.happenedOn()).from(StepKind.IDEA, v.origins().stream().map(IdeaId::value))
				.to(StepKind.IDEA, v.goesOnIn().stream().map(IdeaId::value)).to(StepKind.THEME, v.themeId().value());
	}

	private static void guidingAnswer(GuidingAnswerView v, Sketch sketch) {
		UUID id = v.guidingAnswerId().value();
		sketch.step(StepKind.GUIDING_ANSWER, id, v.answer(), v.answeredOn(), v.question(), path(ReadModels.GUIDING_ANSWERS, id)).to(StepKind.THEME, v.themeId().value());
	}

	private static void theme(ThemeView v, Sketch sketch) {
		UUID id = v.themeId().value();
		Drawing drawing = sketch.step(StepKind.THEME, id, v.title(), v.raisedOn(), v.status(), path(ReadModels.THEMES, id)).text(v.description())
				.from(StepKind.AGENDA, v.agendaIds().stream().map(AgendaId::value)).from(StepKind.THEME, v.origins().stream().map(ThemeId::value))
				.to(StepKind.THEME, v.goesOnIn().stream().map(ThemeId::value)).result(v.retiredBecause(), v.endedOn()).before(ReadModels.IDEAS, "themeId", id)
				.before(ReadModels.GUIDING_ANSWERS, "themeId", id).before(ReadModels.LIBRARY_ITEMS, "usedIn", id).after(ReadModels.PROGRESS_REPORTS, "subjectId", id)
				.after(ReadModels.TABLES, "themeId", id).after(ReadModels.COMMUNITIES, "themeId", id)
				.after(ReadModels.ITEMS, "themeId", id).after(ReadModels.OUTCOMES, "themeId", id).after(ReadModels.ACTIONS, "themeId", id)
				.after(ReadModels.INDICATORS, "themeId", id)
				.after(ReadModels.BARRIERS, "themeId", id).after(ReadModels.INVENTORIES, "themeId", id);
		v.agendaIds().forEach(agenda -> drawing.before(ReadModels.PRIORITY_ROUNDS, "agendaId", agenda));
	}

	private static void project(ProjectView v, Sketch sketch) {
		UUID id = v.projectId().value();
		LocalDate on = v.presentations().isEmpty() ? null : v.presentations().getFirst().presentedOn();
		sketch.step(StepKind.PROJECT, id, v.title(), on, v.status(), path(ReadModels.PROJECTS, id)).during(v.period()).text(v.description())
				.from(StepKind.PROJECT, id(v.follows(), ProjectId::value))
				.from(StepKind.PROJECT, id(v.copiedFrom(), ProjectId::value)).to(StepKind.MEETING, v.presentedAt().stream().map(MeetingId::value)).result(v.result(), v.endedOn())
				.after(ReadModels.PROJECTS, "follows", id).after(ReadModels.PROJECTS, "copiedFrom", id);
	}

	private static void table(TableView v, Sketch sketch) {
		UUID id = v.tableId().value();
		String resource = path(ReadModels.TABLES, id);
		sketch.step(StepKind.TABLE, id, v.title(), v.openedOn(), v.status(), resource).from(StepKind.THEME, v.themeId().value()).from(StepKind.BODY, v.bodyId().value())
				.worksIn(v.bodyId())
				.result(v.result(), v.closedOn()).after(ReadModels.MEETINGS, "bodyId", v.bodyId()).after(ReadModels.ADVICE_NOTES, "tableId", id)
				.after(ReadModels.REFLECTION_ROUNDS, "about", id).before(ReadModels.LIBRARY_ITEMS, "usedIn", id).after(ReadModels.PROGRESS_REPORTS, "subjectId", id);
		v.goals().forEach(goal -> goal(goal, id, resource, sketch));
		v.proposals().forEach(proposal -> proposal(proposal, id, resource, sketch));
	}

	private static void goal(TableView.Goal goal, UUID table, String resource, Sketch sketch) {
		UUID id = goal.goalId().value();
		TableView.Wording first = goal.wordings().getFirst();
		sketch.step(StepKind.GOAL, id, goal.words(), first.on(), null, resource).from(StepKind.TABLE, table).from(StepKind.MEETING, id(first.meetingId(), MeetingId::value))
				.after(ReadModels.ADVICE_NOTES, "cites", id);
		if (!goal.answers().isEmpty()) {
			TableView.Answer answer = goal.answers().getLast();
			sketch.step(StepKind.ANSWER, id, answer.answer(), answer.answeredOn(), null, resource).from(StepKind.GOAL, id)
					.from(StepKind.OUTCOME, id(answer.outcomeId(), OutcomeId::value))
					.from(StepKind.ADVICE_NOTE, id(answer.adviceNoteId(), AdviceNoteId::value));
		}
	}

	private static void proposal(TableView.Proposal proposal, UUID table, String resource, Sketch sketch) {
		UUID id = proposal.proposalId().value();
		TableView.Wording first = proposal.wordings().getFirst();
		Drawing drawing = sketch.step(StepKind.PROPOSAL, id, proposal.words(), first.on(), null, resource).from(StepKind.GOAL, proposal.goals().stream().map(GoalId::value))
				.from(StepKind.MEETING, id(first.meetingId(), MeetingId::value)).result(proposal.withdrawnBecause(), proposal.withdrawnOn())
				.after(ReadModels.ADVICE_NOTES, "cites", id);
		if (proposal.goals().isEmpty()) {
			drawing.from(StepKind.TABLE, table);
		}
	}

	private static void community(CommunityView v, Sketch sketch) {
		UUID id = v.communityId().value();
		sketch.step(StepKind.COMMUNITY, id, v.title(), v.foundedOn(), v.status(), path(ReadModels.COMMUNITIES, id)).from(StepKind.THEME, id(v.themeId(), ThemeId::value))
				.from(StepKind.BODY, v.bodyId().value()).worksIn(v.bodyId()).to(StepKind.MEETING, v.held().stream().map(session -> session.meetingId().value()))
				.result(v.result(), v.concludedOn())
				.after(ReadModels.MEETINGS, "bodyId", v.bodyId()).after(ReadModels.INSIGHTS, "communityId", id).after(ReadModels.REFLECTION_ROUNDS, "about", id)
				.before(ReadModels.LIBRARY_ITEMS, "usedIn", id).after(ReadModels.PROGRESS_REPORTS, "subjectId", id);
	}

	private static void series(SeriesView v, Sketch sketch) {
		UUID id = v.seriesId().value();
		sketch.step(StepKind.SERIES, id, v.title(), v.occurrences().getFirst().plannedOn(), null, path(ReadModels.SERIES, id)).from(StepKind.BODY, v.bodyId().value())
				.from(StepKind.AGENDA, id(v.agendaId(), AgendaId::value)).after(ReadModels.MEETINGS, "seriesId", id);
	}

	private static void item(ItemView v, Sketch sketch) {
		UUID id = v.itemId().value();
		Drawing drawing = sketch.step(StepKind.ITEM, id, v.title(), null, v.status(), path(ReadModels.ITEMS, id)).from(StepKind.THEME, id(v.themeId(), ThemeId::value))
				.to(StepKind.MEETING, v.meetingId().value());
		if (v.carriedFrom() != null) {
			drawing.from(StepKind.ITEM, v.carriedFrom().itemId().value());
		}
		if (v.carriedTo() != null) {
			drawing.to(StepKind.ITEM, v.carriedTo().itemId().value());
		}
	}

	private static void meeting(MeetingView v, Sketch sketch) {
		UUID id = v.meetingId().value();
		sketch.step(StepKind.MEETING, id, v.title(), v.plannedOn(), v.status(), path(ReadModels.MEETINGS, id)).during(v.happenedOn())
				.text(v.status() == MeetingStatus.CANCELLED ? v.reason() : null)
				.present(v.attendance().stream().filter(one -> one.presence() == Presence.PRESENT).map(one -> new Present(one.personId(), one.organisationId())).toList())
				.from(StepKind.AGENDA, id(v.agendaId(), AgendaId::value)).from(StepKind.BODY, id(v.bodyId(), BodyId::value))
				.from(StepKind.SERIES, id(v.seriesId(), SeriesId::value))
				.from(StepKind.MEETING, id(v.follows(), MeetingId::value)).convenedBy(v.bodyId()).after(ReadModels.PROGRESS_REPORTS, "subjectId", id)
				.before(ReadModels.PROJECTS, "presentedAt", id)
				.before(ReadModels.ITEMS, "meetingId", id).before(ReadModels.ACTIONS, "meetings", id).before(ReadModels.TABLES, "bodyId", v.bodyId())
				.before(ReadModels.COMMUNITIES, "bodyId", v.bodyId()).after(ReadModels.MEETINGS, "follows", id).after(ReadModels.OUTCOMES, "meetingId", id)
				.after(ReadModels.DECISIONS, "meetingId", id).after(ReadModels.ACTIONS, "meetingId", id).after(ReadModels.BARRIERS, "meetingId", id)
				.after(ReadModels.INSIGHTS, "meetingId", id).after(ReadModels.TABLES, "bodyId", v.bodyId());
	}

	private static void barrier(BarrierView v, Sketch sketch) {
		UUID id = v.barrierId().value();
		sketch.step(StepKind.BARRIER, id, v.hinders(), v.reportedOn(), v.status(), path(ReadModels.BARRIERS, id)).text(v.rule())
				.from(StepKind.MEETING, id(v.meetingId(), MeetingId::value))
				.from(StepKind.THEME, id(v.themeId(), ThemeId::value)).to(StepKind.AGENDA, v.agendas().stream().map(AgendaId::value)).result(v.outcome(), v.resolvedOn());
	}

	private static void outcome(OutcomeView v, Sketch sketch) {
		UUID id = v.outcomeId().value();
		sketch.step(StepKind.OUTCOME, id, v.title(), v.agreedOn(), v.kind(), path(ReadModels.OUTCOMES, id)).text(v.text()).from(StepKind.MEETING, v.meetingId().value())
				.from(StepKind.THEME, id(v.themeId(), ThemeId::value)).after(ReadModels.DECISIONS, "outcomeId", id).after(ReadModels.ACTIONS, "outcomeId", id)
				.after(ReadModels.ADVICE_NOTES, "cites", id).after(ReadModels.TABLES, "themeId", v.themeId());
	}

	private static void insight(InsightView v, Sketch sketch) {
		UUID id = v.insightId().value();
		sketch.step(StepKind.INSIGHT, id, v.words(), v.sharedOn(), v.kind(), path(ReadModels.INSIGHTS, id)).from(StepKind.COMMUNITY, v.communityId().value())
				.from(StepKind.MEETING, id(v.meetingId(), MeetingId::value));
	}

	private static void decision(DecisionView v, Sketch sketch) {
		UUID id = v.decisionId().value();
		DecisionView.Stated stated = v.particulars();
		Drawing drawing = sketch.step(StepKind.DECISION, id, v.number() + " " + v.title(), v.decidedOn(), v.status(), path(ReadModels.DECISIONS, id)).text(v.text())
				.present(stated == null ? List.of() : stated.present().stream().map(person -> new Present(person, null)).toList())
				.from(StepKind.DECISION, id(v.revises(), DecisionId::value)).to(StepKind.DECISION, id(v.revisedBy(), DecisionId::value)).result(v.revokedBecause(), v.endedOn());
		if (v.mandateId() == null) {
			drawing.from(StepKind.BODY, v.bodyId().value());
		} else {
			drawing.from(StepKind.MANDATE, v.mandateId().value());
			sketch.link(new Trace.Ref(StepKind.BODY, v.bodyId().value()), new Trace.Ref(StepKind.MANDATE, v.mandateId().value()));
		}
		if (v.outcomeId() != null) {
			drawing.from(StepKind.OUTCOME, v.outcomeId().value());
		} else {
			drawing.from(StepKind.MEETING, id(v.meetingId(), MeetingId::value));
		}
	}

	private static void adviceNote(AdviceNoteView v, Sketch sketch) {
		UUID id = v.adviceNoteId().value();
		String resource = path(ReadModels.ADVICE_NOTES, id);
		AdviceNoteView.Answer answer = v.answer();
		LocalDate on = v.submissions().isEmpty() ? v.draftedOn() : v.submissions().getLast().submittedOn();
		Drawing drawing = sketch.step(StepKind.ADVICE_NOTE, id, v.title(), on, v.status(), resource).from(StepKind.TABLE, v.tableId().value())
				.result(answer == null ? v.withdrawnBecause() : answer.reasons(), answer == null ? v.withdrawnOn() : answer.answeredOn())
				.after(ReadModels.TABLES, Sketch.ID, v.tableId());
		Stream.concat(v.paragraphs().stream(), v.submissions().stream().flatMap(submission -> submission.paragraphs().stream())).map(AdviceNoteView.Paragraph::source).distinct()
				.forEach(source -> drawing.from(kind(source.kind()), source.id()));
		if (answer != null && answer.meetingId() != null) {
			sketch.link(new Trace.Ref(StepKind.MEETING, answer.meetingId().value()), new Trace.Ref(StepKind.RESULT, id));
		}
	}

	private static StepKind kind(Source.Kind kind) {
		return switch (kind) {
			case GOAL -> StepKind.GOAL;
			case PROPOSAL -> StepKind.PROPOSAL;
			case OUTCOME -> StepKind.OUTCOME;
		};
	}

	private static void action(ActionView v, Sketch sketch) {
		UUID id = v.actionId().value();
		String resource = path(ReadModels.ACTIONS, id);
		Drawing drawing = sketch.step(StepKind.ACTION, id, v.title(), v.agreedOn(), v.status(), resource).text(v.text()).from(StepKind.THEME, id(v.themeId(), ThemeId::value))
				.from(StepKind.ACTION, v.dependsOn().stream().map(ActionId::value)).result(v.ending(), v.endedOn()).after(ReadModels.ACTIONS, "dependsOn", id)
				.after(ReadModels.INVENTORIES, "actionId", id);
		if (v.outcomeId() != null) {
			drawing.from(StepKind.OUTCOME, v.outcomeId().value());
		} else if (v.meetingId() != null) {
			drawing.from(StepKind.MEETING, v.meetingId().value());
		} else if (v.themeId() == null) {
			drawing.from(StepKind.AGENDA, id(v.agendaId(), AgendaId::value));
		}
		v.promises().forEach(promise -> promise(promise, v, resource, sketch));
	}

	private static void promise(PromiseView promise, ActionView action, String resource, Sketch sketch) {
		UUID id = promise.promiseId().value();
		Drawing drawing = sketch.step(StepKind.PROMISE, id, promise.what(), promise.deadline().saidOn(), null, resource).owner(promise.owner())
				.from(StepKind.ACTION, action.actionId().value());
		if (promise.meeting() != null) {
			drawing.to(StepKind.MEETING, promise.meeting().meetingId().value());
		}
		if (promise.kept() != null) {
			drawing.result(promise.kept().result(), promise.kept().keptOn());
		}
	}

	private static void inventory(InventoryView v, Sketch sketch) {
		UUID id = v.inventoryId().value();
		boolean closed = v.status() == InventoryStatus.CLOSED;
		sketch.step(StepKind.INVENTORY, id, v.question(), v.openedOn(), v.status(), path(ReadModels.INVENTORIES, id)).from(StepKind.ACTION, id(v.actionId(), ActionId::value))
				.from(StepKind.THEME, id(v.themeId(), ThemeId::value)).result(closed ? v.total().toPlainString().replace('.', ',') + " " + v.unit() : null, v.closedOn())
				.after(ReadModels.INDICATORS, "sourceIds", id);
	}

	private static void reflectionRound(ReflectionRoundView v, Sketch sketch) {
		UUID id = v.reflectionRoundId().value();
		sketch.step(StepKind.REFLECTION_ROUND, id, v.title(), v.openedOn(), v.status(), path(ReadModels.REFLECTION_ROUNDS, id)).from(StepKind.TABLE, v.about())
				.from(StepKind.COMMUNITY, v.about()).from(StepKind.REFLECTION_ROUND, id(v.repeatOf(), ReflectionRoundId::value))
				.after(ReadModels.REFLECTION_ROUNDS, "repeatOf", id).after(ReadModels.INDICATORS, "sourceIds", id);
	}

	/** Of a theme that it tells about, and of what its values are counted from. */
	private static void indicator(IndicatorView v, Sketch sketch) {
		UUID id = v.indicatorId().value();
		Drawing drawing = sketch.step(StepKind.INDICATOR, id, v.name(), v.definedOn(), v.status(), path(ReadModels.INDICATORS, id)).text(v.definition())
				.from(StepKind.THEME, id(v.themeId(), ThemeId::value)).after(ReadModels.MEASUREMENTS, "indicatorId", id);
		v.sources().stream().map(IndicatorView.Link::source).forEach(source -> drawing.from(kind(source.kind()), source.id()));
	}

	private static void measurement(MeasurementView v, Sketch sketch) {
		UUID id = v.measurementId().value();
		sketch.step(StepKind.MEASUREMENT, id, v.period() + ": " + v.amount().toPlainString().replace('.', ','), v.measuredOn(), null, path(ReadModels.MEASUREMENTS, id))
				.text(v.remark()).from(StepKind.INDICATOR, v.indicatorId().value());
	}

	/** Of the subject as a whole where it tells of no period. */
	private static void report(ReportView v, Sketch sketch) {
		UUID id = v.reportId().value();
		String title = v.period() == null ? StepKind.REPORT.dutch() : StepKind.REPORT.dutch() + " " + TracePicture.when(v.period());
		Drawing drawing = sketch.step(StepKind.REPORT, id, title, v.madeOn(), null, path(ReadModels.PROGRESS_REPORTS, id));
		StepKind subject = kind(v.subjectKind());
		if (subject != null) {
			drawing.from(subject, v.subjectId());
		}
	}

	/** Null for a partnership: every chain is within one, and none is of it. */
	private static @Nullable StepKind kind(ReportSubject.Kind kind) {
		return switch (kind) {
			case PARTNERSHIP -> null;
			case AGENDA -> StepKind.AGENDA;
			case THEME -> StepKind.THEME;
			case TABLE -> StepKind.TABLE;
			case COMMUNITY -> StepKind.COMMUNITY;
			case MEETING -> StepKind.MEETING;
		};
	}

	private static StepKind kind(IndicatorSource.Kind kind) {
		return switch (kind) {
			case INVENTORY -> StepKind.INVENTORY;
			case REFLECTION_ROUND -> StepKind.REFLECTION_ROUND;
		};
	}

	private static <T> @Nullable UUID id(@Nullable T id, Function<T, UUID> value) {
		return id == null ? null : value.apply(id);
	}

	private static String path(ReadModel<?, ?> view, UUID id) {
		return view.name() + "/" + id;
	}
}
