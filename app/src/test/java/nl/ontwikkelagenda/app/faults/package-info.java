/** The whole application, killed again and again while it is used. */
@NullMarked
package nl.ontwikkelagenda.app.faults;

import org.jspecify.annotations.NullMarked;
