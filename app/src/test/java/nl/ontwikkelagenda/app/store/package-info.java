/** The event store against a real PostgreSQL: its one order, what it refuses, and the shape of every event. */
@NullMarked
package nl.ontwikkelagenda.app.store;

import org.jspecify.annotations.NullMarked;
