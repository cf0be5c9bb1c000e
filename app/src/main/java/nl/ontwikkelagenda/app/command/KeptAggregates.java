package nl.ontwikkelagenda.app.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The states of the long aggregates that were used last, each with the sequence of the last event in it. */
class KeptAggregates<T> {

	record State<T>(T root, long sequence) {
	}

	private final Map<String, State<T>> states;

	KeptAggregates(int most) {
		this.states = new LinkedHashMap<>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, State<T>> eldest) {
				return size() > most;
			}
		};
	}

	synchronized @Nullable State<T> take(String id) {
		return states.remove(id);
	}

	synchronized void put(String id, State<T> state) {
		states.put(id, state);
	}
}
