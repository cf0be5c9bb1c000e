package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionEvent;
import nl.ontwikkelagenda.actions.action.ActionEvent.OfCall;
import nl.ontwikkelagenda.actions.action.ActionEvent.OfParticipant;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.CallView;
import nl.ontwikkelagenda.actions.action.ParticipantView;
import nl.ontwikkelagenda.actions.action.PromisePlaceView;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarEvent;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarView;
import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentEvent;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.agenda.CommentView;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.body.BodyEvent;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent;
import nl.ontwikkelagenda.agenda.decision.DecisionRegisterView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.SourceDiscussed;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent;
import nl.ontwikkelagenda.agenda.meeting.SeriesView;
import nl.ontwikkelagenda.agenda.meeting.SourceView;
import nl.ontwikkelagenda.agenda.partnership.DeparturesView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OfRegion;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.ProgrammesView;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.priority.BallotView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsEvent;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.project.ProjectEvent;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionView;
import nl.ontwikkelagenda.agenda.project.RemarkView;
import nl.ontwikkelagenda.agenda.report.ReportEvent;
import nl.ontwikkelagenda.agenda.report.ReportView;
import nl.ontwikkelagenda.agenda.table.StatementView;
import nl.ontwikkelagenda.agenda.table.TableEvent;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.GuidingQuestionAnswered;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaEvent;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.community.CommunityEvent;
import nl.ontwikkelagenda.cop.community.CommunityEvent.InsightShared;
import nl.ontwikkelagenda.cop.community.CommunityEvent.OfEnrolment;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.InsightView;
import nl.ontwikkelagenda.cop.glossary.TermEvent;
import nl.ontwikkelagenda.cop.glossary.TermView;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel.Quotes;
import nl.ontwikkelagenda.reporting.redaction.RedactionEvent;
import nl.ontwikkelagenda.reporting.redaction.RedactionView;

import org.jspecify.annotations.Nullable;

/** Every view there is. Raise the version of one whose fold or document changes. */
public final class ReadModels {

	public static final ReadModel<PartnershipView, PartnershipEvent> PARTNERSHIPS = new ReadModel<>("partnerships", 4, PartnershipView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), PartnershipView::on, List.of("kind", "name", "schoolRegion", "foundedOn"),
			view -> Stream.of(Stream.of(view.name()), view.organisations().stream().map(Organisation::name), view.roles().stream().map(PartnershipView.Role::name))
					.flatMap(names -> names)
					.collect(Collectors.joining(" ")));

	/** By person. */
	public static final ReadModel<RightsView, PartnershipEvent> RIGHTS = new ReadModel<>("rights", 1, RightsView.class, PartnershipEvent.class, RightsView::key, RightsView::on,
			List.of("personId"), view -> "");

	/** By partnership. */
	public static final ReadModel<HoldersView, PartnershipEvent> HOLDERS = new ReadModel<>("holders", 1, HoldersView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), HoldersView::on, List.of("partnershipId"), view -> "");

	/** By partnership. */
	public static final ReadModel<DeparturesView, PartnershipEvent> DEPARTURES = new ReadModel<>("departures", 1, DeparturesView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), DeparturesView::on, List.of("partnershipId"), view -> "");

	/** By region. */
	public static final ReadModel<ProgrammesView, OfRegion> PROGRAMMES = new ReadModel<>("programmes", 1, ProgrammesView.class, OfRegion.class,
			event -> event.regionId().toString(), ProgrammesView::on, List.of("partnershipId"), view -> "");

	public static final ReadModel<MandateView, PartnershipEvent> MANDATES = new ReadModel<>("mandates", 1, MandateView.class, PartnershipEvent.class, MandateView::key,
			MandateView::on, List.of("partnershipId", "personId", "organisationId", "subject", "from", "to"), view -> words(view.subject(), view.endedBecause()));

	public static final ReadModel<BodyView, BodyEvent> BODIES = new ReadModel<>("bodies", 2, BodyView.class, BodyEvent.class, event -> event.bodyId().toString(), BodyView::on,
			List.of("partnershipId", "kind", "name", "access", "status"), BodyView::name);

	public static final ReadModel<SeatView, BodyEvent> SEATS = new ReadModel<>("seats", 1, SeatView.class, BodyEvent.class, SeatView::key, SeatView::on,
			List.of("partnershipId", "bodyId", "personId", "organisationId", "role", "from", "to"), view -> words(view.handedOverBecause()));

	public static final ReadModel<AgendaView, AgendaEvent> AGENDAS = new ReadModel<>("agendas", 3, AgendaView.class, AgendaEvent.class, event -> event.agendaId().toString(),
			AgendaView::on, List.of("partnershipId", "title", "edition", "editionOf", "status", "openedOn"),
			view -> Stream.concat(Stream.of(view.title()), view.ambitions().stream().map(AgendaView.Ambition::words)).collect(Collectors.joining(" ")));

	public static final ReadModel<CommentView, CommentEvent> COMMENTS = new ReadModel<>("comments", 1, CommentView.class, CommentEvent.class,
			event -> event.commentId().toString(), CommentView::on, List.of("partnershipId", "agendaId", "personId", "commentedOn", "recordedAt", "status", "settledOn"),
			view -> words(view.words(), view.answer()));

	public static final ReadModel<ThemeView, ThemeEvent> THEMES = new ReadModel<>("themes", 3, ThemeView.class, ThemeEvent.class, event -> event.themeId().toString(),
			ThemeView::on, List.of("partnershipId", "agendaId", "agendaIds", "title", "noticedAsMissing", "personId", "organisationId", "raisedOn", "status", "origins"),
			view -> words(view.title(), view.description(), view.retiredBecause(), view.copiedFrom() == null ? null : view.copiedFrom().region()));

	public static final ReadModel<IdeaView, IdeaEvent> IDEAS = new ReadModel<>("ideas", 1, IdeaView.class, IdeaEvent.class, event -> event.ideaId().toString(), IdeaView::on,
			List.of("partnershipId", "agendaId", "themeId", "personId", "organisationId", "happenedOn", "recordedAt", "status", "origins"), IdeaView::words);

	public static final ReadModel<GuidingAnswerView, GuidingQuestionAnswered> GUIDING_ANSWERS = new ReadModel<>("guiding-answers", 1, GuidingAnswerView.class,
			GuidingQuestionAnswered.class, event -> event.guidingAnswerId().toString(), GuidingAnswerView::on,
			List.of("partnershipId", "agendaId", "themeId", "question", "group", "answeredOn", "recordedAt"), view -> words(view.group(), view.answer()));

	public static final ReadModel<SeriesView, SeriesEvent> SERIES = new ReadModel<>("meeting-series", 1, SeriesView.class, SeriesEvent.class,
			event -> event.seriesId().toString(), SeriesView::on, List.of("partnershipId", "bodyId", "agendaId", "title"), view -> words(view.title(), view.place()));

	public static final ReadModel<ProjectView, ProjectEvent> PROJECTS = new ReadModel<>("projects", 1, ProjectView.class, ProjectEvent.class,
			event -> event.projectId().toString(), ProjectView::on,
			List.of("partnershipId", "title", "status", "carriedBy", "leadBy", "period", "follows", "copiedFrom", "presentedAt", "endedOn"),
			view -> Stream.of(Stream.of(view.title(), view.description(), view.result()), Stream.ofNullable(view.origin()).map(ProjectView.Origin::words),
					Stream.ofNullable(view.roadmap()).flatMap(roadmap -> roadmap.steps().stream()).map(ProjectView.Step::what)).flatMap(texts -> texts).filter(Objects::nonNull)
					.collect(Collectors.joining(" ")));

	/** By remark. */
	public static final ReadModel<RemarkView, ProjectEvent> REMARKS = new ReadModel<>("remarks", 1, RemarkView.class, ProjectEvent.class, RemarkView::key, RemarkView::on,
			List.of("partnershipId", "projectId", "meetingId", "personId", "organisationId", "madeOn", "recordedAt"), RemarkView::words);

	/** By question. */
	public static final ReadModel<QuestionView, ProjectEvent> QUESTIONS = new ReadModel<>("questions", 1, QuestionView.class, ProjectEvent.class, QuestionView::key,
			QuestionView::on, List.of("partnershipId", "projectId", "meetingId", "personId", "organisationId", "askedOn", "answered", "recordedAt"),
			view -> words(view.words(), view.answer()));

	public static final ReadModel<BarrierView, BarrierEvent> BARRIERS = new ReadModel<>("barriers", 1, BarrierView.class, BarrierEvent.class, event -> event.barrierId().toString(),
			BarrierView::on, List.of("partnershipId", "meetingId", "bodyId", "themeId", "agendas", "status", "resolution", "reportedOn", "resolvedOn"),
			view -> words(view.rule(), view.hinders(), view.outcome()));

	public static final ReadModel<MeetingView, MeetingEvent> MEETINGS = new ReadModel<>("meetings", 2, MeetingView.class, MeetingEvent.class,
			event -> event.meetingId().toString(), MeetingView::on,
			List.of("partnershipId", "meetingId", "bodyId", "agendaId", "seriesId", "follows", "title", "plannedOn", "happenedOn", "status", "last"),
			view -> words(view.title(), view.place()));

	/** By invitation. */
	public static final ReadModel<InvitationView, OfInvitation> INVITATIONS = new ReadModel<>("invitations", 2, InvitationView.class, OfInvitation.class,
			event -> event.invitationId().toString(), InvitationView::on, List.of("partnershipId", "meetingId", "personId", "organisationId", "sentOn", "reply"),
			view -> words(view.note()));

	/** By item. */
	public static final ReadModel<ItemView, OfItem> ITEMS = new ReadModel<>("items", 1, ItemView.class, OfItem.class, event -> event.itemId().toString(), ItemView::on,
			List.of("partnershipId", "meetingId", "bodyId", "themeId", "place", "title", "status"),
			view -> words(view.title(), view.introducedBy() == null ? null : words(view.introducedBy().description(), view.introducedBy().organisation())));

	/** By group. */
	public static final ReadModel<GroupView, OfGroup> GROUPS = new ReadModel<>("groups", 1, GroupView.class, OfGroup.class, event -> event.groupId().toString(), GroupView::on,
			List.of("partnershipId", "meetingId", "themeId", "name", "members"),
			view -> Stream.concat(Stream.of(view.name()), view.reports().stream().map(GroupView.Report::text)).collect(Collectors.joining(" ")));

	/** By source. */
	public static final ReadModel<SourceView, SourceDiscussed> SOURCES = new ReadModel<>("sources", 1, SourceView.class, SourceDiscussed.class,
			event -> event.sourceId().toString(), SourceView::on, List.of("partnershipId", "meetingId", "itemId", "attachmentId", "title", "consultedOn"),
			view -> words(view.title(), view.address()));

	/** By outcome. */
	public static final ReadModel<OutcomeView, OutcomeRecorded> OUTCOMES = new ReadModel<>("outcomes", 1, OutcomeView.class, OutcomeRecorded.class,
			event -> event.outcomeId().toString(), OutcomeView::on, List.of("partnershipId", "meetingId", "agendaId", "themeId", "kind", "title", "agreedOn", "recordedAt"),
			view -> Stream.concat(Stream.of(words(view.title(), view.text())), view.promises().stream().map(OutcomeView.Promise::what)).collect(Collectors.joining(" ")));

	/** By part. */
	public static final ReadModel<MinutesPartView, OfMinutes> MINUTES = new ReadModel<>("minutes", 1, MinutesPartView.class, OfMinutes.class, event -> event.partId().toString(),
			MinutesPartView::on, List.of("partnershipId", "meetingId", "itemId", "recordedAt"),
			view -> Stream.concat(Stream.of(view.text()), view.corrections().stream().map(correction -> words(correction.text(), correction.reason())))
					.collect(Collectors.joining(" ")));

	public static final ReadModel<AttachmentView, AttachmentEvent> ATTACHMENTS = new ReadModel<>("attachments", 1, AttachmentView.class, AttachmentEvent.class,
			event -> event.attachmentId().toString(), AttachmentView::on, List.of("partnershipId", "attachedTo", "title", "removed"),
			view -> words(view.title(), view.link() == null ? null : view.link().address(), view.file() == null ? null : view.file().name()));

	public static final ReadModel<DecisionRegisterView, DecisionEvent> DECISION_REGISTERS = new ReadModel<>("decision-registers", 1, DecisionRegisterView.class,
			DecisionEvent.class, event -> event.registerId().toString(), DecisionRegisterView::on, List.of("partnershipId", "bodyId", "year"), view -> "");

	public static final ReadModel<DecisionView, DecisionEvent> DECISIONS = new ReadModel<>("decisions", 2, DecisionView.class, DecisionEvent.class,
			event -> event.decisionId().toString(), DecisionView::on,
			List.of("partnershipId", "registerId", "bodyId", "meetingId", "outcomeId", "mandateId", "year", "serial", "number", "title", "decidedOn", "recordedAt", "status",
					"flags", "review",
					"reviewOn"),
			view -> Stream.of(Stream.of(words(view.number(), view.title(), view.text(), view.revokedBecause())), ofParticulars(view.particulars()),
					view.reviews().stream().map(DecisionView.Review::finding)).flatMap(texts -> texts).collect(Collectors.joining(" ")));

	public static final ReadModel<TableView, TableEvent> TABLES = new ReadModel<>("tables", 1, TableView.class, TableEvent.class, event -> event.tableId().toString(),
			TableView::on, List.of("partnershipId", "bodyId", "themeId", "title", "openedOn", "status", "closedOn"),
			view -> Stream.of(Stream.of(view.title(), view.result()), view.goals().stream().flatMap(ReadModels::words), view.proposals().stream().flatMap(ReadModels::words))
					.flatMap(texts -> texts).filter(Objects::nonNull).collect(Collectors.joining(" ")));

	/** By goal or proposal. */
	public static final ReadModel<StatementView, TableEvent> STATEMENTS = new ReadModel<>("statements", 1, StatementView.class, TableEvent.class, StatementView::key,
			StatementView::on, List.of("tableId"), view -> String.join(" ", view.wordings()));

	public static final ReadModel<AdviceNoteView, AdviceNoteEvent> ADVICE_NOTES = new ReadModel<>("advice-notes", 2, AdviceNoteView.class, AdviceNoteEvent.class,
			event -> event.adviceNoteId().toString(), AdviceNoteView::on, List.of("partnershipId", "tableId", "bodyId", "title", "status", "draftedOn", "cites"),
			view -> Stream.of(Stream.of(view.title(), view.withdrawnBecause()), view.paragraphs().stream().map(AdviceNoteView.Paragraph::connection),
					Stream.ofNullable(view.answer()).map(AdviceNoteView.Answer::reasons)).flatMap(texts -> texts).filter(Objects::nonNull).collect(Collectors.joining(" ")),
			new Quotes("cites", List.of(STATEMENTS, OUTCOMES)));

	public static final ReadModel<PriorityRoundView, PriorityRoundEvent> PRIORITY_ROUNDS = new ReadModel<>("priority-rounds", 1, PriorityRoundView.class,
			PriorityRoundEvent.class, event -> event.priorityRoundId().toString(), PriorityRoundView::on,
			List.of("partnershipId", "agendaId", "title", "status", "openedOn", "closedOn"), PriorityRoundView::title);

	/** By round and participant; whoever shows it shows it to the participant only. */
	public static final ReadModel<BallotView, DotsEvent> BALLOTS = new ReadModel<>("ballots", 1, BallotView.class, DotsEvent.class, BallotView::key, BallotView::on,
			List.of("partnershipId", "priorityRoundId", "personId"), view -> "");

	public static final ReadModel<ActionView, ActionEvent> ACTIONS = new ReadModel<>("actions", 7, ActionView.class, ActionEvent.class, event -> event.actionId().toString(),
			ActionView::on,
			List.of("partnershipId", "agendaId", "themeId", "meetingId", "outcomeId", "title", "agreedOn", "recordedAt", "status", "endedOn", "timeliness", "owners", "notedBy",
					"awaitedBy",
					"overdueFrom", "drifting", "blocked", "withoutDeadline", "meetingCancelled", "dependsOn", "meetings"),
			view -> Stream.of(Stream.of(view.title(), view.text(), view.ending()), view.promises().stream().flatMap(ReadModels::words),
					view.progress().stream().map(ActionView.Progress::text), view.earlierEndings().stream().map(ActionView.Ending::ending)).flatMap(texts -> texts)
					.filter(Objects::nonNull).collect(Collectors.joining(" ")));

	/** By promise. */
	public static final ReadModel<PromisePlaceView, ActionEvent> PROMISE_PLACES = new ReadModel<>("promise-places", 1, PromisePlaceView.class, ActionEvent.class,
			PromisePlaceView::key, PromisePlaceView::on, List.of("actionId"), view -> "");

	public static final ReadModel<CallView, OfCall> CALLS = new ReadModel<>("calls", 1, CallView.class, OfCall.class, event -> event.callId().toString(), CallView::on,
			List.of("partnershipId", "actionId", "status", "full", "openedOn", "lastDay"), CallView::text);

	/** By call and person. */
	public static final ReadModel<ParticipantView, OfParticipant> PARTICIPANTS = new ReadModel<>("participants", 1, ParticipantView.class, OfParticipant.class,
			ParticipantView::key, ParticipantView::on, List.of("partnershipId", "actionId", "callId", "personId", "organisationId", "signedUpOn"), view -> "");

	/** Imported ones; those that come with the product are no facts of a partnership. */
	public static final ReadModel<SchoolCalendarView, SchoolCalendarEvent> SCHOOL_HOLIDAYS = new ReadModel<>("school-holidays", 1, SchoolCalendarView.class,
			SchoolCalendarEvent.class, event -> event.calendarId().toString(), SchoolCalendarView::on, List.of("partnershipId"), view -> "");

	public static final ReadModel<InventoryView, InventoryEvent> INVENTORIES = new ReadModel<>("inventories", 1, InventoryView.class, InventoryEvent.class,
			event -> event.inventoryId().toString(), InventoryView::on,
			List.of("partnershipId", "actionId", "themeId", "question", "unit", "status", "organisations", "awaiting", "nonResponse", "openedOn", "closesOn", "closedOn",
					"recordedAt"),
			view -> Stream.concat(Stream.of(view.question(), view.unit()), view.extensions().stream().map(InventoryView.Extension::reason)).collect(Collectors.joining(" ")));

	/** By inventory and organisation. */
	public static final ReadModel<InventoryAnswerView, InventoryEvent.OfOrganisation> INVENTORY_ANSWERS = new ReadModel<>("inventory-answers", 1, InventoryAnswerView.class,
			InventoryEvent.OfOrganisation.class, InventoryAnswerView::key, InventoryAnswerView::on,
			List.of("partnershipId", "inventoryId", "organisationId", "status", "amount", "answeredOn", "recordedAt"),
			view -> Stream.concat(Stream.of(words(view.remark(), view.noAnswerBecause())), view.earlier().stream().map(earlier -> words(earlier.remark(), earlier.reason())))
					.collect(Collectors.joining(" ")));

	public static final ReadModel<TermView, TermEvent> TERMS = new ReadModel<>("terms", 1, TermView.class, TermEvent.class, event -> event.termId().toString(), TermView::on,
			List.of("partnershipId", "word", "sector", "status"), view -> words(view.word(), view.explanation()));

	public static final ReadModel<StakeholderView, StakeholderEvent> STAKEHOLDERS = new ReadModel<>("stakeholders", 2, StakeholderView.class, StakeholderEvent.class,
			event -> event.stakeholderId().toString(), StakeholderView::on,
			List.of("partnershipId", "personId", "organisationId", "sector", "perspective", "status", "registeredOn"), view -> "");

	public static final ReadModel<CommunityView, CommunityEvent> COMMUNITIES = new ReadModel<>("communities", 1, CommunityView.class, CommunityEvent.class,
			event -> event.communityId().toString(), CommunityView::on,
			List.of("partnershipId", "bodyId", "themeId", "title", "status", "seated", "maximum", "startsOn", "foundedOn"), view -> words(view.title(), view.result()));

	/** By community and participant. */
	public static final ReadModel<EnrolmentView, OfEnrolment> ENROLMENTS = new ReadModel<>("enrolments", 1, EnrolmentView.class, OfEnrolment.class,
			event -> EnrolmentId.of(event.communityId(), event.personId()).toString(), EnrolmentView::on,
			List.of("partnershipId", "communityId", "personId", "organisationId", "sector", "perspective", "standing", "since", "queuedAt", "certifiedOn"), view -> "");

	/** By insight. */
	public static final ReadModel<InsightView, InsightShared> INSIGHTS = new ReadModel<>("insights", 1, InsightView.class, InsightShared.class,
			event -> event.insightId().toString(), InsightView::on, List.of("partnershipId", "communityId", "kind", "personId", "meetingId", "sharedOn", "recordedAt"),
			InsightView::words);

	public static final ReadModel<ReflectionRoundView, ReflectionRoundEvent> REFLECTION_ROUNDS = new ReadModel<>("reflection-rounds", 2, ReflectionRoundView.class,
			ReflectionRoundEvent.class, event -> event.reflectionRoundId().toString(), ReflectionRoundView::on,
			List.of("partnershipId", "about", "title", "instrument", "members", "repeatOf", "status", "openedOn", "closesOn", "closedOn"),
			view -> words(view.title(), view.abandonedBecause()));

	public static final ReadModel<KnowledgeItemView, KnowledgeItemEvent> LIBRARY_ITEMS = new ReadModel<>("library-items", 1, KnowledgeItemView.class, KnowledgeItemEvent.class,
			event -> event.knowledgeItemId().toString(), KnowledgeItemView::on,
			List.of("partnershipId", "kind", "status", "title", "year", "publisher", "region", "cataloguedOn", "consultedOn", "usedIn", "supersededBy"), KnowledgeItemView::words);

	/** Kept progress reports. */
	public static final ReadModel<ReportView, ReportEvent> PROGRESS_REPORTS = new ReadModel<>("progress-reports", 3, ReportView.class, ReportEvent.class,
			event -> event.reportId().toString(), ReportView::on, List.of("partnershipId", "subjectKind", "subjectId", "period", "madeOn", "recordedAt"), view -> "");

	public static final ReadModel<IndicatorView, IndicatorEvent> INDICATORS = new ReadModel<>("indicators", 1, IndicatorView.class, IndicatorEvent.class,
			event -> event.indicatorId().toString(), IndicatorView::on,
			List.of("partnershipId", "themeId", "name", "direction", "rhythm", "offered", "offeredBy", "sourceIds", "status", "definedOn"),
			view -> words(view.name(), view.definition(), view.unit(), view.source(), view.retiredBecause()));

	/** By indicator and period. */
	public static final ReadModel<MeasurementView, IndicatorEvent.OfMeasurement> MEASUREMENTS = new ReadModel<>("measurements", 1, MeasurementView.class,
			IndicatorEvent.OfMeasurement.class, MeasurementView::key, MeasurementView::on,
			List.of("partnershipId", "indicatorId", "period", "from", "to", "amount", "measuredOn", "recordedAt"),
			view -> Stream.concat(Stream.of(words(view.remark())), view.earlier().stream().map(MeasurementView.Earlier::reason)).collect(Collectors.joining(" ")));

	public static final ReadModel<RedactionView, RedactionEvent> REDACTIONS = new ReadModel<>("redactions", 1, RedactionView.class, RedactionEvent.class,
			event -> event.redactionId().toString(), RedactionView::on, List.of("partnershipId", "eventId", "ground", "personId", "redactedOn", "recordedAt"), view -> "");

	public static final List<ReadModel<?, ?>> ALL = List.of(
			PARTNERSHIPS,
			RIGHTS,
			HOLDERS,
			DEPARTURES,
			PROGRAMMES,
			MANDATES,
			BODIES,
			SEATS,
			AGENDAS,
			COMMENTS,
			THEMES,
			IDEAS,
			GUIDING_ANSWERS,
			ATTACHMENTS,
			SERIES,
			PROJECTS,
			REMARKS,
			QUESTIONS,
			BARRIERS,
			PRIORITY_ROUNDS,
			BALLOTS,
			MEETINGS,
			INVITATIONS,
			ITEMS,
			GROUPS,
			SOURCES,
			OUTCOMES,
			MINUTES,
			DECISION_REGISTERS,
			DECISIONS,
			TABLES,
			STATEMENTS,
			ADVICE_NOTES,
			ACTIONS,
			PROMISE_PLACES,
			INVENTORIES,
			INVENTORY_ANSWERS,
			CALLS,
			PARTICIPANTS,
			SCHOOL_HOLIDAYS,
			TERMS,
			STAKEHOLDERS,
			COMMUNITIES,
			ENROLMENTS,
			INSIGHTS,
			REFLECTION_ROUNDS,
			LIBRARY_ITEMS,
			PROGRESS_REPORTS,
			INDICATORS,
			MEASUREMENTS,
			REDACTIONS);

	private ReadModels() {
	}

	private static Stream<String> ofParticulars(DecisionView.@Nullable Stated stated) {
		return stated == null
				? Stream.empty()
				: Stream.concat(Stream.of(words(stated.withoutMandateBecause())), stated.dissents().stream().map(dissent -> words(dissent.words())));
	}

	private static Stream<String> words(TableView.Goal goal) {
		return Stream.concat(goal.wordings().stream().map(TableView.Wording::words), goal.answers().stream().map(TableView.Answer::answer));
	}

	private static Stream<@Nullable String> words(TableView.Proposal proposal) {
		return Stream.concat(proposal.wordings().stream().map(TableView.Wording::words), Stream.of(proposal.by(), proposal.withdrawnBecause()));
	}

	private static Stream<@Nullable String> words(ActionView.PromiseView promise) {
		return Stream.concat(Stream.of(promise.what(), promise.kept() == null ? null : promise.kept().result()),
				promise.earlierDeadlines().stream().map(ActionView.EarlierDeadline::reason));
	}

	private static String words(@Nullable String... texts) {
		return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}
}
