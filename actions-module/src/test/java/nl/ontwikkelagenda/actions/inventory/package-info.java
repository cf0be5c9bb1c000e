/** Scenarios of inventory. */
@NullMarked
package nl.ontwikkelagenda.actions.inventory;

import org.jspecify.annotations.NullMarked;
