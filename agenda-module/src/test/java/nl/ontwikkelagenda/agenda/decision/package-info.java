/** Scenarios of decision. */
@NullMarked
package nl.ontwikkelagenda.agenda.decision;

import org.jspecify.annotations.NullMarked;
