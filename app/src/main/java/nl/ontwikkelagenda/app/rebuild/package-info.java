/** Rebuilding read models while everybody works: over HTTP, on a page, and on a schedule. */
@NullMarked
package nl.ontwikkelagenda.app.rebuild;

import org.jspecify.annotations.NullMarked;
