/** Progress reports that are kept: what they are about and when they were made; what they say is read from the views as of their own place in the log. */
@NullMarked
package nl.ontwikkelagenda.agenda.report;

import org.jspecify.annotations.NullMarked;
