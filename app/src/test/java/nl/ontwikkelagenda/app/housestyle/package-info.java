/** How pages and papers of a partnership look. */
@NullMarked
package nl.ontwikkelagenda.app.housestyle;

import org.jspecify.annotations.NullMarked;
