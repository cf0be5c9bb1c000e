/** Inventories: a question with a unit to a list of organisations, and what they answer together. */
@NullMarked
package nl.ontwikkelagenda.actions.inventory;

import org.jspecify.annotations.NullMarked;
