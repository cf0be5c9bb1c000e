/** Actions over HTTP, against the real application. */
@NullMarked
package nl.ontwikkelagenda.app.actions;

import org.jspecify.annotations.NullMarked;
