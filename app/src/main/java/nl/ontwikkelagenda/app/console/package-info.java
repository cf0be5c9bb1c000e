/** What the administrator sees on the console: progress of slow work, where everything is, and why a start was refused. */
@NullMarked
package nl.ontwikkelagenda.app.console;

import org.jspecify.annotations.NullMarked;
