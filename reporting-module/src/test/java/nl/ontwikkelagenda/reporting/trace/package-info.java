/** Chains, composed of given documents. */
@NullMarked
package nl.ontwikkelagenda.reporting.trace;

import org.jspecify.annotations.NullMarked;
