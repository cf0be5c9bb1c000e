package nl.ontwikkelagenda.agenda.partnership;

/** Whether an id that was chosen for a part (an idea, a comment) is not in use for anything, in any partnership; answered from the views. Of a whole the log itself knows. */
@FunctionalInterface
public interface NewIds {

	boolean isNew(Object id);

	/** Refuses an id that something has: the views would show the one in the place of the other. */
	default void require(Object id) {
		if (!isNew(id)) {
			throw new RuleBroken("id-is-new", "Er bestaat al iets met dit id; kies een ander id of laat het weg.");
		}
	}
}
