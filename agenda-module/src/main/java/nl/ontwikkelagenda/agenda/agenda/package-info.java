/** The shared agenda of a partnership, with its ambition. */
@NullMarked
package nl.ontwikkelagenda.agenda.agenda;

import org.jspecify.annotations.NullMarked;
