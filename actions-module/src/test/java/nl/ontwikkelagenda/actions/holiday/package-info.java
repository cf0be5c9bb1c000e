/** Scenarios of holiday. */
@NullMarked
package nl.ontwikkelagenda.actions.holiday;

import org.jspecify.annotations.NullMarked;
