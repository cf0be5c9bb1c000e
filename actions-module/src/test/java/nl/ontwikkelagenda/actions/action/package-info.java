/** Scenarios of action. */
@NullMarked
package nl.ontwikkelagenda.actions.action;

import org.jspecify.annotations.NullMarked;
