/** Who takes part in the programme: registered persons, each from a sector and with a perspective. */
@NullMarked
package nl.ontwikkelagenda.cop.stakeholder;

import org.jspecify.annotations.NullMarked;
