package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionEvent;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.body.BodyEvent;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.project.ProjectEvent;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionView;
import nl.ontwikkelagenda.agenda.project.RemarkView;
import nl.ontwikkelagenda.agenda.table.TableEvent;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.glossary.TermEvent;
import nl.ontwikkelagenda.cop.glossary.TermView;

import org.jspecify.annotations.Nullable;

/** Every view there is. Raise the version of one whose fold or document changes. */
public final class ReadModels {

	public static final ReadModel<PartnershipView, PartnershipEvent> PARTNERSHIPS = new ReadModel<>("partnerships", 1, PartnershipView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), PartnershipView::on, List.of("kind", "name", "schoolRegion", "foundedOn"),
			view -> Stream.concat(Stream.of(view.name()), view.organisations().stream().map(Organisation::name)).collect(Collectors.joining(" ")));

	/** By person. */
	public static final ReadModel<RightsView, PartnershipEvent> RIGHTS = new ReadModel<>("rights", 1, RightsView.class, PartnershipEvent.class, RightsView::key, RightsView::on,
			List.of("personId"), view -> "");

	/** By partnership. */
	public static final ReadModel<HoldersView, PartnershipEvent> HOLDERS = new ReadModel<>("holders", 1, HoldersView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), HoldersView::on, List.of("partnershipId"), view -> "");

	public static final ReadModel<BodyView, BodyEvent> BODIES = new ReadModel<>("bodies", 1, BodyView.class, BodyEvent.class, event -> event.bodyId().toString(), BodyView::on,
			List.of("partnershipId", "kind", "name", "access"), BodyView::name);

	public static final ReadModel<AgendaView, AgendaEvent> AGENDAS = new ReadModel<>("agendas", 1, AgendaView.class, AgendaEvent.class, event -> event.agendaId().toString(),
			AgendaView::on, List.of("partnershipId", "title", "openedOn"), view -> words(view.title(), view.ambition()));

	public static final ReadModel<ThemeView, ThemeEvent> THEMES = new ReadModel<>("themes", 1, ThemeView.class, ThemeEvent.class, event -> event.themeId().toString(),
			ThemeView::on, List.of("partnershipId", "agendaId", "title", "noticedAsMissing", "raisedOn", "status"), view -> words(view.title(), view.description()));

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
			event -> event.meetingId().toString(), MeetingView::on, List.of("partnershipId", "meetingId", "bodyId", "agendaId", "follows", "title", "plannedOn", "status"),
			view -> words(view.title(), view.place()));

	/** By outcome. */
	public static final ReadModel<OutcomeView, MeetingEvent> OUTCOMES = new ReadModel<>("outcomes", 1, OutcomeView.class, MeetingEvent.class, OutcomeView::key, OutcomeView::on,
			List.of("partnershipId", "meetingId", "agendaId", "themeId", "kind", "title", "agreedOn", "recordedAt"),
			view -> Stream.concat(Stream.of(words(view.title(), view.text())), view.promises().stream().map(OutcomeView.Promise::what)).collect(Collectors.joining(" ")));

	public static final ReadModel<TableView, TableEvent> TABLES = new ReadModel<>("tables", 1, TableView.class, TableEvent.class, event -> event.tableId().toString(),
			TableView::on, List.of("partnershipId", "bodyId", "themeId", "title", "openedOn", "status", "closedOn"),
			view -> Stream.of(Stream.of(view.title(), view.result()), view.goals().stream().flatMap(ReadModels::words), view.proposals().stream().flatMap(ReadModels::words))
					.flatMap(texts -> texts).filter(Objects::nonNull).collect(Collectors.joining(" ")));

	/** What an advice note says is found with the goals, proposals and outcomes that it refers to. */
	public static final ReadModel<AdviceNoteView, AdviceNoteEvent> ADVICE_NOTES = new ReadModel<>("advice-notes", 1, AdviceNoteView.class, AdviceNoteEvent.class,
			event -> event.adviceNoteId().toString(), AdviceNoteView::on, List.of("partnershipId", "tableId", "bodyId", "title", "status", "draftedOn"),
			view -> Stream.of(Stream.of(view.title(), view.withdrawnBecause()), view.paragraphs().stream().map(AdviceNoteView.Paragraph::connection),
					Stream.ofNullable(view.answer()).map(AdviceNoteView.Answer::reasons)).flatMap(texts -> texts).filter(Objects::nonNull).collect(Collectors.joining(" ")));

	public static final ReadModel<ActionView, ActionEvent> ACTIONS = new ReadModel<>("actions", 1, ActionView.class, ActionEvent.class, event -> event.actionId().toString(),
			ActionView::on, List.of("partnershipId", "agendaId", "themeId", "meetingId", "outcomeId", "title", "agreedOn", "recordedAt", "status", "owners"),
			view -> Stream.concat(Stream.of(words(view.title(), view.text(), view.ending())), view.promises().stream().map(ActionView.PromiseView::what))
					.collect(Collectors.joining(" ")));

	public static final ReadModel<TermView, TermEvent> TERMS = new ReadModel<>("terms", 1, TermView.class, TermEvent.class, event -> event.termId().toString(), TermView::on,
			List.of("partnershipId", "word", "sector", "status"), view -> words(view.word(), view.explanation()));

	public static final List<ReadModel<?, ?>> ALL = List.of(
			PARTNERSHIPS,
			RIGHTS,
			HOLDERS,
			BODIES,
			AGENDAS,
			THEMES,
			PROJECTS,
			REMARKS,
			QUESTIONS,
			BARRIERS,
			MEETINGS,
			OUTCOMES,
			TABLES,
			ADVICE_NOTES,
			ACTIONS,
			TERMS);

	private ReadModels() {
	}

	private static Stream<String> words(TableView.Goal goal) {
		return Stream.concat(goal.wordings().stream().map(TableView.Wording::words), goal.answers().stream().map(TableView.Answer::answer));
	}

	private static Stream<@Nullable String> words(TableView.Proposal proposal) {
		return Stream.concat(proposal.wordings().stream().map(TableView.Wording::words), Stream.of(proposal.by(), proposal.withdrawnBecause()));
	}

	private static String words(@Nullable String... texts) {
		return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}
}
