/** Scenarios of advice notes. */
@NullMarked
package nl.ontwikkelagenda.agenda.advice;

import org.jspecify.annotations.NullMarked;
