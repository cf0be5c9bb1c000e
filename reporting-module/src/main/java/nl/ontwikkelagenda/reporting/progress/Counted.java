package nl.ontwikkelagenda.reporting.progress;

import java.util.List;

import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

/**
 * A number of a report before it is counted.
 *
 * @param attention whether it asks for attention when it is not zero
 * @param inTable   whether a table shows it, so that it does not stand among the figures
 */
record Counted(String name, String label, Source source, boolean attention, boolean inTable) {

	/** Where the facts behind a number are. */
	sealed interface Source {
	}

	/** Documents that the database counts; for views that may be large. */
	record InView(ReadModel<?, ?> view, List<Condition> conditions) implements Source {
	}

	/** Facts inside documents of which there are few. */
	record Listed(List<Fact> facts) implements Source {
	}

	static Counted of(String name, String label, ReadModel<?, ?> view, List<Condition> conditions) {
		return new Counted(name, label, new InView(view, conditions), false, false);
	}

	static Counted of(String name, String label, List<Fact> facts) {
		return new Counted(name, label, new Listed(facts), false, false);
	}

	Counted asksForAttention() {
		return new Counted(name, label, source, true, inTable);
	}

	Counted shownInTable() {
		return new Counted(name, label, source, attention, true);
	}
}
