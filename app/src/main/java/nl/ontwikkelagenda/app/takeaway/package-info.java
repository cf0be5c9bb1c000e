/** What is taken along by a command, in the name of somebody, as over the web. */
@NullMarked
package nl.ontwikkelagenda.app.takeaway;

import org.jspecify.annotations.NullMarked;
