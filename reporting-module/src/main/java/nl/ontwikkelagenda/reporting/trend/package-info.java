/** What the numbers of the monitor say: how they go, how far from the target, and how others do. */
@NullMarked
package nl.ontwikkelagenda.reporting.trend;

import org.jspecify.annotations.NullMarked;
