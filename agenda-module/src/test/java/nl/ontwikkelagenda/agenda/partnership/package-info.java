/** Scenarios of partnership. */
@NullMarked
package nl.ontwikkelagenda.agenda.partnership;

import org.jspecify.annotations.NullMarked;
