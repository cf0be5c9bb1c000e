/** Indicators, in the words of their rules. */
@NullMarked
package nl.ontwikkelagenda.reporting.monitor;

import org.jspecify.annotations.NullMarked;
