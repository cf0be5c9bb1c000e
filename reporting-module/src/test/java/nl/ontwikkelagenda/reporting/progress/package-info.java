/** Periods of progress reports. */
@NullMarked
package nl.ontwikkelagenda.reporting.progress;

import org.jspecify.annotations.NullMarked;
