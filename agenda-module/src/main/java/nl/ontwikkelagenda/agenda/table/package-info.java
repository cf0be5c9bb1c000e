/** Development tables: the goals they work on, what they propose, and what came of it. */
@NullMarked
package nl.ontwikkelagenda.agenda.table;

import org.jspecify.annotations.NullMarked;
