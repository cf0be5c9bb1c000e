/** Meetings and series of them: planned, invited to, held, attended, their items and groups, what came out of them, and their minutes. */
@NullMarked
package nl.ontwikkelagenda.agenda.meeting;

import org.jspecify.annotations.NullMarked;
