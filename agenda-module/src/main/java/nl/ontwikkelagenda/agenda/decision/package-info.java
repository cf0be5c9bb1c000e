/** What bodies decided: numbered without gaps, with method, quorum and mandate, and never overwritten. */
@NullMarked
package nl.ontwikkelagenda.agenda.decision;

import org.jspecify.annotations.NullMarked;
