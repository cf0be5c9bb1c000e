/** Tests of the embedded PostgreSQL with real processes, killed for real. */
@NullMarked
package nl.ontwikkelagenda.app.postgres;

import org.jspecify.annotations.NullMarked;
