/** Scenarios of theme. */
@NullMarked
package nl.ontwikkelagenda.agenda.theme;

import org.jspecify.annotations.NullMarked;
