/** Scenarios of meeting. */
@NullMarked
package nl.ontwikkelagenda.agenda.meeting;

import org.jspecify.annotations.NullMarked;
