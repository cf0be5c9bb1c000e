/** Deadlines: the words that were said, and what they mean. */
@NullMarked
package nl.ontwikkelagenda.actions.deadline;

import org.jspecify.annotations.NullMarked;
