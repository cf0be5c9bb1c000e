/** Keeps the answers of an open reflection round sealed, and opens them all at once when it closes. See ADR 13. */
@NullMarked
package nl.ontwikkelagenda.app.reflection;

import org.jspecify.annotations.NullMarked;
