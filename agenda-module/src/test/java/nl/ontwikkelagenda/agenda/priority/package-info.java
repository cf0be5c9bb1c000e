/** Scenarios of priority. */
@NullMarked
package nl.ontwikkelagenda.agenda.priority;

import org.jspecify.annotations.NullMarked;
