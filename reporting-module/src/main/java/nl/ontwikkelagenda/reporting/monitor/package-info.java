/** The monitor: indicators, what was measured of them, and what they are to become. */
@NullMarked
package nl.ontwikkelagenda.reporting.monitor;

import org.jspecify.annotations.NullMarked;
