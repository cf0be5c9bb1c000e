/** Tests of rebuilds as who administers the installation sees them. */
@NullMarked
package nl.ontwikkelagenda.app.rebuild;

import org.jspecify.annotations.NullMarked;
