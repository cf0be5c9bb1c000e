package nl.ontwikkelagenda.app.visibility;

import java.util.List;
import java.util.function.Predicate;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;

/** Documents that somebody sees and that name what may be hidden from him: they are shown without it. */
final class Mentions {

	private Mentions() {
	}

	/** @param hidden tells of an id whether what has it is hidden */
	@SuppressWarnings("unchecked")
	static <D> Stored<D> without(Stored<D> stored, Predicate<Object> hidden) {
		D document = stored.document();
		Object shown = switch (document) {
			case ProjectView project -> project.withPresentedAt(kept(project.presentedAt(), hidden))
					.withPresentations(project.presentations().stream().filter(presented -> !hidden.test(presented.meetingId())).toList());
			case KnowledgeItemView item ->
				item.withUsedIn(kept(item.usedIn(), hidden)).withUses(item.uses().stream().filter(use -> !hidden.test(use.usedIn())).toList());
			case ActionView action when action.meetings().stream().anyMatch(hidden) -> without(action, hidden);
			case AgendaView agenda when agenda.adoption() != null && shown(agenda.adoption().bodyId(), hidden) == null ->
				agenda.withAdoption(new AgendaView.Adoption(agenda.adoption().adoptedOn(), null, agenda.adoption().themeIds(), agenda.adoption().recordedAt()));
			default -> document;
		};
		return shown == document ? stored : new Stored<>(stored.id(), (D) shown, stored.sequence(), stored.position(), stored.recordedAt());
	}

	private static ActionView without(ActionView action, Predicate<Object> hidden) {
		boolean elsewhere = action.meetingId() != null && hidden.test(action.meetingId());
		return action.withMeetings(kept(action.meetings(), hidden)).withMeetingId(elsewhere ? null : action.meetingId()).withOutcomeId(elsewhere ? null : action.outcomeId())
				.withPromises(action.promises().stream().map(promise -> without(promise, hidden)).toList());
	}

	private static PromiseView without(PromiseView promise, Predicate<Object> hidden) {
		return promise.meeting() == null || shown(promise.meeting().meetingId(), hidden) != null ? promise : promise.withMeeting(null);
	}

	private static <T> @Nullable T shown(@Nullable T id, Predicate<Object> hidden) {
		return id == null || hidden.test(id) ? null : id;
	}

	private static <T> List<T> kept(List<T> ids, Predicate<Object> hidden) {
		return ids.stream().filter(id -> !hidden.test(id)).toList();
	}
}
