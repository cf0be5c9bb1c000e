/** The event store: the log in PostgreSQL with its one order, how events are written as JSON, and the clock that dates them. */
@NullMarked
package nl.ontwikkelagenda.app.store;

import org.jspecify.annotations.NullMarked;
