/** Meetings: planned, held, attended, and what came out of them. */
@NullMarked
package nl.ontwikkelagenda.agenda.meeting;

import org.jspecify.annotations.NullMarked;
