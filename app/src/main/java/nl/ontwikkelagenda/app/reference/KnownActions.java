package nl.ontwikkelagenda.app.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.actions.action.Actions;
import nl.ontwikkelagenda.actions.deadline.DeadlineReader;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the view of actions. */
@Component
class KnownActions implements Actions {

	private final Documents documents;
	private final ViewsUpTo views;

	KnownActions(Documents documents, ViewsUpTo views) {
		this.documents = documents;
		this.views = views;
	}

	@Override
	public boolean dependsOn(ActionId action, ActionId other) {
		Set<ActionId> seen = new HashSet<>(Set.of(action));
		Deque<ActionId> ahead = new ArrayDeque<>(seen);
		while (!ahead.isEmpty()) {
			List<ActionId> next = documents.find(ReadModels.ACTIONS, ahead.remove().toString(), AsOf.NOW).map(found -> found.document().dependsOn()).orElse(List.of());
			if (next.contains(other)) {
				return true;
			}
			next.stream().filter(seen::add).forEach(ahead::add);
		}
		return false;
	}

	@Override
	public List<ActionId> thatPromised(MeetingId meeting, long position) {
		return actions(Map.of("meetings", meeting.toString()), position).stream().filter(action -> action.promises().stream().anyMatch(promise -> isOf(promise, meeting)))
				.map(ActionView::actionId).toList();
	}

	private static boolean isOf(PromiseView promise, MeetingId meeting) {
		return promise.meeting() != null && promise.meeting().meetingId().equals(meeting);
	}

	@Override
	public List<ActionId> thatNameAHoliday(PartnershipId partnership, long position) {
		return actions(Map.of("partnershipId", partnership.toString(), "status", ActionStatus.OPEN.name()), position).stream()
				.filter(action -> action.promises().stream().anyMatch(KnownActions::namesAHoliday)).map(ActionView::actionId).toList();
	}

	private static boolean namesAHoliday(PromiseView promise) {
		String phrase = promise.deadline().phrase();
		return promise.kept() == null && phrase != null && DeadlineReader.namesSchoolHoliday(phrase);
	}

	private List<ActionView> actions(Map<String, String> filters, long position) {
		return documents.all(ReadModels.ACTIONS, filters, views.position(position));
	}
}
