/** The decision register as people read and keep it. */
@NullMarked
package nl.ontwikkelagenda.app.register;

import org.jspecify.annotations.NullMarked;
