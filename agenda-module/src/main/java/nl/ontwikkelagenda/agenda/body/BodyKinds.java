package nl.ontwikkelagenda.agenda.body;

import java.util.Optional;

/** What kind of body stands behind an id; answered from the views. */
@FunctionalInterface
public interface BodyKinds {

	/** Empty when there is no such body. */
	Optional<BodyKind> kindOf(BodyId body);
}
