/** The monitor as regions and a programme use it. */
@NullMarked
package nl.ontwikkelagenda.app.monitor;

import org.jspecify.annotations.NullMarked;
