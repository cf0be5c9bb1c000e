/** The monitor over HTTP and as pages: indicators, what is measured of them, and how that goes. */
@NullMarked
package nl.ontwikkelagenda.app.monitor;

import org.jspecify.annotations.NullMarked;
