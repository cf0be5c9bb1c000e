/** The partnership itself: who takes part, who may do what; and the few types that every context shares. */
@NullMarked
package nl.ontwikkelagenda.agenda.partnership;

import org.jspecify.annotations.NullMarked;
