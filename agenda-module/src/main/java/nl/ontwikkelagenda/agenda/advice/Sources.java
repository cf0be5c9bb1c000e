package nl.ontwikkelagenda.agenda.advice;

import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.table.TableId;

/** What a table has to advise with; answered from the views. */
@FunctionalInterface
public interface Sources {

	/** A goal, a standing proposal, or an outcome of a meeting of the table's body, as it is worded now; empty when the table has no such thing. */
	Optional<Source> find(TableId table, Source.Kind kind, UUID id);
}
