/** Scenarios of agenda. */
@NullMarked
package nl.ontwikkelagenda.agenda.agenda;

import org.jspecify.annotations.NullMarked;
