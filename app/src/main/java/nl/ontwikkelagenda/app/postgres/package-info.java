/** The PostgreSQL that comes with the application and keeps its data across restarts, crashes and killed processes. */
@NullMarked
package nl.ontwikkelagenda.app.postgres;

import org.jspecify.annotations.NullMarked;
