/** Scenarios of attachment. */
@NullMarked
package nl.ontwikkelagenda.agenda.attachment;

import org.jspecify.annotations.NullMarked;
