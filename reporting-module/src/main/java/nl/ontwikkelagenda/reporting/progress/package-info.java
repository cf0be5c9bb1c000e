/** Progress reports: what came of a meeting, an agenda or a partnership. */
@NullMarked
package nl.ontwikkelagenda.reporting.progress;

import org.jspecify.annotations.NullMarked;
