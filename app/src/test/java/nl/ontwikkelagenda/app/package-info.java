/** Tests of the application against a real PostgreSQL. */
@NullMarked
package nl.ontwikkelagenda.app;

import org.jspecify.annotations.NullMarked;
