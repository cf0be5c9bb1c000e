/** Advice notes: compiled from what a table said, submitted to a body, and answered by it. */
@NullMarked
package nl.ontwikkelagenda.agenda.advice;

import org.jspecify.annotations.NullMarked;
