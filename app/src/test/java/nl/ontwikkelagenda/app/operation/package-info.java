/** What operators watch, and the files that watch it. */
@NullMarked
package nl.ontwikkelagenda.app.operation;

import org.jspecify.annotations.NullMarked;
