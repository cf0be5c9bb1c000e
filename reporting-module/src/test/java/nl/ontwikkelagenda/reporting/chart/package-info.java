/** Charts, drawn from given numbers. */
@NullMarked
package nl.ontwikkelagenda.reporting.chart;

import org.jspecify.annotations.NullMarked;
