/** Pages on which people see, check and take along the proof of the log. */
@NullMarked
package nl.ontwikkelagenda.app.proof;

import org.jspecify.annotations.NullMarked;
