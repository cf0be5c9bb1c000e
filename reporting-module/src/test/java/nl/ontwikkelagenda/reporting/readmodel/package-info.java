/** The view engine against a real PostgreSQL, on a small domain of its own. */
@NullMarked
package nl.ontwikkelagenda.reporting.readmodel;

import org.jspecify.annotations.NullMarked;
