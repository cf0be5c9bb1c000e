package nl.ontwikkelagenda.app.visibility;

import java.util.List;
import java.util.function.Predicate;

import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

/** Documents that everybody sees and that name, in a list, what may be hidden: they are shown without those entries. */
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
			default -> document;
		};
		return shown == document ? stored : new Stored<>(stored.id(), (D) shown, stored.sequence(), stored.position(), stored.recordedAt());
	}

	private static <T> List<T> kept(List<T> ids, Predicate<Object> hidden) {
		return ids.stream().filter(id -> !hidden.test(id)).toList();
	}
}
