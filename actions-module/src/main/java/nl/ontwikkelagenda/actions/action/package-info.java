/** Actions as people agree them: promises with owners, and what came of them. */
@NullMarked
package nl.ontwikkelagenda.actions.action;

import org.jspecify.annotations.NullMarked;
