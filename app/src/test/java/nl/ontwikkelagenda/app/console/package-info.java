/** Tests of what the administrator sees on the console. */
@NullMarked
package nl.ontwikkelagenda.app.console;

import org.jspecify.annotations.NullMarked;
