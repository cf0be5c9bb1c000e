package nl.ontwikkelagenda.reporting.readmodel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of some views want a type of event, found once per type. */
final class Dispatch {

	private final Collection<? extends Folding<?, ?>> views;
	private final Map<Class<?>, List<? extends Folding<?, ?>>> wanting = new HashMap<>();

	Dispatch(Collection<? extends Folding<?, ?>> views) {
		this.views = List.copyOf(views);
	}

	void take(EventLog.Entry entry) {
		for (Folding<?, ?> view : wanting.computeIfAbsent(entry.type(), type -> views.stream().filter(view -> view.wants(type)).toList())) {
			view.take(entry);
		}
	}
}
