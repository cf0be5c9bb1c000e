/** Actions and inventories over HTTP. */
@NullMarked
package nl.ontwikkelagenda.app.actions;

import org.jspecify.annotations.NullMarked;
