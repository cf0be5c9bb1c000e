/** What search shows of what it found. */
@NullMarked
package nl.ontwikkelagenda.reporting.search;

import org.jspecify.annotations.NullMarked;
