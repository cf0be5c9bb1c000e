/** What changed: between two moments, or fact by fact. */
@NullMarked
package nl.ontwikkelagenda.app.change;

import org.jspecify.annotations.NullMarked;
