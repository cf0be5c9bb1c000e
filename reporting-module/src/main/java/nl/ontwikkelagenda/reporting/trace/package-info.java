/** The chain from an idea to a result, in both directions. */
@NullMarked
package nl.ontwikkelagenda.reporting.trace;

import org.jspecify.annotations.NullMarked;
