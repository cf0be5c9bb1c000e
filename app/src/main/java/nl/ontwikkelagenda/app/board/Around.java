package nl.ontwikkelagenda.app.board;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;

/**
 * What happened around a theme or at a table: the latest of each.
 *
 * @param actions     what is under way first
 * @param moreActions how many others there are
 * @param projects    that were shown at the meetings
 */
public record Around(List<MeetingView> meetings, List<DecisionView> decisions, List<ActionView> actions, long moreActions, List<ProjectView> projects) {

	private static final int MOST = 100;
	private static final int MOST_ACTIONS = 25;
	private static final String BODY = "bodyId";
	private static final String THEME = "themeId";
	private static final String MEETING = "meetingId";

	/** Of a body: what happened at its meetings, and what it decided. */
	static Around body(BodyId body, Reading reading) {
		Condition itself = new Is(BODY, body.toString());
		List<MeetingView> meetings = reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", itself);
		Condition there = new OneOf(MEETING, ids(meetings.stream().map(MeetingView::meetingId)));
		return of(meetings, new AnyOf(List.of(itself, there)), there, reading);
	}

	/** @param bodies that work on the theme: all of their meetings are about it */
	static Around theme(ThemeId theme, Collection<BodyId> bodies, Reading reading) {
		Condition about = new Is(THEME, theme.toString());
		Condition atBodies = new OneOf(BODY, ids(bodies.stream()));
		List<OutcomeView> outcomes = reading.first(MOST, ReadModels.OUTCOMES, "-agreedOn", about);
		Set<MeetingId> spoken = new HashSet<>();
		reading.first(MOST, ReadModels.GROUPS, "name", about).forEach(group -> spoken.add(group.meetingId()));
		reading.first(MOST, ReadModels.ITEMS, "title", about).forEach(item -> spoken.add(item.meetingId()));
		outcomes.forEach(outcome -> spoken.add(outcome.meetingId()));
		List<MeetingView> meetings = reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", new AnyOf(List.of(atBodies, new OneOf("id", ids(spoken.stream())))));
		Set<String> ofBodies = ids(meetings.stream().filter(meeting -> meeting.bodyId() != null && bodies.contains(meeting.bodyId())).map(MeetingView::meetingId));
		return of(meetings, new AnyOf(List.of(atBodies, new OneOf("outcomeId", ids(outcomes.stream().map(OutcomeView::outcomeId))))),
				new AnyOf(List.of(about, new OneOf(MEETING, ofBodies))), reading);
	}

	private static Around of(List<MeetingView> meetings, Condition ofDecisions, Condition ofActions, Reading reading) {
		Page<ActionView> actions = reading.page(ReadModels.ACTIONS, List.of(ofActions), null, List.of("-status", "agreedOn"), 1, MOST_ACTIONS, null);
		return new Around(meetings, reading.first(MOST, ReadModels.DECISIONS, "-decidedOn", ofDecisions), actions.items().stream().map(Stored::document).toList(),
				actions.total() - actions.items().size(),
				reading.first(MOST, ReadModels.PROJECTS, "title", new OneOf("presentedAt", ids(meetings.stream().map(MeetingView::meetingId)))));
	}

	private static Set<String> ids(Stream<?> ids) {
		return ids.map(Object::toString).collect(Collectors.toSet());
	}

	Stream<@Nullable PersonId> persons() {
		return actions.stream().flatMap(action -> action.promises().stream()).map(promise -> Speech.person(promise.owner())).filter(Objects::nonNull);
	}

	Stream<@Nullable String> texts() {
		return Stream.of(meetings.stream().map(MeetingView::title), decisions.stream().map(DecisionView::title), projects.stream().map(ProjectView::title),
				actions.stream().flatMap(action -> Stream.concat(Stream.of(action.title()), action.promises().stream().map(ActionView.PromiseView::what)))).flatMap(all -> all);
	}
}
