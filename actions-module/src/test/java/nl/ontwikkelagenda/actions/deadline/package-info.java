/** Scenarios of deadline. */
@NullMarked
package nl.ontwikkelagenda.actions.deadline;

import org.jspecify.annotations.NullMarked;
