/** Scenarios of body. */
@NullMarked
package nl.ontwikkelagenda.agenda.body;

import org.jspecify.annotations.NullMarked;
