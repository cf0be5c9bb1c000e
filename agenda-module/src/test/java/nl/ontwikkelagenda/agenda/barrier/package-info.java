/** Scenarios of barriers. */
@NullMarked
package nl.ontwikkelagenda.agenda.barrier;

import org.jspecify.annotations.NullMarked;
