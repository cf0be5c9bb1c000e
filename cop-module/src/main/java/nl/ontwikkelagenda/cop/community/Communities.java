package nl.ontwikkelagenda.cop.community;

import nl.ontwikkelagenda.agenda.body.BodyId;

/** Which communities there are; answered from the views. */
@FunctionalInterface
public interface Communities {

	boolean standsOn(BodyId body);
}
