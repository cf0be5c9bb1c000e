/** Files that have to be there after the power was cut. */
@NullMarked
package nl.ontwikkelagenda.app.file;

import org.jspecify.annotations.NullMarked;
