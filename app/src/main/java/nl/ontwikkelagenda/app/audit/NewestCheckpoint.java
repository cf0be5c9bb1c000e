package nl.ontwikkelagenda.app.audit;

import java.util.Optional;

import nl.ontwikkelagenda.reporting.audit.Checkpoint;

/** What is printed on everything that leaves on paper: whoever keeps the paper can later show what the log was. */
@FunctionalInterface
public interface NewestCheckpoint {

	/** Empty while nothing was published yet. */
	Optional<Checkpoint> find();

	/** One line for the foot of a page; empty while nothing was published yet. */
	default Optional<String> line() {
		return find().map(checkpoint -> "Logboek " + checkpoint.origin() + ": " + checkpoint.size() + " feiten, " + checkpoint.root().base64());
	}
}
