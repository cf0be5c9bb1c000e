/** Who is asking, and what he may see. */
@NullMarked
package nl.ontwikkelagenda.app.access;

import org.jspecify.annotations.NullMarked;
