package nl.ontwikkelagenda.app.audit;

/** Knows which facts the caller may know of, whichever thing they are about. */
@FunctionalInterface
public interface VisibleFacts {

	/** Whether there is such a fact, and it changed something that the caller may see, or is of a partnership of which he may see all facts. */
	boolean isVisible(EventId fact);
}
