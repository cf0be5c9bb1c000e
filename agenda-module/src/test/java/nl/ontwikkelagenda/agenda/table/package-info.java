/** Scenarios of development tables. */
@NullMarked
package nl.ontwikkelagenda.agenda.table;

import org.jspecify.annotations.NullMarked;
