/** Searching on a page. */
@NullMarked
package nl.ontwikkelagenda.app.search;

import org.jspecify.annotations.NullMarked;
