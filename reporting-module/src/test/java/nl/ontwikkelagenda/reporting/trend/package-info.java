/** What numbers say. */
@NullMarked
package nl.ontwikkelagenda.reporting.trend;

import org.jspecify.annotations.NullMarked;
