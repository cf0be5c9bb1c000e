/** The log in Axon Server instead of PostgreSQL: the profile {@code axonserver}. */
@NullMarked
package nl.ontwikkelagenda.app.axonserver;

import org.jspecify.annotations.NullMarked;
