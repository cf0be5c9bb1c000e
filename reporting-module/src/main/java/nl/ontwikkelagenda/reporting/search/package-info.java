/** Search over everything that people wrote, in Dutch. */
@NullMarked
package nl.ontwikkelagenda.reporting.search;

import org.jspecify.annotations.NullMarked;
