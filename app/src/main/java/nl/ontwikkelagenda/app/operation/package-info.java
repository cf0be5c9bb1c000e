/** What operators watch. */
@NullMarked
package nl.ontwikkelagenda.app.operation;

import org.jspecify.annotations.NullMarked;
