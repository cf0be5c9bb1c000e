/** Files that have to be there after the power was cut, and that nobody else may read. */
@NullMarked
package nl.ontwikkelagenda.app.file;

import org.jspecify.annotations.NullMarked;
