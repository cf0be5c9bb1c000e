/** Rounds in which participants divide dots over the themes of an agenda. */
@NullMarked
package nl.ontwikkelagenda.agenda.priority;

import org.jspecify.annotations.NullMarked;
