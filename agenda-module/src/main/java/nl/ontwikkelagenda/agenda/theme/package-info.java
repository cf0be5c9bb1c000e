/** The themes that an agenda is about. */
@NullMarked
package nl.ontwikkelagenda.agenda.theme;

import org.jspecify.annotations.NullMarked;
