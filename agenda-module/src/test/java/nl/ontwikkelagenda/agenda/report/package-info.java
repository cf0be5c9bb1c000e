/** Scenarios of kept reports. */
@NullMarked
package nl.ontwikkelagenda.agenda.report;

import org.jspecify.annotations.NullMarked;
