/** Scenarios of partnerships, agendas and meetings, lived over HTTP. */
@NullMarked
package nl.ontwikkelagenda.app.agenda;

import org.jspecify.annotations.NullMarked;
